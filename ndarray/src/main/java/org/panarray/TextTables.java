package org.panarray;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;
import org.panarray.io.NumberTable;
import org.panarray.io.SafeFile;
import org.panarray.io.TableFormat;
import org.panarray.io.TableReader;
import org.panarray.io.TableWriter;
import org.panarray.prim.ElementType;
import org.panarray.shape.Shape;

/// Tables of numbers as text.
///
/// A text to read is a file (its name or a [Path]; one that ends in `.gz` is unpacked), an
/// `InputStream`, a `Reader` or an `Iterable` of lines.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.io.html">NumPy's page</a>
sealed interface TextTables permits Np {

  /// Reads a table in which every row has the same number of fields: `numpy.loadtxt`.
  ///
  /// Keywords: `dtype` (default float64), `comments`, `delimiter`, `converters`, `skiprows`,
  /// `usecols`, `unpack`, `ndmin`, `max_rows`. Axes of length 1 are dropped down to `ndmin`.
  ///
  /// ```java
  /// Path file = Files.createTempFile("table", ".csv");
  /// Files.writeString(file, "1,2\n3,4\n");
  /// np.loadtxt(file, delimiter(","))
  /// // [[1. 2.]
  /// //  [3. 4.]]
  /// Files.delete(file);
  /// ```
  ///
  /// @throws ValueError `could not convert string 'x' to float64 at row 0, column 2.`, or if rows
  ///     differ in length
  default NDArray loadtxt(Object fname, TextKeyword.ForLoadtxt... keywords) {
    TextKeyword.Skiprows skiprows = Keyword.find(TextKeyword.Skiprows.class, keywords);
    TextKeyword.MaxRows maxRows = Keyword.find(TextKeyword.MaxRows.class, keywords);
    TableFormat format =
        format(keywords, skiprows == null ? 0 : skiprows.value(), maxRows(maxRows), null);
    NumberTable table = read(fname, format, type(keywords));
    if (table.rows() == 0) {
      ErrorState.warn("UserWarning", "loadtxt: input contained no data: \"" + fname + "\"");
    }
    return shaped(table, format, keywords);
  }

  /// Reads a table in which fields may be missing: `numpy.genfromtxt`.
  ///
  /// Keywords: `dtype` (default float64), `comments`, `delimiter`, `skip_header`, `skip_footer`,
  /// `converters`, `filling_values`, `usecols`, `unpack`, `ndmin`, `max_rows`. Fields that are
  /// missing or no numbers become `filling_values`: by default NaN, -1 for integers, False for
  /// bools.
  ///
  /// @throws ValueError `Some errors were detected !` and the lines that have more or fewer fields
  ///     than the first
  default NDArray genfromtxt(Object fname, TextKeyword.ForGenfromtxt... keywords) {
    TextKeyword.SkipHeader header = Keyword.find(TextKeyword.SkipHeader.class, keywords);
    TextKeyword.SkipFooter footer = Keyword.find(TextKeyword.SkipFooter.class, keywords);
    TextKeyword.MaxRows maxRows = Keyword.find(TextKeyword.MaxRows.class, keywords);
    TextKeyword.FillingValues filling = Keyword.find(TextKeyword.FillingValues.class, keywords);
    if (footer != null && footer.value() > 0 && maxRows != null) {
      throw new ValueError(
          "The keywords 'skip_footer' and 'max_rows' can not be specified at the same time.");
    }
    ElementType type = type(keywords);
    double fill =
        filling != null
            ? filling.value()
            : switch (type.kind()) {
              case BOOL -> 0;
              case SIGNED, UNSIGNED -> -1;
              case FLOAT, COMPLEX -> Double.NaN;
            };
    TableFormat format =
        format(keywords, header == null ? 0 : header.value(), maxRows(maxRows), fill);
    NumberTable table = read(fname, format, footer == null ? 0 : footer.value(), type);
    if (table.rows() == 0) {
      ErrorState.warn("UserWarning", "genfromtxt: Empty input file: \"" + fname + "\"");
    }
    return shaped(table, format, keywords);
  }

  private static long maxRows(TextKeyword.@Nullable MaxRows given) {
    if (given != null && given.value() < 0) {
      throw new ValueError("argument must be nonnegative");
    }
    return given == null ? -1 : given.value();
  }

  private static ElementType type(Keyword[] keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    return dtype == null ? ElementType.FLOAT64 : dtype.element();
  }

  private static TableFormat format(
      Keyword[] keywords, long skipped, long maxRows, @Nullable Double filling) {
    TextKeyword.Delimiter delimiter = Keyword.find(TextKeyword.Delimiter.class, keywords);
    TextKeyword.Comments comments = Keyword.find(TextKeyword.Comments.class, keywords);
    TextKeyword.Usecols usecols = Keyword.find(TextKeyword.Usecols.class, keywords);
    TextKeyword.Converters converters = Keyword.find(TextKeyword.Converters.class, keywords);
    return new TableFormat(
        delimiter == null ? null : delimiter.value(),
        comments == null ? List.of("#") : comments.values(),
        skipped,
        maxRows,
        usecols == null ? null : usecols.columns(),
        converters == null ? Map.of() : converters.value(),
        filling);
  }

  private static NumberTable read(Object source, TableFormat format, ElementType type) {
    return read(source, format, 0, type);
  }

  private static NumberTable read(
      Object source, TableFormat format, long dropped, ElementType type) {
    try (BufferedReader reader = TextSource.open(source)) {
      return TableReader.read(reader, format, dropped, type);
    } catch (IOException e) {
      return FileArgument.work(
          Path.of(String.valueOf(source)),
          () -> {
            throw e;
          });
    }
  }

  private static NDArray shaped(NumberTable table, TableFormat format, Keyword[] keywords) {
    Keyword.Ndmin given = Keyword.find(Keyword.Ndmin.class, keywords);
    TextKeyword.Unpack unpack = Keyword.find(TextKeyword.Unpack.class, keywords);
    int ndmin = given == null ? 0 : given.value();
    if (ndmin < 0 || ndmin > 2) {
      throw new ValueError("Illegal value of ndmin keyword: " + ndmin);
    }
    int noColumns = format.columns() == null ? 1 : format.columns().length;
    long columns = table.rows() == 0 ? noColumns : table.columns();
    long[] shape = {table.rows(), columns};
    if (ndmin < 2) {
      long[] longer = Arrays.stream(shape).filter(length -> length != 1).toArray();
      shape = longer.length < ndmin ? new long[] {1} : longer;
    }
    NDArray array = StoredArrays.of(table, Shape.of(shape));
    return unpack != null && unpack.value() ? array.transpose() : array;
  }

  /// Writes an array of one or two axes as text: `numpy.savetxt`.
  ///
  /// `fname` is a file, packed if it ends in `.gz`, an `OutputStream` or a `Writer`. Keywords:
  /// `fmt` (Python's formats, default `%.18e`), `delimiter`, `newline`, `header`, `footer`, `comments`.
  ///
  /// ```java
  /// Path file = Files.createTempFile("table", ".csv");
  /// np.savetxt(file, np.arange(4).reshape(2, 2), delimiter(","), fmt("%d"));
  /// Files.readString(file).strip()
  /// // 0,1
  /// // 2,3
  /// Files.delete(file);
  /// ```
  ///
  /// @throws ValueError `Expected 1D or 2D array, got 3D array instead`, or if the formats do not
  ///     suit the array
  default void savetxt(Object fname, Object X, TextKeyword.ForSavetxt... keywords) {
    NDArray array = ArrayLike.of(X);
    TableWriter table = tableWriter(keywords);
    try {
      switch (fname) {
        case Writer writer -> {
          table.write(Printer.printable(array), writer);
          writer.flush();
        }
        case OutputStream stream -> write(table, array, stream);
        default -> writeFile(table, array, FileArgument.path(fname));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static void writeFile(TableWriter table, NDArray array, Path path) {
    boolean packed = path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    FileArgument.work(
        path,
        () -> {
          SafeFile.write(
              path,
              file -> {
                OutputStream stream = Channels.newOutputStream(file);
                if (!packed) {
                  write(table, array, stream);
                  return;
                }
                GZIPOutputStream deflated = new GZIPOutputStream(stream);
                write(table, array, deflated);
                deflated.finish();
              });
          return path;
        });
  }

  private static void write(TableWriter table, NDArray array, OutputStream stream)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.ISO_8859_1));
    table.write(Printer.printable(array), writer);
    writer.flush();
  }

  private static TableWriter tableWriter(Keyword[] keywords) {
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
