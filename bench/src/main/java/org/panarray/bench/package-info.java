/// How fast: ten representative operations and a sweep, by JMH and side by side with NumPy.
///
/// A ratio is only taken between two measurements of one run, whose rounds alternate, because a noisy
/// machine drifts by more than what is to be measured.
@NullMarked
package org.panarray.bench;

import org.jspecify.annotations.NullMarked;
