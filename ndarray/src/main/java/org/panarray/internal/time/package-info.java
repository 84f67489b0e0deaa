/// `datetime64` and `timedelta64`: units, the calendar, texts, casts and the loops of ufuncs.
///
/// The elements are int64 counts, so that every engine computes with them; what the counts mean,
/// and that the least of them is NaT, is known here alone.
@NullMarked
package org.panarray.internal.time;

import org.jspecify.annotations.NullMarked;
