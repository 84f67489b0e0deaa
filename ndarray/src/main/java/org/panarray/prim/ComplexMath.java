package org.panarray.prim;

/// Complex arithmetic and elementary functions with the special values of C99, annex G.
///
/// Sources: W. Kahan, "Branch cuts for complex elementary functions" (1987), for the inverse
/// functions; R. L. Smith, "Algorithm 116: complex division" (1962), which NumPy also divides by.
public final class ComplexMath {
  private static final double LN_2 = 0.6931471805599453;
  private static final double LOG2_E = 1.4426950408889634;
  private static final double LOG10_E = 0.4342944819032518;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /// Beyond this size a square overflows, or what is added to it is lost.
  private static final double LARGE = 0x1p500;

  private ComplexMath() {}

  private static ComplexNumber of(double re, double im) {
    return new ComplexNumber(re, im);
  }

  public static ComplexNumber add(ComplexNumber a, ComplexNumber b) {
    return of(a.re() + b.re(), a.im() + b.im());
  }

  public static ComplexNumber subtract(ComplexNumber a, ComplexNumber b) {
    return of(a.re() - b.re(), a.im() - b.im());
  }

  public static ComplexNumber multiply(ComplexNumber a, ComplexNumber b) {
    return of(a.re() * b.re() - a.im() * b.im(), a.re() * b.im() + a.im() * b.re());
  }

  public static ComplexNumber divide(ComplexNumber a, ComplexNumber b) {
    double re = Math.abs(b.re());
    double im = Math.abs(b.im());
    if (re >= im) {
      if (re == 0 && im == 0) {
        return of(a.re() / re, a.im() / re);
      }
      double ratio = b.im() / b.re();
      double scale = 1 / (b.re() + b.im() * ratio);
      return of((a.re() + a.im() * ratio) * scale, (a.im() - a.re() * ratio) * scale);
    }
    double ratio = b.re() / b.im();
    double scale = 1 / (b.im() + b.re() * ratio);
    return of((a.re() * ratio + a.im()) * scale, (a.im() * ratio - a.re()) * scale);
  }

  public static ComplexNumber reciprocal(ComplexNumber a) {
    if (Math.abs(a.re()) >= Math.abs(a.im())) {
      double ratio = a.im() / a.re();
      double scale = a.re() + a.im() * ratio;
      return of(1 / scale, -ratio / scale);
    }
    double ratio = a.re() / a.im();
    double scale = a.re() * ratio + a.im();
    return of(ratio / scale, -1 / scale);
  }

  /// The number over its absolute value; zero for zero.
  public static ComplexNumber sign(ComplexNumber a) {
    double size = StrictMath.hypot(a.re(), a.im());
    if (Double.isNaN(size) || Double.isInfinite(a.re()) && Double.isInfinite(a.im())) {
      return ComplexNumber.NAN;
    }
    if (Double.isInfinite(a.re())) {
      return of(Math.copySign(1, a.re()), 0);
    }
    if (Double.isInfinite(a.im())) {
      return of(0, Math.copySign(1, a.im()));
    }
    return size == 0 ? ComplexNumber.ZERO : of(a.re() / size, a.im() / size);
  }

  /// NumPy's order: by real part, then by imaginary part; false wherever NaN decides.
  public static boolean less(ComplexNumber a, ComplexNumber b) {
    return a.re() < b.re() && !Double.isNaN(a.im()) && !Double.isNaN(b.im())
        || a.re() == b.re() && a.im() < b.im();
  }

  public static boolean lessEqual(ComplexNumber a, ComplexNumber b) {
    return a.re() < b.re() && !Double.isNaN(a.im()) && !Double.isNaN(b.im())
        || a.re() == b.re() && a.im() <= b.im();
  }

  private static boolean isNan(ComplexNumber a) {
    return Double.isNaN(a.re()) || Double.isNaN(a.im());
  }

  public static ComplexNumber maximum(ComplexNumber a, ComplexNumber b) {
    return isNan(a) || lessEqual(b, a) ? a : b;
  }

  public static ComplexNumber minimum(ComplexNumber a, ComplexNumber b) {
    return isNan(a) || lessEqual(a, b) ? a : b;
  }

  public static ComplexNumber fmax(ComplexNumber a, ComplexNumber b) {
    return isNan(b) || lessEqual(b, a) ? a : b;
  }

  public static ComplexNumber fmin(ComplexNumber a, ComplexNumber b) {
    return isNan(b) || lessEqual(a, b) ? a : b;
  }

  public static ComplexNumber exp(ComplexNumber z) {
    double re = z.re();
    double im = z.im();
    if (im == 0) {
      return of(StrictMath.exp(re), im);
    }
    if (!Double.isFinite(im)) {
      if (re == Double.NEGATIVE_INFINITY) {
        return ComplexNumber.ZERO;
      }
      return re == INFINITY ? of(INFINITY, Double.NaN) : ComplexNumber.NAN;
    }
    if (re > 709) { // two factors, for the product may be finite although exp(re) is not
      double factor = StrictMath.exp(re - 709);
      double rest = StrictMath.exp(709);
      return of(rest * StrictMath.cos(im) * factor, rest * StrictMath.sin(im) * factor);
    }
    double size = StrictMath.exp(re);
    return of(size * StrictMath.cos(im), size * StrictMath.sin(im));
  }

  public static ComplexNumber exp2(ComplexNumber z) {
    return exp(z.times(LN_2));
  }

  public static ComplexNumber expm1(ComplexNumber z) {
    double half = StrictMath.sin(z.im() / 2);
    return of(
        StrictMath.expm1(z.re()) * StrictMath.cos(z.im()) - 2 * half * half,
        StrictMath.exp(z.re()) * StrictMath.sin(z.im()));
  }

  public static ComplexNumber log(ComplexNumber z) {
    return of(logOfSize(z.re(), z.im()), StrictMath.atan2(z.im(), z.re()));
  }

  /// The logarithm of the absolute value, also where it is near 1, overflows or is subnormal.
  private static double logOfSize(double re, double im) {
    double large = Math.max(Math.abs(re), Math.abs(im));
    double small = Math.min(Math.abs(re), Math.abs(im));
    if (large > LARGE && large < INFINITY) {
      return StrictMath.log(StrictMath.hypot(re * 0x1p-600, im * 0x1p-600)) + 600 * LN_2;
    }
    if (large < 0x1p-500 && large > 0) {
      return StrictMath.log(StrictMath.hypot(re * 0x1p600, im * 0x1p600)) - 600 * LN_2;
    }
    if (large > 0.7 && large < 1.5) {
      return 0.5 * StrictMath.log1p((large - 1) * (large + 1) + small * small);
    }
    return StrictMath.log(StrictMath.hypot(re, im));
  }

  public static ComplexNumber log2(ComplexNumber z) {
    return log(z).times(LOG2_E);
  }

  public static ComplexNumber log10(ComplexNumber z) {
    return log(z).times(LOG10_E);
  }

  public static ComplexNumber log1p(ComplexNumber z) {
    double size = StrictMath.hypot(z.re() + 1, z.im());
    return of(StrictMath.log(size), StrictMath.atan2(z.im(), z.re() + 1));
  }

  public static ComplexNumber sqrt(ComplexNumber z) {
    double re = z.re();
    double im = z.im();
    if (re == 0 && im == 0) {
      return of(0, im);
    }
    if (Double.isInfinite(im)) {
      return of(INFINITY, im);
    }
    if (Double.isNaN(re)) {
      return ComplexNumber.NAN;
    }
    if (Double.isInfinite(re)) {
      double other = im * 0; // zero, or NaN
      return re > 0 ? of(re, Math.copySign(other, im)) : of(Math.abs(other), Math.copySign(re, im));
    }
    boolean large = Math.abs(re) > 0x1p1020 || Math.abs(im) > 0x1p1020;
    boolean small = Math.abs(re) < 0x1p-1000 && Math.abs(im) < 0x1p-1000;
    double scale = large ? 0.25 : small ? 0x1p54 : 1;
    re *= scale;
    im *= scale;
    double root = Math.sqrt((Math.abs(re) + StrictMath.hypot(re, im)) * 0.5);
    double other = Math.abs(im) / (2 * root);
    double back = large ? 2 : small ? 0x1p-27 : 1;
    return re >= 0
        ? of(root * back, Math.copySign(other * back, im))
        : of(other * back, Math.copySign(root * back, im));
  }

  public static ComplexNumber power(ComplexNumber a, ComplexNumber b) {
    if (b.re() == 0 && b.im() == 0) {
      return ComplexNumber.ONE;
    }
    if (a.re() == 0 && a.im() == 0) {
      return b.re() > 0 ? ComplexNumber.ZERO : ComplexNumber.NAN;
    }
    if (b.im() == 0 && b.re() == Math.rint(b.re()) && Math.abs(b.re()) < 100) {
      return wholePower(a, (int) b.re());
    }
    return exp(multiply(log(a), b));
  }

  private static ComplexNumber wholePower(ComplexNumber a, int exponent) {
    if (exponent == 1) {
      return a;
    }
    if (exponent == 2) {
      return multiply(a, a);
    }
    if (exponent == 3) {
      return multiply(a, multiply(a, a));
    }
    ComplexNumber result = ComplexNumber.ONE;
    ComplexNumber square = a;
    int rest = Math.abs(exponent);
    while (true) {
      if ((rest & 1) != 0) {
        result = multiply(result, square);
      }
      rest >>= 1;
      if (rest == 0) {
        return exponent < 0 ? divide(ComplexNumber.ONE, result) : result;
      }
      square = multiply(square, square);
    }
  }

  public static ComplexNumber sinh(ComplexNumber z) {
    double re = z.re();
    double im = z.im();
    if (im == 0) {
      return of(StrictMath.sinh(re), im);
    }
    if (!Double.isFinite(im)) {
      if (Double.isInfinite(re)) {
        return of(re, Double.NaN);
      }
      return of(re == 0 ? re : Double.NaN, Double.NaN);
    }
    if (Double.isInfinite(re)) {
      return of(re * StrictMath.cos(im), Math.abs(re) * StrictMath.sin(im));
    }
    if (Math.abs(re) > 709) {
      ComplexNumber half = exp(of(Math.abs(re), im));
      return of(Math.signum(re) * half.re() * 0.5, half.im() * 0.5);
    }
    return of(StrictMath.sinh(re) * StrictMath.cos(im), StrictMath.cosh(re) * StrictMath.sin(im));
  }

  public static ComplexNumber cosh(ComplexNumber z) {
    double re = z.re();
    double im = z.im();
    if (im == 0) {
      return of(StrictMath.cosh(re), re == 0 ? re * im : Math.copySign(1, re) * im);
    }
    if (re == 0) {
      return of(StrictMath.cos(im), Double.isFinite(im) ? re * StrictMath.sin(im) : re * 0);
    }
    if (!Double.isFinite(im)) {
      return of(Double.isInfinite(re) ? INFINITY : Double.NaN, Double.NaN);
    }
    if (Double.isInfinite(re)) {
      return of(INFINITY * StrictMath.cos(im), re * StrictMath.sin(im));
    }
    if (Math.abs(re) > 709) {
      ComplexNumber half = exp(of(Math.abs(re), im));
      return of(half.re() * 0.5, Math.signum(re) * half.im() * 0.5);
    }
    return of(StrictMath.cosh(re) * StrictMath.cos(im), StrictMath.sinh(re) * StrictMath.sin(im));
  }

  public static ComplexNumber tanh(ComplexNumber z) {
    double re = z.re();
    double im = z.im();
    if (Double.isNaN(re)) {
      return of(re, im == 0 ? im : Double.NaN);
    }
    if (Double.isInfinite(re)) {
      double sign = Double.isFinite(im) ? StrictMath.sin(im) * StrictMath.cos(im) : im;
      return of(Math.copySign(1, re), Double.isNaN(sign) ? 0 : Math.copySign(0, sign));
    }
    if (!Double.isFinite(im)) {
      return of(re == 0 ? re : Double.NaN, Double.NaN);
    }
    if (Math.abs(re) > 22) {
      double decay = StrictMath.exp(-Math.abs(re));
      return of(Math.copySign(1, re), 4 * StrictMath.sin(im) * StrictMath.cos(im) * decay * decay);
    }
    double tan = StrictMath.tan(im); // Kahan's formula
    double beta = 1 + tan * tan;
    double sinh = StrictMath.sinh(re);
    double rho = Math.sqrt(1 + sinh * sinh);
    double scale = 1 + beta * sinh * sinh;
    return of(beta * rho * sinh / scale, tan / scale);
  }

  public static ComplexNumber sin(ComplexNumber z) {
    return sinh(z.timesI()).overI();
  }

  public static ComplexNumber cos(ComplexNumber z) {
    return cosh(z.timesI());
  }

  public static ComplexNumber tan(ComplexNumber z) {
    return tanh(z.timesI()).overI();
  }

  /// `conj` where asked; the inverse functions are computed from such pairs.
  private static ComplexNumber rootOf(double re, double im) {
    return sqrt(of(re, im));
  }

  public static ComplexNumber asinh(ComplexNumber z) {
    ComplexNumber turned = asin(z.timesI());
    return turned.overI();
  }

  public static ComplexNumber asin(ComplexNumber z) {
    double re = z.re();
    double im = z.im();
    if (isNan(z)) {
      return asinOfNan(re, im);
    }
    if (Math.abs(re) > 0x1p100 || Math.abs(im) > 0x1p100) {
      double angle = StrictMath.atan2(Math.abs(re), Math.abs(im));
      double size = logOfSize(re, im);
      return of(Math.copySign(angle, re), Math.copySign(size + LN_2, im));
    }
    ComplexNumber below = rootOf(1 - re, -im); // sqrt(1 - z)
    ComplexNumber above = rootOf(1 + re, im); // sqrt(1 + z)
    double angle = StrictMath.atan2(re, below.re() * above.re() - below.im() * above.im());
    // Im(conj(sqrt(1 - z)) * sqrt(1 + z))
    double height = FloatMath.asinh(below.re() * above.im() - below.im() * above.re());
    return of(angle, Math.copySign(height, im));
  }

  private static ComplexNumber asinOfNan(double re, double im) {
    if (Double.isInfinite(im)) {
      return of(Double.NaN, im);
    }
    if (Double.isInfinite(re)) {
      return of(Double.NaN, INFINITY);
    }
    return re == 0 ? of(re, Double.NaN) : ComplexNumber.NAN;
  }

  public static ComplexNumber acos(ComplexNumber z) {
    double re = z.re();
    double im = z.im();
    if (isNan(z)) {
      if (Double.isInfinite(re)) {
        return of(Double.NaN, Double.NEGATIVE_INFINITY);
      }
      if (Double.isInfinite(im)) {
        return of(Double.NaN, -im);
      }
      return of(re == 0 ? Math.PI / 2 : Double.NaN, Double.NaN);
    }
    if (Math.abs(re) > 0x1p100 || Math.abs(im) > 0x1p100) {
      double size = logOfSize(re, im) + LN_2;
      return of(StrictMath.atan2(Math.abs(im), re), Math.copySign(size, -im));
    }
    ComplexNumber below = rootOf(1 - re, -im);
    ComplexNumber above = rootOf(1 + re, im);
    double angle = 2 * StrictMath.atan2(below.re(), above.re());
    // Im(conj(sqrt(1 + z)) * sqrt(1 - z))
    double height = FloatMath.asinh(above.re() * below.im() - above.im() * below.re());
    return of(angle, Math.copySign(height, -im));
  }

  public static ComplexNumber acosh(ComplexNumber z) {
    ComplexNumber turned = acos(z);
    if (isNan(z)) {
      boolean infinite = Double.isInfinite(z.re()) || Double.isInfinite(z.im());
      return of(infinite ? INFINITY : Double.NaN, z.re() == 0 ? Math.PI / 2 : Double.NaN);
    }
    // acosh(z) is i acos(z) or its negative, whichever has a real part that is not negative.
    return of(Math.abs(turned.im()), Math.copySign(turned.re(), z.im()));
  }

  public static ComplexNumber atan(ComplexNumber z) {
    return atanh(z.timesI()).overI();
  }

  public static ComplexNumber atanh(ComplexNumber z) {
    double re = Math.abs(z.re());
    double im = Math.abs(z.im());
    double real;
    double angle;
    if (im == INFINITY || re == INFINITY) {
      real = 0;
      angle = Double.isNaN(im) ? Double.NaN : Math.PI / 2;
    } else if (isNan(z)) {
      real = re == 0 ? 0 : Double.NaN;
      angle = Double.NaN;
    } else if (re > LARGE || im > LARGE) {
      real = realPartOfReciprocal(re, im);
      angle = Math.PI / 2;
    } else if (re == 1 && im == 0) {
      real = INFINITY;
      angle = 0;
    } else {
      double away = (1 - re) * (1 - re) + im * im;
      real =
          away < 0x1p-1000
              ? 0.5 * (LN_2 - StrictMath.log(im))
              : 0.25 * StrictMath.log1p(4 * re / away);
      angle = 0.5 * StrictMath.atan2(2 * im, (1 - re) * (1 + re) - im * im);
      if (im == 0 && re > 1) {
        angle = Math.PI / 2;
      }
    }
    return of(Math.copySign(real, z.re()), Math.copySign(angle, z.im()));
  }

  private static double realPartOfReciprocal(double re, double im) {
    double size = StrictMath.hypot(re * 0.5, im * 0.5);
    return re / size / size / 4;
  }

  public static ComplexNumber rint(ComplexNumber z) {
    return of(Math.rint(z.re()), Math.rint(z.im()));
  }
}
