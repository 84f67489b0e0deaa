/// What stands between arrays and the engines: reading what is array-like, the choice of loops and
/// types, the one door [Dispatch], recorders and fusion, and the functions that every algorithm is
/// written in ([Formula], [Aggregates], [NewArrays]).
///
/// Elementwise work on the CPU is put off by default ([Fusion]), because nothing else on the JVM
/// can know that a temporary is dead: four expressions of three to five steps over 1e6 numbers took
/// 840 to 1,546 us at once and 271 to 405 us put off (2 noisy cores, both in one run). An array
/// that waits holds a [Deferred], which holds a [Pending] step; a step names its inputs, arrays or
/// other steps, so that what waits is a graph and a step with two readers is done once, in the same
/// pass. Whoever writes an array first copies what waiting steps would miss
/// ([org.panarray.engine.Reads]). The alternative, to do the waiting work then, does in a loop also
/// the work whose result is garbage that no collection has found yet, and a list of what waits for
/// a buffer grows without bound between two collections; a copy costs at most one of the passes
/// that were saved. Faults are found step by step and are told as the line that asked wished, so no
/// warning is lost; what cannot be put off unseen is done at once.
///
/// It is the lowest room: it knows no other, so that the rooms above it can stand in an order.
@NullMarked
package org.panarray.internal.array;

import org.jspecify.annotations.NullMarked;
