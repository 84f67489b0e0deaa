package org.panarray;

/// Indexing routines.
sealed interface Indexing permits Np {}
