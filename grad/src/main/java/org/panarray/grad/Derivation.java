package org.panarray.grad;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;

/// How the cotangents of a step's results become those of its inputs.
sealed interface Derivation permits Saved, Given {
  /// The cotangents of those inputs that are needed, null where there is none.
  ///
  /// @param masked whether zeros of the cotangents may stand for what was not chosen
  @Nullable NDArray[] pullback(@Nullable NDArray[] cotangents, boolean[] needed, boolean masked);
}
