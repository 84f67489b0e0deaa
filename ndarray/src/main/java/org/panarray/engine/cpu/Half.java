package org.panarray.engine.cpu;

/// Conversions to IEEE 754 binary16 that the JDK lacks.
public final class Half {
  private Half() {}

  /// The nearest half, ties to even, rounded once: going through `float` would round twice.
  public static short fromDouble(double value) {
    float narrowed = (float) value;
    if (narrowed != value && !Double.isNaN(value) && !Float.isInfinite(narrowed)) {
      // Round to odd: an inexact float whose last bit is even moves one step towards the value,
      // so that the rounding to half that follows cannot mistake it for a tie.
      int bits = Float.floatToRawIntBits(narrowed);
      if ((bits & 1) == 0) {
        boolean away = Math.abs(value) > Math.abs((double) narrowed);
        narrowed = Float.intBitsToFloat(away ? bits + 1 : bits - 1);
      }
    }
    return Float.floatToFloat16(narrowed);
  }
}
