package org.panarray.result;

import org.panarray.NDArray;

/// Eigenvalues and eigenvectors of a symmetric or Hermitian matrix.
///
/// @param eigenvalues `(..., n)`, real, ascending
/// @param eigenvectors of length 1, in columns, `(..., n, n)`
public record Eigh(NDArray eigenvalues, NDArray eigenvectors) {}
