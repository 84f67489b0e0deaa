package org.panarray;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

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

  /// Texts that start a comment; none at all is NumPy's `None`.
  public static TextKeyword.Comments comments(String... values) {
    return new TextKeyword.Comments(List.of(values));
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

  public static TextKeyword.FillingValues fillingValues(double value) {
    return new TextKeyword.FillingValues(value);
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

  /// Functions that read the fields of columns; the key -1 is for all columns.
  public static TextKeyword.Converters converters(Map<Integer, ToDoubleFunction<String>> value) {
    return new TextKeyword.Converters(value);
  }

  /// A Python format for all columns, such as `%.3f`, or for the whole row.
  public static TextKeyword.Fmt fmt(String value) {
    return new TextKeyword.Fmt(List.of(value), true);
  }

  /// A Python format for each column.
  public static TextKeyword.Fmt fmt(String first, String... others) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(others));
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
