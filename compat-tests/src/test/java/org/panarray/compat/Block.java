package org.panarray.compat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.panarray.prim.FloatFormat;

/// The values of an array in C order, apart from any array library: whole numbers (bool included)
/// in `whole`, real numbers in `real`, complex ones in `real` and `imag`. Unused parts are empty.
record Block(String code, long[] shape, long[] whole, double[] real, double[] imag) {
  static Block ofWhole(String code, long[] shape, long[] values) {
    return new Block(code, shape, values, new double[0], new double[0]);
  }

  static Block ofReal(String code, long[] shape, double[] values) {
    return new Block(code, shape, new long[0], values, new double[0]);
  }

  static Block ofComplex(String code, long[] shape, double[] real, double[] imag) {
    return new Block(code, shape, new long[0], real, imag);
  }

  int size() {
    return (int) size(shape);
  }

  static long size(long[] shape) {
    return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  /// b, i, u, f, V (bfloat16), c, M or m.
  char kind() {
    return code.charAt(0);
  }

  int itemsize() {
    return isTime(code) ? 8 : Integer.parseInt(code.substring(1));
  }

  boolean isWhole() {
    return isWhole(code);
  }

  private static boolean isWhole(String code) {
    return "biuMm".indexOf(code.charAt(0)) >= 0;
  }

  /// Whether elements are dates or durations, which a case holds as counts: `M8[D]`.
  private static boolean isTime(String code) {
    return code.charAt(0) == 'M' || code.charAt(0) == 'm';
  }

  private static boolean isReal(String code) {
    return code.charAt(0) == 'f' || code.equals("V2");
  }

  private static FloatFormat narrow(String code) {
    return code.equals("V2") ? FloatFormat.BFLOAT16 : FloatFormat.FLOAT16;
  }

  /// Elements as Python literals.
  static Block ofDecimals(String code, long[] shape, String body) {
    String[] words = split(body);
    int n = words.length;
    return switch (code.charAt(0)) {
      case 'b', 'i', 'u', 'M', 'm' -> {
        long[] values = new long[n];
        for (int i = 0; i < n; i++) {
          values[i] = wholeNumber(words[i]);
        }
        yield ofWhole(code, shape, values);
      }
      case 'f', 'V' -> {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
          values[i] = LiteralParser.asDouble(LiteralParser.value(words[i]));
        }
        yield ofReal(code, shape, values);
      }
      default -> {
        double[] real = new double[n];
        double[] imag = new double[n];
        for (int i = 0; i < n; i++) {
          var number = (Literal.ComplexNumber) LiteralParser.value(words[i]);
          real[i] = number.real();
          imag[i] = number.imag();
        }
        yield ofComplex(code, shape, real, imag);
      }
    };
  }

  /// Elements as whole numbers or as hex bits without their trailing zeros.
  static Block ofBits(String code, long[] shape, String body) {
    if (code.equals("b1")) {
      return ofWhole(code, shape, body.chars().mapToLong(c -> c == '1' ? 1 : 0).toArray());
    }
    String[] words = split(body);
    int n = words.length;
    if (isWhole(code)) {
      return ofWhole(code, shape, Arrays.stream(words).mapToLong(Block::wholeNumber).toArray());
    }
    int bytes = Integer.parseInt(code.substring(1));
    if (isReal(code)) {
      return ofReal(
          code, shape, Arrays.stream(words).mapToDouble(word -> bits(code, word, bytes)).toArray());
    }
    double[] real = new double[n];
    double[] imag = new double[n];
    for (int i = 0; i < n; i++) {
      int plus = words[i].indexOf('+');
      real[i] = bits(code, words[i].substring(0, plus), bytes / 2);
      imag[i] = bits(code, words[i].substring(plus + 1), bytes / 2);
    }
    return ofComplex(code, shape, real, imag);
  }

  private static long wholeNumber(String word) {
    return switch (word) {
      case "True" -> 1;
      case "False" -> 0;
      default -> word.startsWith("-") ? Long.parseLong(word) : Long.parseUnsignedLong(word);
    };
  }

  private static double bits(String code, String hex, int bytes) {
    if (hex.equals("n")) {
      return Double.NaN;
    }
    String full = hex + "0".repeat(2 * bytes - hex.length());
    return switch (bytes) {
      case 2 -> narrow(code).toFloat((short) Integer.parseInt(full, 16));
      case 4 -> Float.intBitsToFloat(Integer.parseUnsignedInt(full, 16));
      default -> Double.longBitsToDouble(Long.parseUnsignedLong(full, 16));
    };
  }

  /// Splits at commas outside parentheses.
  private static String[] split(String body) {
    if (body.isEmpty()) {
      return new String[0];
    }
    return body.indexOf('(') < 0 ? body.split(",") : body.split(",(?![^(]*\\))");
  }

  /// The first elements, for messages.
  String preview() {
    StringBuilder out = new StringBuilder(code).append(Arrays.toString(shape)).append(" {");
    int n = size();
    for (int i = 0; i < n && i < 24; i++) {
      out.append(i == 0 ? "" : ", ").append(element(i));
    }
    return out.append(n > 24 ? ", ...}" : "}").toString();
  }

  String element(int i) {
    return switch (kind()) {
      case 'b' -> whole[i] == 0 ? "False" : "True";
      case 'i', 'M', 'm' -> Long.toString(whole[i]);
      case 'u' -> Long.toUnsignedString(whole[i]);
      case 'f', 'V' -> Double.toString(real[i]);
      default -> real[i] + "+" + imag[i] + "j";
    };
  }

  /// The elements as they lie in memory, in little-endian order.
  byte[] bytes() {
    ByteBuffer to = ByteBuffer.allocate(size() * itemsize()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < size(); i++) {
      switch (isTime(code) ? "i8" : code) {
        case "b1", "i1", "u1" -> to.put((byte) whole[i]);
        case "i2", "u2" -> to.putShort((short) whole[i]);
        case "i4", "u4" -> to.putInt((int) whole[i]);
        case "i8", "u8" -> to.putLong(whole[i]);
        case "f2", "V2" -> to.putShort(narrow(code).ofFloat((float) real[i]));
        case "f4" -> to.putFloat((float) real[i]);
        case "f8" -> to.putDouble(real[i]);
        case "c8" -> to.putFloat((float) real[i]).putFloat((float) imag[i]);
        default -> to.putDouble(real[i]).putDouble(imag[i]);
      }
    }
    return to.array();
  }

  static Block ofBytes(String code, long[] shape, byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int n = (int) size(shape);
    boolean isWhole = isWhole(code);
    Block block =
        new Block(
            code,
            shape,
            new long[isWhole ? n : 0],
            new double[isWhole ? 0 : n],
            new double[code.charAt(0) == 'c' ? n : 0]);
    for (int i = 0; i < n; i++) {
      block.read(from, i);
    }
    return block;
  }

  private void read(ByteBuffer from, int i) {
    switch (isTime(code) ? "i8" : code) {
      case "b1", "u1" -> whole[i] = from.get() & 0xFF;
      case "i1" -> whole[i] = from.get();
      case "i2" -> whole[i] = from.getShort();
      case "u2" -> whole[i] = from.getShort() & 0xFFFF;
      case "i4" -> whole[i] = from.getInt();
      case "u4" -> whole[i] = from.getInt() & 0xFFFFFFFFL;
      case "i8", "u8" -> whole[i] = from.getLong();
      case "f2", "V2" -> real[i] = narrow(code).toFloat(from.getShort());
      case "f4" -> real[i] = from.getFloat();
      case "f8" -> real[i] = from.getDouble();
      case "c8" -> {
        real[i] = from.getFloat();
        imag[i] = from.getFloat();
      }
      default -> {
        real[i] = from.getDouble();
        imag[i] = from.getDouble();
      }
    }
  }
}
