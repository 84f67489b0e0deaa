/// Shapes, strided layouts, broadcasting, indexing and loops: everything about an array but its
/// data.
///
/// * Everything is counted in elements, never in bytes: a layout is the same for every dtype, and a
///   view with another dtype is the only place that has to convert.
/// * `Layout` is one class for all strides (C, Fortran, transposed, reversed, broadcast). Views are
///   arithmetic on it, so each of NumPy's view functions is one method, and none allocates more
///   than two small arrays.
/// * The contiguity flags are computed when first asked for and kept. Most layouts are never asked.
/// * `Index` describes what stands between the brackets, `IndexPlan` what it does to one layout.
///   The data of index arrays stays with the caller: only their shapes matter here.
/// * `LoopNest` is the one place that decides in which order several operands are walked; the CPU
///   and GPU code generators both read it and neither looks at a stride elsewhere.
@NullMarked
package org.panarray.shape;

import org.jspecify.annotations.NullMarked;
