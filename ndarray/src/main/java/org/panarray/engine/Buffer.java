package org.panarray.engine;

/// The memory behind one or more arrays, on one device.
public interface Buffer {
  Device device();

  long byteSize();

  /// How often the contents were changed after their creation; a tape compares it.
  long version();

  /// Counts one change of the contents.
  void markWritten();

  boolean isClosed();

  /// Gives the memory back now instead of when it becomes unreachable; idempotent. Any later use of
  /// an array on this buffer is a [org.panarray.error.ClosedArrayError].
  void close();
}
