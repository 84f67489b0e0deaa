package org.panarray;

/// Reductions, scans and sorting as methods of an array.
sealed interface ArrayReductions permits NDArray {}
