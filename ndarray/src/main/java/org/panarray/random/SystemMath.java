package org.panarray.random;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The transcendental functions of the platform's C library.
///
/// NumPy's streams are defined by the C library under NumPy: `normal` of the legacy generator takes
/// a logarithm for every pair. Against glibc's, the last bit of `Math.log` differs in 0.08 % of the
/// results, of `Math.exp` in 0.24 % and of `Math.pow` in 0.11 % (of `StrictMath` in 7 to 10 %). So the
/// very same functions are called; where they cannot be bound (native access is denied), `Math`
/// takes their place.
final class SystemMath {
  private static final FunctionDescriptor UNARY = descriptor(ValueLayout.JAVA_DOUBLE, 1);
  private static final FunctionDescriptor BINARY = descriptor(ValueLayout.JAVA_DOUBLE, 2);
  private static final FunctionDescriptor UNARY_FLOAT = descriptor(ValueLayout.JAVA_FLOAT, 1);
  private static final FunctionDescriptor BINARY_FLOAT = descriptor(ValueLayout.JAVA_FLOAT, 2);

  private static final @Nullable MethodHandle LOG = bound("log", UNARY);
  private static final @Nullable MethodHandle LOG1P = bound("log1p", UNARY);
  private static final @Nullable MethodHandle EXP = bound("exp", UNARY);
  private static final @Nullable MethodHandle EXPM1 = bound("expm1", UNARY);
  private static final @Nullable MethodHandle COS = bound("cos", UNARY);
  private static final @Nullable MethodHandle ACOS = bound("acos", UNARY);
  private static final @Nullable MethodHandle POW = bound("pow", BINARY);
  private static final @Nullable MethodHandle LOGF = bound("logf", UNARY_FLOAT);
  private static final @Nullable MethodHandle LOG1PF = bound("log1pf", UNARY_FLOAT);
  private static final @Nullable MethodHandle EXPF = bound("expf", UNARY_FLOAT);
  private static final @Nullable MethodHandle POWF = bound("powf", BINARY_FLOAT);

  private SystemMath() {}

  /// Whether the C library answers, that is, whether streams are NumPy's to the last bit.
  static boolean isNative() {
    return LOG != null && LOG1P != null && EXP != null && EXPM1 != null && POW != null;
  }

  static double log(double x) {
    return LOG == null ? Math.log(x) : call(LOG, x);
  }

  static double log1p(double x) {
    return LOG1P == null ? Math.log1p(x) : call(LOG1P, x);
  }

  static double exp(double x) {
    return EXP == null ? Math.exp(x) : call(EXP, x);
  }

  static double expm1(double x) {
    return EXPM1 == null ? Math.expm1(x) : call(EXPM1, x);
  }

  static double cos(double x) {
    return COS == null ? Math.cos(x) : call(COS, x);
  }

  static double acos(double x) {
    return ACOS == null ? Math.acos(x) : call(ACOS, x);
  }

  static double pow(double x, double y) {
    if (POW == null) {
      return Math.pow(x, y);
    }
    try {
      return (double) POW.invokeExact(x, y);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  static float log(float x) {
    return LOGF == null ? (float) Math.log(x) : call(LOGF, x);
  }

  static float log1p(float x) {
    return LOG1PF == null ? (float) Math.log1p(x) : call(LOG1PF, x);
  }

  static float exp(float x) {
    return EXPF == null ? (float) Math.exp(x) : call(EXPF, x);
  }

  static float pow(float x, float y) {
    if (POWF == null) {
      return (float) Math.pow(x, y);
    }
    try {
      return (float) POWF.invokeExact(x, y);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  private static double call(MethodHandle function, double x) {
    try {
      return (double) function.invokeExact(x);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  private static float call(MethodHandle function, float x) {
    try {
      return (float) function.invokeExact(x);
    } catch (Throwable e) {
      throw impossible(e);
    }
  }

  private static AssertionError impossible(Throwable e) {
    return new AssertionError("a function of the C library cannot throw", e);
  }

  private static FunctionDescriptor descriptor(MemoryLayout type, int arguments) {
    return arguments == 1
        ? FunctionDescriptor.of(type, type)
        : FunctionDescriptor.of(type, type, type);
  }

  // The functions return within nanoseconds and call nothing back, which is what `critical` asks.
  private static @Nullable MethodHandle bound(String name, FunctionDescriptor descriptor) {
    try {
      Linker linker = Linker.nativeLinker();
      SymbolLookup lookup = linker.defaultLookup();
      return Optional.of(lookup)
          .flatMap(l -> l.find(name))
          .map(f -> linker.downcallHandle(f, descriptor, Linker.Option.critical(false)))
          .orElse(null);
    } catch (IllegalCallerException | UnsupportedOperationException e) {
      return null;
    }
  }
}
