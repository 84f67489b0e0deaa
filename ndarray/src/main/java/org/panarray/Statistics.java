package org.panarray;

/// Order statistics, averages and variances, correlating, histograms.
sealed interface Statistics permits Np {}
