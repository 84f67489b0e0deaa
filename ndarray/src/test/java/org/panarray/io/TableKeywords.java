package org.panarray.io;

import static org.panarray.Kw.comments;
import static org.panarray.Kw.delimiter;
import static org.panarray.Kw.dtype;
import static org.panarray.Kw.fillingValues;
import static org.panarray.Kw.invalidRaise;
import static org.panarray.Kw.loose;
import static org.panarray.Kw.maxRows;
import static org.panarray.Kw.missingValues;
import static org.panarray.Kw.ndmin;
import static org.panarray.Kw.quotechar;
import static org.panarray.Kw.skipFooter;
import static org.panarray.Kw.skipHeader;
import static org.panarray.Kw.skiprows;
import static org.panarray.Kw.unpack;
import static org.panarray.Kw.usecols;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.panarray.keyword.Keyword;

/// The keywords of `loadtxt` and `genfromtxt` as the recordings spell them.
final class TableKeywords {
  private TableKeywords() {}

  static List<Keyword> of(Map<String, String> options) {
    List<Keyword> keywords = new ArrayList<>();
    options.forEach((name, value) -> keywords.add(keyword(name, value)));
    return keywords;
  }

  private static Keyword keyword(String name, String value) {
    return switch (name) {
      case "delimiter" ->
          value.matches("\\d+") ? delimiter(Integer.parseInt(value)) : delimiter(value);
      case "quotechar" -> quotechar(value);
      case "missing_values" -> missingValues(value);
      case "loose" -> loose(value.equals("True"));
      case "invalid_raise" -> invalidRaise(value.equals("True"));
      case "comments" -> comments(value);
      case "skiprows" -> skiprows(Long.parseLong(value));
      case "skip_header" -> skipHeader(Long.parseLong(value));
      case "skip_footer" -> skipFooter(Long.parseLong(value));
      case "filling_values" -> fillingValues(Double.parseDouble(value));
      case "max_rows" -> maxRows(Long.parseLong(value));
      case "usecols" ->
          usecols(Arrays.stream(value.split(",")).mapToInt(Integer::parseInt).toArray());
      case "dtype" -> dtype(value);
      case "ndmin" -> ndmin(Integer.parseInt(value));
      case "unpack" -> unpack(value.equals("True"));
      default -> throw new AssertionError(name);
    };
  }
}
