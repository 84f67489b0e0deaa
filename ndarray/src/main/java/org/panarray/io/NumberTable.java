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
    return switch (type.byteSize() / words) {
      case 1 -> {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
          bytes[i] = (byte) part[i];
        }
        yield MemorySegment.ofArray(bytes);
      }
      case 2 -> {
        short[] shorts = new short[count];
        for (int i = 0; i < count; i++) {
          shorts[i] =
              type.isFloat()
                  ? type.format().ofDouble(Double.longBitsToDouble(part[i]))
                  : (short) part[i];
        }
        yield MemorySegment.ofArray(shorts);
      }
      case 4 -> {
        int[] ints = new int[count];
        for (int i = 0; i < count; i++) {
          ints[i] =
              type.isInexact()
                  ? Float.floatToRawIntBits((float) Double.longBitsToDouble(part[i]))
                  : (int) part[i];
        }
        yield MemorySegment.ofArray(ints);
      }
      default -> MemorySegment.ofArray(part).asSlice(0, (long) count * Long.BYTES);
    };
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
