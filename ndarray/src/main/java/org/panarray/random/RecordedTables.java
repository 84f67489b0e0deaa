package org.panarray.random;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The tables of NumPy's streams, as recorded in `tables.bin` (see `package-info` for why they are
/// recorded): the ziggurats of the normal (`N`) and the exponential (`E`) distribution for 64-bit
/// and 32-bit draws, and the logarithms of the first factorials.
///
/// Layer `i` of a ziggurat reaches to `WIDTH[i]` times the full mantissa; a mantissa below
/// `INSIDE[i]` is surely under the curve; `HEIGHT[i]` is the density at the layer's right end.
final class RecordedTables {
  static final int LAYERS = 256;
  private static final int FACTORIALS = 126;

  static final double[] N_HEIGHT;
  static final double[] N_WIDTH;
  static final double[] E_HEIGHT;
  static final double[] E_WIDTH;
  static final long[] N_INSIDE;
  static final long[] E_INSIDE;
  static final float[] N_HEIGHT_FLOAT;
  static final float[] N_WIDTH_FLOAT;
  static final float[] E_HEIGHT_FLOAT;
  static final float[] E_WIDTH_FLOAT;
  static final int[] N_INSIDE_FLOAT;
  static final int[] E_INSIDE_FLOAT;
  static final double[] LOG_FACTORIAL;

  static {
    ByteBuffer data = data();
    N_HEIGHT = doubles(data, LAYERS);
    N_WIDTH = doubles(data, LAYERS);
    E_HEIGHT = doubles(data, LAYERS);
    E_WIDTH = doubles(data, LAYERS);
    N_INSIDE = longs(data);
    E_INSIDE = longs(data);
    N_HEIGHT_FLOAT = floats(data);
    N_WIDTH_FLOAT = floats(data);
    E_HEIGHT_FLOAT = floats(data);
    E_WIDTH_FLOAT = floats(data);
    N_INSIDE_FLOAT = ints(data);
    E_INSIDE_FLOAT = ints(data);
    LOG_FACTORIAL = doubles(data, FACTORIALS);
  }

  private RecordedTables() {}

  private static ByteBuffer data() {
    try (InputStream in = RecordedTables.class.getResourceAsStream("tables.bin")) {
      if (in == null) {
        throw new IllegalStateException("tables.bin is missing beside " + RecordedTables.class);
      }
      return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] doubles(ByteBuffer data, int count) {
    double[] table = new double[count];
    for (int i = 0; i < count; i++) {
      table[i] = data.getDouble();
    }
    return table;
  }

  private static long[] longs(ByteBuffer data) {
    long[] table = new long[LAYERS];
    for (int i = 0; i < LAYERS; i++) {
      table[i] = data.getLong();
    }
    return table;
  }

  private static float[] floats(ByteBuffer data) {
    float[] table = new float[LAYERS];
    for (int i = 0; i < LAYERS; i++) {
      table[i] = data.getFloat();
    }
    return table;
  }

  private static int[] ints(ByteBuffer data) {
    int[] table = new int[LAYERS];
    for (int i = 0; i < LAYERS; i++) {
      table[i] = data.getInt();
    }
    return table;
  }
}
