/// The memory of arrays on the host: buffers, the pool that lends them, and what reads and writes
/// single elements of it. Under every engine of the host.
///
/// Decisions, with what was measured on a 2-core Zen 5 with AVX-512:
/// - Heap memory is `byte[]`: vectors of any type are loaded from it, while loads of doubles from a
///   `long[]` are boxed (3.6 KB of garbage for 100 doubles).
/// - Native blocks are used again early: fresh pages of 4 KiB cost 0.3 ms a megabyte, on a virtual
///   machine up to 4.5, huge ones 0.05 to 0.1. So blocks of every size are cut from slabs of whole
///   huge pages ([Slabs]); an empty slab serves any size, and is unmapped after ten idle seconds.
/// - What bounds the memory is what is taken between two collections, not what is mapped: counting
///   mappings let 64 MB more be mapped after each collection, 1.9 GB for a loop of `x + y` over
///   300,000 numbers, in phases of half a second that only touched fresh pages. Counting what is
///   taken, the same loop keeps 0.5 GB, and from its 2,000th call on a call takes 0.42 ms in place
///   of 1.22 on the average; most of that is the full collection, 15 ms for each window.
/// - A buffer that is closed while another thread computes on it must not reach a third: kernels
///   know addresses. Counting the users of every buffer costs an atomic operation at each end of a
///   call; instead a buffer remembers the thread that made it and whether any other has used it
///   (`shared`). Closed by its maker and never shared, its block goes back at once: the maker is
///   inside no call on it, since it is in `close`. Every other block waits for the collector, which
///   knows its users: each call holds what it works on by a `reachabilityFence`. No user slips
///   through between: it writes `shared`, then reads `closed`; the closing thread writes `closed`,
///   then reads `shared`; all four are volatile and so in one order, in which one of them sees the
///   other. A third thread that reads `shared` as set comes after that write in the same order. The
///   store happens once in a buffer's life, the loads cost a nanosecond.
@NullMarked
package org.panarray.engine.memory;

import org.jspecify.annotations.NullMarked;
