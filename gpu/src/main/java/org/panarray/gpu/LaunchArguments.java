package org.panarray.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The arguments of one kernel launch, in a slab that is used again for every launch of a device,
/// so that a launch allocates nothing. The driver copies the arguments before `cuLaunchKernel`
/// returns.
final class LaunchArguments {
  /// What a kernel may take in all (the driver's limit on the oldest supported devices).
  private static final long CAPACITY = 4096;

  private static final int MAX_ARGUMENTS = 64;

  private final MemorySegment values = Arena.global().allocate(CAPACITY, 16);
  private final MemorySegment pointers =
      Arena.global().allocate(ValueLayout.ADDRESS, MAX_ARGUMENTS);
  private long used;
  private int count;

  LaunchArguments reset() {
    used = 0;
    count = 0;
    return this;
  }

  /// A 64-bit integer or a device address.
  LaunchArguments add(long value) {
    values.set(ValueLayout.JAVA_LONG, claim(Long.BYTES), value);
    return this;
  }

  /// A 32-bit integer.
  LaunchArguments add(int value) {
    values.set(ValueLayout.JAVA_INT, claim(Integer.BYTES), value);
    return this;
  }

  /// A structure that is nothing but 64-bit integers, passed by value.
  LaunchArguments addStructure(long[] fields) {
    long offset = claim((long) fields.length * Long.BYTES);
    MemorySegment.copy(fields, 0, values, ValueLayout.JAVA_LONG, offset, fields.length);
    return this;
  }

  /// A value of any type, given as its bytes.
  LaunchArguments addBytes(MemorySegment bytes) {
    MemorySegment.copy(bytes, 0, values, claim(bytes.byteSize()), bytes.byteSize());
    return this;
  }

  MemorySegment pointers() {
    return pointers;
  }

  private long claim(long bytes) {
    long offset = used;
    pointers.setAtIndex(ValueLayout.ADDRESS, count++, values.asSlice(offset));
    used = (offset + bytes + 15) & -16L;
    return offset;
  }
}
