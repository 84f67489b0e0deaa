package org.panarray.grad;

import static org.panarray.Np.np;
import static org.panarray.grad.Vjp.adjoint;
import static org.panarray.grad.Vjp.matmul;

import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.prim.Primitive;

/// Rules of the eigenvalue and singular value decompositions. Where values coincide the vectors are
/// not functions of the matrix; then only the gradient of the values is finite.
final class SpectralRules {
  private SpectralRules() {}

  /// `V (diag(g_w) + F * (V^H G_V)) V^H`, `F_ij = 1 / (w_j - w_i)`, on the triangle that was read.
  static NDArray eigh(Saved saved, @Nullable NDArray[] cotangents) {
    NDArray v = saved.output(1);
    NDArray gw = cotangents[0];
    NDArray gv = cotangents[1];
    NDArray inner = np.zerosLike(v);
    if (gw != null) {
      inner = diagonalMatrix(gw.astype(v.dtype()));
    }
    if (gv != null) {
      NDArray f = differences(saved.output(0)).astype(v.dtype());
      inner = inner.plus(f.times(matmul(adjoint(v), gv)));
    }
    NDArray full = matmul(matmul(v, inner), adjoint(v));
    return full.plus(adjoint(full)).times(0.5);
  }

  /// `V^-H (diag(g_w) + F* * (V^H G_V - V^H V Re(diag(V^H G_V)))) V^H`, for vectors of unit length.
  static NDArray eig(Saved saved, @Nullable NDArray[] cotangents) {
    NDArray w = saved.output(0);
    NDArray v = saved.output(1);
    NDArray gw = cotangents[0];
    NDArray gv = cotangents[1];
    NDArray inner = np.zerosLike(v);
    NDArray vh = adjoint(v);
    if (gw != null) {
      inner = diagonalMatrix(gw);
    }
    if (gv != null) {
      NDArray projected = matmul(vh, gv);
      NDArray diagonal = Triangles.diagonal(projected);
      NDArray real = diagonal.plus(np.conjugate(diagonal)).times(0.5);
      NDArray corrected = projected.minus(matmul(matmul(vh, v), real));
      inner = inner.plus(np.conjugate(differences(w)).times(corrected));
    }
    NDArray full = FactorizationRules.solve(vh, matmul(inner, vh));
    return saved.inputType(0).isComplex()
        ? full
        : org.panarray.internal.array.Dispatch.apply(new Primitive.Part(false), full);
  }

  /// `1 / (w_j - w_i)` off the diagonal, zero on it.
  private static NDArray differences(NDArray w) {
    NDArray gap = np.expandDims(w, -2).minus(np.expandDims(w, -1));
    NDArray safe = gap.plus(diagonalMatrix(np.onesLike(w)));
    return Triangles.offDiagonal(np.divide(1.0, safe));
  }

  private static NDArray diagonalMatrix(NDArray values) {
    long n = values.shape(-1);
    NDArray identity = np.eye(n, Kw.dtype(values.dtype())).toDevice(values.device());
    return np.expandDims(values, -1).times(identity);
  }

  static NDArray svd(Primitive.Svd svd, Saved saved, @Nullable NDArray[] cotangents) {
    boolean square = saved.inputShape(0).dim(-1) == saved.inputShape(0).dim(-2);
    if (svd.fullMatrices() && !square && (cotangents[0] != null || cotangents[2] != null)) {
      throw new TypeError(
          "the gradient of the vectors of svd is of fullMatrices(false): the rest is not unique");
    }
    long k = saved.outputShape(1).dim(-1);
    NDArray u = columns(saved.output(0), k);
    NDArray s = saved.output(1).astype(u.dtype());
    NDArray vh = rows(saved.output(2), k);
    NDArray middle = np.zerosLike(matmul(adjoint(u), u));
    if (cotangents[1] != null) {
      middle = diagonalMatrix(cotangents[1].astype(u.dtype()));
    }
    NDArray f = np.zerosLike(middle);
    if (cotangents[0] != null || cotangents[2] != null) {
      f = differences(np.multiply(s, s));
    }
    NDArray result;
    NDArray sRow = np.expandDims(s, -2);
    NDArray sColumn = np.expandDims(s, -1);
    NDArray outer = null;
    if (cotangents[0] != null) {
      NDArray gu = cotangents[0];
      NDArray projected = matmul(adjoint(u), gu);
      NDArray skew = f.times(projected.minus(adjoint(projected)));
      middle = middle.plus(skew.times(sRow));
      middle = middle.plus(phase(projected, s));
      NDArray rest = gu.minus(matmul(u, projected)).div(sRow);
      outer = matmul(rest, vh);
    }
    if (cotangents[2] != null) {
      NDArray gvh = cotangents[2];
      NDArray projected = matmul(gvh, adjoint(vh));
      NDArray skew = f.times(adjoint(projected).minus(projected));
      middle = middle.plus(skew.times(sColumn));
      NDArray rest = gvh.minus(matmul(projected, vh)).div(sColumn);
      NDArray part = matmul(u, rest);
      outer = outer == null ? part : outer.plus(part);
    }
    result = matmul(matmul(u, middle), vh);
    return outer == null ? result : result.plus(outer);
  }

  /// For complex matrices the common phase of a pair of vectors: the imaginary diagonal.
  private static NDArray phase(NDArray projected, NDArray s) {
    if (!projected.dtype().element().isComplex()) {
      return np.zerosLike(projected);
    }
    NDArray diagonal = Triangles.diagonal(projected);
    NDArray imaginary = diagonal.minus(np.conjugate(diagonal)).times(0.5);
    return imaginary.div(np.expandDims(s, -2));
  }

  private static NDArray columns(NDArray u, long k) {
    return u.shape(-1) == k
        ? u
        : u.get(org.panarray.shape.Index.ELLIPSIS, org.panarray.shape.Index.slice(0, k));
  }

  private static NDArray rows(NDArray vh, long k) {
    return vh.shape(-2) == k
        ? vh
        : vh.get(
            org.panarray.shape.Index.ELLIPSIS,
            org.panarray.shape.Index.slice(0, k),
            org.panarray.shape.Index.ALL);
  }
}
