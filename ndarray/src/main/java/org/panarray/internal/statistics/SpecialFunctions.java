package org.panarray.internal.statistics;

import org.panarray.Finfo;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Formula;
import org.panarray.internal.indexing.Choice;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// The few special functions of NumPy's main namespace.
public final class SpecialFunctions {
  /// Below it the power series, above it the asymptotic one gives 16 digits.
  private static final double BESSEL_SPLIT = 30;

  private static final int SERIES_TERMS = 60;
  private static final int ASYMPTOTIC_TERMS = 24;

  private SpecialFunctions() {}

  public static NDArray sinc(NDArray x) {
    NDArray scaled = Formula.multiply(x, Math.PI);
    double tiny = scaled.dtype().isComplex() ? 1e-20 : Finfo.of(scaled.dtype()).eps();
    NDArray safe = Choice.select(Formula.notEqual(scaled, 0L), scaled, tiny);
    return Formula.divide(Formula.sin(safe), safe);
  }

  /// The modified Bessel function of order zero (Abramowitz and Stegun 9.6.12 and 9.7.1):
  /// `sum((x²/4)^k / k!²)` for small arguments, `e^x / sqrt(2πx) * sum((1·3···(2k-1))² / (k!
  /// (8x)^k))` for large ones. All terms are positive, so that nothing cancels.
  public static NDArray i0(NDArray x) {
    if (x.dtype().isComplex()) {
      throw new TypeError("i0 not supported for complex values");
    }
    ElementType result = x.dtype().isFloat() ? x.dtype().element() : ElementType.FLOAT64;
    NDArray absolute = Formula.absolute(Casts.to(x, ElementType.FLOAT64));
    NDArray value =
        Dispatch.apply(
            new Primitive.Map(
                Expr.apply(
                    ScalarOp.SELECT,
                    Expr.apply(ScalarOp.LESS, argument(0), number(BESSEL_SPLIT)),
                    argument(1),
                    argument(2))),
            absolute,
            series(Formula.minimum(absolute, BESSEL_SPLIT)),
            asymptotic(Formula.maximum(absolute, BESSEL_SPLIT)));
    return Casts.to(value, result);
  }

  private static NDArray series(NDArray x) {
    NDArray quarter = Formula.divide(Formula.square(x), 4.0);
    Expr sum = number(1);
    for (int k = SERIES_TERMS; k > 0; k--) {
      sum = onePlus(times(times(argument(0), number(1.0 / ((double) k * k))), sum));
    }
    return Dispatch.apply(new Primitive.Map(sum), quarter);
  }

  private static NDArray asymptotic(NDArray x) {
    NDArray inverse = Formula.divide(0.125, x);
    Expr sum = number(1);
    for (int k = ASYMPTOTIC_TERMS; k > 0; k--) {
      double odd = 2.0 * k - 1;
      sum = onePlus(times(times(argument(0), number(odd * odd / k)), sum));
    }
    NDArray correction = Dispatch.apply(new Primitive.Map(sum), inverse);
    NDArray root = Formula.sqrt(Formula.multiply(x, 2 * Math.PI));
    return Formula.divide(Formula.multiply(Formula.exp(x), correction), root);
  }

  private static Expr argument(int index) {
    return new Expr.Arg(index, ElementType.FLOAT64);
  }

  private static Expr number(double value) {
    return new Expr.Const(value, ElementType.FLOAT64);
  }

  private static Expr times(Expr a, Expr b) {
    return Expr.apply(ScalarOp.MULTIPLY, a, b);
  }

  private static Expr onePlus(Expr a) {
    return Expr.apply(ScalarOp.ADD, number(1), a);
  }
}
