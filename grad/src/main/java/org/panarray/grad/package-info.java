/// Reverse-mode differentiation: a tape at the door and one rule for each primitive.
///
/// A rule is itself written with array operations, so it runs on the device of its arrays and can
/// be recorded by an outer tape: second derivatives need nothing more. Elementwise rules are
/// derived from the expression ([org.panarray.prim.Pullback]), so a fused chain has a fused
/// gradient.
///
/// In-place writes are recorded as what they mean to the array behind them, as long as the tape saw
/// the view that was written through being made. What it cannot follow is an error at
/// [org.panarray.grad.GradContext#gradient], never a wrong number: a source that the target does
/// not reach is one too, since it was nearly always meant to be reached, and a gradient of zeros
/// trains nothing and says nothing.
///
/// A derivative of the author's own ([org.panarray.grad.Custom]) is no primitive: primitives are
/// data that every engine knows, and this is code of the program. The tape takes the call as one
/// step, and the function's own steps pass the door unseen by it.
///
/// Java numbers leave the tape: `item`, `asDouble`, `asLong`, `getDouble`, `tolist`,
/// `toDoubleArray` and their like read what an array holds now, and what is computed from them is
/// constant. So is every branch that Java code takes by them. Elements set through
/// `toMemorySegment` are not seen.
///
/// At a place that was not chosen (the other branch of `where`, what `nansum` leaves out) the
/// cotangent is zero and stays zero whatever the slope there, infinite or NaN. Rules guard against
/// it only where a step above has chosen: the guard makes a kernel of its own of every product.
///
/// A test differentiates every public function that has recorded cases against central differences;
/// `compat-tests/GRADIENTS.md` is its table.
@NullMarked
package org.panarray.grad;

import org.jspecify.annotations.NullMarked;
