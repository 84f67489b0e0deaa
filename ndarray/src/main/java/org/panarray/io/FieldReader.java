package org.panarray.io;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.panarray.prim.ElementType;
import org.panarray.text.PowersOfTen;

/// Reads single fields of a table as numbers of one type, by NumPy's grammar.
final class FieldReader {
  /// Powers of ten that a double holds exactly.
  private static final double[] EXACT_POWERS = new double[23];

  private static final int EXACT_DIGITS = 15;

  /// So many decimal digits fit into 64 bits.
  private static final int MOST_DIGITS = 19;

  private static final BigInteger UNSIGNED_END = BigInteger.ONE.shiftLeft(64);

  static {
    double power = 1;
    for (int i = 0; i < EXACT_POWERS.length; i++) {
      EXACT_POWERS[i] = power;
      power *= 10;
    }
  }

  private final ElementType type;
  private final NumberTable target;

  FieldReader(ElementType type, NumberTable target) {
    this.type = type;
    this.target = target;
  }

  /// Adds the number in `text[start, end)` to the table, or returns false if there is none.
  boolean read(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && PythonSpace.isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && PythonSpace.isSpace(text.charAt(to - 1))) {
      to--;
    }
    if (from == to) {
      return false;
    }
    return switch (type.kind()) {
      case BOOL, SIGNED, UNSIGNED -> readInteger(text, from, to);
      case FLOAT -> readReal(text, from, to);
      case COMPLEX -> readComplex(text, from, to);
    };
  }

  /// Adds a number that did not come from the text, or returns false if the type does not hold it.
  boolean add(double value) {
    switch (type.kind()) {
      case BOOL -> target.addWord(value == 0 ? 0 : 1);
      case SIGNED, UNSIGNED -> {
        BigInteger whole = Double.isFinite(value) ? new BigDecimal(value).toBigInteger() : null;
        int bits = 8 * type.byteSize();
        if (whole == null
            || (type.isUnsigned()
                ? whole.signum() < 0 || whole.bitLength() > bits
                : whole.bitLength() >= bits)) {
          return false;
        }
        target.addWord(whole.longValue());
      }
      case FLOAT -> target.addDouble(value);
      case COMPLEX -> {
        target.addDouble(value);
        target.addDouble(0);
      }
    }
    return true;
  }

  private boolean readInteger(String text, int start, int end) {
    int at = start;
    boolean negative = text.charAt(at) == '-';
    if (negative || text.charAt(at) == '+') {
      at++;
    }
    if (at == end || negative && type.isUnsigned()) {
      return false; // not even -0
    }
    long value = 0;
    boolean large = end - at > 18;
    for (int i = at; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      value = value * 10 + digit;
    }
    if (large) {
      return readLargeInteger(text.substring(at, end), negative);
    }
    long signed = negative ? -value : value;
    if (type.isBool()) {
      target.addWord(signed == 0 ? 0 : 1);
      return true;
    }
    int bits = 8 * type.byteSize();
    boolean fits =
        type.isUnsigned()
            ? signed >= 0 && (bits == 64 || signed >>> bits == 0)
            : bits == 64 || signed >> (bits - 1) == signed >> 63;
    if (fits) {
      target.addWord(signed);
    }
    return fits;
  }

  private boolean readLargeInteger(String digits, boolean negative) {
    BigInteger size = new BigInteger(digits);
    BigInteger value = negative ? size.negate() : size;
    if (type.isBool()) {
      if (value.bitLength() > 63) {
        return false;
      }
      target.addWord(value.signum() == 0 ? 0 : 1);
      return true;
    }
    int bits = 8 * type.byteSize();
    boolean fits =
        type.isUnsigned()
            ? value.signum() >= 0 && value.compareTo(UNSIGNED_END) < 0 && value.bitLength() <= bits
            : value.bitLength() < bits;
    if (fits) {
      target.addWord(value.longValue());
    }
    return fits;
  }

  private boolean readReal(String text, int start, int end) {
    if (endOfReal(text, start, end) != end) {
      // NumPy leaves halves to Python.
      Double half = type.isNarrowFloat() ? PythonNumbers.real(text.substring(start, end)) : null;
      if (half != null) {
        target.addDouble(half);
      }
      return half != null;
    }
    target.addDouble(valueOf(text, start, end));
    return true;
  }

  private boolean readComplex(String text, int start, int end) {
    if (text.charAt(start) != '(') {
      return readParts(text, start, end);
    }
    int from = start + 1;
    int to = end - 1;
    while (from < to && PythonSpace.isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && PythonSpace.isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.charAt(end - 1) == ')' && from < to && readParts(text, from, to);
  }

  private boolean readParts(String text, int start, int end) {
    int first = endOfReal(text, start, end);
    if (first < 0) {
      return false;
    }
    if (first == end) {
      addParts(valueOf(text, start, end), 0);
      return true;
    }
    if (first == end - 1 && text.charAt(first) == 'j') {
      addParts(0, valueOf(text, start, first));
      return true;
    }
    char sign = text.charAt(first);
    boolean twoSigns = sign == '+' && first + 1 < end && isSign(text.charAt(first + 1));
    int secondStart = twoSigns ? first + 1 : first; // NumPy reads 1++2j and 1+-2j
    int second = isSign(sign) ? endOfReal(text, secondStart, end) : -1;
    if (second != end - 1 || text.charAt(second) != 'j') {
      return false;
    }
    addParts(valueOf(text, start, first), valueOf(text, secondStart, second));
    return true;
  }

  private void addParts(double real, double imaginary) {
    target.addDouble(real);
    target.addDouble(imaginary);
  }

  /// Where the longest real number that starts at `start` ends, or -1 if there is none.
  static int endOfReal(String text, int start, int end) {
    int at = start;
    if (at < end && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      at++;
    }
    int wholeEnd = endOfDigits(text, at, end);
    int mantissaEnd = wholeEnd;
    if (wholeEnd < end && text.charAt(wholeEnd) == '.') {
      mantissaEnd = endOfDigits(text, wholeEnd + 1, end);
      if (mantissaEnd - at == 1) {
        return -1; // a lonely point
      }
    }
    if (mantissaEnd == at) {
      return endOfWord(text, at, end);
    }
    if (mantissaEnd < end && (text.charAt(mantissaEnd) | 0x20) == 'e') {
      int digits = mantissaEnd + 1;
      if (digits < end && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
        digits++;
      }
      int exponentEnd = endOfDigits(text, digits, end);
      if (exponentEnd > digits) {
        return exponentEnd;
      }
    }
    return mantissaEnd;
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }

  private static int endOfWord(String text, int at, int end) {
    for (String word : new String[] {"infinity", "inf", "nan"}) {
      if (end - at >= word.length() && text.regionMatches(true, at, word, 0, word.length())) {
        return at + word.length();
      }
    }
    return -1;
  }

  private static int endOfDigits(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /// The double nearest to a number of the right form. Short ones are exact in two operations
  /// (Clinger, "How to read floating point numbers accurately", 1990).
  static double valueOf(String text, int start, int end) {
    int at = start;
    boolean negative = text.charAt(at) == '-';
    if (negative || text.charAt(at) == '+') {
      at++;
    }
    char first = text.charAt(at);
    if (first != '.' && (first < '0' || first > '9')) {
      return (first | 0x20) == 'n'
          ? Double.NaN
          : negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    long digits = 0;
    int count = 0;
    int exponent = 0;
    boolean fraction = false;
    int i = at;
    for (; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        count += count > 0 || digits != 0 ? 1 : 0;
        exponent -= fraction ? 1 : 0;
      } else if (c == '.') {
        fraction = true;
      } else {
        break;
      }
    }
    if (i < end) {
      if (end - i > 6) {
        return Double.parseDouble(text.substring(start, end));
      }
      exponent += Integer.parseInt(text, i + 1, end, 10);
    }
    if (count == 0) {
      return negative ? -0.0 : 0.0;
    }
    double size = Double.NaN;
    if (count <= EXACT_DIGITS && Math.abs(exponent) < EXACT_POWERS.length) {
      size = exponent < 0 ? digits / EXACT_POWERS[-exponent] : digits * EXACT_POWERS[exponent];
    } else if (count <= MOST_DIGITS) {
      size = PowersOfTen.toDouble(digits, exponent);
    }
    if (Double.isNaN(size)) {
      return Double.parseDouble(text.substring(start, end));
    }
    return negative ? -size : size;
  }
}
