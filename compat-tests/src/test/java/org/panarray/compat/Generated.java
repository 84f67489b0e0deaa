package org.panarray.compat;

import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/// The named generators of inputs: the same integer arithmetic as the recorder's, so that both sides
/// make the same bits from a name and a seed.
final class Generated {
  private static final long SECOND = 0x40000000L;

  private final String code;
  private final String name;
  private final long seed;
  private final char kind;

  private Generated(String code, String name, long seed) {
    this.code = code;
    this.name = name;
    this.seed = seed;
    this.kind = code.charAt(0);
  }

  static Block block(String code, long[] shape, String name, long seed) {
    return new Generated(code, name, seed).make(shape);
  }

  private Block make(long[] shape) {
    int n = (int) Block.size(shape);
    return switch (name) {
      case "zeros" -> fill(shape, n, i -> 0);
      case "ones" -> fill(shape, n, i -> 1);
      case "arange" -> arange(shape, n);
      case "perm" -> {
        int[] order = permutation(n);
        yield fill(shape, n, i -> order[i]);
      }
      case "awk" -> AwkwardValues.block(code, shape, n, seed);
      case "spd" -> PositiveDefinite.of(block(code, shape, "small", seed));
      default -> drawn(shape, n);
    };
  }

  private Block fill(long[] shape, int n, IntToLongFunction value) {
    if (kind == 'f' || kind == 'c') {
      return reals(shape, n, i -> value.applyAsLong(i), i -> 0);
    }
    long[] whole = new long[n];
    for (int i = 0; i < n; i++) {
      long v = value.applyAsLong(i);
      whole[i] = kind == 'b' ? (n > 1 && !name.equals("ones") ? v % 2 : v) : wrapped(v, code);
    }
    return Block.ofWhole(code, shape, whole);
  }

  private Block arange(long[] shape, int n) {
    return kind == 'c' ? reals(shape, n, i -> i, i -> -0.5 * i) : fill(shape, n, i -> i);
  }

  private Block reals(long[] shape, int n, IntToDoubleFunction re, IntToDoubleFunction im) {
    double[] real = new double[n];
    double[] imag = new double[kind == 'c' ? n : 0];
    for (int i = 0; i < n; i++) {
      real[i] = re.applyAsDouble(i);
      if (kind == 'c') {
        imag[i] = im.applyAsDouble(i);
      }
    }
    return kind == 'c' ? Block.ofComplex(code, shape, real, imag) : Block.ofReal(code, shape, real);
  }

  private Block drawn(long[] shape, int n) {
    if (kind == 'f' || kind == 'c') {
      String part = code.equals("c8") ? "f4" : code.equals("c16") ? "f8" : code;
      return reals(
          shape,
          n,
          i -> real(name, part, i, 0),
          i -> real(name.equals("nanny") ? "small" : name, part, i, SECOND));
    }
    long[] whole = new long[n];
    for (int i = 0; i < n; i++) {
      whole[i] = whole(draw(i));
    }
    return Block.ofWhole(code, shape, whole);
  }

  private long draw(long i) {
    long z = ((seed << 32) + i) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private long whole(long r) {
    if (kind == 'b') {
      return r & 1;
    }
    return switch (name) {
      case "small", "unit", "nanny" ->
          kind == 'i' ? Long.remainderUnsigned(r, 19) - 9 : Long.remainderUnsigned(r, 10);
      case "pos" -> Long.remainderUnsigned(r, 9) + 1;
      case "dup" -> Long.remainderUnsigned(r, 3);
      case "full" -> wrapped(r, code);
      default -> throw new IllegalArgumentException("no generator is called " + name);
    };
  }

  private double real(String generator, String part, long i, long stream) {
    long r = draw(i + stream);
    return switch (generator) {
      case "small" -> (Long.remainderUnsigned(r, 129) - 64) / 8.0;
      case "pos" -> (Long.remainderUnsigned(r, 64) + 1) / 8.0;
      case "unit" -> {
        int p = part.equals("f2") ? 11 : part.equals("f4") ? 24 : 53;
        yield Math.scalb((double) (r >>> (64 - p)), -p);
      }
      case "full" -> {
        int p = part.equals("f2") ? 10 : part.equals("f4") ? 23 : 52;
        long s = draw(i + stream + 0x20000000L);
        long range = part.equals("f2") ? 17 : 41;
        long exponent = Long.remainderUnsigned(s >>> 8, range) - range / 2;
        double mantissa = 1 + Math.scalb((double) (r >>> (64 - p)), -p);
        yield (s < 0 ? -1 : 1) * Math.scalb(mantissa, (int) exponent);
      }
      case "dup" -> Long.remainderUnsigned(r, 3);
      case "nanny" ->
          (r >>> 32) % 4 == 0 ? Double.NaN : (Long.remainderUnsigned(r, 129) - 64) / 8.0;
      default -> throw new IllegalArgumentException("no generator is called " + generator);
    };
  }

  private int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = n - 1; i > 0; i--) {
      int j = (int) Long.remainderUnsigned(draw(i), i + 1L);
      int held = order[i];
      order[i] = order[j];
      order[j] = held;
    }
    return order;
  }

  /// The low bits of a number, read as the integer dtype reads them.
  static long wrapped(long value, String code) {
    int bits = 8 * Integer.parseInt(code.substring(1));
    long low = bits == 64 ? value : value & ((1L << bits) - 1);
    return code.charAt(0) == 'i' && bits < 64 ? low << (64 - bits) >> (64 - bits) : low;
  }
}
