package org.panarray.keyword;

import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.error.Required;

/// The keyword arguments of `np.fft`, made by [Kw].
public interface FftKeyword extends Keyword {
  /// Keywords of transforms along one axis.
  interface ForTransform extends Keyword {}

  /// Keywords of transforms along several axes.
  interface ForTransforms extends Keyword {}

  /// Keywords of `fftshift` and `ifftshift`.
  interface ForShift extends Keyword {}

  /// `s`: the length of each axis that is transformed; -1 for all of it.
  record S(long... value) implements ForTransforms {
    public S {
      Required.argument(value, "s");
    }
  }

  /// `norm`: which of the two directions is divided by the length, or both by its root.
  record Norm(@Nullable String value) implements ForTransform, ForTransforms {}
}
