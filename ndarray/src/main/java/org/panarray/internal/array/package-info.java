/// What stands between arrays and the engines: reading what is array-like, the choice of loops and
/// types, the one door [Dispatch], recorders and fusion, and the functions that every algorithm is
/// written in ([Formula], [Aggregates], [NewArrays]).
///
/// It is the lowest room: it knows no other, so that the rooms above it can stand in an order.
@NullMarked
package org.panarray.internal.array;

import org.jspecify.annotations.NullMarked;
