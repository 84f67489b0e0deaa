package org.panarray;

/// Sums, products, extrema and scans.
sealed interface Reductions permits Np {}
