package org.panarray;

import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.page.LegacySampling;
import org.panarray.internal.sampling.Seeds;
import org.panarray.random.BitGenerator;
import org.panarray.random.Mt19937;
import org.panarray.random.Pcg64;
import org.panarray.random.Pcg64Dxsm;
import org.panarray.random.Philox;
import org.panarray.random.SeedSequence;
import org.panarray.random.Sfc64;

/// NumPy's `np.random`: generators, and the legacy functions on a global [RandomState].
///
/// ```java
/// Generator rng = np.random.defaultRng(42);
/// np.random.seed(0);
/// NDArray x = np.random.randn(2); // [1.76405235 0.40015721]
/// ```
///
/// @see <a href="https://numpy.org/doc/2.4/reference/random/index.html">numpy.random</a>
public final class Random implements LegacySampling {
  Random() {}

  public RandomState global() {
    return Global.STATE;
  }

  /// Made on first use: asking the operating system for entropy costs some 20 ms.
  private static final class Global {
    static final RandomState STATE = new RandomState(Seeds.twisterFromSystem());
  }

  /// A generator on PCG64, seeded from the operating system.
  public Generator defaultRng() {
    return new Generator(new Pcg64(SeedSequence.fromSystem()));
  }

  /// A generator on PCG64, seeded by an integer of any size, an array-like of integers or a
  /// [SeedSequence]; a generator on the given [BitGenerator]; or the given [Generator] itself.
  ///
  /// @throws ValueError `expected non-negative integer`
  /// @throws TypeError `SeedSequence expects int or sequence of ints for entropy not 1.5`
  public Generator defaultRng(Object seed) {
    return seed instanceof Generator generator ? generator : new Generator(Seeds.bits(seed));
  }

  /// A generator on the given bits.
  public Generator Generator(BitGenerator bitGenerator) {
    return new Generator(bitGenerator);
  }

  /// A legacy generator, seeded from the operating system.
  public RandomState RandomState() {
    return new RandomState(Seeds.twisterFromSystem());
  }

  /// A legacy generator, seeded as [#seed(Object)] seeds the global one, or on the given bits.
  ///
  /// @throws ValueError `Seed must be between 0 and 2**32 - 1`
  public RandomState RandomState(Object seed) {
    return new RandomState(seed instanceof BitGenerator bits ? bits : Seeds.legacyTwister(seed));
  }

  /// A seed sequence of the operating system's entropy.
  public SeedSequence SeedSequence() {
    return SeedSequence.fromSystem();
  }

  /// A seed sequence of an integer of any size or an array-like of integers.
  ///
  /// @throws ValueError `expected non-negative integer`
  public SeedSequence SeedSequence(Object entropy) {
    return Seeds.sequence(entropy);
  }

  /// The bits of `defaultRng(seed)`; `seed` as there.
  public Pcg64 PCG64(Object seed) {
    return new Pcg64(Seeds.sequence(seed));
  }

  /// As above, seeded from the operating system.
  public Pcg64 PCG64() {
    return new Pcg64(SeedSequence.fromSystem());
  }

  /// PCG64 with the DXSM output; `seed` as in [#defaultRng(Object)].
  public Pcg64Dxsm PCG64DXSM(Object seed) {
    return new Pcg64Dxsm(Seeds.sequence(seed));
  }

  /// As above, seeded from the operating system.
  public Pcg64Dxsm PCG64DXSM() {
    return new Pcg64Dxsm(SeedSequence.fromSystem());
  }

  /// The Mersenne Twister, seeded by a sequence, not as the legacy functions seed it.
  public Mt19937 MT19937(Object seed) {
    return new Mt19937(Seeds.sequence(seed));
  }

  /// As above, seeded from the operating system.
  public Mt19937 MT19937() {
    return new Mt19937(SeedSequence.fromSystem());
  }

  /// Philox 4x64.
  public Philox Philox(Object seed) {
    return new Philox(Seeds.sequence(seed));
  }

  /// As above, seeded from the operating system.
  public Philox Philox() {
    return new Philox(SeedSequence.fromSystem());
  }

  /// SFC64.
  public Sfc64 SFC64(Object seed) {
    return new Sfc64(Seeds.sequence(seed));
  }

  /// As above, seeded from the operating system.
  public Sfc64 SFC64() {
    return new Sfc64(SeedSequence.fromSystem());
  }

  /// Uniform on [0, 1), another name of [#randomSample].
  public NDArray ranf(long... dims) {
    return rand(dims);
  }

  /// Uniform on [0, 1), another name of [#randomSample].
  public NDArray sample(long... dims) {
    return rand(dims);
  }

  @Override
  public String toString() {
    return "numpy.random";
  }
}
