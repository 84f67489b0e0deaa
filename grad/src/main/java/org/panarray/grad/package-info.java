/// Reverse-mode differentiation: a tape at the door and one rule for each primitive.
///
/// A rule is itself written with array operations, so it runs on the device of its arrays and can be
/// recorded by an outer tape: second derivatives need nothing more. Elementwise rules are derived
/// from the expression ([org.panarray.prim.Pullback]), so a fused chain has a fused gradient.
///
/// In-place writes are recorded as what they mean to the array behind them, as long as the tape saw
/// the view that was written through being made. What it cannot follow is an error at
/// [org.panarray.grad.GradContext#gradient], never a wrong number.
@NullMarked
package org.panarray.grad;

import org.jspecify.annotations.NullMarked;
