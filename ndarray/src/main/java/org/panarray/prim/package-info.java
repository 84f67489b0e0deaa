/// What can be computed, and nothing of how: element types, the table of scalar operations, the
/// expression language of elementwise work and the closed set of primitives.
///
/// Operands that are scalars are 0-d inputs rather than parameters of an [Expr]: a 0-d array costs
/// tens of nanoseconds, and the tape, the engines and the kernel cache then know one kind of
/// operand.
///
/// Elementary functions are no operations of the engines: a [Formula] says them in simpler ones,
/// which everybody who computes expressions has, so that all of them give the same bits.
@NullMarked
package org.panarray.prim;

import org.jspecify.annotations.NullMarked;
