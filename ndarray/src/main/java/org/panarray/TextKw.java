package org.panarray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.panarray.error.Required;

/// The keyword arguments of printing and files; part of [Kw], through which they are imported.
abstract sealed class TextKw extends MatrixKw permits Kw {
  /// Digits after the point; null is NumPy's `None`.
  public static TextKeyword.Precision precision(@Nullable Integer value) {
    return new TextKeyword.Precision(value);
  }

  public static TextKeyword.Threshold threshold(long value) {
    return new TextKeyword.Threshold(value);
  }

  public static TextKeyword.Edgeitems edgeitems(int value) {
    return new TextKeyword.Edgeitems(value);
  }

  public static TextKeyword.Linewidth linewidth(int value) {
    return new TextKeyword.Linewidth(value);
  }

  public static TextKeyword.MaxLineWidth maxLineWidth(int value) {
    return new TextKeyword.MaxLineWidth(value);
  }

  public static TextKeyword.Suppress suppress(boolean value) {
    return new TextKeyword.Suppress(value);
  }

  public static TextKeyword.SuppressSmall suppressSmall(boolean value) {
    return new TextKeyword.SuppressSmall(value);
  }

  public static TextKeyword.Nanstr nanstr(String value) {
    return new TextKeyword.Nanstr(value);
  }

  public static TextKeyword.Infstr infstr(String value) {
    return new TextKeyword.Infstr(value);
  }

  /// `-`, `+` or a space.
  public static TextKeyword.Sign sign(String value) {
    return new TextKeyword.Sign(value);
  }

  /// Whether a single number gets a plus sign.
  public static TextKeyword.Sign sign(boolean value) {
    return new TextKeyword.Sign(value ? "+" : "-");
  }

  /// `fixed`, `unique`, `maxprec` or `maxprec_equal`.
  public static TextKeyword.Floatmode floatmode(String value) {
    return new TextKeyword.Floatmode(value);
  }

  /// Functions that write elements, by `bool`, `int`, `float`, `complexfloat`, `int_kind`,
  /// `float_kind`, `complex_kind` or `all`.
  public static TextKeyword.Formatter formatter(Map<String, Function<Object, String>> value) {
    return new TextKeyword.Formatter(value);
  }

  public static TextKeyword.Separator separator(String value) {
    return new TextKeyword.Separator(value);
  }

  public static TextKeyword.Prefix prefix(String value) {
    return new TextKeyword.Prefix(value);
  }

  public static TextKeyword.Suffix suffix(String value) {
    return new TextKeyword.Suffix(value);
  }

  public static TextKeyword.Unique unique(boolean value) {
    return new TextKeyword.Unique(value);
  }

  public static TextKeyword.Fractional fractional(boolean value) {
    return new TextKeyword.Fractional(value);
  }

  /// `k`, `.`, `0` or `-`.
  public static TextKeyword.Trim trim(String value) {
    return new TextKeyword.Trim(value);
  }

  public static TextKeyword.PadLeft padLeft(int value) {
    return new TextKeyword.PadLeft(value);
  }

  public static TextKeyword.PadRight padRight(int value) {
    return new TextKeyword.PadRight(value);
  }

  public static TextKeyword.MinDigits minDigits(int value) {
    return new TextKeyword.MinDigits(value);
  }

  public static TextKeyword.ExpDigits expDigits(int value) {
    return new TextKeyword.ExpDigits(value);
  }

  /// `r`, `r+` or `c`; null for no memory map.
  public static TextKeyword.MmapMode mmapMode(@Nullable String value) {
    return new TextKeyword.MmapMode(value);
  }

  /// `r`, `r+`, `w+` or `c` of a memory map; `raise`, `wrap` or `clip` for indices outside.
  public static TextKeyword.Mode mode(String value) {
    return new TextKeyword.Mode(value);
  }

  public static TextKeyword.Offset offset(long value) {
    return new TextKeyword.Offset(value);
  }

  /// One character; null for white space.
  public static TextKeyword.Delimiter delimiter(@Nullable String value) {
    return new TextKeyword.Delimiter(value);
  }

  /// NumPy's `delimiter=3`: all fields are so wide.
  public static TextKeyword.FieldWidths delimiter(int width) {
    return new TextKeyword.FieldWidths(true, width);
  }

  /// NumPy's `delimiter=(3, 2)`: the widths of the fields.
  public static TextKeyword.FieldWidths delimiter(int... widths) {
    return new TextKeyword.FieldWidths(false, widths);
  }

  public static TextKeyword.Quotechar quotechar(@Nullable String value) {
    return new TextKeyword.Quotechar(value);
  }

  /// A name such as `utf-8-sig`, `utf-16` or `latin1`.
  public static TextKeyword.Encoding encoding(@Nullable String value) {
    return new TextKeyword.Encoding(value);
  }

  public static TextKeyword.Autostrip autostrip(boolean value) {
    return new TextKeyword.Autostrip(value);
  }

  public static TextKeyword.Loose loose(boolean value) {
    return new TextKeyword.Loose(value);
  }

  public static TextKeyword.InvalidRaise invalidRaise(boolean value) {
    return new TextKeyword.InvalidRaise(value);
  }

  /// Texts that start a comment; none at all is NumPy's `None`.
  public static TextKeyword.Comments comments(String... values) {
    return new TextKeyword.Comments(List.of(Required.all(values, "comments")));
  }

  public static TextKeyword.Skiprows skiprows(long value) {
    return new TextKeyword.Skiprows(value);
  }

  public static TextKeyword.SkipHeader skipHeader(long value) {
    return new TextKeyword.SkipHeader(value);
  }

  public static TextKeyword.SkipFooter skipFooter(long value) {
    return new TextKeyword.SkipFooter(value);
  }

  /// One value for all columns.
  public static TextKeyword.FillingValues fillingValues(double value) {
    return new TextKeyword.FillingValues(value, List.of(), Map.of());
  }

  /// Values of the first columns.
  public static TextKeyword.FillingValues fillingValues(double... values) {
    List<Double> listed = Arrays.stream(Required.argument(values, "values")).boxed().toList();
    return new TextKeyword.FillingValues(null, listed, Map.of());
  }

  /// Values by the number of the column.
  public static TextKeyword.FillingValues fillingValues(Map<Integer, Double> values) {
    return new TextKeyword.FillingValues(
        null, List.of(), Map.copyOf(Required.argument(values, "values")));
  }

  /// Texts with commas between them, for all columns.
  public static TextKeyword.MissingValues missingValues(String values) {
    return new TextKeyword.MissingValues(
        List.of(Required.argument(values, "values").split(",", -1)), List.of(), Map.of());
  }

  /// A text for each of the first columns.
  public static TextKeyword.MissingValues missingValues(String... values) {
    List<List<String>> listed =
        Arrays.stream(Required.all(values, "values")).map(List::of).toList();
    return new TextKeyword.MissingValues(List.of(), listed, Map.of());
  }

  /// A text by the number of the column.
  public static TextKeyword.MissingValues missingValues(Map<Integer, String> values) {
    Map<Integer, List<String>> byColumn = new HashMap<>();
    Required.argument(values, "values")
        .forEach((column, text) -> byColumn.put(column, List.of(text)));
    return new TextKeyword.MissingValues(List.of(), List.of(), Map.copyOf(byColumn));
  }

  public static TextKeyword.Usecols usecols(int... columns) {
    return new TextKeyword.Usecols(columns);
  }

  public static TextKeyword.MaxRows maxRows(long value) {
    return new TextKeyword.MaxRows(value);
  }

  public static TextKeyword.Unpack unpack(boolean value) {
    return new TextKeyword.Unpack(value);
  }

  /// A function that reads all fields.
  public static TextKeyword.ConverterOfAll converters(ToDoubleFunction<String> value) {
    return new TextKeyword.ConverterOfAll(value);
  }

  /// Functions that read the fields of columns, counted from the end if negative.
  public static TextKeyword.Converters converters(Map<Integer, ToDoubleFunction<String>> value) {
    return new TextKeyword.Converters(value);
  }

  /// A Python format for all columns, such as `%.3f`, or for the whole row.
  public static TextKeyword.Fmt fmt(String value) {
    return new TextKeyword.Fmt(List.of(Required.argument(value, "fmt")), true);
  }

  /// A Python format for each column.
  public static TextKeyword.Fmt fmt(String first, String... others) {
    List<String> all = new ArrayList<>(List.of(Required.argument(first, "fmt")));
    all.addAll(List.of(Required.all(others, "fmt")));
    return new TextKeyword.Fmt(all, false);
  }

  public static TextKeyword.Newline newline(String value) {
    return new TextKeyword.Newline(value);
  }

  public static TextKeyword.Header header(String value) {
    return new TextKeyword.Header(value);
  }

  public static TextKeyword.Footer footer(String value) {
    return new TextKeyword.Footer(value);
  }

  public static TextKeyword.Count count(long value) {
    return new TextKeyword.Count(value);
  }

  public static TextKeyword.Sep sep(String value) {
    return new TextKeyword.Sep(value);
  }

  /// An array and its name: NumPy's `name=array` in `savez`.
  public static NamedArray named(String name, Object array) {
    return new NamedArray(name, array);
  }
}
