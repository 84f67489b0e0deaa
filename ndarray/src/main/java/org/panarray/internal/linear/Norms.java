package org.panarray.internal.linear;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.ErrorScope;
import org.panarray.ErrorState;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.LinAlgError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Powers;
import org.panarray.internal.array.Reducer;
import org.panarray.internal.array.Steps;
import org.panarray.internal.indexing.Choice;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Axes;

/// Norms and what is computed from them and from singular values.
public final class Norms {
  private static final Keyword.Axis LAST = Kw.axis(-1);

  private Norms() {}

  /// The `ord` among the keywords, null without one.
  public static @Nullable Object order(Keyword[] keywords) {
    MatrixKeyword.Ord ord = Keyword.find(MatrixKeyword.Ord.class, keywords);
    return ord == null ? null : ord.value();
  }

  public static NDArray inexact(NDArray array) {
    return array.dtype().isInexact() ? array : Casts.to(array, ElementType.FLOAT64);
  }

  public static NDArray norm(NDArray given, @Nullable Object ord, Keyword[] keywords) {
    NDArray x = inexact(given);
    Keyword.Axis axis = Keyword.find(Keyword.Axis.class, keywords);
    boolean keepdims = Reducer.keepdims(keywords);
    int rank = x.ndim();
    int[] axes = axis == null ? null : axis.axes();
    if (axes == null) {
      boolean plain = ord == null || isFrobenius(ord) && rank == 2 || isNumber(ord, 2) && rank == 1;
      if (plain) {
        return Faults.named("dot", () -> euclidean(x, Axes.all(rank), keepdims));
      }
      axes = Axes.all(rank);
    }
    return switch (axes.length) {
      case 1 -> vector(x, ord, new int[] {Axes.normalize(axes[0], rank)}, keepdims);
      case 2 -> matrix(x, ord, axes, keepdims);
      default -> throw new ValueError("Improper number of dimensions to norm.");
    };
  }

  private static boolean isFrobenius(@Nullable Object ord) {
    return "fro".equals(ord) || "f".equals(ord);
  }

  private static boolean isNumber(@Nullable Object ord, double value) {
    return ord instanceof Number number && number.doubleValue() == value;
  }

  /// The norm of vectors along axes.
  public static NDArray vector(NDArray x, @Nullable Object ord, int[] axes, boolean keepdims) {
    if (ord == null) {
      return euclidean(x, axes, keepdims);
    }
    if (!(ord instanceof Number number)) {
      String given = ord instanceof String text ? text : ord.getClass().getSimpleName();
      throw new ValueError("Invalid norm order '" + given + "' for vectors");
    }
    double p = number.doubleValue();
    Keyword.ForTruth[] over = {Kw.axis(axes), Kw.keepdims(keepdims)};
    if (p == 2) {
      return euclidean(x, axes, keepdims);
    }
    if (p == Double.POSITIVE_INFINITY) {
      return absolute(x).max(over[0], over[1], Kw.initial(0));
    }
    if (p == Double.NEGATIVE_INFINITY) {
      return absolute(x).min(over);
    }
    if (p == 0) {
      NDArray counted = Casts.to(Formula.notEqual(x, 0L), x.dtype().element().realPart());
      return counted.sum(over);
    }
    return p == 1 ? absolute(x).sum(over) : power(x, p, over);
  }

  private static NDArray power(NDArray x, double p, Keyword.ForTruth[] over) {
    Number exponent = p == Math.rint(p) ? (Number) (long) p : (Number) p;
    NDArray sum = Powers.of(absolute(x), exponent).sum(over);
    NDArray root = Formula.reciprocal(ArrayLike.scalar(p, sum.dtype().element()));
    return Formula.power(sum, root.toDevice(sum.device()));
  }

  private static NDArray absolute(NDArray x) {
    return Formula.absolute(x);
  }

  /// The root of the sum of squared absolute values.
  private static NDArray euclidean(NDArray x, int[] axes, boolean keepdims) {
    ElementType type = x.dtype().element();
    ElementType real = type.realPart();
    Expr element = new Expr.Arg(0, type);
    Expr square = squared(type.isComplex() ? Expr.apply(ScalarOp.REAL, element) : element);
    if (type.isComplex()) {
      Expr imaginary = squared(Expr.apply(ScalarOp.IMAG, element));
      square = Expr.apply(ScalarOp.ADD, square, imaginary);
    }
    Primitive.Reduce squares =
        new Primitive.Reduce(
            ScalarOp.ADD, Expr.cast(square, real), Arrays.stream(axes).boxed().toList());
    NDArray sum =
        Steps.told(
            () -> Dispatch.apply(squares, x),
            () -> Formula.multiply(x, x.dtype().isComplex() ? x.conj() : x).sum(Kw.axis(axes)));
    NDArray root = root(sum);
    return keepdims
        ? Dispatch.apply(new Primitive.Reshape(Reducer.shape(x, axes, true)), root)
        : root;
  }

  /// The root of a sum of squares: a function of its own at zero, so that the gradient there is
  /// zero as the squares' is, not the root's infinity times it.
  public static NDArray root(NDArray sum) {
    Expr s = new Expr.Arg(0, sum.dtype().element());
    Expr zero = new Expr.Const(0, sum.dtype().element());
    return Dispatch.apply(
        new Primitive.Map(
            Expr.apply(
                ScalarOp.SELECT,
                Expr.apply(ScalarOp.EQUAL, s, zero),
                s,
                Expr.apply(ScalarOp.SQRT, s))),
        sum);
  }

  private static Expr squared(Expr value) {
    return Expr.apply(ScalarOp.MULTIPLY, value, value);
  }

  private static NDArray matrix(NDArray x, @Nullable Object ord, int[] axes, boolean keepdims) {
    int rank = x.ndim();
    int row = Axes.normalize(axes[0], rank);
    int column = Axes.normalize(axes[1], rank);
    if (row == column) {
      throw new ValueError("Duplicate axes given.");
    }
    int[] both = {row, column};
    if (ord == null || isFrobenius(ord)) {
      return euclidean(x, both, keepdims);
    }
    NDArray result = matrix(x, ord, row, column);
    return keepdims
        ? Dispatch.apply(new Primitive.Reshape(Reducer.shape(x, both, true)), result)
        : result;
  }

  private static NDArray matrix(NDArray x, Object ord, int row, int column) {
    boolean smallest = ord instanceof Number number && number.doubleValue() < 0;
    if (isNumber(ord, 1) || isNumber(ord, -1)) {
      return extreme(sums(x, row), column > row ? column - 1 : column, smallest);
    }
    if (isNumber(ord, Double.POSITIVE_INFINITY) || isNumber(ord, Double.NEGATIVE_INFINITY)) {
      return extreme(sums(x, column), row > column ? row - 1 : row, smallest);
    }
    if (!isNumber(ord, 2) && !isNumber(ord, -2) && !"nuc".equals(ord)) {
      throw new ValueError("Invalid norm order for matrices.");
    }
    NDArray moved = AxisOrder.moveaxis(x, new int[] {row, column}, new int[] {-2, -1});
    NDArray values = Factorizations.svdvals(moved);
    return "nuc".equals(ord) ? values.sum(LAST) : extreme(values, -1, smallest);
  }

  private static NDArray sums(NDArray x, int axis) {
    return absolute(x).sum(Kw.axis(axis));
  }

  /// The smallest, or the largest, which of no elements is 0.
  private static NDArray extreme(NDArray values, int axis, boolean smallest) {
    return smallest ? values.min(Kw.axis(axis)) : values.max(Kw.axis(axis), Kw.initial(0));
  }

  public static NDArray condition(NDArray x, @Nullable Object p) {
    if (x.size() == 0 && x.ndim() >= 2 && x.shape(-1) * x.shape(-2) == 0) {
      throw new LinAlgError("cond is not defined on empty arrays");
    }
    NDArray ratio;
    try (ErrorScope _ = ArrayAccess.arrays().errorScope(ErrorState.all(ErrorState.Mode.IGNORE))) {
      ratio =
          p == null || isNumber(p, 2) || isNumber(p, -2)
              ? singularRatio(x, isNumber(p, -2))
              : normRatio(x, p);
    }
    NDArray unknown = Formula.isnan(ratio);
    if (!unknown.any().asBoolean()) {
      return ratio;
    }
    NDArray fromInput = Formula.isnan(x).any(Kw.axis(-2, -1));
    NDArray singular = Formula.logicalAnd(unknown, Formula.logicalNot(fromInput));
    return Choice.select(Formula.logicalNot(singular), ratio, Double.POSITIVE_INFINITY);
  }

  private static NDArray singularRatio(NDArray x, boolean inverted) {
    NDArray values = Factorizations.svdvals(x);
    NDArray largest = values.max(LAST);
    NDArray smallest = values.min(LAST);
    return inverted ? smallest.div(largest) : largest.div(smallest);
  }

  /// The product of the norms of a matrix and of its inverse, which is NaN where there is none.
  private static NDArray normRatio(NDArray x, Object p) {
    NDArray matrix = Matrices.square(x);
    ElementType result = Matrices.resultType(matrix).realPart();
    ElementType wide = matrix.dtype().isComplex() ? ElementType.COMPLEX128 : ElementType.FLOAT64;
    NDArray inverse = inverseOrNan(Casts.to(matrix, wide));
    Keyword.Axis axes = Kw.axis(-2, -1);
    NDArray product =
        norm(matrix, p, new Keyword[] {axes}).times(norm(inverse, p, new Keyword[] {axes}));
    return Casts.to(product, result);
  }

  private static NDArray inverseOrNan(NDArray matrices) {
    try {
      return Factorizations.inv(matrices);
    } catch (LinAlgError e) {
      if (matrices.ndim() == 2) {
        return NewArrays.fullLike(matrices, Double.NaN);
      }
      NDArray[] inverses = new NDArray[Math.toIntExact(matrices.shape(0))];
      for (int i = 0; i < inverses.length; i++) {
        inverses[i] = inverseOrNan(matrices.get((long) i));
      }
      return Concatenation.stack(List.of(inverses));
    }
  }

  public static NDArray rank(NDArray array, Keyword[] keywords) {
    MatrixKeyword.Tol tol = Keyword.find(MatrixKeyword.Tol.class, keywords);
    MatrixKeyword.Rtol rtol = Keyword.find(MatrixKeyword.Rtol.class, keywords);
    if (tol != null && rtol != null) {
      throw new ValueError("`tol` and `rtol` can't be both set.");
    }
    if (array.ndim() < 2) {
      return Casts.to(Formula.notEqual(array, 0L).any(), ElementType.INT64);
    }
    MatrixKeyword.Hermitian hermitian = Keyword.find(MatrixKeyword.Hermitian.class, keywords);
    MatrixKeyword.ForSvd[] options = {
      Kw.computeUv(false), Kw.hermitian(hermitian != null && hermitian.value())
    };
    NDArray values = Factorizations.svd(array, options)[0];
    NDArray limit;
    if (tol != null) {
      limit = Dimensions.expandDims(ArrayLike.of(tol.value()).toDevice(array.device()), -1);
    } else {
      double relative =
          Math.max(array.shape(-1), array.shape(-2)) * Matrices.epsilon(values.dtype().element());
      NDArray largest = values.max(LAST, Kw.keepdims(true), Kw.initial(0));
      limit =
          rtol == null
              ? largest.times(relative)
              : Formula.multiply(
                  largest,
                  Dimensions.expandDims(ArrayLike.of(rtol.value()).toDevice(array.device()), -1));
    }
    return Aggregates.sum(Formula.greater(values, limit), LAST);
  }
}
