package org.panarray.internal.sampling;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.Warnings;
import org.panarray.internal.linear.Factorizations;
import org.panarray.internal.linear.MatrixProduct;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.keyword.RandomKeyword;
import org.panarray.prim.ElementType;
import org.panarray.random.ContinuousDistribution;
import org.panarray.shape.Shape;

/// Normal vectors: independent normals times a factor of the covariance.
public final class MultivariateNormal {
  private static final double DEFAULT_TOLERANCE = 1e-8;

  private final RandomStream stream;
  private final String method;
  private final String check;
  private final double tolerance;
  private final @Nullable Shape size;

  public MultivariateNormal(RandomStream stream, Keyword... keywords) {
    this.stream = stream;
    RandomKeyword.Method given = Keyword.find(RandomKeyword.Method.class, keywords);
    this.method = given == null ? "svd" : given.value();
    RandomKeyword.CheckValid checkValid = Keyword.find(RandomKeyword.CheckValid.class, keywords);
    this.check = checkValid == null ? "warn" : checkValid.value();
    MatrixKeyword.Tol tol = Keyword.find(MatrixKeyword.Tol.class, keywords);
    this.tolerance = tol == null ? DEFAULT_TOLERANCE : ArrayLike.of(tol.value()).asDouble();
    this.size = Sampling.shape(keywords);
  }

  public NDArray draw(Object mean, Object cov) {
    if (!method.equals("svd") && !method.equals("eigh") && !method.equals("cholesky")) {
      throw new ValueError("method must be one of {'eigh', 'svd', 'cholesky'}");
    }
    NDArray center = ArrayLike.of(mean);
    NDArray covariance = ArrayLike.of(cov);
    requireShapes(center, covariance);
    if (!check.equals("warn") && !check.equals("raise") && !check.equals("ignore")) {
      throw new ValueError("check_valid must equal 'warn', 'raise', or 'ignore'");
    }
    Shape outer = size == null ? Shape.SCALAR : size;
    long length = center.size();
    NDArray independent =
        Sampling.of(stream)
            .continuous(ContinuousDistribution.STANDARD_NORMAL, Shape.of(outer.size(), length));
    NDArray factor = factor(Casts.to(covariance, ElementType.FLOAT64));
    NDArray drawn = Formula.add(MatrixProduct.matmul(independent, factor.T()), center);
    return drawn.reshape(outer.concat(Shape.of(length)));
  }

  private static void requireShapes(NDArray mean, NDArray cov) {
    if (mean.dtype().isComplex() || cov.dtype().isComplex()) {
      throw new TypeError("mean and cov must not be complex");
    }
    if (mean.ndim() != 1) {
      throw new ValueError("mean must be 1 dimensional");
    }
    if (cov.ndim() != 2 || cov.shape(0) != cov.shape(1)) {
      throw new ValueError("cov must be 2 dimensional and square");
    }
    if (mean.shape(0) != cov.shape(0)) {
      throw new ValueError("mean and cov must have same length");
    }
  }

  /// A matrix `F` of which `F @ F.T` is the covariance.
  private NDArray factor(NDArray cov) {
    if (method.equals("cholesky")) {
      return Factorizations.cholesky(cov, false);
    }
    if (method.equals("eigh")) {
      NDArray[] eigh = Factorizations.eigh(cov, true);
      requirePositive(() -> !Aggregates.any(Formula.less(eigh[0], -tolerance)).asBoolean());
      return Formula.multiply(eigh[1], Formula.sqrt(Formula.absolute(eigh[0])));
    }
    NDArray[] svd = Factorizations.svd(cov);
    NDArray right = svd[2].T();
    requirePositive(
        () -> isClose(MatrixProduct.matmul(Formula.multiply(right, svd[1]), svd[2]), cov));
    // The legacy function multiplies by the right singular vectors, the new one by the left.
    return Formula.multiply(stream.isLegacy() ? right : svd[0], Formula.sqrt(svd[1]));
  }

  private boolean isClose(NDArray found, NDArray cov) {
    double[] a = found.toDoubleArray();
    double[] b = cov.toDoubleArray();
    for (int i = 0; i < a.length; i++) {
      if (!(Math.abs(a[i] - b[i]) <= tolerance + tolerance * Math.abs(b[i]))) {
        return false;
      }
    }
    return true;
  }

  private void requirePositive(BooleanSupplier positive) {
    if (check.equals("ignore") || positive.getAsBoolean()) {
      return;
    }
    String text = "covariance is not symmetric positive-semidefinite.";
    if (check.equals("raise")) {
      throw new ValueError(text);
    }
    Warnings.warn("RuntimeWarning", text);
  }
}
