package org.panarray.result;

import org.panarray.NDArray;

/// Eigenvalues and eigenvectors of a general matrix, not ordered.
///
/// @param eigenvalues `(..., n)`; real where all imaginary parts are zero
/// @param eigenvectors of length 1, in columns, `(..., n, n)`
public record Eig(NDArray eigenvalues, NDArray eigenvectors) {}
