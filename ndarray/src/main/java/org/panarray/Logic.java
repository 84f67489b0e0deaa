package org.panarray;

/// Truth value testing and array comparison.
sealed interface Logic permits Np {}
