package org.panarray.random;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.error.IndexError;
import org.panarray.error.MemoryError;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;

/// A source of random bits: what NumPy calls a `BitGenerator`. A distribution takes its randomness
/// from here, and every generator gives NumPy's words, bit for bit.
///
/// The methods that draw are not synchronised, since a lock per word would cost more than the word;
/// who shares a generator between threads holds its monitor for the length of a call, as
/// `org.panarray.Generator` does (NumPy holds `bit_generator.lock` likewise).
///
/// A generator of 64-bit words hands out the low half of a word first when it is asked for 32 bits
/// and keeps the high half for the next time; 64-bit draws in between leave it where it is.
public abstract sealed class BitGenerator permits Pcg64, Pcg64Dxsm, Mt19937, Philox, Sfc64 {
  private final @Nullable SeedSequence seedSequence;
  private boolean halfKept;
  private int keptHalf;

  BitGenerator(@Nullable SeedSequence seedSequence) {
    this.seedSequence = seedSequence;
  }

  /// The next 64 bits.
  public abstract long nextLong();

  /// A generator in the same place of the same stream, which goes on independently of this one.
  public abstract BitGenerator copy();

  /// A generator of the same kind, started from another seed.
  abstract BitGenerator seeded(SeedSequence seed);

  /// NumPy's name of the kind, such as `PCG64`.
  public abstract String name();

  /// The next 32 bits.
  public int nextInt() {
    if (halfKept) {
      halfKept = false;
      return keptHalf;
    }
    long word = nextLong();
    halfKept = true;
    keptHalf = (int) (word >>> 32);
    return (int) word;
  }

  /// The next double in [0, 1), a multiple of 2^-53.
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /// The next float in [0, 1), a multiple of 2^-24.
  public final float nextFloat() {
    return (nextInt() >>> 8) * 0x1p-24f;
  }

  /// `random_raw`: the next word as the generator makes it, 64 bits, or 32 for MT19937.
  public long randomRaw() {
    return nextLong();
  }

  /// `random_raw(count)`.
  public final long[] randomRaw(int count) {
    if (count < 0) {
      throw new ValueError("negative dimensions are not allowed");
    }
    long[] words = MemoryError.unlessFull(() -> new long[count]);
    for (int i = 0; i < count; i++) {
      words[i] = randomRaw();
    }
    return words;
  }

  /// Fills `out[from, to)` with [#nextDouble]s.
  public void fill(double[] out, int from, int to) {
    requireInside(from, to, Required.argument(out, "out").length);
    for (int i = from; i < to; i++) {
      out[i] = nextDouble();
    }
  }

  /// Fills `out[from, to)` with [#nextFloat]s.
  public final void fill(float[] out, int from, int to) {
    requireInside(from, to, Required.argument(out, "out").length);
    for (int i = from; i < to; i++) {
      out[i] = nextFloat();
    }
  }

  static void requireInside(int from, int to, int length) {
    if (from < 0 || to > length) {
      throw new IndexError("places " + from + " to " + to + " of an array of length " + length);
    }
  }

  /// The sequence that seeded this generator, or null for one that was seeded the legacy way.
  public final @Nullable SeedSequence seedSeq() {
    return seedSequence;
  }

  /// `spawn(count)`: generators of the same kind on children of the seed sequence.
  ///
  /// @throws TypeError if this generator has no seed sequence
  public final List<BitGenerator> spawn(int count) {
    if (seedSequence == null) {
      throw new TypeError("The underlying SeedSequence does not implement spawning.");
    }
    return seedSequence.spawn(count).stream().map(this::seeded).toList();
  }

  final boolean halfKept() {
    return halfKept;
  }

  final int keptHalf() {
    return keptHalf;
  }

  final void keepHalf(boolean kept, int half) {
    halfKept = kept;
    keptHalf = half;
  }
}
