package org.panarray;

/// Joining, splitting and tiling arrays.
sealed interface Joining permits Np {}
