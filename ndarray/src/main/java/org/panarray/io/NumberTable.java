package org.panarray.io;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

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
    long count = rows * columns * words;
    int width = type.realPart().byteSize();
    for (long i = 0; i < count; i++) {
      set(target, i * width, chunks.get((int) (i / CHUNK))[(int) (i % CHUNK)]);
    }
  }

  private void set(MemorySegment target, long at, long word) {
    switch (type) {
      case BOOL, INT8, UINT8 -> target.set(JAVA_BYTE, at, (byte) word);
      case INT16, UINT16 -> target.set(JAVA_SHORT_UNALIGNED, at, (short) word);
      case INT32, UINT32 -> target.set(JAVA_INT_UNALIGNED, at, (int) word);
      case INT64, UINT64 -> target.set(JAVA_LONG_UNALIGNED, at, word);
      case FLOAT16 -> target.set(JAVA_SHORT_UNALIGNED, at, half(Double.longBitsToDouble(word)));
      case FLOAT32, COMPLEX64 ->
          target.set(JAVA_FLOAT_UNALIGNED, at, (float) Double.longBitsToDouble(word));
      case FLOAT64, COMPLEX128 ->
          target.set(JAVA_DOUBLE_UNALIGNED, at, Double.longBitsToDouble(word));
    }
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
