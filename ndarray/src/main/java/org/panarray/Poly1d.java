package org.panarray;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;
import org.panarray.internal.polynomial.PolynomialText;
import org.panarray.internal.shaping.Reshaping;
import org.panarray.result.Divmod;

/// A polynomial of one variable, as `numpy.poly1d`.
///
/// ```java
/// Poly1d p = np.poly1d(new int[] {1, 2, 3});
/// p.call(2) // 11
/// p.times(p).deriv().coeffs() // [ 4 12 20 12]
/// ```
///
/// @see <a href="https://numpy.org/doc/2.4/reference/generated/numpy.poly1d.html">numpy.poly1d</a>
public final class Poly1d {
  private final NDArray coefficients;
  private final String variable;

  public Poly1d(NDArray given, String variable) {
    NDArray line = Np.np.atleast1d(given);
    if (line.ndim() > 1) {
      throw new ValueError("Polynomial must be 1d only.");
    }
    NDArray trimmed = Reshaping.trimmed(line, "f", null);
    this.coefficients = trimmed.size() > 0 ? trimmed : Np.np.zeros(new long[] {1}, line.dtype());
    this.variable = variable;
  }

  /// The coefficients, highest power first, without zeros in front.
  public NDArray coeffs() {
    return coefficients;
  }

  /// Another name of [#coeffs].
  public NDArray c() {
    return coefficients;
  }

  /// Another name of [#coeffs].
  public NDArray coef() {
    return coefficients;
  }

  /// Another name of [#coeffs].
  public NDArray coefficients() {
    return coefficients;
  }

  /// The degree.
  public long order() {
    return coefficients.size() - 1;
  }

  /// Another name of [#order].
  public long o() {
    return order();
  }

  /// The zeros, as [Np#roots].
  public NDArray roots() {
    return Np.np.roots(coefficients);
  }

  /// Another name of [#roots].
  public NDArray r() {
    return roots();
  }

  /// What the variable is called in print.
  public String variable() {
    return variable;
  }

  /// The values at `x`, as [Np#polyval]; Python's `p(x)`.
  public NDArray call(Object x) {
    return Np.np.polyval(coefficients, x);
  }

  /// The coefficient of a power, zero beyond the degree; Python's `p[power]`.
  public NDArray get(long power) {
    return power < 0 || power > order()
        ? Np.np.zeros(new long[0], coefficients.dtype())
        : coefficients.get(order() - power);
  }

  /// `this + other`.
  public Poly1d plus(Object other) {
    return made(Np.np.polyadd(coefficients, coefficientsOf(other)));
  }

  /// `this - other`.
  public Poly1d minus(Object other) {
    return made(Np.np.polysub(coefficients, coefficientsOf(other)));
  }

  /// `this * other`.
  public Poly1d times(Object other) {
    return made(Np.np.polymul(coefficients, coefficientsOf(other)));
  }

  /// `this / other`: quotient and remainder.
  public List<Poly1d> div(Object other) {
    Divmod parts = Np.np.polydiv(coefficients, coefficientsOf(other));
    return List.of(made(parts.quotient()), made(parts.remainder()));
  }

  /// `-this`.
  public Poly1d unaryMinus() {
    return made(coefficients.unaryMinus());
  }

  /// `this ** power`.
  ///
  /// @throws ValueError `Power to non-negative integers only.`
  /// @throws org.panarray.error.MemoryError where there is no room for the result
  public Poly1d pow(int power) {
    if (power < 0) {
      throw new ValueError("Power to non-negative integers only.");
    }
    requireRoom(order() * power + 1);
    Poly1d result = made(Np.np.array(new long[] {1}));
    for (int i = 0; i < power; i++) {
      result = result.times(this);
    }
    return result;
  }

  /// So many products are made one after the other that a result without room is told of first.
  private void requireRoom(long size) {
    try (MemoryScope _ = Np.np.scope()) {
      NDArray _ = Np.np.empty(new long[] {size}, coefficients.dtype());
    }
  }

  /// The derivative, `m` times.
  public Poly1d deriv(int m) {
    return made(Np.np.polyder(coefficients, m));
  }

  /// The derivative.
  public Poly1d deriv() {
    return deriv(1);
  }

  /// The integral, `m` times, with constants `k` as in [Np#polyint(Object, int, Object)].
  public Poly1d integ(int m, @Nullable Object k) {
    return made(Np.np.polyint(coefficients, m, k));
  }

  /// The integral with a constant of zero.
  public Poly1d integ() {
    return integ(1, null);
  }

  private static Object coefficientsOf(Object other) {
    return other instanceof Poly1d polynomial ? polynomial.coefficients : other;
  }

  private static Poly1d made(NDArray coefficients) {
    return new Poly1d(coefficients, "x");
  }

  /// Whether the coefficients are equal, of whatever types, as NumPy's `==`: -0.0 equals 0.0, and a
  /// polynomial with NaN equals no other; itself it does, as Java demands.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Poly1d polynomial
            && Np.np.arrayEqual(coefficients, polynomial.coefficients);
  }

  @Override
  public int hashCode() {
    double[] parts = coefficients.real().astype(DType.FLOAT64).toDoubleArray();
    int hash = parts.length;
    for (double part : parts) {
      hash = 31 * hash + Double.hashCode(part + 0.0); // so that -0.0 has the hash of 0.0
    }
    return hash;
  }

  /// As NumPy's `repr`: `poly1d([1, 2, 3])`.
  public String repr() {
    String array = coefficients.repr();
    return "poly1d(" + array.substring("array(".length());
  }

  /// As NumPy's `str`: powers stand on a line above.
  @Override
  public String toString() {
    return PolynomialText.of(coefficients, variable);
  }
}
