package org.panarray.internal.files;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.io.PerColumn;
import org.panarray.io.SparseFormat;
import org.panarray.io.TableFormat;
import org.panarray.io.TableWriter;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.TextKeyword;

/// The keywords of text tables as the readers and the writer take them.
public final class TableArguments {
  private static final List<String> USUAL_COMMENTS = List.of("#");

  private TableArguments() {}

  /// The format that `loadtxt` reads.
  public static TableFormat format(Keyword[] keywords) {
    TextKeyword.Delimiter delimiter = Keyword.find(TextKeyword.Delimiter.class, keywords);
    TextKeyword.Quotechar quote = Keyword.find(TextKeyword.Quotechar.class, keywords);
    TextKeyword.Skiprows skiprows = Keyword.find(TextKeyword.Skiprows.class, keywords);
    TextKeyword.Converters converters = Keyword.find(TextKeyword.Converters.class, keywords);
    TextKeyword.ConverterOfAll one = Keyword.find(TextKeyword.ConverterOfAll.class, keywords);
    TextKeyword.MaxRows maxRows = Keyword.find(TextKeyword.MaxRows.class, keywords);
    if (maxRows != null && maxRows.value() < 0) {
      throw new ValueError("argument must be nonnegative");
    }
    return new TableFormat(
        delimiter == null ? null : delimiter.value(),
        quote == null || quote.value() == null ? null : TableFormat.control(quote.value()),
        comments(keywords),
        skiprows == null ? 0 : skiprows.value(),
        maxRows == null ? -1 : maxRows.value(),
        columns(keywords),
        converters == null ? Map.of() : converters.value(),
        one == null ? null : one.value());
  }

  private static List<String> comments(Keyword[] keywords) {
    TextKeyword.Comments comments = Keyword.find(TextKeyword.Comments.class, keywords);
    return comments == null ? USUAL_COMMENTS : comments.values();
  }

  private static int @Nullable [] columns(Keyword[] keywords) {
    TextKeyword.Usecols usecols = Keyword.find(TextKeyword.Usecols.class, keywords);
    return usecols == null ? null : usecols.columns();
  }

  /// The format that `genfromtxt` reads.
  public static SparseFormat sparse(Keyword[] keywords) {
    TextKeyword.SkipHeader header = Keyword.find(TextKeyword.SkipHeader.class, keywords);
    TextKeyword.SkipFooter footer = Keyword.find(TextKeyword.SkipFooter.class, keywords);
    TextKeyword.MaxRows maxRows = Keyword.find(TextKeyword.MaxRows.class, keywords);
    TextKeyword.Converters converters = Keyword.find(TextKeyword.Converters.class, keywords);
    TextKeyword.FillingValues filling = Keyword.find(TextKeyword.FillingValues.class, keywords);
    TextKeyword.MissingValues missing = Keyword.find(TextKeyword.MissingValues.class, keywords);
    TextKeyword.Loose loose = Keyword.find(TextKeyword.Loose.class, keywords);
    TextKeyword.InvalidRaise raise = Keyword.find(TextKeyword.InvalidRaise.class, keywords);
    List<String> comments = comments(keywords);
    if (comments.size() > 1) {
      throw new TypeError("must be str or None, not list");
    }
    if (maxRows != null && maxRows.value() < 1) {
      throw new ValueError("'max_rows' must be at least 1.");
    }
    return new SparseFormat(
        splitting(keywords),
        comments.isEmpty() ? null : comments.getFirst(),
        header == null ? 0 : header.value(),
        footer == null ? 0 : footer.value(),
        maxRows == null ? -1 : maxRows.value(),
        columns(keywords),
        converters == null ? Map.of() : converters.value(),
        filling == null
            ? new PerColumn<>(null, List.of(), Map.of())
            : new PerColumn<>(filling.all(), filling.listed(), filling.byColumn()),
        missing == null
            ? new PerColumn<>(null, List.of(), Map.of())
            : new PerColumn<>(missing.all(), missing.listed(), missing.byColumn()),
        loose == null || loose.value(),
        raise == null || raise.value());
  }

  private static SparseFormat.Splitting splitting(Keyword[] keywords) {
    TextKeyword.Delimiter delimiter = Keyword.find(TextKeyword.Delimiter.class, keywords);
    TextKeyword.FieldWidths widths = Keyword.find(TextKeyword.FieldWidths.class, keywords);
    TextKeyword.Autostrip autostrip = Keyword.find(TextKeyword.Autostrip.class, keywords);
    boolean strip = autostrip != null && autostrip.value();
    if (widths == null) {
      String between = delimiter == null || "".equals(delimiter.value()) ? null : delimiter.value();
      return new SparseFormat.Splitting(between, new int[0], false, strip);
    }
    for (int width : widths.values()) {
      if (width < 0) {
        throw new ValueError("the width of a field is negative: " + width);
      }
    }
    boolean none = widths.one() && widths.values()[0] == 0;
    return new SparseFormat.Splitting(
        null, none ? new int[0] : widths.values(), widths.one(), strip);
  }

  /// What `savetxt` writes.
  public static TableWriter writer(Keyword[] keywords) {
    TableWriter usual = TableWriter.DEFAULT;
    TextKeyword.Fmt fmt = Keyword.find(TextKeyword.Fmt.class, keywords);
    TextKeyword.Delimiter delimiter = Keyword.find(TextKeyword.Delimiter.class, keywords);
    TextKeyword.Newline newline = Keyword.find(TextKeyword.Newline.class, keywords);
    TextKeyword.Header header = Keyword.find(TextKeyword.Header.class, keywords);
    TextKeyword.Footer footer = Keyword.find(TextKeyword.Footer.class, keywords);
    TextKeyword.Comments comments = Keyword.find(TextKeyword.Comments.class, keywords);
    return new TableWriter(
        fmt == null ? usual.formats() : fmt.values(),
        fmt == null || fmt.single(),
        delimiter == null || delimiter.value() == null ? usual.delimiter() : delimiter.value(),
        newline == null ? usual.newline() : newline.value(),
        header == null ? usual.header() : header.value(),
        footer == null ? usual.footer() : footer.value(),
        comments == null ? usual.comments() : String.join("", comments.values()));
  }
}
