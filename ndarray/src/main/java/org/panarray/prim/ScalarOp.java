package org.panarray.prim;

import static org.panarray.prim.ScalarOp.Identity.ALL_ONES;
import static org.panarray.prim.ScalarOp.Identity.NEGATIVE_INFINITY;
import static org.panarray.prim.ScalarOp.Identity.NONE;
import static org.panarray.prim.ScalarOp.Identity.ONE;
import static org.panarray.prim.ScalarOp.Smoothness.CHOICE;
import static org.panarray.prim.ScalarOp.Smoothness.SMOOTH;
import static org.panarray.prim.ScalarOp.Smoothness.ZERO;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The table of scalar operations: one row per operation, read by the CPU kernels, the CUDA
/// kernels, the interpreter, the gradients and the tests.
///
/// A row is data only: 90 constants with two lambdas each cost 100 ms at class initialisation, 0.7
/// ms without (measured). What an operation computes is an exhaustive switch over this type:
/// [Reference] for the value, [Pullback] for the derivative.
public enum ScalarOp {
  ADD("add", Loops.ALL_2, Identity.ZERO, "ADD", "$0+$1", 0, SMOOTH),
  SUBTRACT("subtract", Loops.NUMBERS_2, NONE, "SUB", "$0-$1", 0, SMOOTH),
  MULTIPLY("multiply", Loops.ALL_2, ONE, "MUL", "$0*$1", 0, SMOOTH),
  DIVIDE("divide", Loops.DIVIDE, NONE, "DIV", "$0/$1", 0, SMOOTH),
  FLOOR_DIVIDE("floor_divide", Loops.REALS_2, NONE, null, "pa_floor_divide($0,$1)", 0, ZERO),
  REMAINDER("remainder", Loops.REALS_2, NONE, null, "pa_remainder($0,$1)", 0, SMOOTH),
  FMOD("fmod", Loops.REALS_2, NONE, null, "pa_fmod($0,$1)", 0, SMOOTH),
  POWER("power", Loops.NUMBERS_2, ONE, null, "pa_power($0,$1)", 2, SMOOTH),
  FLOAT_POWER("float_power", Loops.DOUBLES_2, NONE, null, "pa_power($0,$1)", 2, SMOOTH),
  MAXIMUM("maximum", Loops.ALL_2, NONE, null, "pa_maximum($0,$1)", 0, CHOICE),
  MINIMUM("minimum", Loops.ALL_2, NONE, null, "pa_minimum($0,$1)", 0, CHOICE),
  FMAX("fmax", Loops.ALL_2, NONE, null, "pa_fmax($0,$1)", 0, CHOICE),
  FMIN("fmin", Loops.ALL_2, NONE, null, "pa_fmin($0,$1)", 0, CHOICE),
  ARCTAN2("arctan2", Loops.FLOATS_2, NONE, null, "atan2($0,$1)", 2, SMOOTH),
  HYPOT("hypot", Loops.FLOATS_2, Identity.ZERO, null, "hypot($0,$1)", 2, SMOOTH),
  COPYSIGN("copysign", Loops.FLOATS_2, NONE, null, "copysign($0,$1)", 0, SMOOTH),
  NEXTAFTER("nextafter", Loops.FLOATS_2, NONE, null, "nextafter($0,$1)", 0, SMOOTH),
  HEAVISIDE("heaviside", Loops.FLOATS_2, NONE, null, "pa_heaviside($0,$1)", 0, ZERO),
  LOGADDEXP("logaddexp", Loops.FLOATS_2, NEGATIVE_INFINITY, null, "pa_logaddexp($0,$1)", 4, SMOOTH),
  LOGADDEXP2(
      "logaddexp2", Loops.FLOATS_2, NEGATIVE_INFINITY, null, "pa_logaddexp2($0,$1)", 4, SMOOTH),
  LDEXP("ldexp", Loops.LDEXP, NONE, null, "ldexp($0,$1)", 0, SMOOTH),
  GCD("gcd", Loops.INTEGERS_2, Identity.ZERO, null, "pa_gcd($0,$1)", 0, ZERO),
  LCM("lcm", Loops.INTEGERS_2, NONE, null, "pa_lcm($0,$1)", 0, ZERO),
  BITWISE_AND("bitwise_and", Loops.BITS_2, ALL_ONES, "AND", "$0&$1", 0, ZERO),
  BITWISE_OR("bitwise_or", Loops.BITS_2, Identity.ZERO, "OR", "$0|$1", 0, ZERO),
  BITWISE_XOR("bitwise_xor", Loops.BITS_2, Identity.ZERO, "XOR", "$0^$1", 0, ZERO),
  LEFT_SHIFT("left_shift", Loops.INTEGERS_2, NONE, null, "pa_left_shift($0,$1)", 0, ZERO),
  RIGHT_SHIFT("right_shift", Loops.INTEGERS_2, NONE, null, "pa_right_shift($0,$1)", 0, ZERO),
  EQUAL("equal", Loops.COMPARE, NONE, "EQ", "$0==$1", 0, ZERO),
  NOT_EQUAL("not_equal", Loops.COMPARE, NONE, "NE", "$0!=$1", 0, ZERO),
  LESS("less", Loops.COMPARE, NONE, "LT", "$0<$1", 0, ZERO),
  LESS_EQUAL("less_equal", Loops.COMPARE, NONE, "LE", "$0<=$1", 0, ZERO),
  GREATER("greater", Loops.COMPARE, NONE, "GT", "$0>$1", 0, ZERO),
  GREATER_EQUAL("greater_equal", Loops.COMPARE, NONE, "GE", "$0>=$1", 0, ZERO),
  LOGICAL_AND("logical_and", Loops.LOGICAL_2, ONE, null, "pa_truth($0)&&pa_truth($1)", 0, ZERO),
  LOGICAL_OR(
      "logical_or", Loops.LOGICAL_2, Identity.ZERO, null, "pa_truth($0)||pa_truth($1)", 0, ZERO),
  LOGICAL_XOR(
      "logical_xor", Loops.LOGICAL_2, Identity.ZERO, null, "pa_truth($0)!=pa_truth($1)", 0, ZERO),
  NEGATIVE("negative", Loops.NUMBERS, NONE, "NEG", "-$0", 0, SMOOTH),
  POSITIVE("positive", Loops.NUMBERS, NONE, null, "$0", 0, SMOOTH),
  ABSOLUTE("absolute", Loops.ABSOLUTE, NONE, "ABS", "pa_absolute($0)", 2, SMOOTH),
  FABS("fabs", Loops.FLOATS, NONE, "ABS", "fabs($0)", 0, SMOOTH),
  SIGN("sign", Loops.NUMBERS, NONE, null, "pa_sign($0)", 0, SMOOTH),
  SQUARE("square", Loops.NUMBERS, NONE, null, "$0*$0", 0, SMOOTH),
  RECIPROCAL("reciprocal", Loops.NUMBERS, NONE, null, "pa_reciprocal($0)", 0, SMOOTH),
  CONJUGATE("conjugate", Loops.NUMBERS, NONE, null, "pa_conjugate($0)", 0, SMOOTH),
  SQRT("sqrt", Loops.INEXACT, NONE, "SQRT", "sqrt($0)", 1, SMOOTH),
  CBRT("cbrt", Loops.FLOATS, NONE, "CBRT", "cbrt($0)", 2, SMOOTH),
  EXP("exp", Loops.INEXACT, NONE, "EXP", "exp($0)", 2, SMOOTH),
  EXP2("exp2", Loops.INEXACT, NONE, null, "exp2($0)", 2, SMOOTH),
  EXPM1("expm1", Loops.INEXACT, NONE, "EXPM1", "expm1($0)", 2, SMOOTH),
  LOG("log", Loops.INEXACT, NONE, "LOG", "log($0)", 2, SMOOTH),
  LOG2("log2", Loops.INEXACT, NONE, null, "log2($0)", 2, SMOOTH),
  LOG10("log10", Loops.INEXACT, NONE, "LOG10", "log10($0)", 2, SMOOTH),
  LOG1P("log1p", Loops.INEXACT, NONE, "LOG1P", "log1p($0)", 2, SMOOTH),
  SIN("sin", Loops.INEXACT, NONE, "SIN", "sin($0)", 2, SMOOTH),
  COS("cos", Loops.INEXACT, NONE, "COS", "cos($0)", 2, SMOOTH),
  TAN("tan", Loops.INEXACT, NONE, "TAN", "tan($0)", 3, SMOOTH),
  ARCSIN("arcsin", Loops.INEXACT, NONE, "ASIN", "asin($0)", 3, SMOOTH),
  ARCCOS("arccos", Loops.INEXACT, NONE, "ACOS", "acos($0)", 3, SMOOTH),
  ARCTAN("arctan", Loops.INEXACT, NONE, "ATAN", "atan($0)", 2, SMOOTH),
  SINH("sinh", Loops.INEXACT, NONE, "SINH", "sinh($0)", 3, SMOOTH),
  COSH("cosh", Loops.INEXACT, NONE, "COSH", "cosh($0)", 3, SMOOTH),
  TANH("tanh", Loops.INEXACT, NONE, "TANH", "tanh($0)", 3, SMOOTH),
  ARCSINH("arcsinh", Loops.INEXACT, NONE, null, "asinh($0)", 3, SMOOTH),
  ARCCOSH("arccosh", Loops.INEXACT, NONE, null, "acosh($0)", 3, SMOOTH),
  ARCTANH("arctanh", Loops.INEXACT, NONE, null, "atanh($0)", 3, SMOOTH),
  RINT("rint", Loops.INEXACT, NONE, null, "rint($0)", 0, ZERO),
  FLOOR("floor", Loops.REALS_AND_BOOL, NONE, null, "floor($0)", 0, ZERO),
  CEIL("ceil", Loops.REALS_AND_BOOL, NONE, null, "ceil($0)", 0, ZERO),
  TRUNC("trunc", Loops.REALS_AND_BOOL, NONE, null, "trunc($0)", 0, ZERO),
  DEG2RAD("deg2rad", Loops.FLOATS, NONE, null, "pa_deg2rad($0)", 1, SMOOTH),
  RAD2DEG("rad2deg", Loops.FLOATS, NONE, null, "pa_rad2deg($0)", 1, SMOOTH),
  RADIANS("radians", Loops.FLOATS, NONE, null, "pa_deg2rad($0)", 1, SMOOTH),
  DEGREES("degrees", Loops.FLOATS, NONE, null, "pa_rad2deg($0)", 1, SMOOTH),
  SPACING("spacing", Loops.FLOATS, NONE, null, "pa_spacing($0)", 0, ZERO),
  INVERT("invert", Loops.BITS, NONE, "NOT", "pa_invert($0)", 0, ZERO),
  BITWISE_COUNT("bitwise_count", Loops.BIT_COUNT, NONE, null, "pa_bitwise_count($0)", 0, ZERO),
  LOGICAL_NOT("logical_not", Loops.PREDICATE, NONE, null, "!pa_truth($0)", 0, ZERO),
  ISNAN("isnan", Loops.PREDICATE, NONE, null, "pa_isnan($0)", 0, ZERO),
  ISINF("isinf", Loops.PREDICATE, NONE, null, "pa_isinf($0)", 0, ZERO),
  ISFINITE("isfinite", Loops.PREDICATE, NONE, null, "pa_isfinite($0)", 0, ZERO),
  SIGNBIT("signbit", Loops.FLOAT_PREDICATE, NONE, null, "pa_signbit($0)", 0, ZERO),
  MODF_FRACTION("modf_fraction", Loops.FLOATS, NONE, null, "pa_modf_fraction($0)", 0, SMOOTH),
  MODF_INTEGRAL("modf_integral", Loops.FLOATS, NONE, null, "trunc($0)", 0, ZERO),
  FREXP_MANTISSA("frexp_mantissa", Loops.FLOATS, NONE, null, "pa_frexp_mantissa($0)", 0, SMOOTH),
  FREXP_EXPONENT(
      "frexp_exponent", Loops.FLOAT_TO_INT, NONE, null, "pa_frexp_exponent($0)", 0, ZERO),
  REAL("real", Loops.REAL_PART, NONE, null, "pa_real($0)", 0, SMOOTH),
  IMAG("imag", Loops.REAL_PART, NONE, null, "pa_imag($0)", 0, SMOOTH),
  MAKE_COMPLEX("make_complex", Loops.MAKE_COMPLEX, NONE, null, "pa_complex($0,$1)", 0, SMOOTH),
  SELECT("select", Loops.SELECT, NONE, null, "$0?$1:$2", 0, CHOICE),
  CLIP("clip", Loops.ALL_3, NONE, null, "pa_minimum(pa_maximum($0,$1),$2)", 0, CHOICE);

  /// The neutral element of an operation's reduction.
  public enum Identity {
    NONE,
    ZERO,
    ONE,
    ALL_ONES,
    NEGATIVE_INFINITY
  }

  /// What a gradient finds: a derivative almost everywhere; that of the one operand that was
  /// chosen; or zero wherever the function does not jump. Tests hold each row to its word.
  public enum Smoothness {
    SMOOTH,
    CHOICE,
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

  /// The loop that NumPy runs for inputs of these types, or null where it has none.
  public Loops.@Nullable Loop loopFor(ElementType... types) {
    return switch (this) {
      // these have no loop for bools, and refuse to search among the integers
      case SUBTRACT, NEGATIVE, POSITIVE, SIGN, GCD, LCM ->
          allBool(types) ? null : loops.resolve(types);
      default -> loops.resolve(types);
    };
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
