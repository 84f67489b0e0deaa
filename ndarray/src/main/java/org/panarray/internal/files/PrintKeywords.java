package org.panarray.internal.files;

import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.text.FloatMode;
import org.panarray.text.FloatStyle;
import org.panarray.text.PrintOptions;
import org.panarray.text.Trim;

/// Applies keywords to the settings of the formatter.
public final class PrintKeywords {
  private PrintKeywords() {}

  /// The options with the keywords in place of what they had.
  public static PrintOptions apply(PrintOptions options, Keyword[] keywords) {
    PrintOptions result = options;
    for (Keyword keyword : Required.all(keywords, "keywords")) {
      result =
          switch (keyword) {
            // NumPy's None leaves the option as it is.
            case TextKeyword.Precision(Integer value) ->
                value == null ? result : result.withPrecision(value);
            case TextKeyword.Threshold(long value) -> result.withThreshold(value);
            case TextKeyword.Edgeitems(int value) -> result.withEdgeitems(value);
            case TextKeyword.Linewidth(int value) -> result.withLinewidth(value);
            case TextKeyword.MaxLineWidth(int value) -> result.withLinewidth(value);
            case TextKeyword.Suppress(boolean value) -> result.withSuppress(value);
            case TextKeyword.SuppressSmall(boolean value) -> result.withSuppress(value);
            case TextKeyword.Nanstr(String value) -> result.withNanstr(value);
            case TextKeyword.Infstr(String value) -> result.withInfstr(value);
            case TextKeyword.Sign(String value) -> result.withSign(value);
            case TextKeyword.Floatmode(String value) -> result.withFloatmode(FloatMode.of(value));
            case TextKeyword.Formatter(var value) -> result.withFormatter(value);
            default -> result;
          };
    }
    return result;
  }

  /// The style of a single number.
  ///
  /// @throws ValueError for a negative count, and as [FloatStyle] does
  public static FloatStyle style(Keyword[] keywords) {
    TextKeyword.Precision precision = Keyword.find(TextKeyword.Precision.class, keywords);
    TextKeyword.Unique unique = Keyword.find(TextKeyword.Unique.class, keywords);
    TextKeyword.Fractional fractional = Keyword.find(TextKeyword.Fractional.class, keywords);
    TextKeyword.Trim trim = Keyword.find(TextKeyword.Trim.class, keywords);
    TextKeyword.Sign sign = Keyword.find(TextKeyword.Sign.class, keywords);
    TextKeyword.PadLeft padLeft = Keyword.find(TextKeyword.PadLeft.class, keywords);
    TextKeyword.PadRight padRight = Keyword.find(TextKeyword.PadRight.class, keywords);
    TextKeyword.ExpDigits expDigits = Keyword.find(TextKeyword.ExpDigits.class, keywords);
    TextKeyword.MinDigits minDigits = Keyword.find(TextKeyword.MinDigits.class, keywords);
    Integer digits = precision == null ? null : precision.value();
    return new FloatStyle(
        digits == null ? -1 : counted("precision", digits),
        unique == null || unique.value(),
        fractional == null || fractional.value(),
        trim == null ? Trim.KEEP : Trim.of(trim.value()),
        sign != null && sign.value().equals("+"),
        padLeft == null ? -1 : counted("pad_left", padLeft.value()),
        padRight == null ? -1 : counted("pad_right", padRight.value()),
        expDigits == null ? -1 : counted("exp_digits", expDigits.value()),
        minDigits == null ? -1 : counted("min_digits", minDigits.value()));
  }

  private static int counted(String name, int value) {
    if (value < 0) {
      throw new ValueError(name + " must be >= 0");
    }
    return value;
  }
}
