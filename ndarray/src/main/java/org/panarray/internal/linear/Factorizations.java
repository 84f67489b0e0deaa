package org.panarray.internal.linear;

import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.LinAlgError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Slices;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Factorizations of stacks of matrices, what they are asked for most, and what is solved by them.
public final class Factorizations {
  private Factorizations() {}

  public static NDArray cholesky(Object a, boolean upper) {
    return Matrices.run(new Primitive.Cholesky(upper), Matrices.square(a))[0];
  }

  public static NDArray inv(Object a) {
    return Matrices.run(new Primitive.Inverse(), Matrices.square(a))[0];
  }

  /// Eigenvalues and eigenvectors.
  public static NDArray[] eig(Object a) {
    return general(new Primitive.Eig(true), a);
  }

  public static NDArray eigvals(Object a) {
    return general(new Primitive.Eig(false), a)[0];
  }

  private static NDArray[] general(Primitive.Eig primitive, Object a) {
    NDArray matrix = finite(Matrices.square(a));
    NDArray[] found = Matrices.runWide(primitive, matrix);
    boolean real = isReal(matrix, found[0]);
    for (int i = 0; i < found.length; i++) {
      NDArray kept = real ? Dispatch.apply(new Primitive.Part(false), found[i]) : found[i];
      found[i] = Matrices.narrowed(kept, Matrices.resultType(matrix));
    }
    return found;
  }

  private static NDArray finite(NDArray array) {
    if (array.dtype().isInexact() && !Formula.isfinite(array).all().asBoolean()) {
      throw new LinAlgError("Array must not contain infs or NaNs");
    }
    return array;
  }

  private static boolean isReal(NDArray matrix, NDArray values) {
    if (matrix.dtype().isComplex()) {
      return false;
    }
    NDArray imaginary = Dispatch.apply(new Primitive.Part(true), values);
    return Formula.equal(imaginary, 0.0).all().asBoolean();
  }

  /// Eigenvalues and eigenvectors of what equals its conjugate transpose, read from one triangle.
  public static NDArray[] eigh(Object a, boolean lower) {
    return Matrices.run(new Primitive.Eigh(lower, true), Matrices.square(a));
  }

  public static NDArray eigvalsh(Object a, boolean lower) {
    return Matrices.run(new Primitive.Eigh(lower, false), Matrices.square(a))[0];
  }

  /// `U`, the singular values and `Vh`; only the values where the keywords ask for no vectors.
  public static NDArray[] svd(Object a, Keyword... keywords) {
    MatrixKeyword.FullMatrices full = Keyword.find(MatrixKeyword.FullMatrices.class, keywords);
    MatrixKeyword.ComputeUv vectors = Keyword.find(MatrixKeyword.ComputeUv.class, keywords);
    MatrixKeyword.Hermitian hermitian = Keyword.find(MatrixKeyword.Hermitian.class, keywords);
    boolean computeUv = vectors == null || vectors.value();
    if (hermitian != null && hermitian.value()) {
      return hermitianSvd(a, computeUv);
    }
    boolean fullMatrices = computeUv && (full == null || full.value());
    return Matrices.run(new Primitive.Svd(fullMatrices, computeUv), Matrices.stacked(a));
  }

  private static NDArray[] hermitianSvd(Object a, boolean computeUv) {
    if (!computeUv) {
      NDArray values = Formula.absolute(eigvalsh(a, true));
      return new NDArray[] {
        AxisOrder.flip(Dispatch.apply(new Primitive.Sort(values.ndim() - 1), values), -1)
      };
    }
    NDArray[] eigh = eigh(a, true);
    NDArray values = Formula.absolute(eigh[0]);
    NDArray ascending = Dispatch.apply(new Primitive.ArgSort(values.ndim() - 1), values);
    NDArray order = AxisOrder.flip(ascending, -1);
    NDArray sign = Elementwise.apply(ScalarOp.COPYSIGN, 1.0, along(eigh[0], order));
    NDArray columns = AxisOrder.swapaxes(rows(AxisOrder.swapaxes(eigh[1], -1, -2), order), -1, -2);
    NDArray signed = Formula.multiply(columns, Dimensions.expandDims(sign, -2));
    return new NDArray[] {columns, along(values, order), Matrices.adjoint(signed)};
  }

  /// The elements of the last axis in the given order.
  private static NDArray along(NDArray array, NDArray order) {
    return reordered(array, order, array.ndim() - 1);
  }

  /// The rows of each matrix in the given order.
  private static NDArray rows(NDArray matrices, NDArray order) {
    return reordered(matrices, order, matrices.ndim() - 2);
  }

  private static NDArray reordered(NDArray array, NDArray order, int axis) {
    Object[] index = new Object[axis + 1];
    for (int k = 0; k < axis; k++) {
      long[] dims = new long[axis + 1];
      java.util.Arrays.fill(dims, 1);
      dims[k] = array.shape(k);
      index[k] = NewArrays.arange(array.shape(k)).toDevice(array.device()).reshape(dims);
    }
    index[axis] = order;
    return array.get(index);
  }

  public static NDArray svdvals(Object x) {
    return svd(x, Kw.computeUv(false))[0];
  }

  /// Solution, residuals, rank and singular values; without `rcond` the precision decides.
  public static NDArray[] lstsq(Object a, Object b, @Nullable Object rcond) {
    NDArray matrix = ArrayLike.of(a);
    NDArray right = ArrayLike.of(b);
    boolean vector = right.ndim() == 1;
    NDArray columns = vector ? Dimensions.expandDims(right, 1) : right;
    Matrices.plane(matrix);
    Matrices.plane(columns);
    long m = matrix.shape(0);
    long n = matrix.shape(1);
    if (m != columns.shape(0)) {
      throw new LinAlgError("Incompatible dimensions");
    }
    double limit = rcond == null ? Math.ulp(1.0) * Math.max(m, n) : ArrayLike.of(rcond).asDouble();
    boolean none = columns.shape(1) == 0; // LAPACK asks for one column at least
    NDArray solved = none ? NewArrays.zerosLike(columns, Kw.shape(m, 1)) : columns;
    NDArray[] found = Matrices.run(new Primitive.LeastSquares(limit), matrix, solved);
    if (none) {
      found[0] = Slices.part(found[0], 1, 0, 0);
      found[1] = Slices.part(found[1], 0, 0, 0);
    }
    NDArray x = vector ? Dimensions.squeeze(found[0], -1) : found[0];
    boolean full = found[2].asLong() == n && m > n;
    NDArray residuals =
        full ? found[1] : NewArrays.empty(new long[] {0}, DType.of(found[1].dtype().element()));
    return new NDArray[] {x, residuals, Casts.to(found[2], ElementType.INT32), found[3]};
  }
}
