package org.panarray.grad;

import static org.panarray.grad.Vjp.adjoint;
import static org.panarray.grad.Vjp.matmul;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.TypeError;
import org.panarray.prim.Primitive;

/// The rule of the reduced QR decomposition of `(..., m, n)` with `m >= n` (Walter and Lehmann 2013).
final class QrRule {
  private QrRule() {}

  static NDArray pullback(Primitive.Qr qr, Saved saved, @Nullable NDArray[] cotangents) {
    boolean tall = saved.inputShape(0).dim(-2) >= saved.inputShape(0).dim(-1);
    boolean square = saved.inputShape(0).dim(-2) == saved.inputShape(0).dim(-1);
    boolean complete = qr.mode() == Primitive.QrMode.COMPLETE && square;
    if (!tall || !(qr.mode() == Primitive.QrMode.REDUCED || complete)) {
      throw new TypeError(
          "the gradient of qr is of the reduced mode with at least as many rows as columns");
    }
    NDArray q = saved.output(0);
    NDArray r = saved.output(1);
    NDArray gr = cotangents[1];
    NDArray gq = cotangents[0];
    // M = R G_R^H - G_Q^H Q; dA = (G_Q + Q copyltu(M)) R^-H
    NDArray m = null;
    if (gr != null) {
      m = matmul(r, adjoint(gr));
    }
    if (gq != null) {
      NDArray part = matmul(adjoint(gq), q);
      m = m == null ? part.unaryMinus() : m.minus(part);
    }
    NDArray symmetric = hermitianOfLower(java.util.Objects.requireNonNull(m));
    NDArray inner = matmul(q, symmetric);
    if (gq != null) {
      inner = inner.plus(gq);
    }
    return adjoint(FactorizationRules.solve(r, adjoint(inner)));
  }

  /// The lower triangle mirrored to the upper one, with a real diagonal.
  private static NDArray hermitianOfLower(NDArray m) {
    NDArray strict = Triangles.strictlyLower(m);
    NDArray diagonal = Triangles.diagonal(m);
    NDArray real =
        m.dtype().element().isComplex()
            ? diagonal.plus(Np.np.conjugate(diagonal)).times(0.5)
            : diagonal;
    return strict.plus(adjoint(strict)).plus(real);
  }
}
