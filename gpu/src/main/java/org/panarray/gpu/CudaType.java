package org.panarray.gpu;

import org.panarray.prim.ElementType;
import org.panarray.prim.FloatFormat;
import org.panarray.prim.FloatMath;

/// How CUDA C spells element types and their values.
final class CudaType {
  private CudaType() {}

  /// The type of a value in a register.
  static String value(ElementType type) {
    if (type.isNarrowFloat()) {
      FloatFormat format = type.format();
      return "pa_narrow<" + format.exponentBits() + ", " + format.mantissaBits() + ">";
    }
    return switch (type) {
      case BOOL -> "bool";
      case INT8 -> "pa_i8";
      case UINT8 -> "pa_u8";
      case INT16 -> "pa_i16";
      case UINT16 -> "pa_u16";
      case INT32 -> "int";
      case UINT32 -> "pa_u32";
      case INT64 -> "pa_i64";
      case UINT64 -> "pa_u64";
      case FLOAT32 -> "float";
      case FLOAT64 -> "double";
      case COMPLEX64 -> "pa_c64";
      case COMPLEX128 -> "pa_c128";
      default -> throw new IllegalArgumentException(type + " is not spelled in CUDA C");
    };
  }

  /// The type of a value in memory. A byte of a bool array may be any byte; what is not 0 is true.
  static String stored(ElementType type) {
    return type == ElementType.BOOL ? "pa_u8" : value(type);
  }

  /// A type of that many bytes, for kernels that only move elements.
  static ElementType ofSize(int bytes) {
    return switch (bytes) {
      case 1 -> ElementType.UINT8;
      case 2 -> ElementType.UINT16;
      case 4 -> ElementType.UINT32;
      case 8 -> ElementType.UINT64;
      case 16 -> ElementType.COMPLEX128;
      default -> throw new IllegalArgumentException("no element has " + bytes + " bytes");
    };
  }

  /// A literal; for a complex type the real part.
  static String literal(double value, ElementType type) {
    return switch (type.kind()) {
      case BOOL -> value != 0 ? "true" : "false";
      case SIGNED, UNSIGNED -> integer(value, type);
      case FLOAT ->
          switch (type.format().bits()) {
            case 16 -> value(type) + "::of(" + real(value) + ")";
            case 32 -> "(float)" + real(value);
            default -> real(value);
          };
      case COMPLEX -> {
        String part = literal(value, type.realPart());
        yield value(type) + "{" + part + ", 0}";
      }
    };
  }

  private static String integer(double value, ElementType type) {
    long bits = FloatMath.toInteger(value, type);
    return "(" + value(type) + ")0x" + Long.toHexString(bits) + "ULL";
  }

  private static String real(double value) {
    if (Double.isNaN(value)) {
      return "pa_nan()";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "pa_inf()" : "(-pa_inf())";
    }
    return "(" + Double.toHexString(value) + ")";
  }

  /// `text`, a value of type `from`, as a value of type `to`: NumPy's `astype`.
  static String cast(String text, ElementType from, ElementType to) {
    if (from == to) {
      return text;
    }
    if (from.isNarrowFloat()) {
      return cast("pa_float(" + text + ")", ElementType.FLOAT32, to);
    }
    if (from.isComplex() && !to.isComplex() && !to.isBool()) {
      return cast("(" + text + ").re", from.realPart(), to);
    }
    if (to.isNarrowFloat()) {
      // NumPy goes from an integer to a half by way of a float.
      return value(to) + "::of(" + (from.isFloat() ? text : "(float)(" + text + ")") + ")";
    }
    return switch (to) {
      case BOOL -> from.isComplex() ? "pa_truth(" + text + ")" : "((" + text + ") != 0)";
      case INT8, INT16, INT32, UINT8, UINT16 -> toInteger(text, from, to, "pa_int32");
      case UINT32, INT64 -> toInteger(text, from, to, "pa_int64");
      case UINT64 -> toInteger(text, from, to, "pa_uint64");
      case FLOAT32, FLOAT64 -> "(" + value(to) + ")(" + text + ")";
      default -> toComplex(text, from, to);
    };
  }

  private static String toInteger(String text, ElementType from, ElementType to, String function) {
    return from.isFloat()
        ? "(" + value(to) + ")" + function + "(" + text + ")"
        : "(" + value(to) + ")(" + text + ")";
  }

  private static String toComplex(String text, ElementType from, ElementType to) {
    String part = value(to.realPart());
    return from.isComplex()
        ? "%s{(%s)(%s).re, (%s)(%s).im}".formatted(value(to), part, text, part, text)
        : "%s{(%s)(%s), 0}".formatted(value(to), part, text);
  }
}
