package org.panarray;

/// Matrix and vector products, einsum.
sealed interface Products permits Np {}
