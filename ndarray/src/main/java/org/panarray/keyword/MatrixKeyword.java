package org.panarray.keyword;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.error.Required;

/// The keyword arguments of products and of `np.linalg`, made by [Kw].
public interface MatrixKeyword extends Keyword {
  /// Keywords of `linalg.svd`.
  interface ForSvd extends MatrixKeyword {}

  /// Keywords of `linalg.pinv`.
  interface ForPinv extends MatrixKeyword {}

  /// Keywords of `linalg.matrix_rank`.
  interface ForRank extends MatrixKeyword {}

  /// Keywords of `linalg.norm` and `linalg.vector_norm`.
  interface ForNorm extends Keyword {}

  /// Keywords of `linalg.matrix_norm`.
  interface ForMatrixNorm extends ForNorm {}

  /// Keywords of `cross`.
  interface ForCross extends Keyword {}

  /// Keywords of `diagonal`.
  interface ForDiagonal extends ForTrace {}

  /// Keywords of `trace`.
  interface ForTrace extends Keyword {}

  /// Keywords of `linalg.trace`.
  interface ForMatrixTrace extends ForTrace {}

  /// `optimize`: whether `einsum` looks for a cheap order of its operands, or the order to take.
  record Optimize(boolean value, @Nullable List<int[]> path) implements MatrixKeyword {}

  /// `increasing`: whether the lowest power comes first.
  record Increasing(boolean value) implements MatrixKeyword {}

  /// `fullMatrices`: square matrices of singular vectors.
  record FullMatrices(boolean value) implements ForSvd {}

  /// `computeUv`: singular vectors beside the values.
  record ComputeUv(boolean value) implements ForSvd {}

  /// `hermitian`: the matrix equals its conjugate transpose.
  record Hermitian(boolean value) implements ForSvd, ForPinv, ForRank {}

  /// `rcond`: singular values below it times the largest count as zero.
  record Rcond(@Nullable Object value) implements ForPinv, PolynomialKeyword.ForPolyfit {}

  /// `rtol`: a tolerance relative to the largest value.
  record Rtol(Object value) implements ForPinv, ForRank, MathKeyword.ForClose {}

  /// `tol`: an absolute tolerance.
  record Tol(Object value)
      implements ForRank,
          RandomKeyword.ForLegacyMultivariateNormal,
          RandomKeyword.ForMultivariateNormal {}

  /// `upper`: the upper triangle instead of the lower.
  record Upper(boolean value) implements MatrixKeyword {}

  /// `ord`: the order of a norm.
  record Ord(@Nullable Object value) implements ForMatrixNorm {}

  /// `axes`: several axes in an order that counts.
  record Axes(int... axes)
      implements MatrixKeyword, FftKeyword.ForTransforms, FftKeyword.ForShift {}

  /// `axes`: where the core axes of each operand of a product are, then those of the result.
  record CoreAxes(int[]... axes) implements Keyword.ForProduct {
    public CoreAxes {
      Required.all(axes, "axes");
    }
  }

  /// `axis1`: the axis of a diagonal's rows.
  record Axis1(int value) implements ForDiagonal {}

  /// `axis2`: the axis of a diagonal's columns.
  record Axis2(int value) implements ForDiagonal {}

  /// `axisa`: the axis of the first operand's vectors.
  record Axisa(int value) implements ForCross {}

  /// `axisb`: the axis of the second operand's vectors.
  record Axisb(int value) implements ForCross {}

  /// `axisc`: the axis of the result's vectors.
  record Axisc(int value) implements ForCross {}
}
