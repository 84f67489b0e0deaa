package org.panarray;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.error.Required;
import org.panarray.error.ValueError;

/// The factories of [MatrixKeyword]s, for [Kw].
abstract sealed class MatrixKw extends MathKw permits TextKw {
  public static MatrixKeyword.Axis1 axis1(int value) {
    return new MatrixKeyword.Axis1(value);
  }

  public static MatrixKeyword.Axis2 axis2(int value) {
    return new MatrixKeyword.Axis2(value);
  }

  public static MatrixKeyword.Axisa axisa(int value) {
    return new MatrixKeyword.Axisa(value);
  }

  public static MatrixKeyword.Axisb axisb(int value) {
    return new MatrixKeyword.Axisb(value);
  }

  public static MatrixKeyword.Axisc axisc(int value) {
    return new MatrixKeyword.Axisc(value);
  }

  public static MatrixKeyword.FullMatrices fullMatrices(boolean value) {
    return new MatrixKeyword.FullMatrices(value);
  }

  public static MatrixKeyword.ComputeUv computeUv(boolean value) {
    return new MatrixKeyword.ComputeUv(value);
  }

  public static MatrixKeyword.Hermitian hermitian(boolean value) {
    return new MatrixKeyword.Hermitian(value);
  }

  /// A number, or an array that broadcasts with the stack of matrices.
  public static MatrixKeyword.Rcond rcond(@Nullable Object value) {
    return new MatrixKeyword.Rcond(value);
  }

  /// A number, or an array that broadcasts with the stack of matrices.
  public static MatrixKeyword.Rtol rtol(Object value) {
    return new MatrixKeyword.Rtol(value);
  }

  /// A number, or an array that broadcasts with the stack of matrices.
  public static MatrixKeyword.Tol tol(Object value) {
    return new MatrixKeyword.Tol(value);
  }

  public static MatrixKeyword.Upper upper(boolean value) {
    return new MatrixKeyword.Upper(value);
  }

  /// A number, `"fro"` or `"nuc"`.
  public static MatrixKeyword.Ord ord(@Nullable Object value) {
    return new MatrixKeyword.Ord(value);
  }

  public static MatrixKeyword.Axes axes(int... axes) {
    return new MatrixKeyword.Axes(axes);
  }

  /// Where the core axes of each operand of a product are, then those of the result.
  public static MatrixKeyword.CoreAxes axes(int[]... axes) {
    return new MatrixKeyword.CoreAxes(axes);
  }

  public static MatrixKeyword.Increasing increasing(boolean value) {
    return new MatrixKeyword.Increasing(value);
  }

  public static MatrixKeyword.Optimize optimize(boolean value) {
    return new MatrixKeyword.Optimize(value, null);
  }

  /// NumPy's names of path searches, `greedy` and `optimal`: both are served by the greedy one.
  ///
  /// @throws ValueError where it is neither
  public static MatrixKeyword.Optimize optimize(String value) {
    if (!Required.argument(value, "value").equals("greedy") && !value.equals("optimal")) {
      throw new ValueError("Path name " + value + " not found");
    }
    return new MatrixKeyword.Optimize(true, null);
  }

  /// The order of the operands as `einsumPath` gives it: which are taken at each step.
  public static MatrixKeyword.Optimize optimize(List<int[]> value) {
    return new MatrixKeyword.Optimize(true, value);
  }
}
