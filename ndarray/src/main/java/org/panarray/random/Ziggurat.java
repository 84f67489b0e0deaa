package org.panarray.random;

import static org.panarray.random.RecordedTables.E_HEIGHT;
import static org.panarray.random.RecordedTables.E_HEIGHT_FLOAT;
import static org.panarray.random.RecordedTables.E_INSIDE;
import static org.panarray.random.RecordedTables.E_INSIDE_FLOAT;
import static org.panarray.random.RecordedTables.E_WIDTH;
import static org.panarray.random.RecordedTables.E_WIDTH_FLOAT;
import static org.panarray.random.RecordedTables.N_HEIGHT;
import static org.panarray.random.RecordedTables.N_HEIGHT_FLOAT;
import static org.panarray.random.RecordedTables.N_INSIDE;
import static org.panarray.random.RecordedTables.N_INSIDE_FLOAT;
import static org.panarray.random.RecordedTables.N_WIDTH;
import static org.panarray.random.RecordedTables.N_WIDTH_FLOAT;

/// The standard normal and exponential distributions by the ziggurat method: 256 layers of equal
/// area, of which one draw picks a layer and a place in it. 99 % of the draws end there; the
/// rest ask the density, and the lowest layer has a tail of its own.
///
/// @see <a href="https://doi.org/10.18637/jss.v005.i08">Marsaglia and Tsang, The ziggurat
///     method</a>
public final class Ziggurat {
  private static final double N_TAIL = 3.6541528853610088;
  private static final double N_TAIL_INVERSE = 0.27366123732975828;
  private static final double E_TAIL = 7.69711747013104972;
  private static final long MANTISSA_52 = (1L << 52) - 1;
  private static final int MANTISSA_23 = (1 << 23) - 1;

  private Ziggurat() {}

  /// One standard normal double.
  public static double normal(BitGenerator bits) {
    while (true) {
      long word = bits.nextLong();
      int layer = (int) word & 0xff;
      long mantissa = (word >>> 9) & MANTISSA_52;
      double magnitude = mantissa * N_WIDTH[layer];
      double x = (word & 0x100) != 0 ? -magnitude : magnitude;
      if (mantissa < N_INSIDE[layer]) {
        return x;
      }
      if (layer == 0) {
        return normalTail(bits, ((mantissa >>> 8) & 1) != 0);
      }
      double y = (N_HEIGHT[layer - 1] - N_HEIGHT[layer]) * bits.nextDouble() + N_HEIGHT[layer];
      if (y < SystemMath.exp(-0.5 * x * x)) {
        return x;
      }
    }
  }

  private static double normalTail(BitGenerator bits, boolean negative) {
    while (true) {
      double x = -N_TAIL_INVERSE * SystemMath.log1p(-bits.nextDouble());
      double y = -SystemMath.log1p(-bits.nextDouble());
      if (y + y > x * x) {
        return negative ? -(N_TAIL + x) : N_TAIL + x;
      }
    }
  }

  /// One standard normal float.
  public static float normalFloat(BitGenerator bits) {
    while (true) {
      int word = bits.nextInt();
      int layer = word & 0xff;
      int mantissa = (word >>> 9) & MANTISSA_23;
      float magnitude = mantissa * N_WIDTH_FLOAT[layer];
      float x = (word & 0x100) != 0 ? -magnitude : magnitude;
      if (mantissa < N_INSIDE_FLOAT[layer]) {
        return x;
      }
      if (layer == 0) {
        return normalTailFloat(bits, ((mantissa >>> 8) & 1) != 0);
      }
      float y =
          (N_HEIGHT_FLOAT[layer - 1] - N_HEIGHT_FLOAT[layer]) * bits.nextFloat()
              + N_HEIGHT_FLOAT[layer];
      if (y < SystemMath.exp(-0.5 * x * x)) {
        return x;
      }
    }
  }

  private static float normalTailFloat(BitGenerator bits, boolean negative) {
    float tail = (float) N_TAIL;
    while (true) {
      float x = -(float) N_TAIL_INVERSE * SystemMath.log1p(-bits.nextFloat());
      float y = -SystemMath.log1p(-bits.nextFloat());
      if (y + y > x * x) {
        return negative ? -(tail + x) : tail + x;
      }
    }
  }

  /// One standard exponential double.
  public static double exponential(BitGenerator bits) {
    while (true) {
      long word = bits.nextLong() >>> 3;
      int layer = (int) word & 0xff;
      long mantissa = word >>> 8;
      double x = mantissa * E_WIDTH[layer];
      if (mantissa < E_INSIDE[layer]) {
        return x;
      }
      if (layer == 0) {
        return E_TAIL - SystemMath.log1p(-bits.nextDouble());
      }
      double y = (E_HEIGHT[layer - 1] - E_HEIGHT[layer]) * bits.nextDouble() + E_HEIGHT[layer];
      if (y < SystemMath.exp(-x)) {
        return x;
      }
    }
  }

  /// One standard exponential float.
  public static float exponentialFloat(BitGenerator bits) {
    while (true) {
      int word = bits.nextInt() >>> 1;
      int layer = word & 0xff;
      int mantissa = word >>> 8;
      float x = mantissa * E_WIDTH_FLOAT[layer];
      if (mantissa < E_INSIDE_FLOAT[layer]) {
        return x;
      }
      if (layer == 0) {
        return (float) E_TAIL - SystemMath.log1p(-bits.nextFloat());
      }
      float y =
          (E_HEIGHT_FLOAT[layer - 1] - E_HEIGHT_FLOAT[layer]) * bits.nextFloat()
              + E_HEIGHT_FLOAT[layer];
      if (y < SystemMath.exp(-x)) {
        return x;
      }
    }
  }

  /// One standard exponential double by inversion, `method='inv'`.
  public static double exponentialByInversion(BitGenerator bits) {
    return -SystemMath.log1p(-bits.nextDouble());
  }

  /// One standard exponential float by inversion, `method='inv'`.
  public static float exponentialByInversionFloat(BitGenerator bits) {
    return (float) -SystemMath.log1p((double) -bits.nextFloat());
  }

  /// Fills `out[from, to)` with standard normal doubles.
  public static void fillNormal(BitGenerator bits, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = normal(bits);
    }
  }

  /// Fills `out[from, to)` with standard exponential doubles.
  public static void fillExponential(BitGenerator bits, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = exponential(bits);
    }
  }

  /// Fills `out[from, to)` with standard normal floats.
  public static void fillNormal(BitGenerator bits, float[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = normalFloat(bits);
    }
  }

  /// Fills `out[from, to)` with standard exponential floats.
  public static void fillExponential(BitGenerator bits, float[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = exponentialFloat(bits);
    }
  }

  /// Fills `out[from, to)` with standard exponential doubles by inversion.
  public static void fillExponentialByInversion(BitGenerator bits, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = exponentialByInversion(bits);
    }
  }

  /// Fills `out[from, to)` with standard exponential floats by inversion.
  public static void fillExponentialByInversion(BitGenerator bits, float[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = exponentialByInversionFloat(bits);
    }
  }
}
