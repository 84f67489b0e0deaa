package org.panarray.engine.memory;

import java.lang.foreign.MemorySegment;

/// Where the operands of a kernel that move are, all of them; what stands still is read by way of
/// its segment, once.
///
/// A kernel that meets segments of two classes reads through memory barriers, because the compiler
/// then cannot tell arrays from addresses: measured 7 ns instead of 1 for a vector of 512 bits. So
/// kernels are generated for one kind of memory, and the general form is for mixtures.
public enum Home {
  /// Pooled native memory, by absolute address.
  NATIVE,
  /// A `byte[]`.
  HEAP,
  /// Any segments.
  ANY,
  /// Java arrays of the elements' type, to which elements are copied: what a kernel reads before
  /// the compiler knows it. Interpreted or compiled by the first tier, an element of an array costs
  /// a tenth of one of a segment (measured: 5 ms for 1e6 instead of 59).
  ARRAYS;

  /// The whole address space. Being constant, it costs nothing to read through; that an operand
  /// lies inside its buffer was checked when the operand was made, that the buffer is open when a
  /// kernel asked for its address.
  public static final MemorySegment EVERYTHING = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  public Home and(Home other) {
    return this == other ? this : ANY;
  }

  /// What a kernel for this home is handed as the operand's memory.
  public Object base(CpuBuffer buffer) {
    return switch (this) {
      case NATIVE -> EVERYTHING;
      case HEAP -> buffer.array();
      case ANY -> buffer.segment();
      case ARRAYS -> throw new IllegalArgumentException("no buffer is a Java array of elements");
    };
  }

  /// What a position in the buffer is counted from.
  public long origin(CpuBuffer buffer) {
    return this == NATIVE ? buffer.segment().address() : 0;
  }
}
