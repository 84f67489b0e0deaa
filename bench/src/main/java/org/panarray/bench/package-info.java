/// How fast: one table of operations, side by side with NumPy and under JMH, and whole programs.
///
/// A ratio is only taken between two measurements of one run, whose rounds alternate, because a
/// noisy machine drifts by more than what is to be measured. Panarray makes the arrays and hands
/// them to its peers as files, so that there is one description of the data; results come back the
/// same way and are compared before anything is timed.
@NullMarked
package org.panarray.bench;

import org.jspecify.annotations.NullMarked;
