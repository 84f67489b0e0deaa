package org.panarray.engine.memory;

import java.util.Locale;

/// How much native memory arrays may hold: `-Dpanarray.memory.limit=4g`, in bytes or with `k`, `m`,
/// `g` or `t` behind the number.
///
/// Without it, what the machine or its container has, less what the heap may take, but at least
/// half of it: a container that exceeds its memory is ended without a word, while a `MemoryError`
/// can be caught.
public final class MemoryLimit {
  static final long BYTES = read(System.getProperty("panarray.memory.limit"));

  private MemoryLimit() {}

  private static long read(@org.jspecify.annotations.Nullable String text) {
    if (text == null) {
      long all = NativeMemory.physicalBytes();
      return Math.max(all - Runtime.getRuntime().maxMemory(), all / 2);
    }
    return parse(text);
  }

  /// A number of bytes, with `k`, `m`, `g` or `t` behind it.
  ///
  /// @throws IllegalArgumentException where the text is no number of bytes
  public static long parse(String text) {
    String number = text.strip().toLowerCase(Locale.ROOT);
    int unit = number.isEmpty() ? -1 : "kmgt".indexOf(number.charAt(number.length() - 1));
    String digits = unit < 0 ? number : number.substring(0, number.length() - 1);
    try {
      return Math.min(Math.multiplyExact(Long.parseLong(digits), 1L << 10 * (unit + 1)), 1L << 60);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "panarray.memory.limit is a number of bytes such as 4g, not " + text, e);
    }
  }
}
