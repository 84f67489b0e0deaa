/// The fast engine: runners that walk operands and hand rows to kernels.
///
/// Elementwise work goes from [MapRunner], which walks operands of any layout in rows, to a
/// `Kernel`, a hidden class that `KernelCompiler` generates for one expression and one way of lying
/// in memory (`KernelKey`). Reductions and scans generate their own kernels (`FoldCode`) or reuse
/// those of maps, row upon row.
///
/// Chains of elementwise steps go tile by tile through the kernels of their steps (`ChainPlan`),
/// which are warm anyway, and get a kernel of their own when they run often.
///
/// Decisions, with what was measured on a 2-core Zen 5 with AVX-512:
/// - A kernel is generated for one kind of memory (`Home`): the compiler cannot tell arrays from
///   addresses where both occur, and then reads through barriers (100 doubles added in 140 ns
///   against 40, 10,000 in 8.8 us against 1.3). What is on the heap is small and is copied where
///   kinds mix.
/// - Elementary functions are computed by a `Formula` of exactly rounded operations, on lanes and
///   on single elements, so that their bits do not depend on the compiler, the registers or the
///   place of an element (SVML's `exp` and that of `Math` differed in 749 of 16,384 elements). One
///   to three hundred operations on lanes stay in registers in one loop; what folds such elements
///   computes them first.
/// - Faults are noticed by gathering the bits of `r - r`, which only infinities and NaN leave, and
///   are told apart afterwards from the operands (`FaultRules`).
/// - The just-in-time compiler inlined some forty operations of halves on lanes into one kernel and
///   made objects of the vectors of the rest (33 bytes and 10 ns an element). So float16, whose
///   rounding takes twenty, goes one by one where that gives the same bits, and is rounded once
///   elsewhere; generic code on `Vector<E>`, which many types reach, is emitted in place instead.
/// - Float sums are added up in NumPy's pairwise order, so that they have its bits on every
///   processor, alone and fused; products one by one, as NumPy's; outer reductions run along rows
///   in tiles.
@NullMarked
package org.panarray.engine.cpu;

import org.jspecify.annotations.NullMarked;
