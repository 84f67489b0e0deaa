package org.panarray;

import org.jspecify.annotations.Nullable;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
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
public final class Kw extends TextKw {
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

  public static Keyword.Kind kind(String value) {
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
}
