package org.panarray.prim;

/// A pair of parts that complex arithmetic passes around; escape analysis removes it in hot code.
public record ComplexNumber(double re, double im) {
  static final ComplexNumber ZERO = new ComplexNumber(0, 0);
  static final ComplexNumber ONE = new ComplexNumber(1, 0);
  static final ComplexNumber NAN = new ComplexNumber(Double.NaN, Double.NaN);

  ComplexNumber times(double factor) {
    return new ComplexNumber(re * factor, im * factor);
  }

  /// The product with the imaginary unit.
  ComplexNumber timesI() {
    return new ComplexNumber(-im, re);
  }

  /// The quotient by the imaginary unit.
  ComplexNumber overI() {
    return new ComplexNumber(im, -re);
  }
}
