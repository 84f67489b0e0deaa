package org.panarray;

/// Array manipulation: shapes, axes, order.
sealed interface Manipulation permits Np {}
