package org.panarray.prim;

import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.UnaryOperator;

/// The value of every scalar operation on every type: the specification that kernels are tested by.
///
/// Slow and obvious. Real values narrower than float64 are computed in double and rounded, which
/// for `+ - * /` and `sqrt` is the correctly rounded result; narrow floats pass through float32.
public final class Reference {
  private Reference() {}

  /// The operation on operands that have exactly the types of one of its loops.
  ///
  /// @throws org.panarray.error.ValueError for an integer to a negative integer power
  public static Scalar apply(ScalarOp op, ElementType out, Scalar... x) {
    Scalar a = x[0];
    Formula formula = Formula.of(op, a.type());
    if (formula != null) {
      return formula.evaluate(x);
    }
    return switch (op) {
      case ADD -> arithmetic(a, x[1], Long::sum, Double::sum, ComplexMath::add);
      case SUBTRACT -> arithmetic(a, x[1], (p, q) -> p - q, (p, q) -> p - q, ComplexMath::subtract);
      case MULTIPLY -> arithmetic(a, x[1], (p, q) -> p * q, (p, q) -> p * q, ComplexMath::multiply);
      case DIVIDE -> arithmetic(a, x[1], null, (p, q) -> p / q, ComplexMath::divide);
      case FLOOR_DIVIDE ->
          a.type().isFloat()
              ? division(a, x[1], FloatMath::floorDivide, FloatMath::floorDivide)
              : whole(a, x[1], IntegerMath::floorDivide, IntegerMath::floorDivideUnsigned);
      case REMAINDER ->
          a.type().isFloat()
              ? division(a, x[1], FloatMath::remainder, FloatMath::remainder)
              : whole(a, x[1], IntegerMath::remainder, IntegerMath::remainderUnsigned);
      case FMOD ->
          a.type().isFloat()
              ? real(a, x[1], (p, q) -> p % q)
              : whole(a, x[1], IntegerMath::fmod, IntegerMath::remainderUnsigned);
      case POWER, FLOAT_POWER ->
          arithmetic(
              a,
              x[1],
              a.type().isUnsigned() ? IntegerMath::powerUnsigned : IntegerMath::power,
              null,
              ComplexMath::power);
      case MAXIMUM -> extremum(a, x[1], true, FloatMath::maximum, ComplexMath::maximum);
      case MINIMUM -> extremum(a, x[1], false, FloatMath::minimum, ComplexMath::minimum);
      case FMAX -> extremum(a, x[1], true, FloatMath::fmax, ComplexMath::fmax);
      case FMIN -> extremum(a, x[1], false, FloatMath::fmin, ComplexMath::fmin);
      case ARCTAN2, HYPOT, HEAVISIDE, LOGADDEXP, LOGADDEXP2, CBRT ->
          throw new IllegalStateException(op + " has a formula for all its types");
      case COPYSIGN -> real(a, x[1], Math::copySign);
      case NEXTAFTER -> nextAfter(a, x[1]);
      case LDEXP -> ldexp(a, x[1].bits());
      case GCD ->
          integer(a, x[1], a.type().isUnsigned() ? IntegerMath::gcdUnsigned : IntegerMath::gcd);
      case LCM ->
          integer(a, x[1], a.type().isUnsigned() ? IntegerMath::lcmUnsigned : IntegerMath::lcm);
      case BITWISE_AND -> integer(a, x[1], (p, q) -> p & q);
      case BITWISE_OR -> integer(a, x[1], (p, q) -> p | q);
      case BITWISE_XOR -> integer(a, x[1], (p, q) -> p ^ q);
      case LEFT_SHIFT, RIGHT_SHIFT -> shift(op, a, x[1].bits());
      case EQUAL -> Scalar.ofBool(equal(a, x[1]));
      case NOT_EQUAL -> Scalar.ofBool(!equal(a, x[1]));
      case LESS -> Scalar.ofBool(less(a, x[1]));
      case LESS_EQUAL -> Scalar.ofBool(lessEqual(a, x[1]));
      case GREATER -> Scalar.ofBool(less(x[1], a));
      case GREATER_EQUAL -> Scalar.ofBool(lessEqual(x[1], a));
      case LOGICAL_AND -> Scalar.ofBool(a.truth() && x[1].truth());
      case LOGICAL_OR -> Scalar.ofBool(a.truth() || x[1].truth());
      case LOGICAL_XOR -> Scalar.ofBool(a.truth() != x[1].truth());
      case NEGATIVE -> unary(a, -a.bits(), p -> -p, p -> new ComplexNumber(-p.re(), -p.im()));
      case POSITIVE -> a;
      case ABSOLUTE, FABS -> absolute(a, out);
      case SIGN -> unary(a, sign(a), FloatMath::sign, ComplexMath::sign);
      case SQUARE -> unary(a, a.bits() * a.bits(), p -> p * p, p -> ComplexMath.multiply(p, p));
      case RECIPROCAL ->
          unary(
              a,
              a.type().isInteger() ? IntegerMath.reciprocal(a.bits(), a.type()) : 0,
              p -> 1 / p,
              ComplexMath::reciprocal);
      case CONJUGATE -> unary(a, a.bits(), p -> p, p -> new ComplexNumber(p.re(), -p.im()));
      case SQRT -> inexact(a, Math::sqrt, ComplexMath::sqrt);
      case EXP -> complex(a, ComplexMath::exp);
      case EXP2 -> complex(a, ComplexMath::exp2);
      case EXPM1 -> complex(a, ComplexMath::expm1);
      case LOG -> complex(a, ComplexMath::log);
      case LOG2 -> complex(a, ComplexMath::log2);
      case LOG10 -> complex(a, ComplexMath::log10);
      case LOG1P -> complex(a, ComplexMath::log1p);
      case SIN -> complex(a, ComplexMath::sin);
      case COS -> complex(a, ComplexMath::cos);
      case TAN -> complex(a, ComplexMath::tan);
      case ARCSIN -> complex(a, ComplexMath::asin);
      case ARCCOS -> complex(a, ComplexMath::acos);
      case ARCTAN -> complex(a, ComplexMath::atan);
      case SINH -> complex(a, ComplexMath::sinh);
      case COSH -> complex(a, ComplexMath::cosh);
      case TANH -> complex(a, ComplexMath::tanh);
      case ARCSINH -> complex(a, ComplexMath::asinh);
      case ARCCOSH -> complex(a, ComplexMath::acosh);
      case ARCTANH -> complex(a, ComplexMath::atanh);
      case RINT -> inexact(a, Math::rint, ComplexMath::rint);
      case FLOOR -> unary(a, a.bits(), Math::floor, p -> p);
      case CEIL -> unary(a, a.bits(), Math::ceil, p -> p);
      case TRUNC -> unary(a, a.bits(), FloatMath::trunc, p -> p);
      case DEG2RAD, RADIANS -> scaled(a, Math.PI / 180, (float) (Math.PI / 180.0));
      case RAD2DEG, DEGREES -> scaled(a, 180 / Math.PI, 180f / (float) Math.PI);
      case SPACING -> spacing(a);
      case INVERT -> Scalar.ofLong(a.type(), a.type().isBool() ? 1 - a.bits() : ~a.bits());
      case BITWISE_COUNT ->
          Scalar.ofLong(
              out,
              a.type().isUnsigned() ? Long.bitCount(a.bits()) : IntegerMath.bitCount(a.bits()));
      case LOGICAL_NOT -> Scalar.ofBool(!a.truth());
      case ISNAN -> Scalar.ofBool(a.isNan());
      case ISINF -> Scalar.ofBool(Double.isInfinite(a.re()) || Double.isInfinite(a.im()));
      case ISFINITE -> Scalar.ofBool(Double.isFinite(a.re()) && Double.isFinite(a.im()));
      case SIGNBIT -> Scalar.ofBool(Math.copySign(1, a.re()) < 0);
      case MODF_FRACTION -> real(a, FloatMath::modfFraction);
      case MODF_INTEGRAL -> real(a, FloatMath::trunc);
      case FREXP_MANTISSA -> real(a, FloatMath::frexpMantissa);
      case FREXP_EXPONENT -> Scalar.ofLong(out, FloatMath.frexpExponent(a.re()));
      case REAL -> a.type().isComplex() ? Scalar.ofDouble(out, a.re()) : a;
      case IMAG ->
          a.type().isComplex() ? Scalar.ofDouble(out, a.im()) : cast(Scalar.ofBool(false), out);
      case MAKE_COMPLEX -> Scalar.ofComplex(out, a.re(), x[1].re());
      case SELECT -> a.truth() ? x[1] : x[2];
      case ANGLE_QUARTER -> real(a, Angles::quarter);
      case ANGLE_REST -> real(a, Angles::rest);
      case ANGLE_REST_LOW -> real(a, Angles::restLow);
      case FMA -> fused(a, x[1], x[2]);
      case FLOAT_BITS ->
          Scalar.ofLong(
              out,
              out == ElementType.INT64
                  ? Double.doubleToRawLongBits(a.re())
                  : Float.floatToRawIntBits((float) a.re()));
      case BITS_FLOAT ->
          Scalar.ofDouble(
              out,
              out == ElementType.FLOAT64
                  ? Double.longBitsToDouble(a.bits())
                  : Float.intBitsToFloat((int) a.bits()));
      case CLIP -> apply(ScalarOp.MINIMUM, out, apply(ScalarOp.MAXIMUM, out, a, x[1]), x[2]);
    };
  }

  /// The value converted as NumPy's `astype` does on x86-64.
  public static Scalar cast(Scalar a, ElementType to) {
    if (a.type() == to) {
      return a;
    }
    return switch (to.kind()) {
      case BOOL -> Scalar.ofBool(a.truth());
      case SIGNED, UNSIGNED ->
          Scalar.ofLong(to, a.type().isInexact() ? FloatMath.toInteger(a.re(), to) : a.bits());
      case FLOAT -> new Scalar(to, 0, toFloat(a, to), 0);
      case COMPLEX ->
          new Scalar(to, 0, toFloat(a, to.realPart()), a.type().isComplex() ? part(a.im(), to) : 0);
    };
  }

  private static double part(double im, ElementType to) {
    return to == ElementType.COMPLEX64 ? (float) im : im;
  }

  private static double toFloat(Scalar a, ElementType to) {
    if (a.type().isInexact()) {
      return to.format().nearest(a.re());
    }
    boolean unsigned = a.type() == ElementType.UINT64;
    if (to.computed() == ElementType.FLOAT32) {
      return to.format().round(single(a.bits(), unsigned));
    }
    return unsigned ? FloatMath.ofUnsigned(a.bits()) : a.bits();
  }

  private static float single(long bits, boolean unsigned) {
    return unsigned ? FloatMath.ofUnsignedToFloat(bits) : bits;
  }

  /// The neutral element of the operation's reduction.
  ///
  /// @throws org.panarray.error.ValueError in NumPy's words where there is none
  public static Scalar identity(ScalarOp op, ElementType type) {
    return switch (op.identity()) {
      case ZERO -> cast(Scalar.ofLong(ElementType.INT64, 0), type);
      case ONE -> cast(Scalar.ofLong(ElementType.INT64, 1), type);
      case ALL_ONES -> Scalar.ofLong(type, -1);
      case NEGATIVE_INFINITY -> Scalar.ofDouble(type, Double.NEGATIVE_INFINITY);
      case NONE ->
          throw new org.panarray.error.ValueError(
              "zero-size array to reduction operation "
                  + op.numpyName()
                  + " which has no identity");
    };
  }

  /// The value of an expression, given the elements of the inputs and the coordinates.
  public static Scalar evaluate(Expr expr, Scalar[] inputs, long[] coordinates) {
    return switch (expr) {
      case Expr.Arg arg -> inputs[arg.index()];
      case Expr.Const constant -> constant(constant.value(), constant.type());
      case Expr.Index index -> Scalar.ofLong(ElementType.INT64, coordinates[index.axis()]);
      case Expr.Cast cast -> cast(evaluate(cast.operand(), inputs, coordinates), cast.type());
      case Expr.Apply apply -> {
        Scalar[] operands = new Scalar[apply.operands().size()];
        for (int i = 0; i < operands.length; i++) {
          operands[i] = evaluate(apply.operands().get(i), inputs, coordinates);
        }
        yield apply(apply.op(), apply.type(), operands);
      }
    };
  }

  /// The literal as an element of the type.
  public static Scalar constant(double value, ElementType type) {
    return cast(Scalar.ofDouble(ElementType.FLOAT64, value), type);
  }

  private static Scalar arithmetic(
      Scalar a,
      Scalar b,
      @org.jspecify.annotations.Nullable LongBinaryOperator whole,
      @org.jspecify.annotations.Nullable DoubleBinaryOperator real,
      BinaryOperator<ComplexNumber> complex) {
    return switch (a.type().kind()) {
      case BOOL, SIGNED, UNSIGNED ->
          Scalar.ofLong(
              a.type(), java.util.Objects.requireNonNull(whole).applyAsLong(a.bits(), b.bits()));
      case FLOAT -> real(a, b, java.util.Objects.requireNonNull(real));
      case COMPLEX -> Scalar.of(a.type(), complex.apply(a.complex(), b.complex()));
    };
  }

  private static Scalar integer(Scalar a, Scalar b, LongBinaryOperator operation) {
    return Scalar.ofLong(a.type(), operation.applyAsLong(a.bits(), b.bits()));
  }

  private static Scalar real(Scalar a, Scalar b, DoubleBinaryOperator operation) {
    return Scalar.ofDouble(a.type(), operation.applyAsDouble(a.re(), b.re()));
  }

  private static Scalar real(Scalar a, DoubleUnaryOperator operation) {
    return Scalar.ofDouble(a.type(), operation.applyAsDouble(a.re()));
  }

  private static Scalar inexact(
      Scalar a, DoubleUnaryOperator real, UnaryOperator<ComplexNumber> complex) {
    return a.type().isComplex() ? Scalar.of(a.type(), complex.apply(a.complex())) : real(a, real);
  }

  private static Scalar complex(Scalar a, UnaryOperator<ComplexNumber> function) {
    return Scalar.of(a.type(), function.apply(a.complex()));
  }

  private static Scalar unary(
      Scalar a, long whole, DoubleUnaryOperator real, UnaryOperator<ComplexNumber> complex) {
    return a.type().isInexact() ? inexact(a, real, complex) : Scalar.ofLong(a.type(), whole);
  }

  private static Scalar whole(
      Scalar a, Scalar b, LongBinaryOperator signed, LongBinaryOperator unsigned) {
    return integer(a, b, a.type() == ElementType.UINT64 ? unsigned : signed);
  }

  private interface FloatBinaryOperator {
    float apply(float a, float b);
  }

  /// The same division in float arithmetic for what is computed in float32: its steps round one by
  /// one.
  private static Scalar division(
      Scalar a, Scalar b, DoubleBinaryOperator wide, FloatBinaryOperator narrow) {
    return a.type() == ElementType.FLOAT64
        ? real(a, b, wide)
        : real(a, b, (p, q) -> narrow.apply((float) p, (float) q));
  }

  private static Scalar extremum(
      Scalar a,
      Scalar b,
      boolean largest,
      DoubleBinaryOperator real,
      BinaryOperator<ComplexNumber> complex) {
    if (a.type() == ElementType.FLOAT16 && a.re() == b.re()) {
      return a; // of two zeros NumPy takes the first here, and the second in the wider types
    }
    return arithmetic(a, b, (p, q) -> less(a, b) == largest ? q : p, real, complex);
  }

  private static Scalar nextAfter(Scalar a, Scalar b) {
    return real(
        a,
        b,
        a.type().isNarrowFloat()
            ? (p, q) -> FloatMath.nextAfter((float) p, (float) q, a.type().format())
            : a.type() == ElementType.FLOAT32
                ? (p, q) -> Double.isNaN(q) ? q : p == q ? q : Math.nextAfter((float) p, q)
                : Math::nextAfter);
  }

  private static Scalar spacing(Scalar a) {
    return real(
        a,
        a.type().isNarrowFloat()
            ? p -> FloatMath.spacing((float) p, a.type().format())
            : a.type() == ElementType.FLOAT32
                ? p -> FloatMath.spacing((float) p)
                : FloatMath::spacing);
  }

  private static Scalar fused(Scalar a, Scalar b, Scalar c) {
    return a.type() == ElementType.FLOAT64
        ? Scalar.ofDouble(a.type(), Math.fma(a.re(), b.re(), c.re()))
        : Scalar.ofDouble(a.type(), Math.fma((float) a.re(), (float) b.re(), (float) c.re()));
  }

  private static Scalar ldexp(Scalar a, long exponent) {
    return real(
        a,
        a.type() == ElementType.FLOAT64
            ? p -> FloatMath.ldexp(p, exponent)
            : p -> FloatMath.ldexp((float) p, exponent));
  }

  private static Scalar scaled(Scalar a, double factor, float singleFactor) {
    return real(a, p -> a.type() == ElementType.FLOAT64 ? p * factor : (float) p * singleFactor);
  }

  private static Scalar shift(ScalarOp op, Scalar a, long count) {
    int width = a.type().byteSize() * 8;
    long shifted =
        op == ScalarOp.LEFT_SHIFT
            ? IntegerMath.leftShift(a.bits(), count, width)
            : a.type().isUnsigned()
                ? IntegerMath.rightShiftUnsigned(a.bits(), count, width)
                : IntegerMath.rightShift(a.bits(), count, width);
    return Scalar.ofLong(a.type(), shifted);
  }

  private static Scalar absolute(Scalar a, ElementType out) {
    return a.type().isComplex()
        ? Scalar.ofDouble(out, StrictMath.hypot(a.re(), a.im()))
        : unary(a, a.type().isUnsigned() ? a.bits() : Math.abs(a.bits()), Math::abs, p -> p);
  }

  private static long sign(Scalar a) {
    return a.type().isUnsigned() ? a.bits() == 0 ? 0 : 1 : Long.signum(a.bits());
  }

  private static boolean equal(Scalar a, Scalar b) {
    return switch (a.type().kind()) {
      case BOOL, SIGNED, UNSIGNED -> a.bits() == b.bits() && sameSign(a, b);
      case FLOAT, COMPLEX -> a.re() == b.re() && a.im() == b.im();
    };
  }

  /// False where int64 and uint64 share their bits but not their value.
  private static boolean sameSign(Scalar a, Scalar b) {
    return a.type() == b.type() || a.bits() >= 0;
  }

  private static boolean less(Scalar a, Scalar b) {
    return switch (a.type().kind()) {
      case BOOL, SIGNED, UNSIGNED -> compare(a, b) < 0;
      case FLOAT -> a.re() < b.re();
      case COMPLEX -> ComplexMath.less(a.complex(), b.complex());
    };
  }

  private static boolean lessEqual(Scalar a, Scalar b) {
    return switch (a.type().kind()) {
      case BOOL, SIGNED, UNSIGNED -> compare(a, b) <= 0;
      case FLOAT -> a.re() <= b.re();
      case COMPLEX -> ComplexMath.lessEqual(a.complex(), b.complex());
    };
  }

  private static int compare(Scalar a, Scalar b) {
    boolean unsignedA = a.type() == ElementType.UINT64;
    boolean unsignedB = b.type() == ElementType.UINT64;
    if (unsignedA && unsignedB) {
      return Long.compareUnsigned(a.bits(), b.bits());
    }
    if (unsignedA && a.bits() < 0) {
      return 1; // beyond every int64
    }
    if (unsignedB && b.bits() < 0) {
      return -1;
    }
    return Long.compare(a.bits(), b.bits());
  }
}
