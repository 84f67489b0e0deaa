/// What functions give that NumPy gives as a tuple: records of arrays, with NumPy's names where it
/// has names.
///
/// They know arrays and each other, and compute nothing.
@NullMarked
package org.panarray.result;

import org.jspecify.annotations.NullMarked;
