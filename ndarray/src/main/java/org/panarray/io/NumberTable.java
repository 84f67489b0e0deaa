package org.panarray.io;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.panarray.prim.ElementType;

/// The numbers of a table of text, row by row, while their count is not known.
public final class NumberTable {
  private static final int CHUNK = 1 << 13;

  private final ElementType type;
  private final int words;
  private final List<long[]> chunks = new ArrayList<>();
  private long[] chunk = new long[0];
  private int used;
  private long rows;
  private int columns;

  NumberTable(ElementType type) {
    this.type = type;
    this.words = type.isComplex() ? 2 : 1;
  }

  /// The type of the elements.
  public ElementType type() {
    return type;
  }

  /// The number of rows.
  public long rows() {
    return rows;
  }

  /// The number of columns.
  public int columns() {
    return columns;
  }

  /// Writes all elements in C order.
  ///
  /// @param target room for `rows() * columns()` elements
  public void copyTo(MemorySegment target) {
    long left = rows * columns * words;
    long position = 0;
    for (long[] part : chunks) {
      int count = (int) Math.min(left, CHUNK);
      MemorySegment converted = converted(part, count);
      MemorySegment.copy(converted, 0, target, position, converted.byteSize());
      position += converted.byteSize();
      left -= count;
    }
  }

  /// Elements as they lie in memory, on the heap: single writes to segments are slow in a program
  /// that has just started.
  private MemorySegment converted(long[] part, int count) {
    return switch (type) {
      case BOOL, INT8, UINT8 -> {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
          bytes[i] = (byte) part[i];
        }
        yield MemorySegment.ofArray(bytes);
      }
      case INT16, UINT16, FLOAT16 -> {
        short[] shorts = new short[count];
        for (int i = 0; i < count; i++) {
          shorts[i] = type.isFloat() ? half(Double.longBitsToDouble(part[i])) : (short) part[i];
        }
        yield MemorySegment.ofArray(shorts);
      }
      case INT32, UINT32 -> {
        int[] ints = new int[count];
        for (int i = 0; i < count; i++) {
          ints[i] = (int) part[i];
        }
        yield MemorySegment.ofArray(ints);
      }
      case FLOAT32, COMPLEX64 -> {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
          floats[i] = (float) Double.longBitsToDouble(part[i]);
        }
        yield MemorySegment.ofArray(floats);
      }
      case INT64, UINT64, FLOAT64, COMPLEX128 ->
          MemorySegment.ofArray(part).asSlice(0, (long) count * Long.BYTES);
    };
  }

  /// To the nearest half: a double rounded to float first keeps whether it lay off a tie.
  private static short half(double value) {
    float near = (float) value;
    if (near != value && (Float.floatToRawIntBits(near) & 1) == 0 && Float.isFinite(near)) {
      boolean below = Math.abs(near) < Math.abs(value);
      near = Float.intBitsToFloat(Float.floatToRawIntBits(near) + (below ? 1 : -1));
    }
    return Float.floatToFloat16(near);
  }

  void addDouble(double value) {
    addWord(Double.doubleToRawLongBits(value));
  }

  void addWord(long word) {
    if (used == chunk.length) {
      chunk = new long[CHUNK];
      chunks.add(chunk);
      used = 0;
    }
    chunk[used++] = word;
  }

  void endRow(int newColumns) {
    columns = newColumns;
    rows++;
  }

  /// Forgets rows at the end.
  void dropRows(long count) {
    rows = Math.max(0, rows - count);
  }
}
