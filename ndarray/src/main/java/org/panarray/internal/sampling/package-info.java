/// Random arrays: what NumPy's generators draw, from streams of bits that are
/// [org.panarray.random]'s.
///
/// Apart from it because a stream is numbers and a sample is an array: parameters broadcast, and
/// one call is one uninterrupted piece of the stream.
@NullMarked
package org.panarray.internal.sampling;

import org.jspecify.annotations.NullMarked;
