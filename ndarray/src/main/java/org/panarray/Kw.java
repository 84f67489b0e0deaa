package org.panarray;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.keyword.DateKeyword;
import org.panarray.keyword.FftKeyword;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MathKeyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.keyword.PadKeyword;
import org.panarray.keyword.PolynomialKeyword;
import org.panarray.keyword.RandomKeyword;
import org.panarray.keyword.StatisticsKeyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.prim.ElementType.Casting;
import org.panarray.shape.Index;

/// The keyword arguments, to be imported statically and given last:
///
/// ```java
/// import static org.panarray.Kw.*;
/// np.sum(np.ones(2, 3), axis(1), keepdims(true))
/// // [[3.]
/// //  [3.]]
/// ```
///
/// Every keyword is spelled as in NumPy, in camel case.
public final class Kw {
  /// NumPy's `None` where a keyword takes it.
  public static final @Nullable Object NONE = null;

  private Kw() {}

  /// Python's `...` in an index.
  public static final Index ELLIPSIS = Index.ELLIPSIS;

  /// Python's `None` in an index: a new axis of length one.
  public static final Index newaxis = Index.NEWAXIS;

  /// Python's `:` in an index; `slice().step(-1)` is `::-1`.
  public static Index.Slice slice() {
    return Index.slice(null, null, null);
  }

  /// Python's `:stop` in an index.
  public static Index.Slice slice(long stop) {
    return Index.slice(null, stop, null);
  }

  /// Python's `start:stop` in an index.
  public static Index.Slice slice(long start, long stop) {
    return Index.slice(start, stop);
  }

  /// Python's `start:stop:step` in an index; null is what is left out.
  public static Index.Slice slice(@Nullable Long start, @Nullable Long stop, @Nullable Long step) {
    return Index.slice(start, stop, step);
  }

  /// One axis, or several; `axis((int[]) null)` is NumPy's `axis=None`.
  public static Keyword.Axis axis(int @Nullable ... axes) {
    return new Keyword.Axis(axes);
  }

  public static Keyword.Keepdims keepdims(boolean value) {
    return new Keyword.Keepdims(value);
  }

  public static Keyword.Dtype dtype(DType value) {
    return new Keyword.Dtype(value);
  }

  /// The dtype by its NumPy name.
  public static Keyword.Dtype dtype(String name) {
    return new Keyword.Dtype(DType.of(name));
  }

  public static Keyword.Out out(NDArray... arrays) {
    return new Keyword.Out(arrays);
  }

  public static Keyword.Where where(Object mask) {
    return new Keyword.Where(mask);
  }

  /// The types of a ufunc's loop as NumPy writes them: `dd->d`.
  public static Keyword.Signature signature(String value) {
    return new Keyword.Signature(value);
  }

  /// The types of a ufunc's inputs and then outputs; null for any.
  public static Keyword.Signature signature(@Nullable DType... types) {
    return new Keyword.Signature(null, types);
  }

  public static Keyword.Initial initial(Object value) {
    return new Keyword.Initial(value);
  }

  /// `no`, `equiv`, `safe`, `same_kind` or `unsafe`.
  public static Keyword.CastingRule casting(String rule) {
    for (Casting casting : Casting.values()) {
      if (casting.numpyName().equals(rule)) {
        return new Keyword.CastingRule(casting);
      }
    }
    throw new ValueError(
        "casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe', 'same_value'"
            + " (got '"
            + rule
            + "')");
  }

  /// `C`, `F`, `A` or `K`.
  public static Keyword.MemoryOrder order(String value) {
    return new Keyword.MemoryOrder(
        switch (Required.argument(value, "order")) {
          case "C", "c" -> org.panarray.prim.Order.C;
          case "F", "f" -> org.panarray.prim.Order.F;
          case "A", "a" -> org.panarray.prim.Order.A;
          case "K", "k" -> org.panarray.prim.Order.K;
          default ->
              throw new ValueError(
                  "order must be one of 'C', 'F', 'A', or 'K' (got '" + value + "')");
        });
  }

  public static Keyword.Copy copy(boolean value) {
    return new Keyword.Copy(value);
  }

  public static Keyword.Ndmin ndmin(int value) {
    return new Keyword.Ndmin(value);
  }

  public static Keyword.Ndmax ndmax(int value) {
    return new Keyword.Ndmax(value);
  }

  public static Keyword.ShapeOf shape(long... dims) {
    return new Keyword.ShapeOf(dims);
  }

  public static Keyword.Num num(long value) {
    return new Keyword.Num(value);
  }

  public static Keyword.Endpoint endpoint(boolean value) {
    return new Keyword.Endpoint(value);
  }

  public static Keyword.Base base(Object value) {
    return new Keyword.Base(value);
  }

  /// Which of seven days, from Monday on, are business days: `1111100`, `Mon Tue Wed Thu Fri`, or
  /// seven truth values.
  public static DateKeyword.Weekmask weekmask(Object value) {
    return new DateKeyword.Weekmask(value);
  }

  /// Dates that are no business days.
  public static DateKeyword.Holidays holidays(Object value) {
    return new DateKeyword.Holidays(value);
  }

  public static DateKeyword.Busdaycal busdaycal(Busdaycalendar value) {
    Busdaycalendar calendar = Required.argument(value, "busdaycal");
    return new DateKeyword.Busdaycal(calendar.weekmask(), calendar.holidays());
  }

  /// `raise`, `nat`, `forward`, `following`, `backward`, `preceding`, `modifiedfollowing` or
  /// `modifiedpreceding`.
  public static DateKeyword.Roll roll(String value) {
    return new DateKeyword.Roll(value);
  }

  /// NumPy's code of a unit of time, such as `ms`; `auto` for the one that each date needs.
  public static DateKeyword.Unit unit(@Nullable String value) {
    return new DateKeyword.Unit(value);
  }

  /// `naive`, `UTC` or `local`.
  public static DateKeyword.Timezone timezone(String value) {
    return new DateKeyword.Timezone(value);
  }

  public static DateKeyword.Timezone timezone(ZoneId value) {
    return new DateKeyword.Timezone(value);
  }

  public static Keyword.K k(int value) {
    return new Keyword.K(value);
  }

  /// NumPy's `M`: the number of columns.
  public static Keyword.Columns m(long value) {
    return new Keyword.Columns(value);
  }

  public static Keyword.Ddof ddof(double value) {
    return new Keyword.Ddof(value);
  }

  public static Keyword.KnownMean mean(Object value) {
    return new Keyword.KnownMean(value);
  }

  public static Keyword.Kind kind(@Nullable String value) {
    return new Keyword.Kind(value);
  }

  public static Keyword.Stable stable(boolean value) {
    return new Keyword.Stable(value);
  }

  public static Keyword.Side side(String value) {
    return new Keyword.Side(value);
  }

  public static Keyword.Sorter sorter(Object value) {
    return new Keyword.Sorter(value);
  }

  public static Keyword.ReturnIndex returnIndex(boolean value) {
    return new Keyword.ReturnIndex(value);
  }

  public static Keyword.ReturnInverse returnInverse(boolean value) {
    return new Keyword.ReturnInverse(value);
  }

  public static Keyword.ReturnCounts returnCounts(boolean value) {
    return new Keyword.ReturnCounts(value);
  }

  public static Keyword.EqualNan equalNan(boolean value) {
    return new Keyword.EqualNan(value);
  }

  public static Keyword.Sorted sorted(boolean value) {
    return new Keyword.Sorted(value);
  }

  public static Keyword.AssumeUnique assumeUnique(boolean value) {
    return new Keyword.AssumeUnique(value);
  }

  public static Keyword.Invert invert(boolean value) {
    return new Keyword.Invert(value);
  }

  public static Keyword.ReturnIndices returnIndices(boolean value) {
    return new Keyword.ReturnIndices(value);
  }

  public static Keyword.Weights weights(Object value) {
    return new Keyword.Weights(value);
  }

  public static Keyword.Minlength minlength(long value) {
    return new Keyword.Minlength(value);
  }

  public static Keyword.Sparse sparse(boolean value) {
    return new Keyword.Sparse(value);
  }

  public static Keyword.Indexing indexing(String value) {
    return new Keyword.Indexing(value);
  }

  // Printing and files

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

  // Matrices

  public static MatrixKeyword.Axis1 axis1(int value) {
    return new MatrixKeyword.Axis1(value);
  }

  public static MatrixKeyword.Axis2 axis2(int value) {
    return new MatrixKeyword.Axis2(value);
  }

  public static MatrixKeyword.Axisa axisa(int value) {
    return new MatrixKeyword.Axisa(value);
  }

  public static MatrixKeyword.Axisb axisb(int value) {
    return new MatrixKeyword.Axisb(value);
  }

  public static MatrixKeyword.Axisc axisc(int value) {
    return new MatrixKeyword.Axisc(value);
  }

  public static MatrixKeyword.FullMatrices fullMatrices(boolean value) {
    return new MatrixKeyword.FullMatrices(value);
  }

  public static MatrixKeyword.ComputeUv computeUv(boolean value) {
    return new MatrixKeyword.ComputeUv(value);
  }

  public static MatrixKeyword.Hermitian hermitian(boolean value) {
    return new MatrixKeyword.Hermitian(value);
  }

  /// A number, or an array that broadcasts with the stack of matrices.
  public static MatrixKeyword.Rcond rcond(@Nullable Object value) {
    return new MatrixKeyword.Rcond(value);
  }

  /// A number, or an array that broadcasts with the stack of matrices.
  public static MatrixKeyword.Rtol rtol(Object value) {
    return new MatrixKeyword.Rtol(value);
  }

  /// A number, or an array that broadcasts with the stack of matrices.
  public static MatrixKeyword.Tol tol(Object value) {
    return new MatrixKeyword.Tol(value);
  }

  public static MatrixKeyword.Upper upper(boolean value) {
    return new MatrixKeyword.Upper(value);
  }

  /// A number, `"fro"` or `"nuc"`.
  public static MatrixKeyword.Ord ord(@Nullable Object value) {
    return new MatrixKeyword.Ord(value);
  }

  public static MatrixKeyword.Axes axes(int... axes) {
    return new MatrixKeyword.Axes(axes);
  }

  /// Where the core axes of each operand of a product are, then those of the result.
  public static MatrixKeyword.CoreAxes axes(int[]... axes) {
    return new MatrixKeyword.CoreAxes(axes);
  }

  public static MatrixKeyword.Increasing increasing(boolean value) {
    return new MatrixKeyword.Increasing(value);
  }

  public static MatrixKeyword.Optimize optimize(boolean value) {
    return new MatrixKeyword.Optimize(value, null);
  }

  /// NumPy's names of path searches, `greedy` and `optimal`: both are served by the greedy one.
  ///
  /// @throws ValueError where it is neither
  public static MatrixKeyword.Optimize optimize(String value) {
    if (!Required.argument(value, "value").equals("greedy") && !value.equals("optimal")) {
      throw new ValueError("Path name " + value + " not found");
    }
    return new MatrixKeyword.Optimize(true, null);
  }

  /// The order of the operands as `einsumPath` gives it: which are taken at each step.
  public static MatrixKeyword.Optimize optimize(List<int[]> value) {
    return new MatrixKeyword.Optimize(true, value);
  }

  // Fourier transforms

  /// The length of each axis that is transformed; -1 for all of it.
  public static FftKeyword.S s(long... value) {
    return new FftKeyword.S(value);
  }

  /// `backward`, `ortho` or `forward`; null is NumPy's `None`, which is `backward`.
  public static FftKeyword.Norm norm(@Nullable String value) {
    return new FftKeyword.Norm(value);
  }

  // Mathematics

  public static MathKeyword.Decimals decimals(int value) {
    return new MathKeyword.Decimals(value);
  }

  public static MathKeyword.Nan nan(Object value) {
    return new MathKeyword.Nan(value);
  }

  public static MathKeyword.Posinf posinf(@Nullable Object value) {
    return new MathKeyword.Posinf(value);
  }

  public static MathKeyword.Neginf neginf(@Nullable Object value) {
    return new MathKeyword.Neginf(value);
  }

  public static MathKeyword.N n(int value) {
    return new MathKeyword.N(value);
  }

  public static MathKeyword.Prepend prepend(Object value) {
    return new MathKeyword.Prepend(value);
  }

  public static MathKeyword.Append append(Object value) {
    return new MathKeyword.Append(value);
  }

  public static MathKeyword.ToBegin toBegin(Object value) {
    return new MathKeyword.ToBegin(value);
  }

  public static MathKeyword.ToEnd toEnd(Object value) {
    return new MathKeyword.ToEnd(value);
  }

  public static MathKeyword.Discont discont(double value) {
    return new MathKeyword.Discont(value);
  }

  /// A `double` or `long`.
  public static MathKeyword.Period period(Object value) {
    return new MathKeyword.Period(value);
  }

  public static MathKeyword.X x(Object value) {
    return new MathKeyword.X(value);
  }

  /// A number or an array.
  public static MathKeyword.Dx dx(Object value) {
    return new MathKeyword.Dx(value);
  }

  public static MathKeyword.EdgeOrder edgeOrder(int value) {
    return new MathKeyword.EdgeOrder(value);
  }

  public static MathKeyword.Left left(Object value) {
    return new MathKeyword.Left(value);
  }

  public static MathKeyword.Right right(Object value) {
    return new MathKeyword.Right(value);
  }

  public static MathKeyword.Atol atol(Object value) {
    return new MathKeyword.Atol(value);
  }

  // Random numbers

  /// The shape of what `np.random` draws; `size()` is NumPy's `size=()`, and `size((long[]) null)`
  /// is `size=None`.
  public static RandomKeyword.Size size(long @Nullable ... dims) {
    return new RandomKeyword.Size(dims);
  }

  public static RandomKeyword.Loc loc(Object value) {
    return new RandomKeyword.Loc(value);
  }

  public static RandomKeyword.Scale scale(Object value) {
    return new RandomKeyword.Scale(value);
  }

  public static RandomKeyword.Low low(Object value) {
    return new RandomKeyword.Low(value);
  }

  public static RandomKeyword.High high(Object value) {
    return new RandomKeyword.High(value);
  }

  public static RandomKeyword.Replace replace(boolean value) {
    return new RandomKeyword.Replace(value);
  }

  public static RandomKeyword.P p(Object value) {
    return new RandomKeyword.P(value);
  }

  public static RandomKeyword.Shuffle shuffle(boolean value) {
    return new RandomKeyword.Shuffle(value);
  }

  public static RandomKeyword.Method method(String value) {
    return new RandomKeyword.Method(value);
  }

  /// NumPy's `check_valid`.
  public static RandomKeyword.CheckValid checkValid(String value) {
    return new RandomKeyword.CheckValid(value);
  }

  // Statistics

  public static StatisticsKeyword.Correction correction(double value) {
    return new StatisticsKeyword.Correction(value);
  }

  public static StatisticsKeyword.Returned returned(boolean value) {
    return new StatisticsKeyword.Returned(value);
  }

  public static StatisticsKeyword.Rowvar rowvar(boolean value) {
    return new StatisticsKeyword.Rowvar(value);
  }

  public static StatisticsKeyword.Bias bias(boolean value) {
    return new StatisticsKeyword.Bias(value);
  }

  public static StatisticsKeyword.Fweights fweights(Object value) {
    return new StatisticsKeyword.Fweights(value);
  }

  public static StatisticsKeyword.Aweights aweights(Object value) {
    return new StatisticsKeyword.Aweights(value);
  }

  public static StatisticsKeyword.Bins bins(Object value) {
    return new StatisticsKeyword.Bins(value);
  }

  public static StatisticsKeyword.Density density(boolean value) {
    return new StatisticsKeyword.Density(value);
  }

  public static StatisticsKeyword.IncludeInitial includeInitial(boolean value) {
    return new StatisticsKeyword.IncludeInitial(value);
  }

  public static StatisticsKeyword.OverwriteInput overwriteInput(boolean value) {
    return new StatisticsKeyword.OverwriteInput(value);
  }

  /// The outer edges of a histogram.
  public static StatisticsKeyword.Range range(double first, double last) {
    return new StatisticsKeyword.Range(new double[] {first, last});
  }

  /// The outer edges for each dimension; null to find them.
  public static StatisticsKeyword.Range range(double @Nullable []... bounds) {
    return new StatisticsKeyword.Range(bounds);
  }

  // Padding and shapes

  /// A number, or a pair for each axis; null for the whole axis.
  public static PadKeyword.StatLength statLength(@Nullable Object value) {
    return new PadKeyword.StatLength(value);
  }

  /// A number, or a pair for each axis.
  public static PadKeyword.ConstantValues constantValues(Object value) {
    return new PadKeyword.ConstantValues(value);
  }

  /// A number, or a pair for each axis.
  public static PadKeyword.EndValues endValues(Object value) {
    return new PadKeyword.EndValues(value);
  }

  /// `even` or `odd`.
  public static PadKeyword.ReflectType reflectType(String value) {
    return new PadKeyword.ReflectType(value);
  }

  /// NumPy's letters or names: `C`, `F`, `A`, `W`, `O`, `E`.
  public static PadKeyword.Requirements requirements(String... values) {
    return new PadKeyword.Requirements(values);
  }

  public static PadKeyword.Retstep retstep(boolean value) {
    return new PadKeyword.Retstep(value);
  }

  public static PadKeyword.Writeable writeable(boolean value) {
    return new PadKeyword.Writeable(value);
  }

  public static PadKeyword.Refcheck refcheck(boolean value) {
    return new PadKeyword.Refcheck(value);
  }

  /// `big` or `little`.
  public static PadKeyword.Bitorder bitorder(String value) {
    return new PadKeyword.Bitorder(value);
  }

  // Polynomials

  public static PolynomialKeyword.Full full(boolean value) {
    return new PolynomialKeyword.Full(value);
  }

  /// True: the covariance, scaled by the residuals.
  public static PolynomialKeyword.Cov cov(boolean value) {
    return new PolynomialKeyword.Cov(value, true);
  }

  /// `unscaled`: the covariance for weights that are reciprocal standard deviations.
  public static PolynomialKeyword.Cov cov(String value) {
    return new PolynomialKeyword.Cov(true, !Required.argument(value, "cov").equals("unscaled"));
  }

  public static PolynomialKeyword.W w(Object values) {
    return new PolynomialKeyword.W(values);
  }
}
