package org.panarray.internal.linear;

import java.util.Arrays;
import org.panarray.NDArray;
import org.panarray.error.IndexError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Devices;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.Storing;
import org.panarray.internal.array.UfuncTypes;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Axes;
import org.panarray.shape.Shape;

/// Products over the [Primitive.MatMul]: operands reach it as views wherever strides can express
/// them, so that a transposed or sliced matrix is never copied on the way to GEMM.
public final class MatrixProduct {
  private MatrixProduct() {}

  /// `a @ b` by NumPy's rules: one axis is a row on the left and a column on the right, and does
  /// not appear in the result; more than two are stacks of matrices.
  public static NDArray matmul(NDArray a, NDArray b) {
    CoreSignature.MATMUL.requireRank(0, a, 1);
    CoreSignature.MATMUL.requireRank(1, b, 1);
    if (!a.dtype().isNumeric() || !b.dtype().isNumeric()) {
      throw UfuncTypes.noProduct("matmul", a, b);
    }
    ElementType type = ElementType.promote(a.dtype().element(), b.dtype().element());
    NDArray result = Dispatch.apply(new Primitive.MatMul(), rows(a, type), columns(a, b, type));
    return withoutVectorAxes(a, b, result);
  }

  private static NDArray rows(NDArray a, ElementType type) {
    NDArray cast = Casts.to(a, type);
    return a.ndim() == 1 ? Dimensions.expandDims(cast, 0) : cast;
  }

  /// The right operand as a matrix, after the checks of both.
  private static NDArray columns(NDArray a, NDArray b, ElementType type) {
    long inner = b.shape(b.ndim() == 1 ? 0 : -2);
    CoreSignature.MATMUL.requireLength("Input", 1, 0, inner, a.shape(-1));
    CoreSignature.batch(
        a.shape(), Math.min(2, a.ndim()), b.shape(), Math.min(2, b.ndim()), core(a, b));
    NDArray cast = Casts.to(b, type);
    return b.ndim() == 1 ? Dimensions.expandDims(cast, 1) : cast;
  }

  private static Shape core(NDArray a, NDArray b) {
    Shape rows = a.ndim() == 1 ? Shape.SCALAR : Shape.of(a.shape(-2));
    return b.ndim() == 1 ? rows : rows.concat(Shape.of(b.shape(-1)));
  }

  private static NDArray withoutVectorAxes(NDArray a, NDArray b, NDArray result) {
    if (a.ndim() > 1 && b.ndim() > 1) {
      return result;
    }
    int rank = result.ndim();
    int[] gone =
        a.ndim() > 1
            ? new int[] {rank - 1}
            : b.ndim() > 1 ? new int[] {rank - 2} : new int[] {rank - 2, rank - 1};
    return Dispatch.apply(new Primitive.Reshape(result.shape().removeAll(gone)), result);
  }

  /// [#matmul] into an array of any type that the result may be cast to.
  public static NDArray matmulInto(NDArray a, NDArray b, NDArray out, Casting casting) {
    CoreSignature.MATMUL.requireRank(0, a, 1);
    CoreSignature.MATMUL.requireRank(1, b, 1);
    ElementType type = ElementType.promote(a.dtype().element(), b.dtype().element());
    NDArray left = rows(a, type);
    NDArray right = columns(a, b, type);
    Shape core = core(a, b);
    Shape batch =
        Shape.broadcast(
            left.shape().range(0, left.ndim() - 2), right.shape().range(0, right.ndim() - 2));
    for (int i = 0; i < core.rank() && core.rank() <= out.ndim(); i++) {
      long length = out.shape(out.ndim() - core.rank() + i);
      CoreSignature.MATMUL.requireLength("Output", 0, i, length, core.dim(i));
    }
    Shape shape = batch.concat(core);
    if (a.ndim() > 1
        && b.ndim() > 1
        && out.dtype().element() == type
        && out.shape().equals(shape)) {
      Dispatch.into(new NDArray[] {out}, new Primitive.MatMul(), left, right);
      return out;
    }
    return Faults.named("matmul", () -> Storing.into("matmul", matmul(a, b), out, casting));
  }

  /// `(..., m, n)` by `(..., n)`.
  public static NDArray matvec(NDArray matrix, NDArray vector) {
    CoreSignature.MATVEC.requireLength("Input", 1, 0, vector.shape(-1), matrix.shape(-1));
    NDArray column = Dimensions.expandDims(vector, -1);
    return Dimensions.squeeze(Faults.named("matvec", () -> matmul(matrix, column)), -1);
  }

  /// Conjugated `(..., n)` by `(..., n, m)`.
  public static NDArray vecmat(NDArray vector, NDArray matrix) {
    CoreSignature.VECMAT.requireLength("Input", 1, 0, matrix.shape(-2), vector.shape(-1));
    NDArray row = vector.dtype().isComplex() ? Formula.conjugate(vector) : vector;
    NDArray wide = Dimensions.expandDims(row, -2);
    return Dimensions.squeeze(Faults.named("vecmat", () -> matmul(wide, matrix)), -2);
  }

  /// NumPy's `dot`: the sum over the last axis of `a` and the last but one of `b`.
  public static NDArray dotOf(Object a, Object b) {
    NDArray[] both = Devices.together(ArrayLike.of(a), ArrayLike.of(b));
    return dot(both[0], both[1]);
  }

  public static NDArray dot(NDArray a, NDArray b) {
    return Faults.named("dot", () -> sumOfProducts(a, b));
  }

  private static NDArray sumOfProducts(NDArray a, NDArray b) {
    if (a.ndim() == 0 || b.ndim() == 0) {
      return Formula.multiply(a, b);
    }
    int axis = b.ndim() == 1 ? 0 : b.ndim() - 2;
    if (a.shape(-1) != b.shape(axis)) {
      throw new ValueError(
          "shapes "
              + a.shape().compact()
              + " and "
              + b.shape().compact()
              + " not aligned: "
              + a.shape(-1)
              + " (dim "
              + (a.ndim() - 1)
              + ") != "
              + b.shape(axis)
              + " (dim "
              + axis
              + ")");
    }
    return a.ndim() <= 2 && b.ndim() <= 2 || b.ndim() == 1
        ? matmul(a, b)
        : tensordot(a, b, new int[] {a.ndim() - 1}, new int[] {axis});
  }

  /// [#dot] into an array, which must be exactly what the result would be.
  public static NDArray dot(NDArray a, NDArray b, NDArray out) {
    NDArray result = dot(a, b);
    boolean fits = out.dtype() == result.dtype() && out.ndim() == result.ndim();
    if (!fits || !out.flags().cContiguous() || !out.flags().writeable()) {
      throw new ValueError(
          "output array is not acceptable (must have the right datatype, number of dimensions, and"
              + " be a C-Array)");
    }
    if (!out.shape().equals(result.shape())) {
      throw new ValueError("output array has wrong dimensions");
    }
    return Storing.into("dot", result, out, Casting.NO);
  }

  /// The sum over pairs of axes; the axes that are left are those of `a`, then those of `b`.
  public static NDArray tensordot(NDArray a, NDArray b, int[] axesA, int[] axesB) {
    boolean equal = axesA.length == axesB.length;
    int[] summedA = new int[axesA.length];
    int[] summedB = new int[axesB.length];
    for (int k = 0; k < axesA.length && equal; k++) {
      summedA[k] = index(axesA[k], a.ndim());
      summedB[k] = index(axesB[k], b.ndim());
      equal = a.shape(summedA[k]) == b.shape(summedB[k]);
    }
    if (!equal) {
      throw new ValueError("shape-mismatch for sum");
    }
    int[] keptA = Axes.complement(summedA, a.ndim());
    int[] keptB = Axes.complement(summedB, b.ndim());
    long inner = length(a, summedA);
    NDArray left = joined(a, keptA, summedA).reshape(length(a, keptA), inner);
    NDArray right = joined(b, summedB, keptB).reshape(inner, length(b, keptB));
    Shape shape = picked(a, keptA).concat(picked(b, keptB));
    NDArray product = Faults.named("dot", () -> matmul(left, right));
    return Dispatch.apply(new Primitive.Reshape(shape), product);
  }

  private static int index(int axis, int rank) {
    if (axis < -rank || axis >= rank) {
      throw new IndexError("tuple index out of range");
    }
    return axis < 0 ? axis + rank : axis;
  }

  private static NDArray joined(NDArray array, int[] first, int[] second) {
    int[] order = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, order, first.length, second.length);
    return order.length < 2 ? array : AxisOrder.permuted(array, order);
  }

  private static long length(NDArray array, int[] axes) {
    return picked(array, axes).size();
  }

  private static Shape picked(NDArray array, int[] axes) {
    long[] dims = new long[axes.length];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = array.shape(axes[i]);
    }
    return Shape.of(dims);
  }

  /// The sum of `conj(a) * b` over the last axes, without a temporary for the products.
  public static NDArray vecdot(NDArray a, NDArray b) {
    CoreSignature.VECDOT.requireRank(0, a, 1);
    CoreSignature.VECDOT.requireRank(1, b, 1);
    CoreSignature.VECDOT.requireLength("Input", 1, 0, b.shape(-1), a.shape(-1));
    Shape batch = CoreSignature.batch(a.shape(), 1, b.shape(), 1, Shape.SCALAR);
    ElementType type = ElementType.promote(a.dtype().element(), b.dtype().element());
    // NumPy adds up halves as floats and rounds once.
    ElementType sumType = type.computed();
    Expr left = Expr.cast(new Expr.Arg(0, a.dtype().element()), sumType);
    if (type.isComplex()) {
      left = Expr.apply(ScalarOp.CONJUGATE, left);
    }
    Expr right = Expr.cast(new Expr.Arg(1, b.dtype().element()), sumType);
    Expr product = Expr.apply(ScalarOp.MULTIPLY, left, right);
    Primitive.Reduce sum =
        new Primitive.Reduce(ScalarOp.ADD, product, java.util.List.of(batch.rank()));
    return Faults.named("vecdot", () -> Casts.to(Dispatch.apply(sum, a, b), type));
  }
}
