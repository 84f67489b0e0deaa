package org.panarray.engine;

import org.jspecify.annotations.Nullable;

/// The memory behind one or more arrays, on one device.
public interface Buffer {
  Device device();

  long byteSize();

  /// How often the contents were changed after their creation; a tape compares it.
  long version();

  /// Counts one change of the contents.
  void markWritten();

  /// The reads of this memory that are put off; null where none may be, because it can be written
  /// unseen.
  @Nullable Reads reads();

  /// Whether reads were ever put off.
  boolean isAwaited();

  boolean isClosed();

  /// Gives the memory back now instead of when it becomes unreachable; idempotent. Any later use of
  /// an array on this buffer is a [org.panarray.error.ClosedArrayError].
  void close();
}
