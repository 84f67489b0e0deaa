package org.panarray.internal.page;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.ElementRules;
import org.panarray.internal.array.Warnings;
import org.panarray.internal.files.FileArgument;
import org.panarray.internal.files.Printer;
import org.panarray.internal.files.StoredArrays;
import org.panarray.internal.files.TableArguments;
import org.panarray.internal.files.TextElements;
import org.panarray.internal.files.TextSource;
import org.panarray.io.NumberTable;
import org.panarray.io.SafeFile;
import org.panarray.io.SparseFormat;
import org.panarray.io.SparseTableReader;
import org.panarray.io.TableFormat;
import org.panarray.io.TableReader;
import org.panarray.io.TableWriter;
import org.panarray.io.TextEncoding;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.prim.ElementType;
import org.panarray.shape.Shape;

/// Tables of numbers as text.
///
/// A text to read is a file (its name or a [Path]; one that ends in `.gz` is unpacked), an
/// `InputStream`, a `Reader` or an `Iterable` of lines.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.io.html">NumPy's page</a>
public sealed interface TextTables permits Np {

  /// Reads a table in which every row has the same number of fields: `numpy.loadtxt`.
  ///
  /// Keywords: `dtype` (default float64), `comments`, `delimiter`, `converters`, `skiprows`,
  /// `usecols`, `unpack`, `ndmin`, `encoding`, `max_rows`, `quotechar`. Axes of length 1 are
  /// dropped down to `ndmin`.
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
  /// Dates and durations are read too.
  ///
  /// @throws ValueError `could not convert string 'x' to float64 at row 0, column 2.`, or if rows
  ///   differ in length, or the bytes are no text of the encoding
  /// @throws TypeError if delimiter, quote and comment are the same or end lines
  default NDArray loadtxt(Object fname, TextKeyword.ForLoadtxt... keywords) {
    int ndmin = ndmin(keywords);
    TableFormat format = TableArguments.format(keywords);
    DType dtype = Keyword.dtypeIn(keywords);
    ElementRules rules = dtype == null ? null : ElementRules.of(dtype);
    TextElements other = rules == null ? null : new TextElements(dtype, rules);
    ElementType type = rules == null ? type(keywords) : ElementType.INT64;
    NumberTable table =
        TextSource.read(
            fname, encoding(keywords), text -> TableReader.read(text, format, type, other));
    if (table.rows() == 0) {
      Warnings.warn("UserWarning", "loadtxt: input contained no data: \"" + fname + "\"");
    }
    return shaped(table, other, format.columns(), ndmin, keywords);
  }

  /// Reads a table in which fields may be missing: `numpy.genfromtxt`.
  ///
  /// Keywords: `dtype` (default float64), `comments`, `delimiter` (a text, the width of all fields,
  /// or their widths), `skip_header`, `skip_footer`, `converters`, `missing_values`,
  /// `filling_values`, `usecols`, `autostrip`, `unpack`, `loose`, `invalid_raise`, `max_rows`,
  /// `encoding`, `ndmin`. Fields that are missing or, unless `loose(false)`, no numbers become
  /// `filling_values`: by default NaN, -1 for integers, False for bools. Numbers are what Python's
  /// `int`, `float` and `complex` read. There are no names of columns: they need records.
  ///
  /// ```java
  /// np.genfromtxt(List.of("1;2", "3;-"), delimiter(";"), fillingValues(0))
  /// // [[1. 2.]
  /// //  [3. 0.]]
  /// ```
  ///
  /// @throws ValueError `Some errors were detected !` and the lines that have more or fewer fields
  ///   than the first
  /// @throws org.panarray.error.OverflowError for integers that the dtype does not hold
  default NDArray genfromtxt(Object fname, TextKeyword.ForGenfromtxt... keywords) {
    int ndmin = ndmin(keywords);
    SparseFormat format = TableArguments.sparse(keywords);
    NumberTable table =
        TextSource.read(
            fname,
            encoding(keywords),
            text ->
                SparseTableReader.read(
                    text,
                    format,
                    type(keywords),
                    warning -> Warnings.warn("ConversionWarning", warning)));
    if (table.rows() == 0) {
      Warnings.warn("UserWarning", "genfromtxt: Empty input file: \"" + fname + "\"");
    }
    return shaped(table, null, null, ndmin, keywords);
  }

  private static @Nullable String encoding(Keyword[] keywords) {
    TextKeyword.Encoding encoding = Keyword.find(TextKeyword.Encoding.class, keywords);
    return encoding == null ? null : encoding.value();
  }

  private static ElementType type(Keyword[] keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    return dtype == null ? ElementType.FLOAT64 : dtype.element();
  }

  private static int ndmin(Keyword[] keywords) {
    Keyword.Ndmin given = Keyword.find(Keyword.Ndmin.class, keywords);
    int ndmin = given == null ? 0 : given.value();
    if (ndmin < 0 || ndmin > 2) {
      throw new ValueError("Illegal value of ndmin keyword: " + ndmin);
    }
    return ndmin;
  }

  private static NDArray shaped(
      NumberTable table,
      @Nullable TextElements other,
      int @Nullable [] selected,
      int ndmin,
      Keyword[] keywords) {
    TextKeyword.Unpack unpack = Keyword.find(TextKeyword.Unpack.class, keywords);
    int noColumns = selected == null ? 1 : selected.length;
    long columns = table.rows() == 0 ? noColumns : table.columns();
    long[] shape = {table.rows(), columns};
    if (ndmin < 2) {
      long[] longer = Arrays.stream(shape).filter(length -> length != 1).toArray();
      shape = longer.length < ndmin ? new long[] {1} : longer;
    }
    NDArray read = StoredArrays.of(table, Shape.of(shape));
    NDArray array = other == null ? read : other.at(read);
    return unpack != null && unpack.value() ? array.transpose() : array;
  }

  /// Writes an array of one or two axes as text: `numpy.savetxt`.
  ///
  /// `fname` is a file, packed if it ends in `.gz`, an `OutputStream` or a `Writer`. Keywords:
  /// `fmt` (Python's formats, default `%.18e`), `delimiter`, `newline`, `header`, `footer`,
  /// `comments`, `encoding` (default UTF-8; Latin-1 for a stream).
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
  ///   suit the array
  default void savetxt(Object fname, Object X, TextKeyword.ForSavetxt... keywords) {
    NDArray array = ArrayLike.of(X);
    TableWriter table = TableArguments.writer(keywords);
    boolean stream = fname instanceof OutputStream;
    String named = encoding(keywords);
    TextEncoding encoding = TextEncoding.named(named == null && stream ? "latin1" : named);
    try {
      switch (Required.argument(fname, "fname")) {
        case Writer writer -> {
          table.write(Printer.printable(array), writer);
          writer.flush();
        }
        case OutputStream target -> write(table, array, encoding, target);
        default -> writeFile(table, array, encoding, FileArgument.path(fname));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static void writeFile(
      TableWriter table, NDArray array, TextEncoding encoding, Path path) {
    boolean packed = path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    FileArgument.work(
        path,
        () -> {
          SafeFile.write(
              path,
              file -> {
                OutputStream stream = Channels.newOutputStream(file);
                if (!packed) {
                  write(table, array, encoding, stream);
                  return;
                }
                GZIPOutputStream deflated = new GZIPOutputStream(stream);
                write(table, array, encoding, deflated);
                deflated.finish();
              });
          return path;
        });
  }

  private static void write(
      TableWriter table, NDArray array, TextEncoding encoding, OutputStream stream)
      throws IOException {
    if (encoding.mark() == TextEncoding.Mark.SKIPPED) {
      stream.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    }
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(stream, encoding.charset().newEncoder()));
    try {
      table.write(Printer.printable(array), writer);
      writer.flush();
    } catch (CharacterCodingException e) {
      ValueError fault =
          new ValueError(
              "'"
                  + encoding.name()
                  + "' codec can't encode all characters of the text: name another"
                  + " by `encoding`");
      fault.initCause(e);
      throw fault;
    }
  }
}
