package org.panarray.internal.ordering;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.indexing.Taking;
import org.panarray.prim.ElementType;

/// Which integers are among others, by a table of all between the least and the largest of these.
public final class Membership {
  /// A table this much longer than both arrays is still quicker than sorting.
  private static final int ENTRIES_PER_ELEMENT = 6;

  private static final long MOST = 1 << 30; // entries

  /// Bounds must leave room for one more at both ends.
  private static final long LIMIT = Long.MAX_VALUE >> 2;

  private Membership() {}

  /// Null where the elements are not integers, or too far apart.
  ///
  /// @param test not empty, of the same type
  public static @Nullable NDArray byTable(NDArray elements, NDArray test) {
    boolean whole = test.dtype().isInteger() || test.dtype().isBool();
    if (!whole || test.dtype().element() == ElementType.UINT64) {
      return null;
    }
    NDArray keys = Casts.to(test, ElementType.INT64);
    boolean inJava =
        elements.layout().isContiguous()
            && elements.device().equals(Device.CPU)
            && Dispatch.recorder() == null;
    long[] copied = inJava ? keys.toLongArray() : new long[0];
    long least = inJava ? Arrays.stream(copied).min().orElseThrow() : keys.min().asLong();
    long most = inJava ? Arrays.stream(copied).max().orElseThrow() : keys.max().asLong();
    if (least < -LIMIT || most > LIMIT) {
      return null;
    }
    long entries = most - least + 3;
    if (entries > MOST || entries > ENTRIES_PER_ELEMENT * (elements.size() + test.size())) {
      return null;
    }
    if (inJava) {
      return among(elements, copied, least, most);
    }
    // What is less or larger than all has an entry at either end.
    NDArray table = NewArrays.zeros(new long[] {entries}, DType.BOOL).toDevice(test.device());
    table.at(keys.minus(least - 1)).set(true);
    NDArray within =
        Formula.minimum(
            Formula.maximum(Casts.to(elements, ElementType.INT64), least - 1), most + 1);
    return Taking.at(table, within.minus(least - 1));
  }

  /// By one loop on Java arrays, in place of four passes.
  private static NDArray among(NDArray elements, long[] keys, long least, long most) {
    boolean[] table = new boolean[(int) (most - least + 1)];
    for (long key : keys) {
      table[(int) (key - least)] = true;
    }
    long[] values = Casts.to(elements, ElementType.INT64).toLongArray();
    boolean[] found = new boolean[values.length];
    for (int i = 0; i < found.length; i++) {
      long value = values[i];
      found[i] = value >= least && value <= most && table[(int) (value - least)];
    }
    return NewArrays.array(found).toDevice(Device.CPU).reshape(elements.shape().toArray());
  }
}
