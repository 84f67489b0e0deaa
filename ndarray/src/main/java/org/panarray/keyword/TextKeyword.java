package org.panarray.keyword;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.panarray.error.Required;

/// The keyword arguments of printing and of reading and writing files; see [Keyword].
public interface TextKeyword extends Keyword {
  /// Keywords of `set_printoptions` and `printoptions`.
  interface ForPrintoptions extends TextKeyword {}

  /// Keywords of `array2string`.
  interface ForArray2string extends TextKeyword {}

  /// Keywords of `array_str` and `array_repr`.
  interface ForArrayStr extends TextKeyword {}

  /// Keywords of `format_float_positional`.
  interface ForPositional extends TextKeyword {}

  /// Keywords of `format_float_scientific`.
  interface ForScientific extends TextKeyword {}

  /// Keywords of `load`.
  interface ForLoad extends TextKeyword {}

  /// Keywords of `loadtxt`.
  interface ForLoadtxt extends Keyword {}

  /// Keywords of `genfromtxt`.
  interface ForGenfromtxt extends Keyword {}

  /// Keywords of `savetxt`.
  interface ForSavetxt extends TextKeyword {}

  /// Keywords of `fromfile`.
  interface ForFromfile extends Keyword {}

  /// Keywords of `fromstring`.
  interface ForFromstring extends ForFromfile {}

  /// Keywords of `memmap` and `open_memmap`.
  interface ForMemmap extends Keyword {}

  /// `precision`: digits after the point, or null for NumPy's `None`.
  record Precision(@Nullable Integer value)
      implements ForPrintoptions, ForArray2string, ForArrayStr, ForPositional, ForScientific {}

  /// `threshold`: the largest number of elements printed in full.
  record Threshold(long value) implements ForPrintoptions, ForArray2string {}

  /// `edgeitems`: items at each end of a summarised axis.
  record Edgeitems(int value) implements ForPrintoptions, ForArray2string {}

  /// `linewidth` and `max_line_width`.
  record Linewidth(int value) implements ForPrintoptions {}

  /// `max_line_width`.
  record MaxLineWidth(int value) implements ForArray2string, ForArrayStr {}

  /// `suppress`: no exponents for small numbers.
  record Suppress(boolean value) implements ForPrintoptions {}

  /// `suppress_small`.
  record SuppressSmall(boolean value) implements ForArray2string, ForArrayStr {}

  /// `nanstr`.
  record Nanstr(String value) implements ForPrintoptions {}

  /// `infstr`.
  record Infstr(String value) implements ForPrintoptions {}

  /// `sign`: `-`, `+` or a space; as a bool for single numbers.
  record Sign(String value)
      implements ForPrintoptions, ForArray2string, ForPositional, ForScientific {
    public Sign {
      Required.argument(value, "sign");
    }
  }

  /// `floatmode`: `fixed`, `unique`, `maxprec` or `maxprec_equal`.
  record Floatmode(String value) implements ForPrintoptions, ForArray2string {
    public Floatmode {
      Required.argument(value, "floatmode");
    }
  }

  /// `formatter`: functions that write elements, by NumPy's keys.
  record Formatter(Map<String, Function<Object, String>> value)
      implements ForPrintoptions, ForArray2string {}

  /// `separator` between elements.
  record Separator(String value) implements ForArray2string {
    public Separator {
      Required.argument(value, "separator");
    }
  }

  /// `prefix`: what will stand before the array; only its length counts.
  record Prefix(String value) implements ForArray2string {
    public Prefix {
      Required.argument(value, "prefix");
    }
  }

  /// `suffix`: what will stand behind the array; only its length counts.
  record Suffix(String value) implements ForArray2string {
    public Suffix {
      Required.argument(value, "suffix");
    }
  }

  /// `unique`: the shortest digits that tell a number from all others.
  record Unique(boolean value) implements ForPositional, ForScientific {}

  /// `fractional`: digits are counted from the point.
  record Fractional(boolean value) implements ForPositional {}

  /// `trim`: `k`, `.`, `0` or `-`.
  record Trim(String value) implements ForPositional, ForScientific {}

  /// `pad_left`.
  record PadLeft(int value) implements ForPositional, ForScientific {}

  /// `pad_right`.
  record PadRight(int value) implements ForPositional {}

  /// `min_digits`.
  record MinDigits(int value) implements ForPositional, ForScientific {}

  /// `exp_digits`.
  record ExpDigits(int value) implements ForScientific {}

  /// `mmap_mode`: `r`, `r+`, `c` or null.
  record MmapMode(@Nullable String value) implements ForLoad {}

  /// `mode` of a memory map; for indices outside an array `raise`, `wrap` or `clip`.
  record Mode(String value)
      implements ForMemmap,
          Keyword.ForTake,
          Keyword.ForChoose,
          Keyword.ForMultiIndex,
          PadKeyword.ForPad {
    public Mode {
      Required.argument(value, "mode");
    }
  }

  /// `offset`: bytes of a file to skip, or which diagonal: above the main one where positive.
  record Offset(long value)
      implements ForFromfile,
          ForMemmap,
          MatrixKeyword.ForDiagonal,
          PadKeyword.ForFrombuffer,
          MatrixKeyword.ForMatrixTrace {}

  /// `delimiter` between fields; null for white space.
  record Delimiter(@Nullable String value) implements ForLoadtxt, ForGenfromtxt, ForSavetxt {}

  /// `delimiter` as the widths of fields: one for all, or one for each.
  record FieldWidths(boolean one, int... values) implements ForGenfromtxt {
    public FieldWidths {
      Required.argument(values, "delimiter");
    }
  }

  /// `quotechar`: what stands around fields that hold a delimiter.
  record Quotechar(@Nullable String value) implements ForLoadtxt {}

  /// `encoding` of a text, by its name in Python or Java; null for UTF-8.
  record Encoding(@Nullable String value) implements ForLoadtxt, ForGenfromtxt, ForSavetxt {}

  /// `autostrip`: white space around fields is no part of them.
  record Autostrip(boolean value) implements ForGenfromtxt {}

  /// `loose`: a field that is no number counts as missing.
  record Loose(boolean value) implements ForGenfromtxt {}

  /// `invalid_raise`: rows of the wrong length are an error.
  record InvalidRaise(boolean value) implements ForGenfromtxt {}

  /// `comments`: texts that start a comment.
  record Comments(List<String> values) implements ForLoadtxt, ForGenfromtxt, ForSavetxt {}

  /// `skiprows` and `skip_header`: lines to skip at the start.
  record Skiprows(long value) implements ForLoadtxt {}

  /// `skip_header`.
  record SkipHeader(long value) implements ForGenfromtxt {}

  /// `skip_footer`: rows to forget at the end.
  record SkipFooter(long value) implements ForGenfromtxt {}

  /// `filling_values`: what takes the place of missing values.
  ///
  /// @param all for columns without a value of their own
  /// @param listed for the first columns
  /// @param byColumn by the number of a column
  record FillingValues(@Nullable Double all, List<Double> listed, Map<Integer, Double> byColumn)
      implements ForGenfromtxt {}

  /// `missing_values`: texts that stand for nothing where `loose` is false.
  ///
  /// @param all for columns without texts of their own
  /// @param listed for the first columns
  /// @param byColumn by the number of a column
  record MissingValues(
      List<String> all, List<List<String>> listed, Map<Integer, List<String>> byColumn)
      implements ForGenfromtxt {}

  /// `usecols`: the columns to read.
  record Usecols(int... columns) implements ForLoadtxt, ForGenfromtxt {}

  /// `max_rows`: rows to read.
  record MaxRows(long value) implements ForLoadtxt, ForGenfromtxt {}

  /// `unpack`: transpose the result.
  record Unpack(boolean value) implements ForLoadtxt, ForGenfromtxt {}

  /// `converters`: functions that read fields, by column.
  record Converters(Map<Integer, ToDoubleFunction<String>> value)
      implements ForLoadtxt, ForGenfromtxt {
    public Converters {
      Required.argument(value, "converters");
    }
  }

  /// `converters`: a function that reads all fields.
  record ConverterOfAll(ToDoubleFunction<String> value) implements ForLoadtxt {}

  /// `fmt`: Python formats, one for all columns, one for the row, or one for each column.
  record Fmt(List<String> values, boolean single) implements ForSavetxt {}

  /// `newline`.
  record Newline(String value) implements ForSavetxt {
    public Newline {
      Required.argument(value, "newline");
    }
  }

  /// `header`.
  record Header(String value) implements ForSavetxt {
    public Header {
      Required.argument(value, "header");
    }
  }

  /// `footer`.
  record Footer(String value) implements ForSavetxt {
    public Footer {
      Required.argument(value, "footer");
    }
  }

  /// `count`: elements to read; -1 for all.
  record Count(long value)
      implements PadKeyword.ForFrombuffer, PadKeyword.ForUnpackbits, ForFromstring {}

  /// `sep`: the text between numbers; empty for binary files.
  record Sep(String value) implements ForFromstring {
    public Sep {
      Required.argument(value, "sep");
    }
  }
}
