package org.panarray.internal.padding;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Formula;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.keyword.PadKeyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Axes;

/// Reads what `np.pad` takes as a number, a pair, or a pair for each axis.
public final class PadPairs {
  private PadPairs() {}

  /// `(before, after)` for each axis.
  public static long[][] widths(Object padWidth, int rank) {
    NDArray given = ArrayLike.of(padWidth instanceof Map<?, ?> map ? byAxis(map, rank) : padWidth);
    if (given.dtype().element().kind() != ElementType.Kind.SIGNED) {
      throw new TypeError("`pad_width` must be of integral type.");
    }
    return indices(given, rank);
  }

  private static long[][] indices(NDArray given, int rank) {
    NDArray wide = Dimensions.broadcastTo(given.toDevice(org.panarray.engine.Device.CPU), rank, 2);
    if (given.size() > 0 && Formula.any(ScalarOp.LESS, given)) {
      throw new ValueError("index can't contain negative values");
    }
    long[] flat = wide.reshape(-1).astype(DType.INT64).toLongArray();
    long[][] pairs = new long[rank][2];
    for (int axis = 0; axis < rank; axis++) {
      pairs[axis] = Arrays.copyOfRange(flat, 2 * axis, 2 * axis + 2);
    }
    return pairs;
  }

  private static long[][] byAxis(Map<?, ?> widths, int rank) {
    long[][] pairs = new long[rank][2];
    widths.forEach(
        (axis, width) -> {
          NDArray pair = Dimensions.broadcastTo(ArrayLike.of(width), 2);
          pairs[Axes.normalize(((Number) axis).intValue(), rank)] = pair.toLongArray();
        });
    return pairs;
  }

  /// How many elements at each edge; the whole axis for null.
  static long[][] lengths(@Nullable Object statLength, NDArray array) {
    int rank = array.ndim();
    long[][] pairs =
        statLength == null ? new long[rank][2] : indices(ArrayLike.of(statLength), rank);
    for (int axis = 0; axis < rank; axis++) {
      for (int side = 0; side < 2; side++) {
        long length = array.shape(axis);
        pairs[axis][side] = statLength == null ? length : Math.min(length, pairs[axis][side]);
      }
    }
    return pairs;
  }

  /// `(before, after)` for each axis. One number or pair counts with its dtype, a pair for each
  /// axis as Python's numbers, as in NumPy.
  static Object[][] values(@Nullable Object given, int rank) {
    NDArray values = ArrayLike.of(given == null ? 0 : given);
    boolean few = values.size() <= 2 && !(values.ndim() == 2 && values.shape(1) == 1);
    NDArray wide = Dimensions.broadcastTo(values, rank, 2);
    Object[][] pairs = new Object[rank][2];
    for (int axis = 0; axis < rank; axis++) {
      for (int side = 0; side < 2; side++) {
        NDArray value = wide.get(axis, side);
        pairs[axis][side] = few ? value : value.item();
      }
    }
    return pairs;
  }

  /// NumPy's name of a keyword.
  public static String nameOf(PadKeyword.ForPad keyword) {
    return switch (keyword) {
      case PadKeyword.StatLength _ -> "stat_length";
      case PadKeyword.ConstantValues _ -> "constant_values";
      case PadKeyword.EndValues _ -> "end_values";
      case PadKeyword.ReflectType _ -> "reflect_type";
      case TextKeyword.Mode _ -> "mode";
      default -> keyword.getClass().getSimpleName();
    };
  }
}
