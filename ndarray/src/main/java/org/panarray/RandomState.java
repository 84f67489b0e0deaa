package org.panarray;

import java.util.Arrays;
import org.panarray.internal.page.LegacySampling;
import org.panarray.internal.sampling.RandomStream;
import org.panarray.random.BitGenerator;

/// NumPy's `RandomState`: the legacy generator, whose streams NumPy has frozen.
///
/// ```java
/// RandomState rs = np.random.RandomState(0);
/// NDArray x = rs.randn(2); // [1.76405235 0.40015721]
/// ```
///
/// New programs do better with [Generator].
///
/// @see <a
///   href="https://numpy.org/doc/2.4/reference/random/legacy.html">numpy.random.RandomState</a>
public final class RandomState implements LegacySampling {
  static {
    RandomStream.handOver(RandomState.class, state -> state.stream);
  }

  private final RandomStream stream;

  RandomState(BitGenerator bits) {
    this.stream = RandomStream.legacy(bits);
  }

  /// `RandomState(MT19937)`.
  @Override
  public String toString() {
    return "RandomState(" + stream.bits().name() + ")";
  }

  /// What [#getState] gives and [#setState] takes.
  ///
  /// @param bitGenerator `MT19937`
  /// @param key 624 words of 32 bits
  /// @param pos where in the key the next word is
  /// @param hasGauss whether a normal waits for the next call
  /// @param cachedGaussian that normal
  public record State(
      String bitGenerator, int[] key, int pos, boolean hasGauss, double cachedGaussian) {
    @Override
    public boolean equals(Object other) {
      return other instanceof State state
          && state.bitGenerator.equals(bitGenerator)
          && Arrays.equals(state.key, key)
          && state.pos == pos
          && state.hasGauss == hasGauss
          && Double.compare(state.cachedGaussian, cachedGaussian) == 0;
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(key) + pos;
    }
  }
}
