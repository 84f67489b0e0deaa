package org.panarray.compat;

/// The generator `spd`: `G Gᴴ + n I` of small matrices `G`, exact in every dtype it is used with.
final class PositiveDefinite {
  private PositiveDefinite() {}

  static Block of(Block small) {
    long[] shape = small.shape();
    int n = (int) shape[shape.length - 1];
    int matrices = n == 0 ? 0 : small.size() / (n * n);
    Block out =
        new Block(
            small.code(),
            shape,
            new long[small.whole().length],
            new double[small.real().length],
            new double[small.imag().length]);
    for (int m = 0; m < matrices; m++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          cell(small, out, m * n * n, n, i, j);
        }
      }
    }
    return out;
  }

  private static void cell(Block g, Block out, int base, int n, int i, int j) {
    double real = i == j ? n : 0;
    double imag = 0;
    boolean complex = g.kind() == 'c';
    for (int k = 0; k < n; k++) {
      int left = base + i * n + k;
      int right = base + j * n + k;
      if (g.isWhole()) {
        real += g.whole()[left] * g.whole()[right];
      } else {
        real += g.real()[left] * g.real()[right];
        if (complex) {
          real += g.imag()[left] * g.imag()[right];
          imag += g.imag()[left] * g.real()[right] - g.real()[left] * g.imag()[right];
        }
      }
    }
    int to = base + i * n + j;
    if (g.isWhole()) {
      long value = (long) real;
      out.whole()[to] = g.kind() == 'b' ? (value != 0 ? 1 : 0) : Generated.wrapped(value, g.code());
    } else {
      out.real()[to] = real;
      if (complex) {
        out.imag()[to] = imag;
      }
    }
  }
}
