package org.panarray.internal.linear;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.AxisError;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.LoopSignature;
import org.panarray.internal.array.Reducer;
import org.panarray.internal.array.Storing;
import org.panarray.internal.array.UfuncTypes;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;

/// A generalized ufunc of two inputs with its keywords: the core axes are brought to the end and
/// the types together, then the product does what it does without keywords.
///
/// @param signature the core dimensions
/// @param axes where the core axes of the inputs and of the result are; null for the end
/// @param keepdims whether the result keeps the axis of a [CoreSignature#VECDOT]
public record CoreProduct(CoreSignature signature, int @Nullable [][] axes, boolean keepdims) {
  private static final int OUTPUT = 2;

  /// Applies a product of cores to the axes that the keywords name.
  ///
  /// @throws TypeError where `axis` or `keepdims` cannot be used, or no cast leads to the types
  ///   wanted
  /// @throws ValueError `axes should be a list with an entry for all 3 inputs and outputs; ...`
  /// @throws AxisError where an entry of `axes` has the wrong length or is out of bounds
  public static NDArray apply(
      CoreSignature signature,
      Object x1,
      Object x2,
      Keyword.ForProduct[] keywords,
      BinaryOperator<NDArray> product) {
    NDArray a = ArrayLike.of(x1);
    NDArray b = ArrayLike.of(x2);
    signature.requireRank(0, a, signature.isFlexible() ? 1 : signature.rank(0));
    signature.requireRank(1, b, signature.isFlexible() ? 1 : signature.rank(1));
    CoreProduct core = of(signature, keywords);
    Casting casting = casting(keywords);
    int[] ranks = signature.ranks(a, b, core.keepdims);
    ElementType type = core.type(a, b, keywords);
    NDArray left = core.ready(0, a, ranks, type, casting);
    NDArray right = core.ready(1, b, ranks, type, casting);
    Keyword.Out out = Keyword.find(Keyword.Out.class, keywords);
    if (out != null && core.axes == null && signature == CoreSignature.MATMUL) {
      return MatrixProduct.matmulInto(left, right, out.single(), casting);
    }
    NDArray result = core.placed(product.apply(left, right), ranks);
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    if (out != null) {
      return Storing.into(signature.name(), result, out.single(), casting);
    }
    Order wanted = order == null ? Order.K : order.value();
    return wanted == Order.F ? Dispatch.apply(new Primitive.Copy(wanted), result) : result;
  }

  private static CoreProduct of(CoreSignature signature, Keyword[] keywords) {
    Keyword.Axis axis = Keyword.find(Keyword.Axis.class, keywords);
    MatrixKeyword.CoreAxes axes = Keyword.find(MatrixKeyword.CoreAxes.class, keywords);
    boolean keepdims = Reducer.keepdims(keywords);
    if (axis != null && axes != null) {
      throw new TypeError("cannot specify both 'axis' and 'axes'");
    }
    if (keepdims) {
      signature.requireKeepdims();
    }
    if (axis == null) {
      return new CoreProduct(signature, axes == null ? null : axes.axes(), keepdims);
    }
    signature.requireOneDimension();
    int[] one = {axis.single()};
    return new CoreProduct(
        signature, new int[][] {one, one, keepdims ? one : new int[0]}, keepdims);
  }

  private static Casting casting(Keyword[] keywords) {
    Keyword.CastingRule rule = Keyword.find(Keyword.CastingRule.class, keywords);
    return rule == null ? Casting.SAME_KIND : rule.value();
  }

  private ElementType type(NDArray a, NDArray b, Keyword[] keywords) {
    if (!a.dtype().isNumeric() || !b.dtype().isNumeric()) {
      throw UfuncTypes.noProduct(signature.name(), a, b);
    }
    LoopSignature wanted = LoopSignature.of(signature.name(), 2, 1, keywords);
    return wanted == null
        ? ElementType.promote(a.dtype().element(), b.dtype().element())
        : wanted.single(a.dtype().element(), b.dtype().element());
  }

  /// The operand in the common type with its core axes at the end.
  private NDArray ready(int i, NDArray array, int[] ranks, ElementType type, Casting casting) {
    int[] from = axes(i, ranks, array.ndim());
    if (!array.dtype().element().canCast(type, casting)) {
      throw new TypeError(
          "Cannot cast ufunc '%s' input %d from dtype('%s') to dtype('%s') with casting rule '%s'"
              .formatted(
                  signature.name(),
                  i,
                  array.dtype().name(),
                  type.numpyName(),
                  casting.numpyName()));
    }
    NDArray cast = Casts.to(array, type);
    return from == null ? cast : AxisOrder.moveaxis(cast, from, last(from.length));
  }

  private NDArray placed(NDArray result, int[] ranks) {
    NDArray wide = keepdims ? Dimensions.expandDims(result, -1) : result;
    int[] to = axes(OUTPUT, ranks, wide.ndim());
    return to == null ? wide : AxisOrder.moveaxis(wide, last(to.length), to);
  }

  private static int[] last(int count) {
    int[] axes = new int[count];
    Arrays.setAll(axes, i -> i - count);
    return axes;
  }

  /// Where the core axes of an operand are, or null for the end.
  private int @Nullable [] axes(int operand, int[] ranks, int ndim) {
    if (axes == null) {
      return null;
    }
    boolean mayEnd = signature.rank(OUTPUT) == 0;
    if (axes.length != 3 && !(axes.length == 2 && mayEnd)) {
      throw new ValueError(
          "axes should be a list with an entry for all 3 inputs and outputs; entries for outputs"
              + " can only be omitted if none of them has core axes.");
    }
    if (operand == axes.length) {
      return null;
    }
    int[] given = axes[operand];
    if (given.length != ranks[operand]) {
      throw new AxisError(
          "%s: operand %d has %d core dimensions, but %d dimensions are specified by axes tuple."
              .formatted(signature.name(), operand, ranks[operand], given.length));
    }
    int[] normal = Arrays.stream(given).map(axis -> Axes.normalize(axis, ndim)).toArray();
    for (int i = 0; i < normal.length; i++) {
      for (int j = 0; j < i; j++) {
        if (normal[i] == normal[j]) {
          throw new ValueError("axes item " + operand + " has value " + normal[i] + " repeated");
        }
      }
    }
    return normal;
  }
}
