package org.panarray.linalg;

/// What [Lapack#leastSquares] returns beside the arrays that it wrote.
///
/// @param rank the number of singular values above `rcond` times the largest
/// @param info 0, or positive where the singular values did not converge
public record LeastSquares(int rank, int info) {}
