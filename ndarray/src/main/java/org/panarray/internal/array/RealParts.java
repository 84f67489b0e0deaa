package org.panarray.internal.array;

import java.util.List;
import java.util.function.UnaryOperator;
import org.panarray.Finfo;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MathKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Functions that treat the real and the imaginary part of a complex number alike.
public final class RealParts {
  private RealParts() {}

  /// The function of each element, or of both parts of it.
  public static NDArray map(NDArray array, UnaryOperator<Expr> function) {
    ElementType type = array.dtype().element();
    Expr element = new Expr.Arg(0, type);
    Expr value =
        type.isComplex()
            ? Expr.apply(
                ScalarOp.MAKE_COMPLEX,
                function.apply(Expr.apply(ScalarOp.REAL, element)),
                function.apply(Expr.apply(ScalarOp.IMAG, element)))
            : function.apply(element);
    return Dispatch.apply(new Primitive.Map(value), array);
  }

  /// `a` rounded to decimals, ties to even. NumPy scales, rounds and scales back, in the array's
  /// type; so do we.
  public static NDArray round(NDArray array, int decimals) {
    if (!array.dtype().isNumeric()) {
      return Elementwise.apply(ScalarOp.RINT, array);
    }
    ElementType type = array.dtype().element();
    if (type.isInteger()) {
      return decimals >= 0
          ? Dispatch.apply(new Primitive.Copy(Order.K), array)
          : roundInteger(array, Math.pow(10, -decimals));
    }
    if (type.isBool()) {
      if (decimals != 0) {
        throw new TypeError(
            "Cannot cast ufunc 'multiply' output from dtype('float64') to dtype('bool') with"
                + " casting rule 'same_kind'");
      }
      return Formula.rint(array);
    }
    NDArray ordered = decimals == 0 ? array : ResultOrder.asCopied(Order.A, array);
    double scale = Math.pow(10, Math.abs(decimals));
    ScalarOp there = decimals >= 0 ? ScalarOp.MULTIPLY : ScalarOp.DIVIDE;
    ScalarOp back = decimals >= 0 ? ScalarOp.DIVIDE : ScalarOp.MULTIPLY;
    return map(
        ordered,
        part -> {
          Expr factor = new Expr.Const(scale, part.type());
          return decimals == 0
              ? Expr.apply(ScalarOp.RINT, part)
              : Expr.apply(
                  back, Expr.apply(ScalarOp.RINT, Expr.apply(there, part, factor)), factor);
        });
  }

  private static NDArray roundInteger(NDArray array, double scale) {
    ElementType type = array.dtype().element();
    Expr factor = new Expr.Const(scale, ElementType.FLOAT64);
    Expr wide = Expr.cast(new Expr.Arg(0, type), ElementType.FLOAT64);
    Expr rounded = Expr.apply(ScalarOp.RINT, Expr.apply(ScalarOp.DIVIDE, wide, factor));
    return Dispatch.apply(
        new Primitive.Map(Expr.cast(Expr.apply(ScalarOp.MULTIPLY, rounded, factor), type)),
        ResultOrder.asCopied(Order.A, array));
  }

  /// The array with `nan`, `posinf` and `neginf` of the keywords in the place of what they stand
  /// for.
  public static NDArray finite(NDArray array, Keyword[] keywords) {
    MathKeyword.Nan nan = Keyword.find(MathKeyword.Nan.class, keywords);
    MathKeyword.Posinf positive = Keyword.find(MathKeyword.Posinf.class, keywords);
    MathKeyword.Neginf negative = Keyword.find(MathKeyword.Neginf.class, keywords);
    Finfo limits = Finfo.of(array.dtype());
    Object zero = nan == null ? 0.0 : nan.value();
    Object most = positive == null || positive.value() == null ? limits.max() : positive.value();
    Object least = negative == null || negative.value() == null ? limits.min() : negative.value();
    if (zero instanceof Number n && most instanceof Number p && least instanceof Number m) {
      return finite(array, n.doubleValue(), p.doubleValue(), m.doubleValue());
    }
    NDArray result = NewArrays.copy(array);
    List<NDArray> parts =
        array.dtype().isComplex() ? List.of(result.real(), result.imag()) : List.of(result);
    for (NDArray part : parts) {
      NDArray isNan = Formula.isnan(part);
      NDArray isMost = Formula.equal(part, Double.POSITIVE_INFINITY);
      NDArray isLeast = Formula.equal(part, Double.NEGATIVE_INFINITY);
      Storing.copyto(part, zero, Casting.SAME_KIND, isNan);
      Storing.copyto(part, most, Casting.SAME_KIND, isMost);
      Storing.copyto(part, least, Casting.SAME_KIND, isLeast);
    }
    return result;
  }

  private static NDArray finite(NDArray array, double nan, double positive, double negative) {
    return map(
        ResultOrder.asCopied(Order.K, array),
        part -> {
          ElementType type = part.type();
          Expr low = replaced(part, Double.NEGATIVE_INFINITY, negative, part);
          Expr both = replaced(part, Double.POSITIVE_INFINITY, positive, low);
          return new Expr.Apply(
              ScalarOp.SELECT,
              List.of(Expr.apply(ScalarOp.ISNAN, part), new Expr.Const(nan, type), both),
              type);
        });
  }

  private static Expr replaced(Expr part, double infinity, double value, Expr otherwise) {
    ElementType type = part.type();
    return Expr.apply(
        ScalarOp.SELECT,
        Expr.apply(ScalarOp.EQUAL, part, new Expr.Const(infinity, type)),
        new Expr.Const(value, type),
        otherwise);
  }
}
