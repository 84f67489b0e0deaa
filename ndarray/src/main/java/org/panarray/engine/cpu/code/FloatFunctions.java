package org.panarray.engine.cpu.code;

import java.lang.constant.ClassDesc;
import org.panarray.prim.ScalarOp;

/// Which static methods compute the operations that are functions of doubles or complex numbers.
public final class FloatFunctions {
  private FloatFunctions() {}

  /// A static method from doubles to double.
  record Function(ClassDesc owner, String name) {}

  private static Function math(String name) {
    return new Function(Descriptors.MATH, name);
  }

  private static Function floatMath(String name) {
    return new Function(Descriptors.FLOAT_MATH, name);
  }

  static Function of(ScalarOp op) {
    return switch (op) {
      case ARCTAN2 -> math("atan2");
      case HYPOT -> new Function(Descriptors.SCALAR_MATH, "hypot");
      case COPYSIGN -> math("copySign");
      case SQRT -> math("sqrt");
      case CBRT -> math("cbrt");
      case EXP -> math("exp");
      case EXPM1 -> math("expm1");
      case LOG -> math("log");
      case LOG10 -> math("log10");
      case LOG1P -> math("log1p");
      case SIN -> math("sin");
      case COS -> math("cos");
      case TAN -> math("tan");
      case ARCSIN -> math("asin");
      case ARCCOS -> math("acos");
      case ARCTAN -> math("atan");
      case SINH -> math("sinh");
      case COSH -> math("cosh");
      case TANH -> math("tanh");
      case RINT -> math("rint");
      case FLOOR -> math("floor");
      case CEIL -> math("ceil");
      case POWER, FLOAT_POWER -> floatMath("power");
      case LOGADDEXP -> floatMath("logAddExp");
      case LOGADDEXP2 -> floatMath("logAddExp2");
      case ARCSINH -> floatMath("asinh");
      case ARCCOSH -> floatMath("acosh");
      case ARCTANH -> floatMath("atanh");
      case TRUNC, MODF_INTEGRAL -> floatMath("trunc");
      case HEAVISIDE, SIGN, EXP2, LOG2, MODF_FRACTION, FREXP_MANTISSA -> floatMath(op.camelName());
      default -> throw new IllegalStateException(op + " is no function of doubles");
    };
  }

  static String complexName(ScalarOp op) {
    return switch (op) {
      case FLOAT_POWER -> "power";
      case ARCSIN -> "asin";
      case ARCCOS -> "acos";
      case ARCTAN -> "atan";
      case ARCSINH -> "asinh";
      case ARCCOSH -> "acosh";
      case ARCTANH -> "atanh";
      default -> op.camelName();
    };
  }
}
