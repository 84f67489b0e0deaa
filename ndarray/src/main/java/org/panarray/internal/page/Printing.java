package org.panarray.internal.page;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.PrintScope;
import org.panarray.error.MemoryError;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.files.PrintKeywords;
import org.panarray.internal.files.Printer;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.prim.FloatFormat;
import org.panarray.text.ArrayFormatter;
import org.panarray.text.FloatStyle;
import org.panarray.text.FloatText;
import org.panarray.text.PrintOptions;

/// Arrays and numbers as text, byte for byte as NumPy prints them. `toString` of an array is `str`.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.io.html">NumPy's page</a>
public sealed interface Printing permits Np {

  /// The array as Python's `str` prints it: `numpy.array_str`.
  ///
  /// Keywords: `max_line_width`, `precision`, `suppress_small`.
  default String arrayStr(Object a, TextKeyword.ForArrayStr... keywords) {
    return ArrayFormatter.str(
        Printer.printable(ArrayLike.of(a)), PrintKeywords.apply(Printer.options(), keywords));
  }

  /// The array as Python's `repr` prints it, such as `array([1, 2], dtype=int32)`:
  /// `numpy.array_repr`.
  ///
  /// Keywords: `max_line_width`, `precision`, `suppress_small`.
  ///
  /// ```java
  /// np.arrayRepr(np.arange(3)) // array([0, 1, 2])
  /// np.arrayRepr(np.zeros(2), precision(2)) // array([0., 0.])
  /// ```
  default String arrayRepr(Object arr, TextKeyword.ForArrayStr... keywords) {
    return ArrayFormatter.repr(
        Printer.printable(ArrayLike.of(arr)), PrintKeywords.apply(Printer.options(), keywords));
  }

  /// The elements in brackets: `numpy.array2string`.
  ///
  /// Keywords: `max_line_width`, `precision`, `suppress_small`, `separator`, `prefix`, `suffix`,
  /// `formatter`, `threshold`, `edgeitems`, `sign`, `floatmode`.
  ///
  /// ```java
  /// np.array2string(np.arange(3), separator(", ")) // [0, 1, 2]
  /// ```
  default String array2string(Object a, TextKeyword.ForArray2string... keywords) {
    TextKeyword.Separator separator = Keyword.find(TextKeyword.Separator.class, keywords);
    TextKeyword.Prefix prefix = Keyword.find(TextKeyword.Prefix.class, keywords);
    TextKeyword.Suffix suffix = Keyword.find(TextKeyword.Suffix.class, keywords);
    return ArrayFormatter.array2string(
        Printer.printable(ArrayLike.of(a)),
        PrintKeywords.apply(Printer.options(), keywords),
        separator == null ? " " : separator.value(),
        prefix == null ? "" : prefix.value(),
        suffix == null ? "" : suffix.value());
  }

  /// Changes how arrays are printed, in the whole process or, inside [#printoptions], until the
  /// block ends: `numpy.set_printoptions`.
  ///
  /// @throws ValueError if an option has a value that NumPy does not take
  default void setPrintoptions(TextKeyword.ForPrintoptions... keywords) {
    Printer.setOptions(PrintKeywords.apply(Printer.options(), keywords));
  }

  /// The options in force, by name, in NumPy's order: `numpy.get_printoptions`.
  default Map<String, Object> getPrintoptions() {
    PrintOptions options = Printer.options();
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("edgeitems", options.edgeitems());
    named.put("threshold", options.threshold());
    named.put("floatmode", options.floatmode().name().toLowerCase(Locale.ROOT));
    named.put("precision", options.precision());
    named.put("suppress", options.suppress());
    named.put("linewidth", options.linewidth());
    named.put("nanstr", options.nanstr());
    named.put("infstr", options.infstr());
    named.put("sign", options.sign());
    named.put("formatter", options.formatter());
    return named;
  }

  /// Print options until the block is closed: `numpy.printoptions`. Keywords: those of
  /// [#setPrintoptions].
  ///
  /// ```java
  /// try (var options = np.printoptions(precision(3))) {
  ///   NDArray third = np.array(new double[] {1 / 3.0}); // [0.333]
  /// }
  /// ```
  default PrintScope printoptions(TextKeyword.ForPrintoptions... keywords) {
    return ArrayAccess.arrays().printScope(PrintKeywords.apply(Printer.options(), keywords));
  }

  /// A number without an exponent: `numpy.format_float_positional`.
  ///
  /// Keywords: `precision`, `unique`, `fractional`, `trim`, `sign`, `pad_left`, `pad_right`,
  /// `min_digits`. A `Float` or an array of one float32 or float16 has the digits of its format.
  ///
  /// @throws ValueError for counts that contradict each other
  default String formatFloatPositional(Object x, TextKeyword.ForPositional... keywords) {
    FloatStyle style = PrintKeywords.style(keywords);
    double number = number(x);
    return MemoryError.unlessFull(() -> FloatText.positional(number, format(x), style));
  }

  /// A number with an exponent: `numpy.format_float_scientific`.
  ///
  /// Keywords: `precision`, `unique`, `trim`, `sign`, `pad_left`, `exp_digits`, `min_digits`.
  ///
  /// @throws ValueError for counts that contradict each other
  default String formatFloatScientific(Object x, TextKeyword.ForScientific... keywords) {
    FloatStyle style = PrintKeywords.style(keywords);
    double number = number(x);
    return MemoryError.unlessFull(() -> FloatText.scientific(number, format(x), style));
  }

  private static double number(Object x) {
    return switch (Required.argument(x, "x")) {
      case NDArray array -> array.asDouble();
      case Number number -> number.doubleValue();
      case Boolean flag -> flag ? 1 : 0;
      default -> throw new TypeError("must be real number, not " + x.getClass().getSimpleName());
    };
  }

  private static FloatFormat format(Object x) {
    return switch (x) {
      case NDArray array when array.dtype().isFloat() -> array.dtype().element().format();
      case Float _ -> FloatFormat.FLOAT32;
      default -> FloatFormat.FLOAT64;
    };
  }

  /// The digits of an integer to another base, with `padding` zeros in front: `numpy.base_repr`.
  ///
  /// @throws ValueError `Bases greater than 36 not handled in base_repr.` or less than 2
  default String baseRepr(long number, int base, int padding) {
    if (base > 36) {
      throw new ValueError("Bases greater than 36 not handled in base_repr.");
    }
    if (base < 2) {
      throw new ValueError("Bases less than 2 not handled in base_repr.");
    }
    String digits = BigInteger.valueOf(number).abs().toString(base).toUpperCase(Locale.ROOT);
    if (number == 0) {
      digits = padding > 0 ? "" : "0";
    }
    String sign = number < 0 ? "-" : "";
    String shown = digits;
    return MemoryError.unlessFull(() -> sign + "0".repeat(Math.max(0, padding)) + shown);
  }

  /// As [#baseRepr(long, int, int)] without padding.
  default String baseRepr(long number, int base) {
    return baseRepr(number, base, 0);
  }

  /// As [#baseRepr(long, int, int)] to base 2.
  default String baseRepr(long number) {
    return baseRepr(number, 2, 0);
  }

  /// The binary digits of an integer, a negative one with a sign: `numpy.binary_repr`.
  default String binaryRepr(long num) {
    return BigInteger.valueOf(num).toString(2);
  }

  /// The binary digits in `width` places, a negative integer as its two's complement:
  /// `numpy.binary_repr`.
  ///
  /// @throws ValueError `Insufficient bit width=2 provided for binwidth=3`
  default String binaryRepr(long num, int width) {
    BigInteger value = BigInteger.valueOf(num);
    int needed = num > 0 ? value.bitLength() : num < 0 ? value.bitLength() + 1 : 1;
    if (num == 0) {
      return MemoryError.unlessFull(() -> "0".repeat(Math.max(1, width)));
    }
    if (width < needed) {
      throw new ValueError("Insufficient bit width=" + width + " provided for binwidth=" + needed);
    }
    BigInteger bits = num > 0 ? value : value.add(BigInteger.ONE.shiftLeft(needed));
    String digits = bits.toString(2);
    String sign = num > 0 ? "0" : "1";
    return MemoryError.unlessFull(() -> sign.repeat(width - needed) + digits);
  }
}
