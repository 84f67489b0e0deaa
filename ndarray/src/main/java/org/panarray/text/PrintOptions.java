package org.panarray.text;

import java.util.Map;
import java.util.function.Function;
import org.panarray.error.Required;
import org.panarray.error.ValueError;

/// How arrays are printed; NumPy's print options, with their names and meanings.
///
/// @param edgeitems how many items stay at each end of a summarised axis
/// @param threshold the largest number of elements that is printed in full
/// @param floatmode how `precision` is applied
/// @param precision digits after the point of floating elements
/// @param suppress whether small numbers are printed without exponents
/// @param linewidth characters in a line
/// @param nanstr the text of not-a-number
/// @param infstr the text of infinity
/// @param sign `-` for signs of negative numbers only, `+` for signs of all, a space for a space
///     in front of positive numbers
/// @param formatter functions that write elements, by NumPy's keys: `bool`, `int`, `float`,
///     `complexfloat`, `int_kind`, `float_kind`, `complex_kind`, `all`
/// @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.set_printoptions.html">
///     numpy.set_printoptions</a>
public record PrintOptions(
    int edgeitems,
    long threshold,
    FloatMode floatmode,
    int precision,
    boolean suppress,
    int linewidth,
    String nanstr,
    String infstr,
    String sign,
    Map<String, Function<Object, String>> formatter) {

  /// The options with which NumPy starts.
  public static final PrintOptions DEFAULT =
      new PrintOptions(3, 1000, FloatMode.MAXPREC, 8, false, 75, "nan", "inf", "-", Map.of());

  /// Checks what NumPy checks.
  ///
  /// @throws ValueError if the precision is negative or the sign is none of ` `, `+`, `-`
  public PrintOptions {
    Required.argument(nanstr, "nanstr");
    Required.argument(infstr, "infstr");
    Required.argument(sign, "sign");
    Required.argument(formatter, "formatter")
        .forEach(
            (kind, function) -> {
              Required.argument(kind, "formatter");
              Required.argument(function, "formatter");
            });
    if (precision < 0) {
      throw new ValueError("precision must be >= 0");
    }
    if (!sign.equals(" ") && !sign.equals("+") && !sign.equals("-")) {
      throw new ValueError("sign option must be one of ' ', '+', or '-'");
    }
    formatter = Map.copyOf(formatter);
  }

  /// These options with another [#edgeitems()].
  public PrintOptions withEdgeitems(int value) {
    return new PrintOptions(
        value, threshold, floatmode, precision, suppress, linewidth, nanstr, infstr, sign,
        formatter);
  }

  /// These options with another [#threshold()].
  public PrintOptions withThreshold(long value) {
    return new PrintOptions(
        edgeitems, value, floatmode, precision, suppress, linewidth, nanstr, infstr, sign,
        formatter);
  }

  /// These options with another [#floatmode()].
  public PrintOptions withFloatmode(FloatMode value) {
    return new PrintOptions(
        edgeitems, threshold, value, precision, suppress, linewidth, nanstr, infstr, sign,
        formatter);
  }

  /// These options with another [#precision()].
  public PrintOptions withPrecision(int value) {
    return new PrintOptions(
        edgeitems, threshold, floatmode, value, suppress, linewidth, nanstr, infstr, sign,
        formatter);
  }

  /// These options with another [#suppress()].
  public PrintOptions withSuppress(boolean value) {
    return new PrintOptions(
        edgeitems, threshold, floatmode, precision, value, linewidth, nanstr, infstr, sign,
        formatter);
  }

  /// These options with another [#linewidth()].
  public PrintOptions withLinewidth(int value) {
    return new PrintOptions(
        edgeitems, threshold, floatmode, precision, suppress, value, nanstr, infstr, sign,
        formatter);
  }

  /// These options with another [#nanstr()].
  public PrintOptions withNanstr(String value) {
    return new PrintOptions(
        edgeitems, threshold, floatmode, precision, suppress, linewidth, value, infstr, sign,
        formatter);
  }

  /// These options with another [#infstr()].
  public PrintOptions withInfstr(String value) {
    return new PrintOptions(
        edgeitems, threshold, floatmode, precision, suppress, linewidth, nanstr, value, sign,
        formatter);
  }

  /// These options with another [#sign()].
  public PrintOptions withSign(String value) {
    return new PrintOptions(
        edgeitems, threshold, floatmode, precision, suppress, linewidth, nanstr, infstr, value,
        formatter);
  }

  /// These options with another [#formatter()].
  public PrintOptions withFormatter(Map<String, Function<Object, String>> value) {
    return new PrintOptions(
        edgeitems, threshold, floatmode, precision, suppress, linewidth, nanstr, infstr, sign,
        value);
  }
}
