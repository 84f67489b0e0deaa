/// What NumPy says, replayed through the public API.
///
/// The recorder (Python, `compat-tests/record`) runs the cases under NumPy and writes its answers; the classes
/// here read them, call the function of the same name by reflection and compare. Reflection, not generated Java,
/// because a case must stay one line of Python and because a function that does not exist yet is then a number in
/// the coverage report instead of a compile error.
@NullMarked
package org.panarray.compat;

import org.jspecify.annotations.NullMarked;
