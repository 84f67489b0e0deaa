/// NumPy's random streams on primitives, bit for bit: seed sequences, bit generators and
/// distributions. Nothing here knows of arrays; `org.panarray.Generator` and `RandomState`
/// broadcast, lock and check parameters.
///
/// **Why the C library is called.** A stream is NumPy's only if every logarithm in it is rounded as
/// NumPy's was, and NumPy takes them from the platform's C library. `SystemMath` binds the same
/// functions through `java.lang.foreign`; this package is therefore one of the few that may import
/// it. On another platform the streams follow that platform's NumPy.
///
/// **Why tables are recorded.** The ziggurat tables were once computed in double precision and hold
/// the rounding of that computation: no formula gives their last bits. `tables.bin` is read from
/// NumPy's own static library by `compat-tests/record/units/random_tables.py`; a test checks it
/// against the formula to a few units in the last place.
///
/// **Why arithmetic looks unsimplified.** The order of operations decides the last bit, so it is
/// NumPy's, and expressions are neither factored nor fused.
@NullMarked
package org.panarray.random;

import org.jspecify.annotations.NullMarked;
