package org.panarray.io;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;
import org.panarray.text.PrintableArray;
import org.panarray.text.ScalarText;

/// A Python format of a whole row: texts and conversions in turn.
final class RowFormat {
  private static final BigInteger SIGN_BIT = BigInteger.ONE.shiftLeft(63);

  private final String source;
  private final List<String> texts = new ArrayList<>();
  private final List<PercentFormat> conversions = new ArrayList<>();

  private RowFormat(String source) {
    this.source = source;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c != '%') {
        text.append(c);
        continue;
      }
      if (i + 1 < source.length() && source.charAt(i + 1) == '%') {
        text.append('%');
        i++;
        continue;
      }
      PercentFormat conversion = PercentFormat.at(source, i);
      if (conversion == null) {
        throw unsupported(i);
      }
      texts.add(text.toString());
      text.setLength(0);
      conversions.add(conversion);
      i = PercentFormat.endAt(source, i) - 1;
    }
    texts.add(text.toString());
  }

  private ValueError unsupported(int start) {
    if (start + 1 == source.length()) {
      return new ValueError("incomplete format");
    }
    char c = source.charAt(start + 1);
    return new ValueError(
        String.format(
            "unsupported format character '%c' (0x%x) at index %d", c, (int) c, start + 1));
  }

  /// The format that `savetxt` makes of its `fmt` argument.
  ///
  /// @param formats one format for all columns or for the row, or one for each column
  /// @param single whether `formats` is one string rather than a list with one
  /// @throws ValueError if the number of conversions does not suit the number of columns
  static RowFormat of(
      List<String> formats, boolean single, String delimiter, int columns, boolean complex) {
    if (!single) {
      if (formats.size() != columns) {
        List<String> shown = formats.stream().map(f -> new PythonLiteral.Text(f).repr()).toList();
        throw new ValueError("fmt has wrong shape.  " + shown);
      }
      return new RowFormat(String.join(delimiter, formats));
    }
    String format = formats.getFirst();
    long count = format.chars().filter(c -> c == '%').count();
    if (count == 1) {
      String element = complex ? " (" + format + "+" + format + "j)" : format;
      List<String> all = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        all.add(element);
      }
      return new RowFormat(String.join(delimiter, all));
    }
    if (count != (complex ? 2L : 1L) * columns) {
      throw new ValueError("fmt has wrong number of % formats:  " + format);
    }
    return new RowFormat(format);
  }

  /// The text of one row.
  ///
  /// @throws TypeError if the conversions do not suit the elements
  String format(PrintableArray array, long firstIndex, int columns) {
    ElementType type = array.elementType();
    int parts = type.isComplex() ? 2 : 1;
    if (conversions.size() != parts * columns) {
      // NumPy words it so for real arrays only; Python's own text reaches users of complex ones.
      throw type.isComplex()
          ? new TypeError(
              conversions.size() < parts * columns
                  ? "not all arguments converted during string formatting"
                  : "not enough arguments for format string")
          : mismatch(type.numpyName());
    }
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < conversions.size(); i++) {
      row.append(texts.get(i));
      row.append(element(array, firstIndex + i / parts, i % parts == 1, conversions.get(i)));
    }
    row.append(texts.getLast());
    return type.isComplex() ? row.toString().replace("+-", "-") : row.toString();
  }

  private String element(
      PrintableArray array, long index, boolean imaginary, PercentFormat conversion) {
    ElementType type = array.elementType();
    PrintableArray.Texts other = array.texts();
    if (other != null) {
      String name = word(array, index, conversion);
      if (name == null) {
        throw mismatch(other.type().replace("'", ""));
      }
      return name;
    }
    return switch (type.kind()) {
      case BOOL -> {
        if (conversion.needsInteger()) {
          throw mismatch(type.numpyName());
        }
        String name = word(array, index, conversion);
        yield name != null ? name : conversion.format(BigInteger.valueOf(array.longAt(index)));
      }
      case SIGNED -> {
        String name = word(array, index, conversion);
        yield name != null ? name : conversion.format(BigInteger.valueOf(array.longAt(index)));
      }
      case UNSIGNED -> {
        String name = word(array, index, conversion);
        yield name != null ? name : conversion.format(unsigned(array.longAt(index)));
      }
      case FLOAT, COMPLEX -> {
        if (conversion.needsInteger()) {
          throw type.isComplex()
              ? new TypeError(
                  "%"
                      + conversion.conversion()
                      + " format: an integer is required, not numpy."
                      + type.realPart().numpyName())
              : mismatch(type.numpyName());
        }
        double value = imaginary ? array.imaginaryAt(index) : array.realAt(index);
        // The parts of a complex number are Python floats or NumPy's, printed alike.
        ElementType part = type.realPart();
        yield conversion.format(value, part, ScalarText.str(value, part.format()));
      }
    };
  }

  private TypeError mismatch(String type) {
    return new TypeError(
        "Mismatch between array dtype ('" + type + "') and format specifier ('" + source + "')");
  }

  private static @Nullable String word(PrintableArray array, long index, PercentFormat conversion) {
    return switch (conversion.conversion()) {
      case 's' -> conversion.word(ScalarText.str(array, index));
      case 'r' -> conversion.word(ScalarText.repr(array, index));
      default -> null;
    };
  }

  private static BigInteger unsigned(long bits) {
    BigInteger low = BigInteger.valueOf(bits & Long.MAX_VALUE);
    return bits < 0 ? low.add(SIGN_BIT) : low;
  }
}
