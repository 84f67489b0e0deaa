/// Numbers about many numbers and along them: means and moments, quantiles, histograms,
/// differences, interpolation, convolution and evenly spaced samples.
///
/// One room, because they are made of each other: a histogram asks quantiles for its bins and
/// spacing for its edges.
@NullMarked
package org.panarray.internal.statistics;

import org.jspecify.annotations.NullMarked;
