package org.panarray.internal.array;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.engine.Read;

/// What a step that was put off reads: another such step, or elements that are there.
sealed interface PendingInput permits Pending, PendingInput.Leaf {
  /// Elements that are there.
  ///
  /// @param array the array of which they are, where recorders ask
  record Leaf(@Nullable NDArray array, Read read) implements PendingInput {}
}
