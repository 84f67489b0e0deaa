package org.panarray.shape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The tables that `compat-tests/record/units/shapes.py` wrote with NumPy.
final class Recorded {
  private Recorded() {}

  /// The rows of a table, split into cells.
  static List<String[]> table(String name) {
    try (InputStream in = Recorded.class.getResourceAsStream(name)) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      List<String[]> rows =
          text.lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\t", -1))
              .toList();
      if (rows.size() < 100) {
        throw new IllegalStateException(name + " has " + rows.size() + " rows");
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static long[] longs(String list) {
    return list.equals("-")
        ? new long[0]
        : Arrays.stream(list.split(",")).mapToLong(Long::parseLong).toArray();
  }

  static int[] ints(String list) {
    return Arrays.stream(longs(list)).mapToInt(Math::toIntExact).toArray();
  }

  static Shape shape(String list) {
    return Shape.of(longs(list));
  }

  static Layout layout(String shape, String strides, String offset) {
    return Layout.of(shape(shape), longs(strides), Long.parseLong(offset));
  }

  /// A list as the tables write it.
  static String joined(long... numbers) {
    if (numbers.length == 0) {
      return "-";
    }
    StringBuilder text = new StringBuilder();
    for (long number : numbers) {
      text.append(text.isEmpty() ? "" : ",").append(number);
    }
    return text.toString();
  }

  /// An error as the tables write it.
  static String error(RuntimeException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
