package org.panarray.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;

/// What the header of a `.npy` file says.
///
/// @param type the type of the elements
/// @param bigEndian whether elements are stored with the highest byte first
/// @param fortranOrder whether the first axis is the fastest
/// @param shape the lengths of the axes; not to be modified
/// @param meaning the dtype of elements that are no numbers, such as `M8[D]`, else null
/// @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">
///   numpy.lib.format</a>
@SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
public record NpyHeader(
    ElementType type,
    boolean bigEndian,
    boolean fortranOrder,
    long[] shape,
    @Nullable String meaning) {
  /// What every `.npy` file starts with, before two bytes of version.
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /// NumPy refuses longer headers, because evaluating them takes Python long.
  static final int LONGEST = 10_000;

  private static final int ALIGNMENT = 64;
  private static final int MOST_AXES = 64;
  private static final int GROWTH_DIGITS = 21;
  private static final int VERSION_1_PREFIX = 10;

  /// Of numbers.
  public NpyHeader(ElementType type, boolean bigEndian, boolean fortranOrder, long[] shape) {
    this(type, bigEndian, fortranOrder, shape, null);
  }

  /// The same of elements that mean what a dtype says.
  public NpyHeader meaning(@Nullable String dtype) {
    return new NpyHeader(type, bigEndian, fortranOrder, shape, dtype);
  }

  /// Checks the shape.
  ///
  /// @throws ValueError for a negative length, more than 64 axes or more bytes than 64 bits count
  public NpyHeader {
    if (shape.length > MOST_AXES) {
      throw new ValueError(
          "maximum supported dimension for an ndarray is currently 64, found " + shape.length);
    }
    long bytes = type.byteSize();
    for (long length : shape) {
      if (length < 0) {
        throw new ValueError("negative dimensions are not allowed");
      }
      // As in NumPy an axis of length 0 does not excuse the others.
      if (Math.multiplyHigh(bytes, Math.max(1, length)) != 0 || bytes * Math.max(1, length) < 0) {
        throw new ValueError(
            "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum"
                + " possible size.");
      }
      bytes *= Math.max(1, length);
    }
  }

  /// The number of elements.
  public long size() {
    long size = 1;
    for (long length : shape) {
      size *= length;
    }
    return size;
  }

  /// The number of bytes of all elements.
  public long byteSize() {
    return size() * type.byteSize();
  }

  /// Checks the dictionary of a header.
  ///
  /// @throws ValueError in NumPy's words, naming what is wrong
  static NpyHeader of(PythonLiteral literal) {
    if (!(literal instanceof PythonLiteral.Dictionary(Map<String, PythonLiteral> entries))) {
      throw new ValueError("Header is not a dictionary: " + literal.repr());
    }
    PythonLiteral shape = entries.get("shape");
    PythonLiteral order = entries.get("fortran_order");
    PythonLiteral descriptor = entries.get("descr");
    if (shape == null || order == null || descriptor == null || entries.size() != 3) {
      StringJoiner keys = new StringJoiner(", ", "[", "]");
      new TreeSet<>(entries.keySet()).forEach(key -> keys.add(new PythonLiteral.Text(key).repr()));
      throw new ValueError("Header does not contain the correct keys: " + keys);
    }
    long[] lengths = lengths(shape);
    if (!(order instanceof PythonLiteral.Bool(boolean fortranOrder))) {
      throw new ValueError("fortran_order is not a valid bool: " + order.repr());
    }
    NpyDescriptor type = NpyDescriptor.of(descriptor);
    return new NpyHeader(type.type(), type.bigEndian(), fortranOrder, lengths, type.meaning());
  }

  private static long[] lengths(PythonLiteral shape) {
    if (shape instanceof PythonLiteral.Sequence sequence && sequence.tuple()) {
      long[] lengths = new long[sequence.items().size()];
      for (int i = 0; i < lengths.length; i++) {
        lengths[i] = length(sequence.items().get(i), shape);
      }
      return lengths;
    }
    throw invalid(shape);
  }

  private static long length(PythonLiteral item, PythonLiteral shape) {
    return switch (item) {
      case PythonLiteral.Digits number when number.isInteger() -> {
        try {
          yield Long.parseLong(number.digits());
        } catch (NumberFormatException e) {
          throw invalid(shape);
        }
      }
      default -> throw invalid(shape);
    };
  }

  private static ValueError invalid(PythonLiteral shape) {
    return new ValueError("shape is not valid: " + shape.repr());
  }

  /// The bytes in front of the elements: magic, version 1.0, length and padded dictionary, the same
  /// that NumPy writes.
  byte[] encode() {
    StringJoiner lengths = new StringJoiner(", ", "(", shape.length == 1 ? ",)" : ")");
    for (long length : shape) {
      lengths.add(Long.toString(length));
    }
    StringBuilder text =
        new StringBuilder("{'descr': '")
            .append(new NpyDescriptor(type, bigEndian, meaning).text())
            .append("', 'fortran_order': ")
            .append(fortranOrder ? "True" : "False")
            .append(", 'shape': ")
            .append(lengths)
            .append(", }");
    if (shape.length > 0) {
      long growing = shape[fortranOrder ? shape.length - 1 : 0];
      // Room for the axis to grow in place, as NumPy leaves it.
      text.repeat(" ", GROWTH_DIGITS - Long.toString(growing).length());
    }
    int used = (VERSION_1_PREFIX + text.length() + 1) % ALIGNMENT;
    text.repeat(" ", used == 0 ? 0 : ALIGNMENT - used).append('\n');
    byte[] bytes = Arrays.copyOf(MAGIC, VERSION_1_PREFIX + text.length());
    bytes[6] = 1;
    bytes[8] = (byte) text.length();
    bytes[9] = (byte) (text.length() >> 8);
    byte[] ascii = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(ascii, 0, bytes, VERSION_1_PREFIX, ascii.length);
    return bytes;
  }
}
