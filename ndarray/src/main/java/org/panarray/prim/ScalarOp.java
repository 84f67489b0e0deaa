package org.panarray.prim;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The table of scalar operations: one row per operation, read by the CPU kernels, the CUDA kernels,
/// the interpreter, the gradients and the tests.
///
/// A row is data only: 90 constants with two lambdas each cost 100 ms at class initialisation, 0.7 ms
/// without (measured). What an operation computes is an exhaustive switch over this type: [Reference]
/// for the value, [Derivative] for the derivative.
public enum ScalarOp {
  ADD("add", Loops.ALL_2, Identity.ZERO, "ADD", "$0+$1", 0, Smoothness.LINEAR),
  SUBTRACT("subtract", Loops.NUMBERS_2, Identity.NONE, "SUB", "$0-$1", 0, Smoothness.LINEAR),
  MULTIPLY("multiply", Loops.ALL_2, Identity.ONE, "MUL", "$0*$1", 0, Smoothness.SMOOTH),
  DIVIDE("divide", Loops.DIVIDE, Identity.NONE, "DIV", "$0/$1", 0, Smoothness.SMOOTH),
  FLOOR_DIVIDE(
      "floor_divide",
      Loops.REALS_2,
      Identity.NONE,
      null,
      "pa_floor_divide($0,$1)",
      0,
      Smoothness.ZERO),
  REMAINDER(
      "remainder", Loops.REALS_2, Identity.NONE, null, "pa_remainder($0,$1)", 0, Smoothness.SMOOTH),
  FMOD("fmod", Loops.REALS_2, Identity.NONE, null, "pa_fmod($0,$1)", 0, Smoothness.SMOOTH),
  POWER("power", Loops.NUMBERS_2, Identity.ONE, null, "pa_power($0,$1)", 2, Smoothness.SMOOTH),
  FLOAT_POWER(
      "float_power", Loops.DOUBLES_2, Identity.NONE, null, "pa_power($0,$1)", 2, Smoothness.SMOOTH),
  MAXIMUM("maximum", Loops.ALL_2, Identity.NONE, null, "pa_maximum($0,$1)", 0, Smoothness.SMOOTH),
  MINIMUM("minimum", Loops.ALL_2, Identity.NONE, null, "pa_minimum($0,$1)", 0, Smoothness.SMOOTH),
  FMAX("fmax", Loops.ALL_2, Identity.NONE, null, "pa_fmax($0,$1)", 0, Smoothness.SMOOTH),
  FMIN("fmin", Loops.ALL_2, Identity.NONE, null, "pa_fmin($0,$1)", 0, Smoothness.SMOOTH),
  ARCTAN2("arctan2", Loops.FLOATS_2, Identity.NONE, null, "atan2($0,$1)", 2, Smoothness.SMOOTH),
  HYPOT("hypot", Loops.FLOATS_2, Identity.ZERO, null, "hypot($0,$1)", 2, Smoothness.SMOOTH),
  COPYSIGN(
      "copysign", Loops.FLOATS_2, Identity.NONE, null, "copysign($0,$1)", 0, Smoothness.SMOOTH),
  NEXTAFTER(
      "nextafter", Loops.FLOATS_2, Identity.NONE, null, "nextafter($0,$1)", 0, Smoothness.ZERO),
  HEAVISIDE(
      "heaviside", Loops.FLOATS_2, Identity.NONE, null, "pa_heaviside($0,$1)", 0, Smoothness.ZERO),
  LOGADDEXP(
      "logaddexp",
      Loops.FLOATS_2,
      Identity.NEGATIVE_INFINITY,
      null,
      "pa_logaddexp($0,$1)",
      4,
      Smoothness.SMOOTH),
  LOGADDEXP2(
      "logaddexp2",
      Loops.FLOATS_2,
      Identity.NEGATIVE_INFINITY,
      null,
      "pa_logaddexp2($0,$1)",
      4,
      Smoothness.SMOOTH),
  LDEXP("ldexp", Loops.LDEXP, Identity.NONE, null, "ldexp($0,$1)", 0, Smoothness.SMOOTH),
  GCD("gcd", Loops.INTEGERS_2, Identity.ZERO, null, "pa_gcd($0,$1)", 0, Smoothness.ZERO),
  LCM("lcm", Loops.INTEGERS_2, Identity.NONE, null, "pa_lcm($0,$1)", 0, Smoothness.ZERO),
  BITWISE_AND("bitwise_and", Loops.BITS_2, Identity.ALL_ONES, "AND", "$0&$1", 0, Smoothness.ZERO),
  BITWISE_OR("bitwise_or", Loops.BITS_2, Identity.ZERO, "OR", "$0|$1", 0, Smoothness.ZERO),
  BITWISE_XOR("bitwise_xor", Loops.BITS_2, Identity.ZERO, "XOR", "$0^$1", 0, Smoothness.ZERO),
  LEFT_SHIFT(
      "left_shift",
      Loops.INTEGERS_2,
      Identity.NONE,
      null,
      "pa_left_shift($0,$1)",
      0,
      Smoothness.ZERO),
  RIGHT_SHIFT(
      "right_shift",
      Loops.INTEGERS_2,
      Identity.NONE,
      null,
      "pa_right_shift($0,$1)",
      0,
      Smoothness.ZERO),
  EQUAL("equal", Loops.COMPARE, Identity.NONE, "EQ", "$0==$1", 0, Smoothness.ZERO),
  NOT_EQUAL("not_equal", Loops.COMPARE, Identity.NONE, "NE", "$0!=$1", 0, Smoothness.ZERO),
  LESS("less", Loops.COMPARE, Identity.NONE, "LT", "$0<$1", 0, Smoothness.ZERO),
  LESS_EQUAL("less_equal", Loops.COMPARE, Identity.NONE, "LE", "$0<=$1", 0, Smoothness.ZERO),
  GREATER("greater", Loops.COMPARE, Identity.NONE, "GT", "$0>$1", 0, Smoothness.ZERO),
  GREATER_EQUAL("greater_equal", Loops.COMPARE, Identity.NONE, "GE", "$0>=$1", 0, Smoothness.ZERO),
  LOGICAL_AND(
      "logical_and",
      Loops.LOGICAL_2,
      Identity.ONE,
      null,
      "pa_truth($0)&&pa_truth($1)",
      0,
      Smoothness.ZERO),
  LOGICAL_OR(
      "logical_or",
      Loops.LOGICAL_2,
      Identity.ZERO,
      null,
      "pa_truth($0)||pa_truth($1)",
      0,
      Smoothness.ZERO),
  LOGICAL_XOR(
      "logical_xor",
      Loops.LOGICAL_2,
      Identity.ZERO,
      null,
      "pa_truth($0)!=pa_truth($1)",
      0,
      Smoothness.ZERO),
  NEGATIVE("negative", Loops.NUMBERS, Identity.NONE, "NEG", "-$0", 0, Smoothness.LINEAR),
  POSITIVE("positive", Loops.NUMBERS, Identity.NONE, null, "$0", 0, Smoothness.LINEAR),
  ABSOLUTE(
      "absolute", Loops.ABSOLUTE, Identity.NONE, "ABS", "pa_absolute($0)", 2, Smoothness.SMOOTH),
  FABS("fabs", Loops.FLOATS, Identity.NONE, "ABS", "fabs($0)", 0, Smoothness.SMOOTH),
  SIGN("sign", Loops.NUMBERS, Identity.NONE, null, "pa_sign($0)", 0, Smoothness.ZERO),
  SQUARE("square", Loops.NUMBERS, Identity.NONE, null, "$0*$0", 0, Smoothness.SMOOTH),
  RECIPROCAL(
      "reciprocal", Loops.NUMBERS, Identity.NONE, null, "pa_reciprocal($0)", 0, Smoothness.SMOOTH),
  CONJUGATE(
      "conjugate", Loops.NUMBERS, Identity.NONE, null, "pa_conjugate($0)", 0, Smoothness.LINEAR),
  SQRT("sqrt", Loops.INEXACT, Identity.NONE, "SQRT", "sqrt($0)", 1, Smoothness.SMOOTH),
  CBRT("cbrt", Loops.FLOATS, Identity.NONE, "CBRT", "cbrt($0)", 2, Smoothness.SMOOTH),
  EXP("exp", Loops.INEXACT, Identity.NONE, "EXP", "exp($0)", 2, Smoothness.SMOOTH),
  EXP2("exp2", Loops.INEXACT, Identity.NONE, null, "exp2($0)", 2, Smoothness.SMOOTH),
  EXPM1("expm1", Loops.INEXACT, Identity.NONE, "EXPM1", "expm1($0)", 2, Smoothness.SMOOTH),
  LOG("log", Loops.INEXACT, Identity.NONE, "LOG", "log($0)", 2, Smoothness.SMOOTH),
  LOG2("log2", Loops.INEXACT, Identity.NONE, null, "log2($0)", 2, Smoothness.SMOOTH),
  LOG10("log10", Loops.INEXACT, Identity.NONE, "LOG10", "log10($0)", 2, Smoothness.SMOOTH),
  LOG1P("log1p", Loops.INEXACT, Identity.NONE, "LOG1P", "log1p($0)", 2, Smoothness.SMOOTH),
  SIN("sin", Loops.INEXACT, Identity.NONE, "SIN", "sin($0)", 2, Smoothness.SMOOTH),
  COS("cos", Loops.INEXACT, Identity.NONE, "COS", "cos($0)", 2, Smoothness.SMOOTH),
  TAN("tan", Loops.INEXACT, Identity.NONE, "TAN", "tan($0)", 3, Smoothness.SMOOTH),
  ARCSIN("arcsin", Loops.INEXACT, Identity.NONE, "ASIN", "asin($0)", 3, Smoothness.SMOOTH),
  ARCCOS("arccos", Loops.INEXACT, Identity.NONE, "ACOS", "acos($0)", 3, Smoothness.SMOOTH),
  ARCTAN("arctan", Loops.INEXACT, Identity.NONE, "ATAN", "atan($0)", 2, Smoothness.SMOOTH),
  SINH("sinh", Loops.INEXACT, Identity.NONE, "SINH", "sinh($0)", 3, Smoothness.SMOOTH),
  COSH("cosh", Loops.INEXACT, Identity.NONE, "COSH", "cosh($0)", 3, Smoothness.SMOOTH),
  TANH("tanh", Loops.INEXACT, Identity.NONE, "TANH", "tanh($0)", 3, Smoothness.SMOOTH),
  ARCSINH("arcsinh", Loops.INEXACT, Identity.NONE, null, "asinh($0)", 3, Smoothness.SMOOTH),
  ARCCOSH("arccosh", Loops.INEXACT, Identity.NONE, null, "acosh($0)", 3, Smoothness.SMOOTH),
  ARCTANH("arctanh", Loops.INEXACT, Identity.NONE, null, "atanh($0)", 3, Smoothness.SMOOTH),
  RINT("rint", Loops.INEXACT, Identity.NONE, null, "rint($0)", 0, Smoothness.ZERO),
  FLOOR("floor", Loops.REALS_AND_BOOL, Identity.NONE, null, "floor($0)", 0, Smoothness.ZERO),
  CEIL("ceil", Loops.REALS_AND_BOOL, Identity.NONE, null, "ceil($0)", 0, Smoothness.ZERO),
  TRUNC("trunc", Loops.REALS_AND_BOOL, Identity.NONE, null, "trunc($0)", 0, Smoothness.ZERO),
  DEG2RAD("deg2rad", Loops.FLOATS, Identity.NONE, null, "pa_deg2rad($0)", 1, Smoothness.LINEAR),
  RAD2DEG("rad2deg", Loops.FLOATS, Identity.NONE, null, "pa_rad2deg($0)", 1, Smoothness.LINEAR),
  RADIANS("radians", Loops.FLOATS, Identity.NONE, null, "pa_deg2rad($0)", 1, Smoothness.LINEAR),
  DEGREES("degrees", Loops.FLOATS, Identity.NONE, null, "pa_rad2deg($0)", 1, Smoothness.LINEAR),
  SPACING("spacing", Loops.FLOATS, Identity.NONE, null, "pa_spacing($0)", 0, Smoothness.ZERO),
  INVERT("invert", Loops.BITS, Identity.NONE, "NOT", "pa_invert($0)", 0, Smoothness.ZERO),
  BITWISE_COUNT(
      "bitwise_count",
      Loops.BIT_COUNT,
      Identity.NONE,
      null,
      "pa_bitwise_count($0)",
      0,
      Smoothness.ZERO),
  LOGICAL_NOT(
      "logical_not", Loops.PREDICATE, Identity.NONE, null, "!pa_truth($0)", 0, Smoothness.ZERO),
  ISNAN("isnan", Loops.PREDICATE, Identity.NONE, null, "pa_isnan($0)", 0, Smoothness.ZERO),
  ISINF("isinf", Loops.PREDICATE, Identity.NONE, null, "pa_isinf($0)", 0, Smoothness.ZERO),
  ISFINITE("isfinite", Loops.PREDICATE, Identity.NONE, null, "pa_isfinite($0)", 0, Smoothness.ZERO),
  SIGNBIT(
      "signbit", Loops.FLOAT_PREDICATE, Identity.NONE, null, "pa_signbit($0)", 0, Smoothness.ZERO),
  MODF_FRACTION(
      "modf_fraction",
      Loops.FLOATS,
      Identity.NONE,
      null,
      "pa_modf_fraction($0)",
      0,
      Smoothness.LINEAR),
  MODF_INTEGRAL(
      "modf_integral", Loops.FLOATS, Identity.NONE, null, "trunc($0)", 0, Smoothness.ZERO),
  FREXP_MANTISSA(
      "frexp_mantissa",
      Loops.FLOATS,
      Identity.NONE,
      null,
      "pa_frexp_mantissa($0)",
      0,
      Smoothness.SMOOTH),
  FREXP_EXPONENT(
      "frexp_exponent",
      Loops.FLOAT_TO_INT,
      Identity.NONE,
      null,
      "pa_frexp_exponent($0)",
      0,
      Smoothness.ZERO),
  REAL("real", Loops.REAL_PART, Identity.NONE, null, "pa_real($0)", 0, Smoothness.LINEAR),
  IMAG("imag", Loops.REAL_PART, Identity.NONE, null, "pa_imag($0)", 0, Smoothness.LINEAR),
  MAKE_COMPLEX(
      "make_complex",
      Loops.MAKE_COMPLEX,
      Identity.NONE,
      null,
      "pa_complex($0,$1)",
      0,
      Smoothness.LINEAR),
  SELECT("select", Loops.SELECT, Identity.NONE, null, "$0?$1:$2", 0, Smoothness.LINEAR),
  CLIP(
      "clip",
      Loops.ALL_3,
      Identity.NONE,
      null,
      "pa_minimum(pa_maximum($0,$1),$2)",
      0,
      Smoothness.SMOOTH);

  /// The neutral element of an operation's reduction.
  public enum Identity {
    NONE,
    ZERO,
    ONE,
    ALL_ONES,
    NEGATIVE_INFINITY
  }

  /// What a gradient finds: a linear map, a derivative almost everywhere, or zero.
  public enum Smoothness {
    LINEAR,
    SMOOTH,
    ZERO
  }

  private final String numpyName;
  private final Loops loops;
  private final Identity identity;
  private final @Nullable String vectorOperator;
  private final String cuda;
  private final int ulps;
  private final Smoothness smoothness;

  ScalarOp(
      String numpyName,
      Loops loops,
      Identity identity,
      @Nullable String vectorOperator,
      String cuda,
      int ulps,
      Smoothness smoothness) {
    this.numpyName = numpyName;
    this.loops = loops;
    this.identity = identity;
    this.vectorOperator = vectorOperator;
    this.cuda = cuda;
    this.ulps = ulps;
    this.smoothness = smoothness;
  }

  /// NumPy's name of the ufunc, as its error messages spell it.
  public String numpyName() {
    return numpyName;
  }

  /// The name in Java's spelling: `floorDivide` for `floor_divide`.
  public String camelName() {
    StringBuilder name = new StringBuilder();
    for (String word : numpyName.split("_")) {
      name.append(
          name.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return name.toString();
  }

  public Loops loops() {
    return loops;
  }

  public int arity() {
    return loops.arity();
  }

  public Identity identity() {
    return identity;
  }

  /// The name of the constant in `VectorOperators` (or of the comparison) that computes this
  /// operation on lanes, or null where it must be built from others or done by scalars.
  public @Nullable String vectorOperator() {
    return vectorOperator;
  }

  /// CUDA C for the operation on `$0`, `$1` and `$2`; names with `pa_` are overloaded device
  /// functions of the CUDA engine's prelude.
  public String cuda() {
    return cuda;
  }

  /// How many units in the last place an engine's float result may differ from NumPy's.
  public int ulps() {
    return ulps;
  }

  public Smoothness smoothness() {
    return smoothness;
  }

  /// True of the operations that regroup freely: a reduction may combine elements in any order.
  public boolean isAssociative() {
    return switch (this) {
      case ADD, MULTIPLY, MAXIMUM, MINIMUM, FMAX, FMIN, LOGADDEXP, LOGADDEXP2, HYPOT, GCD, LCM ->
          true;
      case BITWISE_AND, BITWISE_OR, BITWISE_XOR, LOGICAL_AND, LOGICAL_OR, LOGICAL_XOR -> true;
      default -> false;
    };
  }
}
