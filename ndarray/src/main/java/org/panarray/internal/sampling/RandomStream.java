package org.panarray.internal.sampling;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panarray.error.MemoryError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.JavaLength;
import org.panarray.prim.ElementType;
import org.panarray.random.Binomial;
import org.panarray.random.BitGenerator;
import org.panarray.random.BoundedIntegers;
import org.panarray.random.ContinuousDistribution;
import org.panarray.random.DiscreteDistribution;
import org.panarray.random.DoubleDraw;
import org.panarray.random.Hypergeometric;
import org.panarray.random.Legacy;
import org.panarray.random.LongDraw;
import org.panarray.random.Multivariate;

/// Where a `Generator` or `RandomState` draws from: bits, and the rules that turn them into values.
///
/// Every draw is made while holding [#lock]: one call is one uninterrupted piece of the stream, as
/// under NumPy's lock.
public final class RandomStream {
  private static final Map<Class<?>, Function<Object, RandomStream>> OWNERS =
      new ConcurrentHashMap<>();

  private final Object lock;
  private final Binomial binomial = new Binomial();
  private BitGenerator bits;
  private @Nullable Legacy legacy;

  private RandomStream(Object lock, BitGenerator bits, @Nullable Legacy legacy) {
    this.lock = lock;
    this.bits = bits;
    this.legacy = legacy;
  }

  /// A class of the public API tells how the stream of an object is found: Java has no word for
  /// "public within this module".
  public static <T> void handOver(Class<T> type, Function<T, RandomStream> stream) {
    OWNERS.put(type, owner -> stream.apply(type.cast(owner)));
  }

  /// The stream that an object draws from.
  public static RandomStream of(Object owner) {
    Function<Object, RandomStream> stream = OWNERS.get(owner.getClass());
    if (stream == null) {
      throw new IllegalArgumentException(owner + " does not draw");
    }
    return stream.apply(owner);
  }

  /// The rules of `Generator`. Generators on the same bits share the lock.
  public static RandomStream modern(BitGenerator bits) {
    return new RandomStream(bits, bits, null);
  }

  /// The rules of `RandomState`, whose bits are replaced when it is seeded.
  public static RandomStream legacy(BitGenerator bits) {
    return new RandomStream(new Object(), bits, new Legacy(bits));
  }

  public Object lock() {
    return lock;
  }

  public BitGenerator bits() {
    return bits;
  }

  boolean isLegacy() {
    return legacy != null;
  }

  /// The legacy rules with their kept normal.
  public Legacy legacy() {
    if (legacy == null) {
      throw new IllegalStateException("a Generator has no legacy state");
    }
    return legacy;
  }

  /// Starts a legacy stream anew.
  public void restart(Legacy state) {
    synchronized (lock) {
      bits = state.bits();
      legacy = state;
    }
  }

  /// Random bytes.
  ///
  /// @throws ValueError `negative dimensions are not allowed`
  public byte[] bytes(int length) {
    if (length < 0) {
      throw new ValueError("negative dimensions are not allowed");
    }
    int whole = JavaLength.of((length + 3L) / 4 * 4, ElementType.UINT8);
    byte[] words = MemoryError.unlessFull(() -> new byte[whole]);
    ByteBuffer bytes = ByteBuffer.wrap(words).order(ByteOrder.LITTLE_ENDIAN);
    synchronized (lock) {
      while (bytes.hasRemaining()) {
        bytes.putInt(bits.nextInt());
      }
    }
    return length == whole ? words : MemoryError.unlessFull(() -> Arrays.copyOf(words, length));
  }

  DoubleDraw draw(ContinuousDistribution distribution) {
    return legacy != null ? distribution.from(legacy) : distribution.from(bits);
  }

  LongDraw draw(DiscreteDistribution distribution) {
    return legacy != null ? distribution.from(legacy) : distribution.from(bits);
  }

  void fill(
      ContinuousDistribution distribution, double[] out, int count, double a, double b, double c) {
    if (legacy != null) {
      distribution.fill(legacy, out, count, a, b, c);
    } else {
      distribution.fill(bits, out, count, a, b, c);
    }
  }

  BoundedIntegers integers() {
    return legacy != null ? BoundedIntegers.masked(bits) : BoundedIntegers.lemire(bits);
  }

  long binomial(long n, double p) {
    return legacy != null ? binomial.nextLegacy(bits, n, p) : binomial.next(bits, n, p);
  }

  long hypergeometric(long good, long bad, long sample) {
    return legacy != null
        ? Hypergeometric.nextLegacy(bits, good, bad, sample)
        : Hypergeometric.next(bits, good, bad, sample);
  }

  void multinomial(long n, double[] pvals, long[] out, int from) {
    Multivariate.multinomial(bits, binomial, n, pvals, out, from);
  }

  void dirichlet(double[] alpha, double[] out) {
    if (legacy != null) {
      Multivariate.dirichlet(legacy, alpha, out);
    } else {
      Multivariate.dirichlet(bits, alpha, out);
    }
  }
}
