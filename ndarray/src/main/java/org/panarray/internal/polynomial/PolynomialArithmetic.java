package org.panarray.internal.polynomial;

import java.util.List;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.indexing.Counting;
import org.panarray.internal.linear.Factorizations;
import org.panarray.internal.ordering.Ordering;
import org.panarray.internal.padding.PadBorders;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.internal.shaping.DiagonalMatrix;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.internal.statistics.Closeness;
import org.panarray.internal.statistics.Convolution;
import org.panarray.prim.ElementType;
import org.panarray.result.Divmod;
import org.panarray.shape.Index;

/// Zeros, products and quotients of polynomials given by their coefficients.
public final class PolynomialArithmetic {
  /// A leading remainder up to this is what rounding has left of zero: the absolute tolerance of
  /// `allclose`, as in NumPy.
  private static final double NEGLIGIBLE = 1e-8;

  private PolynomialArithmetic() {}

  /// Both with as many coefficients, zeros in front.
  public static NDArray[] aligned(Object a1, Object a2) {
    NDArray first = Dimensions.atleast1d(a1);
    NDArray second = Dimensions.atleast1d(a2);
    long length = Math.max(first.size(), second.size());
    return new NDArray[] {extended(first, length), extended(second, length)};
  }

  private static NDArray extended(NDArray p, long length) {
    return p.size() == length ? p : PadBorders.withZeros(p, new long[] {length - p.size(), 0});
  }

  public static NDArray roots(NDArray p) {
    if (p.ndim() != 1) {
      throw new ValueError("Input must be a rank-1 array.");
    }
    long[] places = Counting.nonzero(p)[0].toLongArray();
    if (places.length == 0) {
      return NewArrays.zeros(0);
    }
    long first = places[0];
    long last = places[places.length - 1];
    NDArray bare = p.get(Index.slice(first, last + 1));
    bare = bare.dtype().isInexact() ? bare : bare.astype(DType.FLOAT64);
    NDArray zeros = NewArrays.zeros(0);
    if (bare.size() > 1) {
      NDArray ones = NewArrays.ones(new long[] {bare.size() - 2}, bare.dtype());
      NDArray companion = DiagonalMatrix.of(ones, -1);
      companion.at(0).set(Formula.divide(Formula.negative(bare.get("1:")), bare.get(0)));
      zeros = Factorizations.eigvals(companion);
    }
    NDArray trailing = NewArrays.zeros(new long[] {p.size() - last - 1}, zeros.dtype());
    return Concatenation.hstack(List.of(zeros, trailing));
  }

  public static NDArray withZeros(NDArray given) {
    NDArray zeros = given;
    if (given.ndim() == 2 && given.shape(0) == given.shape(1) && given.size() > 0) {
      zeros = Factorizations.eigvals(given);
    } else if (given.ndim() != 1) {
      throw new ValueError("input must be 1d or non-empty square 2d array.");
    }
    if (zeros.size() == 0) {
      return ArrayLike.of(1.0);
    }
    if (!zeros.dtype().isInexact() || zeros.dtype().element().isNarrowFloat()) {
      zeros = zeros.astype(DType.FLOAT64);
    }
    NDArray product = NewArrays.ones(new long[] {1}, zeros.dtype());
    for (NDArray zero : zeros) {
      NDArray factor = NewArrays.ones(new long[] {2}, zeros.dtype());
      factor.at(1).set(Formula.negative(zero));
      product = Convolution.convolve(product, factor, "full");
    }
    boolean conjugate =
        zeros.dtype().isComplex()
            && Closeness.arrayEqual(
                Ordering.sort(zeros), Ordering.sort(Formula.conjugate(zeros)), false);
    return conjugate ? product.real().copy() : product;
  }

  public static Divmod divided(Object u, Object v) {
    NDArray dividend = Formula.add(Dimensions.atleast1d(u), 0.0);
    NDArray divisor = Formula.add(Dimensions.atleast1d(v), 0.0);
    DType type =
        DType.of(ElementType.promote(dividend.dtype().element(), divisor.dtype().element()));
    long m = dividend.size() - 1;
    long n = divisor.size() - 1;
    NDArray scale = Formula.divide(1.0, divisor.get(0));
    NDArray quotient = NewArrays.zeros(new long[] {Math.max(m - n + 1, 1)}, type);
    NDArray rest = dividend.astype(type);
    for (long k = 0; k <= m - n; k++) {
      NDArray digit = Formula.multiply(scale, rest.get(k));
      quotient.at(k).set(digit);
      rest.at(Index.slice(k, k + n + 1)).minusAssign(Formula.multiply(digit, divisor));
    }
    while (rest.size() > 1 && Formula.absolute(rest.get(0)).asDouble() <= NEGLIGIBLE) {
      rest = rest.get("1:");
    }
    return new Divmod(quotient, rest);
  }
}
