package org.panarray.internal.statistics;

import java.util.List;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Slices;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Index;

/// Discrete convolution of vectors: the longer one, shifted and weighted by each element of the
/// other.
public final class Convolution {
  private Convolution() {}

  public static NDArray convolve(NDArray a, NDArray v, String mode) {
    requireVector(a);
    requireVector(v);
    requireElements(a, "a cannot be empty");
    requireElements(v, "v cannot be empty");
    NDArray longer = v.size() > a.size() ? v : a;
    NDArray shorter = longer == a ? v : a;
    long start = start(mode, shorter.size(), (shorter.size() - 1) / 2);
    long length = length(mode, longer.size(), shorter.size());
    return Faults.quietly(() -> sums(longer, shorter, start, length));
  }

  public static NDArray correlate(NDArray a, NDArray v, String mode) {
    requireVector(a);
    requireVector(v);
    requireElements(a, "first array argument cannot be empty");
    requireElements(v, "second array argument cannot be empty");
    NDArray conjugate = v.dtype().isComplex() ? Formula.conjugate(v) : v;
    NDArray reversed = AxisOrder.flip(conjugate);
    boolean swapped = a.size() < v.size();
    NDArray longer = swapped ? reversed : a;
    NDArray shorter = swapped ? a : reversed;
    long same = swapped ? shorter.size() / 2 : (shorter.size() - 1) / 2;
    long start = start(mode, shorter.size(), same);
    long length = length(mode, longer.size(), shorter.size());
    return Faults.quietly(() -> sums(longer, shorter, start, length));
  }

  private static void requireVector(NDArray array) {
    if (array.ndim() != 1) {
      throw new ValueError(
          array.ndim() > 1
              ? "object too deep for desired array"
              : "object of too small depth for desired array");
    }
  }

  private static void requireElements(NDArray array, String failure) {
    if (array.size() == 0) {
      throw new ValueError(failure);
    }
  }

  private static long start(String mode, long shorter, long same) {
    return switch (mode) {
      case "full" -> 0;
      case "same" -> same;
      case "valid" -> shorter - 1;
      default ->
          throw new ValueError(
              "mode must be one of 'valid', 'same', or 'full' (got '" + mode + "')");
    };
  }

  private static long length(String mode, long longer, long shorter) {
    return switch (mode) {
      case "full" -> longer + shorter - 1;
      case "same" -> longer;
      default -> longer - shorter + 1;
    };
  }

  /// Elements `start` to `start + length` of the full convolution.
  private static NDArray sums(NDArray a, NDArray v, long start, long length) {
    ElementType type = ElementType.promote(a.dtype().element(), v.dtype().element());
    NDArray wide = Casts.to(a, type);
    NDArray weights = Casts.to(v, type);
    long taps = v.size();
    if (start < taps - 1 || start + length > a.size()) {
      NDArray zeros = NewArrays.zerosLike(wide, Kw.shape(taps - 1));
      wide = Concatenation.concatenate(List.of(zeros, wide, zeros));
    } else {
      start -= taps - 1;
    }
    Expr product = Expr.apply(ScalarOp.MULTIPLY, new Expr.Arg(0, type), new Expr.Arg(1, type));
    Expr first = Expr.apply(ScalarOp.ADD, new Expr.Const(0, type), product); // 0 for -0
    Expr more = Expr.apply(ScalarOp.ADD, new Expr.Arg(2, type), product);
    NDArray sum = null;
    for (long k = 0; k < taps; k++) {
      long from = start + taps - 1 - k;
      NDArray shifted = Slices.part(wide, 0, from, from + length);
      NDArray weight = Dispatch.apply(new Primitive.Slice(List.of(Index.at(k))), weights);
      sum =
          sum == null
              ? Dispatch.apply(new Primitive.Map(first), shifted, weight)
              : Dispatch.apply(new Primitive.Map(more), shifted, weight, sum);
    }
    return java.util.Objects.requireNonNull(sum);
  }
}
