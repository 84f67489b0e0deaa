package org.panarray.internal.array;

import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ScalarOp;

/// What one number says of many: the reductions and scans that algorithms ask for most, over the
/// axes that the keywords name.
public final class Aggregates {
  private Aggregates() {}

  public static NDArray sum(Object a, Keyword... keywords) {
    return new Reducer(ScalarOp.ADD, keywords).reduce(a, (int[]) null);
  }

  public static NDArray sum(Object a, int axis) {
    return sum(a, Kw.axis(axis));
  }

  public static NDArray prod(Object a, Keyword... keywords) {
    return new Reducer(ScalarOp.MULTIPLY, keywords).reduce(a, (int[]) null);
  }

  public static NDArray max(Object a, Keyword... keywords) {
    return new Reducer(ScalarOp.MAXIMUM, keywords).reduce(a, (int[]) null);
  }

  public static NDArray min(Object a, Keyword... keywords) {
    return new Reducer(ScalarOp.MINIMUM, keywords).reduce(a, (int[]) null);
  }

  public static NDArray all(Object a, Keyword... keywords) {
    return new Reducer(ScalarOp.LOGICAL_AND, keywords).reduce(a, (int[]) null);
  }

  public static NDArray any(Object a, Keyword... keywords) {
    return new Reducer(ScalarOp.LOGICAL_OR, keywords).reduce(a, (int[]) null);
  }

  public static NDArray cumsum(Object a, Keyword... keywords) {
    return new Reducer(ScalarOp.ADD, keywords).accumulate(a, null);
  }

  public static NDArray cumsum(Object a, int axis) {
    return cumsum(a, Kw.axis(axis));
  }

  public static NDArray cumprod(Object a, Keyword... keywords) {
    return new Reducer(ScalarOp.MULTIPLY, keywords).accumulate(a, null);
  }

  public static NDArray range(Object a, Keyword... keywords) {
    return Formula.subtract(max(a, keywords), min(a, keywords));
  }
}
