package org.panarray.prim;

import static org.panarray.prim.Columns.Family.*;
import static org.panarray.prim.Columns.Identity.*;
import static org.panarray.prim.Columns.Lanes.*;
import static org.panarray.prim.Columns.Smoothness.*;
import static org.panarray.prim.Columns.Trait.*;
import static org.panarray.prim.Row.*;

import java.util.Locale;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.panarray.prim.Columns.Family;
import org.panarray.prim.Columns.Identity;
import org.panarray.prim.Columns.Lanes;
import org.panarray.prim.Columns.Pole;
import org.panarray.prim.Columns.SignBit;
import org.panarray.prim.Columns.Smoothness;
import org.panarray.prim.Columns.Truth;
import org.panarray.prim.Columns.Underflow;

/// The table of scalar operations: one row per operation, read by the CPU kernels, the GPU's
/// kernels, the interpreter, the gradients and the tests.
///
/// A row is data only, its columns are named by [Row]: 90 constants with two lambdas each cost 100
/// ms at class initialisation, 0.7 ms without (measured). Who writes code for operations switches
/// over their [Family], without `default`, so that an operation of a new kind is asked for
/// everywhere and one of a known kind nowhere. What an operation computes is [Reference], its
/// derivative [Pullback].
public enum ScalarOp {
  ADD(
      row("add", Loops.ALL_2, ARITHMETIC, SMOOTH, "$0+$1")
          .with(
              op("ADD"), LANES, Truth.OR, REGROUPS, ZERO, PARTWISE, WRAPS, STICKY, CARRIES,
              INDEXED)),
  SUBTRACT(
      row("subtract", Loops.NUMBERS_2, ARITHMETIC, SMOOTH, "$0-$1")
          .with(
              op("SUB"), LANES, right(ZERO), NO_BOOLS, PARTWISE, WRAPS, STICKY, CARRIES, INDEXED)),
  MULTIPLY(
      row("multiply", Loops.ALL_2, ARITHMETIC, SMOOTH, "$0*$1")
          .with(
              op("MUL"),
              LANES,
              Truth.AND,
              REGROUPS,
              ONE,
              WRAPS,
              Underflow.PRODUCT,
              STICKY,
              CARRIES,
              INDEXED)),
  DIVIDE(
      row("divide", Loops.DIVIDE, ARITHMETIC, SMOOTH, "$0/$1")
          .with(op("DIV"), FLOAT_LANES, right(ONE), Pole.DIVISOR, Underflow.QUOTIENT, INDEXED)),
  FLOOR_DIVIDE(
      row("floor_divide", Loops.REALS_2, DIVISION, FLAT, "pa_floor_divide($0,$1)")
          .with(right(ONE), Pole.DIVISOR, divisor(1), INDEXED)),
  REMAINDER(
      row("remainder", Loops.REALS_2, DIVISION, SMOOTH, "pa_remainder($0,$1)").with(divisor(1))),
  FMOD(row("fmod", Loops.REALS_2, DIVISION, SMOOTH, "pa_fmod($0,$1)").with(op("REM"), divisor(1))),
  POWER(
      row("power", Loops.NUMBERS_2, FUNCTION, SMOOTH, "pa_power($0,$1)")
          .with(
              java("ComplexMath.power"),
              ofTwo(Powers::power),
              ONE,
              Pole.ZERO,
              Underflow.POWER,
              within(2))),
  FLOAT_POWER(
      row("float_power", Loops.DOUBLES_2, FUNCTION, SMOOTH, "pa_power($0,$1)")
          .with(
              java("ComplexMath.power"),
              ofTwo(Powers::power),
              Pole.ZERO,
              Underflow.POWER,
              within(2))),
  MAXIMUM(
      row("maximum", Loops.ALL_2, EXTREMUM, CHOSEN, "pa_maximum($0,$1)")
          .with(LANES, Truth.OR, REGROUPS, ON_NARROW, SILENT)),
  MINIMUM(
      row("minimum", Loops.ALL_2, EXTREMUM, CHOSEN, "pa_minimum($0,$1)")
          .with(LANES, Truth.AND, REGROUPS, ON_NARROW, SILENT)),
  FMAX(
      row("fmax", Loops.ALL_2, EXTREMUM, CHOSEN, "pa_fmax($0,$1)")
          .with(LANES, Truth.OR, REGROUPS, ON_NARROW, onLanesOfTwo(Signs::fmax), SILENT)),
  FMIN(
      row("fmin", Loops.ALL_2, EXTREMUM, CHOSEN, "pa_fmin($0,$1)")
          .with(LANES, Truth.AND, REGROUPS, ON_NARROW, onLanesOfTwo(Signs::fmin), SILENT)),
  ARCTAN2(
      row("arctan2", Loops.FLOATS_2, FUNCTION, SMOOTH, "atan2($0,$1)")
          .with(directOfTwo(Inverses::arctan2), Underflow.SCALED, within(2))),
  HYPOT(
      row("hypot", Loops.FLOATS_2, FUNCTION, SMOOTH, "hypot($0,$1)")
          .with(ofTwo(Roots::hypot), REGROUPS, ZERO, Underflow.LENGTH, STICKY, within(2))),
  COPYSIGN(
      row("copysign", Loops.FLOATS_2, FUNCTION, SMOOTH, "copysign($0,$1)")
          .with(java("Math.copySign"), FLOAT_LANES, onLanesOfTwo(Signs::copysign), SILENT)),
  NEXTAFTER(
      row("nextafter", Loops.FLOATS_2, NEIGHBOUR, SMOOTH, "nextafter($0,$1)")
          .with(ON_NARROW, Underflow.STEP)),
  HEAVISIDE(
      row("heaviside", Loops.FLOATS_2, FUNCTION, FLAT, "$0!=$0?$0:$0==0?$1:$0<0?0:1")
          .with(
              directOfTwo(
                  (x, atZero) ->
                      x.isLess(0)
                          .choose(0, x.isEqual(0).choose(atZero, x.isGreater(0).choose(1, x)))),
              SILENT)),
  LOGADDEXP(
      row("logaddexp", Loops.FLOATS_2, FUNCTION, SMOOTH, "pa_logaddexp($0,$1)")
          .with(ofTwo(Logarithms::logAddExp), REGROUPS, NEGATIVE_INFINITY, STICKY, within(4))),
  LOGADDEXP2(
      row("logaddexp2", Loops.FLOATS_2, FUNCTION, SMOOTH, "pa_logaddexp2($0,$1)")
          .with(ofTwo(Logarithms::logAddExp2), REGROUPS, NEGATIVE_INFINITY, STICKY, within(4))),
  LDEXP(row("ldexp", Loops.LDEXP, EXPONENT, SMOOTH, "ldexp($0,$1)").with(Underflow.SHIFTED)),
  GCD(row("gcd", Loops.INTEGERS_2, WHOLE, FLAT, "pa_gcd($0,$1)").with(REGROUPS, ZERO, NO_BOOLS)),
  LCM(row("lcm", Loops.INTEGERS_2, WHOLE, FLAT, "pa_lcm($0,$1)").with(REGROUPS, NO_BOOLS)),
  BITWISE_AND(
      row("bitwise_and", Loops.BITS_2, BITWISE, FLAT, "$0&$1")
          .with(op("AND"), LANES, Truth.AND, REGROUPS, ALL_ONES)),
  BITWISE_OR(
      row("bitwise_or", Loops.BITS_2, BITWISE, FLAT, "$0|$1")
          .with(op("OR"), LANES, Truth.OR, REGROUPS, ZERO)),
  BITWISE_XOR(
      row("bitwise_xor", Loops.BITS_2, BITWISE, FLAT, "$0^$1")
          .with(op("XOR"), LANES, Truth.XOR, REGROUPS, ZERO)),
  LEFT_SHIFT(row("left_shift", Loops.INTEGERS_2, SHIFT, FLAT, "pa_left_shift($0,$1)").with(LANES)),
  RIGHT_SHIFT(
      row("right_shift", Loops.INTEGERS_2, SHIFT, FLAT, "pa_right_shift($0,$1)").with(LANES)),
  EQUAL(row("equal", Loops.COMPARE, COMPARISON, FLAT, "$0==$1").with(op("EQ"), LANES, Truth.EQUAL)),
  NOT_EQUAL(
      row("not_equal", Loops.COMPARE, COMPARISON, FLAT, "$0!=$1").with(op("NE"), LANES, Truth.XOR)),
  LESS(row("less", Loops.COMPARE, COMPARISON, FLAT, "$0<$1").with(op("LT"), LANES, Truth.LESS)),
  LESS_EQUAL(
      row("less_equal", Loops.COMPARE, COMPARISON, FLAT, "$0<=$1")
          .with(op("LE"), LANES, Truth.LESS_EQUAL)),
  GREATER(
      row("greater", Loops.COMPARE, COMPARISON, FLAT, "$0>$1")
          .with(op("GT"), LANES, Truth.GREATER)),
  GREATER_EQUAL(
      row("greater_equal", Loops.COMPARE, COMPARISON, FLAT, "$0>=$1")
          .with(op("GE"), LANES, Truth.GREATER_EQUAL)),
  LOGICAL_AND(
      row("logical_and", Loops.LOGICAL_2, LOGICAL, FLAT, "pa_truth($0)&&pa_truth($1)")
          .with(LANES, Truth.AND, REGROUPS, ONE)),
  LOGICAL_OR(
      row("logical_or", Loops.LOGICAL_2, LOGICAL, FLAT, "pa_truth($0)||pa_truth($1)")
          .with(LANES, Truth.OR, REGROUPS, ZERO)),
  LOGICAL_XOR(
      row("logical_xor", Loops.LOGICAL_2, LOGICAL, FLAT, "pa_truth($0)!=pa_truth($1)")
          .with(LANES, Truth.XOR, REGROUPS, ZERO)),
  NEGATIVE(
      row("negative", Loops.NUMBERS, ARITHMETIC, SMOOTH, "-$0")
          .with(op("NEG"), LANES, NO_BOOLS, PARTWISE, SignBit.FLIPPED, WRAPS, SILENT, CARRIES)),
  POSITIVE(
      row("positive", Loops.NUMBERS, PART, SMOOTH, "$0")
          .with(LANES, NO_BOOLS, PARTWISE, SignBit.KEPT, SILENT)),
  ABSOLUTE(
      row("absolute", Loops.ABSOLUTE, MAGNITUDE, SMOOTH, "pa_absolute($0)")
          .with(LANES, lane("ABS"), SignBit.CLEARED, CARRIES, within(2))),
  FABS(
      row("fabs", Loops.FLOATS, MAGNITUDE, SMOOTH, "fabs($0)")
          .with(FLOAT_LANES, lane("ABS"), SignBit.CLEARED, SILENT, CARRIES)),
  SIGN(
      row("sign", Loops.NUMBERS, MAGNITUDE, SMOOTH, "pa_sign($0)")
          .with(java("FloatMath.sign"), LANES, onLanes(Signs::sign), NO_BOOLS, SILENT)),
  SQUARE(
      row("square", Loops.NUMBERS, ARITHMETIC, SMOOTH, "$0*$0")
          .with(op("MUL"), LANES, WRAPS, Underflow.PRODUCT, CARRIES)),
  RECIPROCAL(
      row("reciprocal", Loops.NUMBERS, ARITHMETIC, SMOOTH, "pa_reciprocal($0)")
          .with(
              op("DIV"),
              FLOAT_LANES,
              onLanes(x -> x.draft().number(1).over(x)),
              Pole.ZERO,
              Underflow.RECIPROCAL,
              divisor(0))),
  CONJUGATE(
      row("conjugate", Loops.NUMBERS, PART, SMOOTH, "pa_conjugate($0)")
          .with(LANES, SignBit.KEPT, SILENT)),
  SQRT(
      row("sqrt", Loops.INEXACT, FUNCTION, SMOOTH, "sqrt($0)")
          .with(java("Math.sqrt"), FLOAT_LANES, lane("SQRT"), CARRIES, within(1))),
  CBRT(
      row("cbrt", Loops.FLOATS, FUNCTION, SMOOTH, "cbrt($0)").with(direct(Roots::cbrt), within(2))),
  EXP(
      row("exp", Loops.INEXACT, FUNCTION, SMOOTH, "exp($0)")
          .with(direct(Exponentials::exp), Underflow.EXPONENTIAL, within(2))),
  EXP2(
      row("exp2", Loops.INEXACT, FUNCTION, SMOOTH, "exp2($0)")
          .with(direct(Exponentials::exp2), Underflow.EXPONENTIAL, within(2))),
  EXPM1(
      row("expm1", Loops.INEXACT, FUNCTION, SMOOTH, "expm1($0)")
          .with(direct(Exponentials::expm1), within(2))),
  LOG(
      row("log", Loops.INEXACT, FUNCTION, SMOOTH, "log($0)")
          .with(direct(Logarithms::log), Pole.ZERO, within(2))),
  LOG2(
      row("log2", Loops.INEXACT, FUNCTION, SMOOTH, "log2($0)")
          .with(direct(Logarithms::log2), Pole.ZERO, within(2))),
  LOG10(
      row("log10", Loops.INEXACT, FUNCTION, SMOOTH, "log10($0)")
          .with(direct(Logarithms::log10), Pole.ZERO, within(2))),
  LOG1P(
      row("log1p", Loops.INEXACT, FUNCTION, SMOOTH, "log1p($0)")
          .with(direct(Logarithms::log1p), Pole.MINUS_ONE, within(2))),
  SIN(
      row("sin", Loops.INEXACT, FUNCTION, SMOOTH, "sin($0)")
          .with(formula(Trigonometry::sin), within(2))),
  COS(
      row("cos", Loops.INEXACT, FUNCTION, SMOOTH, "cos($0)")
          .with(formula(Trigonometry::cos), within(2))),
  TAN(
      row("tan", Loops.INEXACT, FUNCTION, SMOOTH, "tan($0)")
          .with(formula(Trigonometry::tan), within(3))),
  ARCSIN(
      row("arcsin", Loops.INEXACT, FUNCTION, SMOOTH, "asin($0)")
          .with(java("ComplexMath.asin"), direct(Inverses::arcsin), within(3))),
  ARCCOS(
      row("arccos", Loops.INEXACT, FUNCTION, SMOOTH, "acos($0)")
          .with(java("ComplexMath.acos"), direct(Inverses::arccos), within(3))),
  ARCTAN(
      row("arctan", Loops.INEXACT, FUNCTION, SMOOTH, "atan($0)")
          .with(
              java("ComplexMath.atan"), direct(Inverses::arctan), Pole.IMAGINARY_ONES, within(2))),
  SINH(
      row("sinh", Loops.INEXACT, FUNCTION, SMOOTH, "sinh($0)")
          .with(direct(Exponentials::sinh), within(3))),
  COSH(
      row("cosh", Loops.INEXACT, FUNCTION, SMOOTH, "cosh($0)")
          .with(direct(Exponentials::cosh), within(3))),
  TANH(
      row("tanh", Loops.INEXACT, FUNCTION, SMOOTH, "tanh($0)")
          .with(direct(Exponentials::tanh), within(3))),
  ARCSINH(
      row("arcsinh", Loops.INEXACT, FUNCTION, SMOOTH, "asinh($0)")
          .with(java("ComplexMath.asinh"), direct(Inverses::arcsinh), within(3))),
  ARCCOSH(
      row("arccosh", Loops.INEXACT, FUNCTION, SMOOTH, "acosh($0)")
          .with(java("ComplexMath.acosh"), direct(Inverses::arccosh), within(3))),
  ARCTANH(
      row("arctanh", Loops.INEXACT, FUNCTION, SMOOTH, "atanh($0)")
          .with(java("ComplexMath.atanh"), direct(Inverses::arctanh), Pole.ONES, within(3))),
  RINT(
      row("rint", Loops.INEXACT, ROUNDING, FLAT, "rint($0)")
          .with(java("Math.rint"), FLOAT_LANES, onLanes(Rounding::rint), SILENT)),
  FLOOR(
      row("floor", Loops.REALS_AND_BOOL, ROUNDING, FLAT, "floor($0)")
          .with(java("Math.floor"), LANES, onLanes(Rounding::floor), SILENT)),
  CEIL(
      row("ceil", Loops.REALS_AND_BOOL, ROUNDING, FLAT, "ceil($0)")
          .with(java("Math.ceil"), LANES, onLanes(Rounding::ceil), SILENT)),
  TRUNC(
      row("trunc", Loops.REALS_AND_BOOL, ROUNDING, FLAT, "trunc($0)")
          .with(java("FloatMath.trunc"), LANES, onLanes(Rounding::trunc), SILENT)),
  DEG2RAD(
      row("deg2rad", Loops.FLOATS, ANGLE, SMOOTH, "pa_deg2rad($0)")
          .with(FLOAT_LANES, onLanes(Angles::toRadians), Underflow.SCALED, within(1))),
  RAD2DEG(
      row("rad2deg", Loops.FLOATS, ANGLE, SMOOTH, "pa_rad2deg($0)")
          .with(FLOAT_LANES, onLanes(Angles::toDegrees), Underflow.SCALED, within(1))),
  RADIANS(
      row("radians", Loops.FLOATS, ANGLE, SMOOTH, "pa_deg2rad($0)")
          .with(FLOAT_LANES, onLanes(Angles::toRadians), Underflow.SCALED, within(1))),
  DEGREES(
      row("degrees", Loops.FLOATS, ANGLE, SMOOTH, "pa_rad2deg($0)")
          .with(FLOAT_LANES, onLanes(Angles::toDegrees), Underflow.SCALED, within(1))),
  SPACING(row("spacing", Loops.FLOATS, NEIGHBOUR, FLAT, "pa_spacing($0)").with(ON_NARROW)),
  INVERT(
      row("invert", Loops.BITS, BITWISE, FLAT, "pa_invert($0)").with(op("NOT"), LANES, Truth.NOT)),
  BITWISE_COUNT(
      row("bitwise_count", Loops.BIT_COUNT, WHOLE, FLAT, "pa_bitwise_count($0)").with(LANES)),
  LOGICAL_NOT(
      row("logical_not", Loops.PREDICATE, LOGICAL, FLAT, "!pa_truth($0)").with(LANES, Truth.NOT)),
  ISNAN(
      row("isnan", Loops.PREDICATE, PREDICATE, FLAT, "pa_isnan($0)")
          .with(java("ScalarMath.isNan"), LANES, lane("IS_NAN"), Truth.FALSE)),
  ISINF(
      row("isinf", Loops.PREDICATE, PREDICATE, FLAT, "pa_isinf($0)")
          .with(java("ScalarMath.isInfinite"), LANES, lane("IS_INFINITE"), Truth.FALSE)),
  ISFINITE(
      row("isfinite", Loops.PREDICATE, PREDICATE, FLAT, "pa_isfinite($0)")
          .with(java("ScalarMath.isFinite"), LANES, lane("IS_FINITE"), Truth.TRUE)),
  SIGNBIT(
      row("signbit", Loops.FLOAT_PREDICATE, PREDICATE, FLAT, "pa_signbit($0)")
          .with(java("ScalarMath.signBit"), FLOAT_LANES, lane("IS_NEGATIVE"))),
  MODF_FRACTION(
      row("modf_fraction", Loops.FLOATS, FUNCTION, SMOOTH, "pa_modf_fraction($0)")
          .with(java("FloatMath.modfFraction"), SILENT)),
  MODF_INTEGRAL(
      row("modf_integral", Loops.FLOATS, FUNCTION, FLAT, "trunc($0)")
          .with(java("FloatMath.trunc"), FLOAT_LANES, onLanes(Rounding::trunc), SILENT)),
  FREXP_MANTISSA(
      row("frexp_mantissa", Loops.FLOATS, FUNCTION, SMOOTH, "pa_frexp_mantissa($0)")
          .with(java("FloatMath.frexpMantissa"), SILENT)),
  FREXP_EXPONENT(
      row("frexp_exponent", Loops.FLOAT_TO_INT, EXPONENT, FLAT, "pa_frexp_exponent($0)")),
  REAL(row("real", Loops.REAL_PART, PART, SMOOTH, "pa_real($0)").with(LANES, SignBit.KEPT, SILENT)),
  IMAG(row("imag", Loops.REAL_PART, PART, SMOOTH, "pa_imag($0)").with(SILENT)),
  MAKE_COMPLEX(
      row("make_complex", Loops.MAKE_COMPLEX, PART, SMOOTH, "pa_complex($0,$1)").with(SILENT)),
  SELECT(row("select", Loops.SELECT, CHOICE, CHOSEN, "$0?$1:$2").with(LANES, SILENT)),
  FMA(row("fma", Loops.FUSED, FUSED, SMOOTH, "fma($0,$1,$2)").with(FLOAT_LANES, lane("FMA"))),
  FLOAT_BITS(
      row("float_bits", Loops.FLOAT_TO_BITS, PATTERN, FLAT, "pa_bits($0)").with(FLOAT_LANES)),
  BITS_FLOAT(
      row("bits_float", Loops.BITS_TO_FLOAT, PATTERN, FLAT, "pa_float_of_bits($0)")
          .with(LANES, SILENT)),
  ANGLE_QUARTER(
      row("angle_quarter", Loops.DOUBLE, FUNCTION, FLAT, "pa_angle_quarter($0)")
          .with(java("Angles.quarter"), FLOAT_LANES, lane("angleQuarter"), SILENT)),
  ANGLE_REST(
      row("angle_rest", Loops.DOUBLE, FUNCTION, FLAT, "pa_angle_rest($0)")
          .with(java("Angles.rest"), FLOAT_LANES, lane("angleRest"), SILENT)),
  ANGLE_REST_LOW(
      row("angle_rest_low", Loops.DOUBLE, FUNCTION, FLAT, "pa_angle_rest_low($0)")
          .with(java("Angles.restLow"), FLOAT_LANES, lane("angleRestLow"), SILENT)),
  CLIP(
      row("clip", Loops.ALL_3, CHOICE, CHOSEN, "pa_minimum(pa_maximum($0,$1),$2)")
          .with(LANES, ON_NARROW, SILENT));

  private final Row row;

  ScalarOp(Row row) {
    this.row = row;
  }

  /// NumPy's name of the ufunc, as its error messages spell it.
  public String numpyName() {
    return row.numpyName;
  }

  /// The name in Java's spelling: `floorDivide` for `floor_divide`.
  public String camelName() {
    StringBuilder name = new StringBuilder();
    for (String word : row.numpyName.split("_")) {
      name.append(
          name.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.toString();
  }

  public Loops loops() {
    return row.loops;
  }

  /// The loop that NumPy runs for inputs of these types, or null where it has none.
  public Loops.@Nullable Loop loopFor(ElementType... types) {
    return row.has(NO_BOOLS) && allBool(types) ? null : row.loops.resolve(types);
  }

  private static boolean allBool(ElementType[] types) {
    for (ElementType type : types) {
      if (!type.isBool()) {
        return false;
      }
    }
    return true;
  }

  public int arity() {
    return row.loops.arity();
  }

  public Family family() {
    return row.family;
  }

  public Smoothness smoothness() {
    return row.smoothness;
  }

  /// True of the operations that regroup freely: a reduction may combine elements in any order.
  public boolean isAssociative() {
    return row.has(REGROUPS);
  }

  public Identity identity() {
    return row.identity;
  }

  /// What leaves any value as it is when it stands on the right.
  public Identity rightNeutral() {
    return row.rightNeutral;
  }

  /// The JVM's instruction without the letter of its type, which is also the constant of
  /// `VectorOperators`; null of operations that are no instruction.
  public @Nullable String operator() {
    return row.operator;
  }

  /// The static method that computes the operation: on doubles, as `Math.rint`, or on complex
  /// numbers where its name is not that of the operation; null where there is none.
  public @Nullable String method() {
    return row.method;
  }

  /// The name of the static methods that compute the operation on other types: of `ComplexMath` and
  /// `IntegerMath`.
  public String methodName() {
    return row.method == null ? camelName() : row.method.substring(row.method.indexOf('.') + 1);
  }

  public Lanes lanes() {
    return row.lanes;
  }

  /// What an operation with lanes by formula is on floats.
  Row.Written written() {
    return Objects.requireNonNull(row.formula, name() + " has no formula");
  }

  /// The formula of which lanes of floats compute the steps in place of the operation, or null.
  @Nullable BinaryOperator<Term> stepsOnLanes() {
    return row.onLanes == null ? null : row.onLanes.formula();
  }

  /// What computes the operation on lanes of floats: a constant of `VectorOperators`, or a method
  /// of the lane classes (in lower case).
  public String laneName() {
    if (row.laneName != null) {
      return row.laneName;
    }
    if (row.operator != null) {
      return row.operator;
    }
    return camelName();
  }

  /// What the operation is among bools.
  public Truth onBools() {
    return row.onBools;
  }

  /// What the operation does to real floats if it only touches their signs.
  public SignBit signBit() {
    return row.signBit;
  }

  /// Whether the operation treats the real and the imaginary parts of complex numbers alike.
  public boolean isPartwise() {
    return row.has(PARTWISE);
  }

  /// Whether the operation moves or chooses floats, which raises no fault.
  public boolean isSilent() {
    return row.has(SILENT);
  }

  /// Where an infinite result is exact.
  public Pole pole() {
    return row.pole;
  }

  /// When a tiny result has lost digits.
  public Underflow underflow() {
    return row.underflow;
  }

  /// The operand that integers must not be divided by if it is zero, or -1.
  public int wholeDivisor() {
    return row.wholeDivisor;
  }

  /// Whether an infinite or NaN operand always shows in the result.
  public boolean carriesFaults() {
    return row.has(CARRIES);
  }

  /// Whether a fold stays infinite or NaN once it has become so by a fault.
  public boolean isSticky() {
    return row.has(STICKY);
  }

  /// Whether NumPy's `ufunc.at` has a loop of its own, whose faults bear the ufunc's name.
  public boolean hasIndexedLoop() {
    return row.has(INDEXED);
  }

  /// How many units in the last place an engine's float result may differ from NumPy's.
  public int ulps() {
    return row.ulps;
  }

  /// The operation on `$0`, `$1` and `$2` in the language of C; names with `pa_` are overloaded
  /// functions that an engine's prelude defines.
  public String c() {
    return row.c;
  }

  /// Whether integers overflow, which wraps in NumPy and is undefined in C.
  public boolean wraps() {
    return row.has(WRAPS);
  }

  /// Whether narrow floats have functions of their own in C (`pa_narrow_...`); all else is computed
  /// in float32.
  public boolean isOnNarrow() {
    return row.has(ON_NARROW);
  }
}
