package org.panarray.engine.cpu.kernel;

import org.jspecify.annotations.Nullable;
import org.panarray.prim.ElementType;
import org.panarray.prim.FloatFormat;

/// How the bits of a floating-point number, as a whole number with its sign, tell its place in the
/// order: larger ones are larger, but among the negative ones it is the other way round.
///
/// @param magnitude the bits below the sign
/// @param infinity the magnitude of infinity; larger ones are NaN
record FloatBits(long magnitude, long infinity) {

  /// That of a real type, or null where the whole number is the key.
  static @Nullable FloatBits of(ElementType type) {
    if (type.isComplex()) {
      throw new IllegalArgumentException(type + " has two parts");
    }
    if (!type.isFloat()) {
      return null;
    }
    FloatFormat format = type.format();
    long magnitude = (1L << format.bits() - 1) - 1;
    return new FloatBits(magnitude, magnitude & -(1L << format.mantissaBits()));
  }
}
