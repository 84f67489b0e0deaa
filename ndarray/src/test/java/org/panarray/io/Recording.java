package org.panarray.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.panarray.prim.ElementType;

/// The lines that `compat-tests/record/units/files.py` wrote, and how their fields are read.
final class Recording {
  private static final int SHOWN_FAILURES = 15;

  private final List<String> failures = new ArrayList<>();
  private int count;

  /// Native memory, as large arrays have.
  static final Function<NpyHeader, MemorySegment> NATIVE =
      header -> Arena.ofAuto().allocate(header.byteSize(), 64);

  /// Memory of the heap, as small arrays have.
  static final Function<NpyHeader, MemorySegment> HEAP =
      header -> MemorySegment.ofArray(new long[(int) ((header.byteSize() + 7) / 8)]);

  static List<String[]> lines(String kind) throws IOException {
    List<String[]> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Objects.requireNonNull(Recording.class.getResourceAsStream("recorded.tsv.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line; (line = reader.readLine()) != null; ) {
        String[] fields = line.split("\t", -1);
        if (fields[0].equals(kind)) {
          lines.add(fields);
        }
      }
    }
    return lines;
  }

  static ElementType type(String name) {
    for (ElementType type : ElementType.values()) {
      if (type.numpyName().equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException(name);
  }

  static long[] shape(String text) {
    String[] lengths = text.isEmpty() ? new String[0] : text.split(",");
    long[] shape = new long[lengths.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = Long.parseLong(lengths[i]);
    }
    return shape;
  }

  static String shapeText(long[] shape) {
    List<String> lengths = new ArrayList<>();
    for (long length : shape) {
      lengths.add(Long.toString(length));
    }
    return String.join(",", lengths);
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  static String hex(MemorySegment data) {
    return HexFormat.of().formatHex(data.toArray(ValueLayout.JAVA_BYTE));
  }

  /// The elements in C order, as the recording holds them.
  static String hexInOrderC(StoredArray array) {
    byte[] stored = array.data().toArray(ValueLayout.JAVA_BYTE);
    return HexFormat.of()
        .formatHex(
            array.header().fortranOrder()
                ? reordered(stored, array.header().shape(), array.header().type(), true)
                : stored);
  }

  /// Elements moved from Fortran to C order, or back.
  static byte[] reordered(byte[] elements, long[] shape, ElementType type, boolean fromFortran) {
    int width = type.byteSize();
    byte[] result = new byte[elements.length];
    for (int i = 0; i < elements.length / width; i++) {
      int rest = i;
      int fortran = 0;
      int weight = elements.length / width;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        weight /= (int) shape[axis];
        fortran += rest % (int) shape[axis] * weight;
        rest /= (int) shape[axis];
      }
      int from = fromFortran ? fortran : i;
      int to = fromFortran ? i : fortran;
      System.arraycopy(elements, from * width, result, to * width, width);
    }
    return result;
  }

  static Map<String, String> options(String text) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : text.isEmpty() ? new String[0] : text.split(";(?=\\w+=)")) {
      int equals = option.indexOf('=');
      options.put(option.substring(0, equals), unescape(option.substring(equals + 1)));
    }
    return options;
  }

  static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\t", "\\t")
        .replace("\r", "\\r");
  }

  static String unescape(String text) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        c = text.charAt(++i);
        c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
      }
      result.append(c);
    }
    return result.toString();
  }

  void compare(String what, String expected, String got) {
    count++;
    if (!expected.equals(got)) {
      failures.add(what + "\n  NumPy: " + expected + "\n  here:  " + got);
    }
  }

  void report(int fewest) {
    assertTrue(count >= fewest, () -> "only " + count + " recorded cases");
    List<String> shown = failures.subList(0, Math.min(SHOWN_FAILURES, failures.size()));
    assertEquals(
        0, failures.size(), () -> "of " + count + " cases:\n" + String.join("\n", shown) + "\n");
  }
}
