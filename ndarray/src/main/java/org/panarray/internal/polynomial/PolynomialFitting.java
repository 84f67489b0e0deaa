package org.panarray.internal.polynomial;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.Warnings;
import org.panarray.internal.linear.Factorizations;
import org.panarray.internal.linear.MatrixProduct;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.keyword.PolynomialKeyword;
import org.panarray.prim.ElementType;
import org.panarray.result.PolynomialCovariance;
import org.panarray.result.PolynomialFit;

/// Least-squares fits of `np.polyfit`, on a Vandermonde matrix with columns of length one.
///
/// @param x where, `(n,)`
/// @param left the scaled Vandermonde matrix
/// @param right the values
/// @param scale what the columns were divided by
/// @param rcond the relative size below which singular values count as zero
public record PolynomialFitting(
    NDArray x, NDArray left, NDArray right, NDArray scale, double rcond) {

  public static PolynomialFitting of(Object givenX, Object givenY, int deg, Keyword[] keywords) {
    NDArray x = Formula.add(ArrayLike.of(givenX), 0.0);
    NDArray y = Formula.add(ArrayLike.of(givenY), 0.0);
    requireShapes(x, y, deg);
    NDArray left = Vandermonde.matrix(x, deg + 1L, false);
    PolynomialKeyword.W weights = Keyword.find(PolynomialKeyword.W.class, keywords);
    if (weights != null) {
      NDArray w = Formula.add(ArrayLike.of(weights.values()), 0.0);
      if (w.ndim() != 1) {
        throw new TypeError("expected a 1-d array for weights");
      }
      if (w.shape(0) != y.shape(0)) {
        throw new TypeError("expected w and y to have the same length");
      }
      NDArray column = Dimensions.expandDims(w, 1);
      left = Formula.multiply(left, column);
      y = Formula.multiply(y, y.ndim() == 2 ? column : w);
    }
    NDArray scale = Formula.sqrt(Aggregates.sum(Formula.multiply(left, left), 0));
    return new PolynomialFitting(x, Formula.divide(left, scale), y, scale, precision(x, keywords));
  }

  private static double precision(NDArray x, Keyword[] keywords) {
    MatrixKeyword.Rcond given = Keyword.find(MatrixKeyword.Rcond.class, keywords);
    @Nullable Object value = given == null ? null : given.value();
    if (value != null) {
      return ArrayLike.of(value).asDouble();
    }
    boolean single =
        x.dtype().element() == ElementType.FLOAT32 || x.dtype().element() == ElementType.COMPLEX64;
    return x.size() * (single ? (double) Math.ulp(1.0f) : Math.ulp(1.0));
  }

  private static void requireShapes(NDArray x, NDArray y, int deg) {
    if (deg < 0) {
      throw new ValueError("expected deg >= 0");
    }
    if (x.ndim() != 1) {
      throw new TypeError("expected 1D vector for x");
    }
    if (x.size() == 0) {
      throw new TypeError("expected non-empty vector for x");
    }
    if (y.ndim() < 1 || y.ndim() > 2) {
      throw new TypeError("expected 1D or 2D array for y");
    }
    if (x.shape(0) != y.shape(0)) {
      throw new TypeError("expected x and y to have same length");
    }
  }

  public PolynomialFit fit() {
    NDArray[] found = Factorizations.lstsq(left, right, rcond);
    NDArray c = Formula.divide(found[0].transpose(), scale).transpose();
    return new PolynomialFit(c, found[1], found[2], found[3], rcond);
  }

  /// As [#fit], with a warning where the result is not unique.
  public PolynomialFit unique() {
    PolynomialFit fit = fit();
    if (fit.rank().asLong() != scale.size()) {
      Warnings.warn("RankWarning", "Polyfit may be poorly conditioned");
    }
    return fit;
  }

  public PolynomialCovariance withCovariance(Keyword[] keywords) {
    PolynomialFit fit = unique();
    PolynomialKeyword.Cov cov = Keyword.find(PolynomialKeyword.Cov.class, keywords);
    if (cov == null || !cov.value()) {
      return new PolynomialCovariance(fit.c(), null);
    }
    NDArray gram = MatrixProduct.dotOf(left.transpose(), left);
    NDArray base =
        Formula.divide(Factorizations.inv(gram), Formula.multiply(scale.reshape(-1, 1), scale));
    NDArray factor = ArrayLike.of(1L);
    if (cov.scaled()) {
      if (x.size() <= scale.size()) {
        throw new ValueError(
            "the number of data points must exceed order to scale the covariance matrix");
      }
      factor = Formula.divide(fit.resids(), x.size() - scale.size());
    }
    NDArray wide = right.ndim() == 1 ? base : Dimensions.expandDims(base, 2);
    return new PolynomialCovariance(fit.c(), Formula.multiply(wide, factor));
  }
}
