package org.panarray.engine.cpu;

/// Numbers of two doubles, some 104 binary digits, and functions of them by plain series: slow,
/// obvious, and with twice the digits of what they judge (T. J. Dekker, 1971).
record Doubled(double high, double low) {
  private static final Doubled LOG_2 = new Doubled(0.6931471805599453, 2.3190468138462996e-17);
  private static final double[] QUARTER = {
    1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33
  };

  static Doubled of(double value) {
    return new Doubled(value, 0);
  }

  /// The sum of two doubles, exactly.
  static Doubled sum(double a, double b) {
    double sum = a + b;
    double back = sum - a;
    return new Doubled(sum, (a - (sum - back)) + (b - back));
  }

  /// The product of two doubles, exactly.
  static Doubled product(double a, double b) {
    double product = a * b;
    return new Doubled(product, Math.fma(a, b, -product));
  }

  Doubled plus(Doubled other) {
    Doubled first = sum(high, other.high);
    Doubled second = sum(low, other.low);
    Doubled near = sum(first.high, first.low + second.high);
    return sum(near.high, near.low + second.low);
  }

  Doubled plus(double other) {
    return plus(of(other));
  }

  Doubled negative() {
    return new Doubled(-high, -low);
  }

  Doubled minus(Doubled other) {
    return plus(other.negative());
  }

  Doubled times(Doubled other) {
    Doubled product = product(high, other.high);
    return sum(product.high, product.low + (high * other.low + low * other.high));
  }

  Doubled times(double other) {
    return times(of(other));
  }

  Doubled over(Doubled other) {
    double near = high / other.high;
    Doubled rest = minus(other.times(near));
    double second = rest.high / other.high;
    Doubled further = rest.minus(other.times(second));
    return sum(near, second).plus(further.high / other.high);
  }

  Doubled root() {
    if (high <= 0) {
      return of(Math.sqrt(high));
    }
    double near = Math.sqrt(high);
    Doubled rest = minus(product(near, near));
    return sum(near, rest.high / (2 * near));
  }

  /// `exp(x) - 1` by its series, of arguments below a half.
  private Doubled series() {
    Doubled term = this;
    Doubled total = this;
    for (int k = 2; k < 30; k++) {
      term = term.times(this).over(of(k));
      total = total.plus(term);
    }
    return total;
  }

  Doubled exp() {
    double whole = Math.rint(high / LOG_2.high);
    Doubled rest = minus(LOG_2.times(whole));
    Doubled near = rest.series().plus(1);
    int n = (int) whole;
    return new Doubled(Math.scalb(near.high, n), Math.scalb(near.low, n));
  }

  Doubled expm1() {
    return Math.abs(high) < 0.4 ? series() : exp().plus(-1);
  }

  /// By Newton's steps on [#exp].
  Doubled log() {
    Doubled y = of(StrictMath.log(high));
    for (int k = 0; k < 2; k++) {
      y = y.plus(times(y.negative().exp()).plus(-1));
    }
    return y;
  }

  /// By Newton's steps on [#expm1].
  Doubled log1p() {
    Doubled y = of(StrictMath.log1p(high));
    for (int k = 0; k < 2; k++) {
      Doubled missing = minus(y.expm1()).over(y.expm1().plus(1));
      y = y.plus(missing);
    }
    return y;
  }

  /// Sine or cosine of angles that three doubles of `pi / 2` reduce.
  private Doubled wave(int quarters) {
    double n = Math.rint(high / QUARTER[0]);
    Doubled rest = this;
    for (double part : QUARTER) {
      rest = rest.minus(product(n, part));
    }
    int turn = (int) ((long) n + quarters & 3);
    Doubled square = rest.times(rest).negative();
    Doubled term = (turn & 1) == 0 ? rest : of(1);
    Doubled total = term;
    for (int k = (turn & 1) == 0 ? 2 : 1; k < 40; k += 2) {
      term = term.times(square).over(of((double) k * (k + 1)));
      total = total.plus(term);
    }
    return turn < 2 ? total : total.negative();
  }

  Doubled sin() {
    return wave(0);
  }

  Doubled cos() {
    return wave(1);
  }

  Doubled cubeRoot() {
    Doubled y = of(StrictMath.cbrt(high));
    for (int k = 0; k < 2; k++) {
      Doubled square = y.times(y);
      y = y.minus(square.times(y).minus(this).over(square.times(3)));
    }
    return y;
  }

  Doubled arctan() {
    Doubled y = of(StrictMath.atan(high));
    for (int k = 0; k < 2; k++) {
      Doubled cos = y.cos();
      y = y.minus(y.sin().minus(times(cos)).times(cos)); // (tan y - x) cos^2 y
    }
    return y;
  }

  Doubled arcsin() {
    Doubled y = of(StrictMath.asin(high));
    for (int k = 0; k < 2; k++) {
      Doubled cos = y.cos();
      y = cos.high() == 0 ? y : y.minus(y.sin().minus(this).over(cos));
    }
    return y;
  }
}
