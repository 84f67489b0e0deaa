package org.panarray;

/// Sorting, searching and counting.
sealed interface Sorting permits Np {}
