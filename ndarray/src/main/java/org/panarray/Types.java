package org.panarray;

/// Data type routines.
sealed interface Types permits Np {}
