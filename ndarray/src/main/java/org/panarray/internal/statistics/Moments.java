package org.panarray.internal.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.LoopSignature;
import org.panarray.internal.array.Reducer;
import org.panarray.internal.array.Steps;
import org.panarray.internal.array.Storing;
import org.panarray.internal.array.Warnings;
import org.panarray.internal.indexing.Choice;
import org.panarray.internal.linear.Norms;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.StatisticsKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Means and variances, in two passes as NumPy: the mean, then the squared distances from it.
public final class Moments {
  /// How a function warns, as NumPy writes it in two places: the `nan` functions divide in silence.
  public enum Words {
    PLAIN,
    OF_NAN;

    private String freedom() {
      return this == PLAIN
          ? "Degrees of freedom <= 0 for slice"
          : "Degrees of freedom <= 0 for slice.";
    }
  }

  private Moments() {}

  public static NDArray mean(NDArray array, Keyword... keywords) {
    return mean(array, keywords, Words.PLAIN);
  }

  public static NDArray var(NDArray array, Keyword... keywords) {
    return variance(array, keywords, false, Words.PLAIN);
  }

  public static NDArray std(NDArray array, Keyword... keywords) {
    return variance(array, keywords, true, Words.PLAIN);
  }

  public static NDArray mean(NDArray array, Keyword[] keywords, Words words) {
    LoopSignature.requireClass(Keyword.dtypeIn(keywords));
    int[] axes = Reducer.axes(keywords, array.ndim(), (int[]) null);
    if (!array.dtype().isNumeric()) {
      return meanOfElements(array, keywords, axes);
    }
    NDArray mean = mean(array, keywords, axes, words);
    ElementType type = resultType(array, keywords);
    return Storing.to(keywords, "mean", Casts.to(mean, type), Casting.UNSAFE);
  }

  /// The sum, which knows whether it may be, by the count.
  private static NDArray meanOfElements(NDArray array, Keyword[] keywords, int[] axes) {
    Count count = count(array, keywords, axes, Reducer.keepdims(keywords));
    if (count.isZeroSomewhere()) {
      Warnings.warn("RuntimeWarning", "Mean of empty slice");
    }
    NDArray sum = new Reducer(ScalarOp.ADD, keywords).reduce(array, (int[]) null);
    Object[] operands = {sum, count.divisor(array)};
    return Keyword.find(Keyword.Out.class, keywords) == null
        ? Elementwise.applyWith(ScalarOp.DIVIDE, operands)
        : Elementwise.applyWith(
            ScalarOp.DIVIDE, operands, Kw.out(sum), new Keyword.CastingRule(Casting.UNSAFE));
  }

  private static ElementType resultType(NDArray array, Keyword[] keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    if (dtype != null) {
      return dtype.element();
    }
    return array.dtype().isInexact() ? array.dtype().element() : ElementType.FLOAT64;
  }

  /// Narrow floats are added up in float32, everything else in the type of the result.
  private static ElementType sumType(NDArray array, Keyword[] keywords) {
    ElementType result = resultType(array, keywords);
    return Keyword.dtypeIn(keywords) == null ? result.computed() : result;
  }

  private static NDArray mean(NDArray array, Keyword[] keywords, int[] axes, Words words) {
    boolean keepdims = Reducer.keepdims(keywords);
    Count count = count(array, keywords, axes, keepdims);
    if (count.isZeroSomewhere()) {
      Warnings.warn("RuntimeWarning", "Mean of empty slice");
    }
    return quotient(array, keywords, axes, keepdims, count, words);
  }

  /// The sum by the count.
  private static NDArray quotient(
      NDArray array, Keyword[] keywords, int[] axes, boolean keepdims, Count count, Words words) {
    NDArray sum =
        new Reducer(ScalarOp.ADD, reduction(keywords, sumType(array, keywords), keepdims))
            .reduce(array, new Expr.Arg(0, array.dtype().element()), axes);
    return divided(sum, count.divisor(array), words);
  }

  private static Keyword[] reduction(Keyword[] keywords, ElementType type, boolean keepdims) {
    List<Keyword> all = new ArrayList<>();
    Keyword.Where where = Keyword.find(Keyword.Where.class, keywords);
    if (where != null) {
      all.add(where);
    }
    all.add(DType.of(type));
    all.add(Kw.keepdims(keepdims));
    return all.toArray(Keyword[]::new);
  }

  /// How many elements each result is of: one number that Java knows, or with a mask an int64 for
  /// each.
  private record Count(long all, @Nullable NDArray each) {
    boolean isZeroSomewhere() {
      return each == null ? all == 0 : Formula.any(ScalarOp.EQUAL, each);
    }

    NDArray divisor(NDArray beside) {
      return each == null ? scalar(all, beside) : each;
    }

    /// What is left of the counts, at least 0; warns where that is nothing.
    NDArray lessened(double by, NDArray beside, Words words) {
      Object whole = by == Math.rint(by) ? (Object) (long) by : (Object) by;
      if (each != null) {
        NDArray left = Formula.subtract(each, whole);
        if (Formula.any(ScalarOp.LESS_EQUAL, left)) {
          Warnings.warn("RuntimeWarning", words.freedom());
        }
        return Formula.maximum(left, 0L);
      }
      Object left = whole instanceof Long less ? (Object) (all - less) : (Object) (all - by);
      boolean none = ((Number) left).doubleValue() <= 0;
      if (none) {
        Warnings.warn("RuntimeWarning", words.freedom());
      }
      return scalar(none ? 0L : left, beside);
    }

    private static NDArray scalar(Object number, NDArray beside) {
      ElementType type = number instanceof Long ? ElementType.INT64 : ElementType.FLOAT64;
      return ArrayLike.scalar(number, type).toDevice(beside.device());
    }
  }

  private static Count count(NDArray array, Keyword[] keywords, int[] axes, boolean keepdims) {
    Keyword.Where where = Keyword.find(Keyword.Where.class, keywords);
    if (where == null) {
      return new Count(Reducer.count(array, axes), null);
    }
    NDArray mask = Casts.mask(where.mask());
    NDArray wide = Dispatch.apply(new Primitive.BroadcastTo(array.shape()), mask);
    return new Count(
        0,
        new Reducer(ScalarOp.ADD, Kw.keepdims(keepdims))
            .reduce(wide, new Expr.Arg(0, ElementType.BOOL), axes));
  }

  /// The sum by the count; what NumPy reduces to one number, it divides as a scalar where that is
  /// as wide as the count, an int64.
  private static NDArray divided(NDArray sum, NDArray count, Words words) {
    return words == Words.OF_NAN
        ? Faults.quietly(() -> divided(sum, count))
        : Faults.named(
            sum.ndim() == 0 && isWide(sum) ? "scalar divide" : "divide", () -> divided(sum, count));
  }

  private static boolean isWide(NDArray sum) {
    ElementType type = sum.dtype().element();
    return ElementType.promote(type, ElementType.INT64) == type || !type.isInexact();
  }

  private static NDArray divided(NDArray sum, NDArray count) {
    ElementType type = sum.dtype().isInexact() ? sum.dtype().element() : ElementType.FLOAT64;
    Expr quotient =
        Expr.apply(
            ScalarOp.DIVIDE,
            Expr.cast(new Expr.Arg(0, sum.dtype().element()), type),
            Expr.cast(new Expr.Arg(1, count.dtype().element()), type));
    return Dispatch.apply(new Primitive.Map(quotient), sum, count);
  }

  public static NDArray variance(NDArray array, Keyword[] keywords, boolean root, Words words) {
    LoopSignature.requireClass(Keyword.dtypeIn(keywords));
    int[] axes = Reducer.axes(keywords, array.ndim(), (int[]) null);
    boolean keepdims = Reducer.keepdims(keywords);
    Count count = count(array, keywords, axes, true);
    NDArray freedom = count.lessened(freedomTaken(keywords), array, words);
    if (!array.dtype().isNumeric()) {
      NDArray sum = new Reducer(ScalarOp.ADD, Kw.axis(axes)).reduce(array, (int[]) null);
      Elementwise.apply(ScalarOp.DIVIDE, sum, count.divisor(array));
      return Elementwise.apply(ScalarOp.SQUARE, array); // is refused, if the sum was not
    }
    NDArray mean = knownMean(array, keywords, axes, count, words);
    ElementType type = sumType(array, keywords);
    Casts.warnOfLoss(array.dtype().element(), type);
    Expr squares =
        Expr.cast(squares(array.dtype().element(), mean.dtype().element()), type.realPart());
    Keyword.Where where = Keyword.find(Keyword.Where.class, keywords);
    NDArray sum =
        Steps.told(
            () -> sumOf(squares, array, mean, where, axes),
            () -> stepByStep(array, mean, keywords, axes, words));
    if (keepdims) {
      sum = Dispatch.apply(new Primitive.Reshape(Reducer.shape(array, axes, true)), sum);
    } else if (freedom.ndim() > 0) {
      freedom = Dispatch.apply(new Primitive.Reshape(sum.shape()), freedom);
    }
    NDArray variance = divided(sum, freedom, words);
    if (root) {
      variance = Norms.root(variance);
    }
    ElementType result = resultType(array, keywords);
    return Storing.to(
        keywords,
        root ? "sqrt" : "divide",
        Casts.to(
            variance,
            Keyword.dtypeIn(keywords) == null && array.dtype().isComplex()
                ? result.realPart()
                : result),
        root ? Casting.SAME_KIND : Casting.UNSAFE);
  }

  /// How many of the counted elements are no degrees of freedom.
  private static double freedomTaken(Keyword[] keywords) {
    Keyword.Ddof ddof = Keyword.find(Keyword.Ddof.class, keywords);
    StatisticsKeyword.Correction correction =
        Keyword.find(StatisticsKeyword.Correction.class, keywords);
    if (ddof != null && correction != null) {
      throw new ValueError("ddof and correction can't be provided simultaneously.");
    }
    return ddof != null ? ddof.value() : correction != null ? correction.value() : 0;
  }

  private static NDArray knownMean(
      NDArray array, Keyword[] keywords, int[] axes, Count count, Words words) {
    Keyword.KnownMean known = Keyword.find(Keyword.KnownMean.class, keywords);
    if (known != null) {
      return ArrayLike.of(known.value()).toDevice(array.device());
    }
    return quotient(array, keywords, axes, true, count, words);
  }

  /// The steps of NumPy's variance, for the faults that they tell of.
  private static void stepByStep(
      NDArray array, NDArray mean, Keyword[] keywords, int[] axes, Words words) {
    NDArray distance = Formula.subtract(array, mean);
    if (words == Words.OF_NAN) {
      distance = Choice.where(Formula.isnan(array), 0, distance);
    }
    NDArray squares =
        words == Words.OF_NAN
            ? Formula.multiply(distance, distance.conj())
            : Formula.square(distance.real());
    if (words == Words.PLAIN && distance.dtype().isComplex()) {
      squares = Formula.add(squares, Formula.square(distance.imag()));
    }
    new Reducer(ScalarOp.ADD, reduction(keywords, sumType(array, keywords), true))
        .reduce(squares, new Expr.Arg(0, squares.dtype().element()), axes);
  }

  /// The squared distance of an element (input 0) from its mean (input 1), real where the element
  /// is complex.
  private static Expr squares(ElementType element, ElementType mean) {
    ElementType type = ElementType.promote(element, mean);
    Expr distance =
        Expr.apply(
            ScalarOp.SUBTRACT,
            Expr.cast(new Expr.Arg(0, element), type),
            Expr.cast(new Expr.Arg(1, mean), type));
    if (!element.isComplex()) {
      return Expr.apply(ScalarOp.MULTIPLY, distance, distance);
    }
    Expr real = Expr.apply(ScalarOp.REAL, distance);
    Expr imaginary = Expr.apply(ScalarOp.IMAG, distance);
    return Expr.apply(
        ScalarOp.ADD,
        Expr.apply(ScalarOp.MULTIPLY, real, real),
        Expr.apply(ScalarOp.MULTIPLY, imaginary, imaginary));
  }

  private static NDArray sumOf(
      Expr squares, NDArray array, NDArray mean, Keyword.@Nullable Where where, int[] axes) {
    List<Integer> list = Arrays.stream(axes).boxed().toList();
    if (where == null) {
      return Dispatch.apply(new Primitive.Reduce(ScalarOp.ADD, squares, list), array, mean);
    }
    NDArray mask = Casts.mask(where.mask());
    Expr masked =
        Expr.apply(
            ScalarOp.SELECT,
            new Expr.Arg(2, ElementType.BOOL),
            squares,
            new Expr.Const(0, squares.type()));
    return Dispatch.apply(
        new Primitive.Reduce(ScalarOp.ADD, masked, list),
        array,
        mean,
        mask.toDevice(array.device()));
  }
}
