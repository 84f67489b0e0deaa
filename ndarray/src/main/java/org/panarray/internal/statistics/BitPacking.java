package org.panarray.internal.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Slices;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.internal.shaping.Reshaping;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.PadKeyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.prim.ElementType;
import org.panarray.shape.Axes;

/// Bits in bytes, and back: compositions of shifts and sums.
public final class BitPacking {
  private static final int BITS = 8;

  private BitPacking() {}

  public static NDArray pack(NDArray given, PadKeyword.ForPackbits[] keywords) {
    if (!given.dtype().isInteger() && !given.dtype().isBool()) {
      throw new TypeError("Expected an input array of integer or boolean data type");
    }
    NDArray lines = lines(given, keywords);
    NDArray bits = Formula.notEqual(lines, 0).astype(DType.UINT8);
    long missing = Math.floorMod(-lines.shape(-1), BITS);
    if (missing > 0) {
      bits = withZeros(bits, missing);
    }
    NDArray bytes = Formula.leftShift(split(bits), shifts(keywords, given));
    return restored(Aggregates.sum(bytes, Kw.axis(-1), DType.UINT8), given, keywords);
  }

  public static NDArray unpack(NDArray given, PadKeyword.ForUnpackbits[] keywords) {
    if (given.dtype().element() != ElementType.UINT8) {
      throw new TypeError("Expected an input array of unsigned byte data type");
    }
    NDArray lines = Dimensions.expandDims(lines(given, keywords), -1);
    NDArray bits = Formula.bitwiseAnd(Formula.rightShift(lines, shifts(keywords, given)), 1);
    long[] dims = java.util.Arrays.copyOf(bits.dims(), bits.ndim() - 1);
    dims[dims.length - 1] *= BITS;
    NDArray flat = bits.reshape(dims);
    TextKeyword.@Nullable Count count = Keyword.find(TextKeyword.Count.class, keywords);
    return restored(count == null ? flat : counted(flat, count.value()), given, keywords);
  }

  private static NDArray counted(NDArray bits, long count) {
    long length = bits.shape(-1);
    if (-count > length) {
      throw new ValueError("-count larger than number of elements");
    }
    return count > length
        ? withZeros(bits, count - length)
        : Slices.part(bits, bits.ndim() - 1, 0, count < 0 ? length + count : count);
  }

  /// The lines, longer by zeros at their ends.
  private static NDArray withZeros(NDArray bits, long count) {
    int last = bits.ndim() - 1;
    NDArray zeros = NewArrays.zerosLike(bits, Kw.shape(bits.shape().with(last, count).toArray()));
    return Concatenation.along(last, List.of(bits, zeros));
  }

  private static NDArray split(NDArray bits) {
    long[] dims = java.util.Arrays.copyOf(bits.dims(), bits.ndim() + 1);
    dims[dims.length - 2] /= BITS;
    dims[dims.length - 1] = BITS;
    return bits.reshape(dims);
  }

  /// By how many places each bit stands above the lowest.
  private static NDArray shifts(PadKeyword.ForUnpackbits[] keywords, NDArray beside) {
    PadKeyword.Bitorder order = Keyword.find(PadKeyword.Bitorder.class, keywords);
    NDArray ascending = NewArrays.arange(BITS, DType.UINT8).toDevice(beside.device());
    return switch (order == null ? "big" : order.value()) {
      case "little" -> ascending;
      case "big" -> AxisOrder.flip(ascending);
      default -> throw new ValueError("'order' must be either 'little' or 'big'");
    };
  }

  private static @Nullable Integer axis(NDArray given, Keyword[] keywords) {
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    return named == null || named.axes() == null
        ? null
        : Axes.normalize(named.single(), given.ndim());
  }

  /// The array with the axis of the bits last.
  private static NDArray lines(NDArray given, Keyword[] keywords) {
    Integer axis = axis(given, keywords);
    return axis == null ? given.reshape(-1) : AxisOrder.moveaxis(given, axis, -1);
  }

  private static NDArray restored(NDArray lines, NDArray given, Keyword[] keywords) {
    Integer axis = axis(given, keywords);
    return Reshaping.contiguous(axis == null ? lines : AxisOrder.moveaxis(lines, -1, axis));
  }
}
