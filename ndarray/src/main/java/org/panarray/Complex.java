package org.panarray;

import org.panarray.prim.FloatFormat;
import org.panarray.text.ScalarText;

/// A complex number; as an argument it is a weak Python `complex`.
///
/// @param real the real part
/// @param imag the imaginary part
public record Complex(double real, double imag) {
  public static final Complex I = new Complex(0, 1);

  /// `complex(re, im)`.
  public static Complex of(double real, double imag) {
    return new Complex(real, imag);
  }

  /// As Python prints a complex number: `(1+2j)`, or `2j` where the real part is a positive zero.
  @Override
  public String toString() {
    return ScalarText.str(real, imag, FloatFormat.FLOAT64);
  }
}
