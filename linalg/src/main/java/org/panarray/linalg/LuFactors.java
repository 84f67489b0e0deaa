package org.panarray.linalg;

/// What [Lapack#lu] returns beside the factors that it wrote.
///
/// @param pivots row `i` was interchanged with row `pivots[i]`, in the order of `i`; zero-based,
///     `min(rows, cols)` of them
/// @param info 0, or `i + 1` where the diagonal element `i` of U is exactly zero
@SuppressWarnings("ArrayRecordComponent") // A fresh array that belongs to the caller.
public record LuFactors(int[] pivots, int info) {

  /// Whether the number of row interchanges is odd, which flips the determinant's sign.
  public boolean isOdd() {
    boolean odd = false;
    for (int i = 0; i < pivots.length; i++) {
      odd ^= pivots[i] != i;
    }
    return odd;
  }
}
