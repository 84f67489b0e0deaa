package org.panarray.compat;

/// The values that break things, per dtype; inputs cycle through them.
final class AwkwardValues {
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final double[][] COMPLEX = {
    {0, 0},
    {1, 0},
    {-1, 0},
    {0, 1},
    {0, -1},
    {1, 2},
    {-3, 0.5},
    {0.25, -2.5},
    {NAN, 0},
    {NAN, 1},
    {INF, 0},
    {-INF, 1},
    {1, INF},
    {0, -0.0},
    {-0.0, 3},
    {64, -0.125}
  };

  private AwkwardValues() {}

  static Block block(String code, long[] shape, int n, long seed) {
    int first = (int) seed;
    return switch (code.charAt(0)) {
      case 'b', 'i', 'u' -> {
        long[] cycle = whole(code);
        long[] out = new long[n];
        for (int i = 0; i < n; i++) {
          out[i] = cycle[(i + first) % cycle.length];
        }
        yield Block.ofWhole(code, shape, out);
      }
      case 'f' -> {
        double[] cycle = real(code);
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
          out[i] = cycle[(i + first) % cycle.length];
        }
        yield Block.ofReal(code, shape, out);
      }
      default -> {
        double[] real = new double[n];
        double[] imag = new double[n];
        for (int i = 0; i < n; i++) {
          real[i] = COMPLEX[(i + first) % COMPLEX.length][0];
          imag[i] = COMPLEX[(i + first) % COMPLEX.length][1];
        }
        yield Block.ofComplex(code, shape, real, imag);
      }
    };
  }

  private static long[] whole(String code) {
    if (code.equals("b1")) {
      return new long[] {0, 1};
    }
    int bits = 8 * Integer.parseInt(code.substring(1));
    if (code.charAt(0) == 'i') {
      long max = -1L >>> (65 - bits);
      long min = -max - 1;
      return new long[] {0, 1, -1, 2, -2, 3, 7, -8, 100, max, min, max - 1, min + 1};
    }
    long max = -1L >>> (64 - bits);
    return new long[] {0, 1, 2, 3, 7, 8, 100, max, max - 1, max >>> 1, (max >>> 1) + 1, 5};
  }

  private static double[] real(String code) {
    double epsilon =
        switch (code) {
          case "f2" -> 0x1p-10;
          case "f4" -> 0x1p-23;
          default -> 0x1p-52;
        };
    double max =
        switch (code) {
          case "f2" -> 65504;
          case "f4" -> Float.MAX_VALUE;
          default -> Double.MAX_VALUE;
        };
    double tiny =
        switch (code) {
          case "f2" -> 0x1p-14;
          case "f4" -> Float.MIN_NORMAL;
          default -> Double.MIN_NORMAL;
        };
    double least = tiny * epsilon;
    return new double[] {
      0.0,
      -0.0,
      1,
      -1,
      0.5,
      -2.5,
      3,
      7.25,
      1 + epsilon,
      NAN,
      INF,
      -INF,
      max,
      -max,
      tiny,
      -least,
      0.0009765625
    };
  }
}
