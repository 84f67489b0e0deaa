package org.panarray.internal.page;

import java.util.function.Function;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Storage;
import org.panarray.internal.statistics.Spacing;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.PadKeyword;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.result.Linspace;
import org.panarray.shape.Shape;

/// Numerical ranges, identity matrices and arrays from functions. All results are fresh arrays.
///
/// @see <a
///   href="https://numpy.org/doc/2.4/reference/routines.array-creation.html#numerical-ranges">
///   NumPy's page</a>
public sealed interface Ranges permits Np {

  /// Evenly spaced samples: `numpy.linspace`. `start` and `stop` are array-likes; keywords: `num`
  /// (default 50), `endpoint` (default true), `dtype`, `axis`.
  ///
  /// ```java
  /// np.linspace(0, 1, 5) // [0.   0.25 0.5  0.75 1.  ]
  /// np.linspace(0, 1, num(4), endpoint(false)) // [0.   0.25 0.5  0.75]
  /// ```
  ///
  /// @throws ValueError `Number of samples, -1, must be non-negative.`
  default NDArray linspace(Object start, Object stop, Keyword.ForLinspace... keywords) {
    return Spacing.samples(start, stop, keywords);
  }

  /// As [#linspace(Object, Object, Keyword.ForLinspace...)] with `num` samples.
  default NDArray linspace(Object start, Object stop, long num) {
    return linspace(start, stop, Kw.num(num));
  }

  /// The samples and the distance between them, as `retstep` asks for. Keywords: `retstep` and
  /// those of [#linspace(Object, Object, Keyword.ForLinspace...)].
  ///
  /// ```java
  /// np.linspace(0, 1, num(5), retstep(true)).step() // 0.25
  /// ```
  default Linspace linspace(Object start, Object stop, PadKeyword.ForLinspaceParts... keywords) {
    return Spacing.linspace(start, stop, keywords);
  }

  /// `base ** linspace(start, stop)`: `numpy.logspace`. Keywords: those of [#linspace], `base`
  /// (default 10; an array broadcasts with `start` and `stop`).
  ///
  /// ```java
  /// np.logspace(0, 2, num(3)) // [  1.  10. 100.]
  /// ```
  default NDArray logspace(Object start, Object stop, Keyword.ForLogspace... keywords) {
    return Spacing.logspace(start, stop, keywords);
  }

  /// A geometric progression from `start` to `stop`: `numpy.geomspace`. Keywords: those of
  /// [#linspace].
  ///
  /// @throws ValueError `Geometric sequence cannot include zero`
  default NDArray geomspace(Object start, Object stop, Keyword.ForLinspace... keywords) {
    return Spacing.geomspace(start, stop, keywords);
  }

  /// Ones on a diagonal of `(n, m)` zeros: `numpy.eye`. Keywords: `m` (default `n`), `k` (which
  /// diagonal), `dtype`, `order`.
  ///
  /// ```java
  /// np.eye(2)
  /// // [[1. 0.]
  /// //  [0. 1.]]
  /// ```
  default NDArray eye(long n, Keyword.ForEye... keywords) {
    return NewArrays.eye(n, keywords);
  }

  /// As [#eye(long, Keyword.ForEye...)] with `m` columns.
  default NDArray eye(long n, long m, Keyword.ForEye... keywords) {
    return eye(n, Keyword.with(Keyword.ForEye[]::new, keywords, Kw.m(m)));
  }

  /// The identity matrix: `numpy.identity`. Keyword: `dtype` (default float64).
  default NDArray identity(long n, Keyword.ForDtype... keywords) {
    return eye(n, keywords);
  }

  /// What a function makes of the coordinates: `numpy.fromfunction`. The function is called once,
  /// with one array of coordinates (float64, or the keyword `dtype`) for each axis.
  default NDArray fromfunction(
      Function<NDArray[], NDArray> function, long[] shape, Keyword.ForDtype... keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    DType type = dtype == null ? DType.FLOAT64 : dtype;
    NDArray[] coordinates = new NDArray[Required.argument(shape, "shape").length];
    for (int axis = 0; axis < shape.length; axis++) {
      coordinates[axis] =
          Storage.as(
              Dispatch.apply(
                  new Primitive.Generate(
                      Shape.of(shape), Expr.cast(new Expr.Index(axis), type.storage()))),
              type);
    }
    return Required.argument(function, "function").apply(coordinates);
  }

  /// The values of an iterable along one axis: `numpy.fromiter`.
  default NDArray fromiter(Iterable<?> iter, DType dtype) {
    java.util.List<Object> items = new java.util.ArrayList<>();
    Required.argument(iter, "iter").forEach(items::add);
    return NewArrays.array(items, dtype);
  }

  /// As [#fromiter(Iterable, DType)], of the first `count` values.
  ///
  /// @throws ValueError where there are fewer
  default NDArray fromiter(Iterable<?> iter, DType dtype, long count) {
    java.util.List<Object> items = new java.util.ArrayList<>();
    for (Object item : Required.argument(iter, "iter")) {
      if (items.size() == count) {
        break;
      }
      items.add(item);
    }
    if (items.size() < count) {
      throw new ValueError(
          "iterator too short: Expected "
              + count
              + " but iterator had only "
              + items.size()
              + " items.");
    }
    return NewArrays.array(items, dtype);
  }
}
