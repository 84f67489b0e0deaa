package org.panarray;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.Reducer;
import org.panarray.internal.indexing.Taking;
import org.panarray.internal.ordering.Segments;
import org.panarray.internal.shaping.Updates;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Loops;
import org.panarray.prim.ScalarOp;

/// A universal function: a scalar operation applied to the elements of broadcast arrays.
///
/// Java primitives and boxes among the inputs are weak Python scalars (NEP 50).
///
/// @see <a href="https://numpy.org/doc/2.4/reference/ufuncs.html">Universal functions</a>
public final class Ufunc {
  private final ScalarOp op;

  Ufunc(ScalarOp op) {
    this.op = op;
  }

  /// NumPy's name.
  public String name() {
    return op.numpyName();
  }

  /// The number of inputs.
  public int nin() {
    return op.arity();
  }

  /// The number of outputs.
  public int nout() {
    return 1;
  }

  /// The number of inputs and outputs.
  public int nargs() {
    return nin() + nout();
  }

  /// What a reduction of nothing gives: a `Long`, `Boolean` or `Double`, or null where there is
  /// nothing that it could give.
  ///
  /// ```java
  /// np.add.identity() // 0
  /// np.maximum.identity() // null
  /// ```
  public @Nullable Object identity() {
    boolean truth = op.loops().loops().stream().allMatch(l -> l.output() == ElementType.BOOL);
    return switch (op.identity()) {
      case NONE -> null;
      case ZERO -> truth ? (Object) false : (Object) 0L;
      case ONE -> truth ? (Object) true : (Object) 1L;
      case ALL_ONES -> -1L;
      case NEGATIVE_INFINITY -> Double.NEGATIVE_INFINITY;
    };
  }

  /// The loops, as NumPy's `types` lists them (without the types that Panarray lacks).
  public List<String> types() {
    List<String> texts = new ArrayList<>();
    for (Loops.Loop loop : op.loops().loops()) {
      StringBuilder text = new StringBuilder();
      for (ElementType input : loop.inputs()) {
        text.append(input.code());
      }
      texts.add(text.append("->").append(loop.output().code()).toString());
    }
    return texts;
  }

  ScalarOp op() {
    return op;
  }

  /// Combines along axes: `ufunc.reduce`. Keywords: `axis` (default 0), `dtype`, `out`, `keepdims`,
  /// `initial`, `where`.
  ///
  /// ```java
  /// np.multiply.reduce(new int[] {2, 3, 4}) // 24
  /// ```
  ///
  /// @throws ValueError `zero-size array to reduction operation maximum which has no identity`
  public NDArray reduce(Object array, Keyword.ForReduction... keywords) {
    requireBinary("reduce");
    return new Reducer(op, keywords).reduce(array, 0);
  }

  /// Combines along one axis.
  public NDArray reduce(Object array, int axis) {
    return reduce(array, Kw.axis(axis));
  }

  /// Running results along an axis: `ufunc.accumulate`. Keywords: `axis` (default 0), `dtype`,
  /// `out`.
  ///
  /// ```java
  /// np.maximum.accumulate(new int[] {1, 3, 2}) // [1 3 3]
  /// ```
  public NDArray accumulate(Object array, Keyword.ForScan... keywords) {
    requireBinary("accumulate");
    return new Reducer(op, keywords).accumulate(array, 0);
  }

  /// Running results along one axis.
  public NDArray accumulate(Object array, int axis) {
    return accumulate(array, Kw.axis(axis));
  }

  /// Every element of `a` with every element of `b`: `ufunc.outer`, of shape `a.shape + b.shape`.
  /// Keywords: `out`, `where`, `dtype`, `signature`, `casting`, `order`.
  ///
  /// ```java
  /// np.subtract.outer(np.arange(2), np.arange(3))
  /// // [[ 0 -1 -2]
  /// //  [ 1  0 -1]]
  /// ```
  public NDArray outer(Object a, Object b, Keyword.ForUfunc... keywords) {
    requireBinary("outer");
    NDArray second = ArrayLike.of(b);
    NDArray first = ArrayLike.of(a);
    long[] wide = java.util.Arrays.copyOf(first.dims(), first.ndim() + second.ndim());
    java.util.Arrays.fill(wide, first.ndim(), wide.length, 1);
    return Elementwise.applyWith(op, new Object[] {first.reshape(wide), second}, keywords);
  }

  /// Combines in place at index arrays, every one of several at the same element: `ufunc.at` of one
  /// input, such as `np.negative.at(a, index)`.
  public void at(NDArray a, Object indices) {
    if (nin() != 1) {
      throw new ValueError("second operand needed for ufunc");
    }
    Updates.at(op, a, indices);
  }

  /// As [#at(NDArray, Object)] of two inputs: `np.add.at(a, index, b)`.
  ///
  /// ```java
  /// NDArray counts = np.zeros(new long[] {3}, np.int64);
  /// np.add.at(counts, new int[] {0, 0, 2}, 1);
  /// counts // [2 0 1]
  /// ```
  public void at(NDArray a, Object indices, Object b) {
    if (nin() != 2) {
      throw new ValueError("second operand provided when ufunc is unary");
    }
    Updates.at(op, a, indices, b);
  }

  /// Combines slices: `ufunc.reduceat`. Entry `i` combines `array[indices[i]:indices[i+1]]`, or is
  /// `array[indices[i]]` where that is empty. Keywords: `axis` (default 0), `dtype`, `out`.
  public NDArray reduceat(Object array, Object indices, Keyword.ForScan... keywords) {
    requireBinary("reduceat");
    NDArray whole = ArrayLike.of(array);
    NDArray starts = Taking.positions(indices, Casting.SAFE, whole);
    if (starts.ndim() == 0) {
      throw new ValueError("object of too small depth for desired array");
    }
    return Segments.reduce(op, whole, starts, keywords);
  }

  private void requireBinary(String method) {
    if (nin() != 2) {
      throw new ValueError(method + " only supported for binary functions");
    }
    if (op == ScalarOp.LDEXP && !method.equals("outer")) {
      throw new TypeError("the resolved dtypes are not compatible with ldexp." + method);
    }
  }

  /// `<ufunc 'add'>`.
  @Override
  public String toString() {
    return "<ufunc '" + name() + "'>";
  }
}
