package org.panarray.random;

/// Integers from a range, as the `integers` (Lemire's multiplication) and the legacy `randint`
/// (masked rejection) draw them. 8- and 16-bit draws and booleans are cut from one 32-bit word until
/// it is used up; the rest of a word is dropped at the end of a call, so one object serves one call.
///
/// Ranges are inclusive and given as `offset` and `range`, the distance of the largest from the
/// smallest value, both as unsigned bits; sums wrap around.
///
/// @see <a href="https://arxiv.org/abs/1805.10941">D. Lemire, Fast random integer generation in an
///     interval</a>
public final class BoundedIntegers {
  private final BitGenerator bits;
  private final boolean masked;
  private int buffer;
  private int buffered;

  private BoundedIntegers(BitGenerator bits, boolean masked) {
    this.bits = bits;
    this.masked = masked;
  }

  /// The draws of `Generator.integers`.
  public static BoundedIntegers lemire(BitGenerator bits) {
    return new BoundedIntegers(bits, false);
  }

  /// The draws of the legacy `randint`.
  public static BoundedIntegers masked(BitGenerator bits) {
    return new BoundedIntegers(bits, true);
  }

  /// One integer of the given width: 1 (a boolean), 8, 16, 32 or 64 bits.
  public long next(int width, long offset, long range) {
    return switch (width) {
      case 1 -> nextBit(offset, range);
      case 8 -> nextSmall(8, offset, range);
      case 16 -> nextSmall(16, offset, range);
      case 32 -> next32(offset, range);
      case 64 -> next64(offset, range);
      default -> throw new IllegalArgumentException("no integers of " + width + " bits");
    };
  }

  private long nextBit(long offset, long range) {
    if (range == 0) {
      return offset;
    }
    if (buffered == 0) {
      buffer = bits.nextInt();
      buffered = 31;
    } else {
      buffer >>>= 1;
      buffered--;
    }
    return buffer & 1;
  }

  private long nextSmall(int width, long offset, long range) {
    int full = (1 << width) - 1;
    if (range == 0) {
      return offset;
    }
    if (range == full) {
      return offset + nextPiece(width);
    }
    if (masked) {
      int mask = (int) mask(range);
      int value;
      do {
        value = nextPiece(width) & mask;
      } while (value > range);
      return offset + value;
    }
    int count = (int) range + 1;
    int product = nextPiece(width) * count;
    if ((product & full) < count) {
      int threshold = (full - (int) range) % count;
      while ((product & full) < threshold) {
        product = nextPiece(width) * count;
      }
    }
    return offset + (product >>> width);
  }

  private int nextPiece(int width) {
    if (buffered == 0) {
      buffer = bits.nextInt();
      buffered = 32 / width - 1;
    } else {
      buffer >>>= width;
      buffered--;
    }
    return buffer & ((1 << width) - 1);
  }

  private long next32(long offset, long range) {
    if (range == 0) {
      return offset;
    }
    if (range == 0xffffffffL) {
      return offset + Integer.toUnsignedLong(bits.nextInt());
    }
    return offset + (masked ? maskedWithin(bits, range) : scaled32(bits, range));
  }

  /// An integer of 64 bits; a range below 2^32 takes 32-bit draws.
  public long next64(long offset, long range) {
    if ((range >>> 32) == 0) {
      return next32(offset, range);
    }
    if (range == -1L) {
      return offset + bits.nextLong();
    }
    return offset + (masked ? maskedWithin(bits, range) : scaled64(bits, range));
  }

  /// An integer from 0 to `range` inclusive by Lemire's method, as `Generator.choice` draws it.
  public static long within(BitGenerator bits, long range) {
    if ((range >>> 32) != 0) {
      return range == -1L ? bits.nextLong() : scaled64(bits, range);
    }
    if (range == 0) {
      return 0;
    }
    return range == 0xffffffffL ? Integer.toUnsignedLong(bits.nextInt()) : scaled32(bits, range);
  }

  /// An integer from 0 to `range` inclusive by masked rejection, as `shuffle` draws it.
  public static long maskedWithin(BitGenerator bits, long range) {
    if (range == 0) {
      return 0;
    }
    long mask = mask(range);
    boolean small = (range >>> 32) == 0;
    long value;
    do {
      value = (small ? Integer.toUnsignedLong(bits.nextInt()) : bits.nextLong()) & mask;
    } while (Long.compareUnsigned(value, range) > 0);
    return value;
  }

  private static long scaled32(BitGenerator bits, long range) {
    long count = range + 1;
    long product = Integer.toUnsignedLong(bits.nextInt()) * count;
    if ((product & 0xffffffffL) < count) {
      long threshold = (0xffffffffL - range) % count;
      while ((product & 0xffffffffL) < threshold) {
        product = Integer.toUnsignedLong(bits.nextInt()) * count;
      }
    }
    return product >>> 32;
  }

  private static long scaled64(BitGenerator bits, long range) {
    long count = range + 1;
    long word = bits.nextLong();
    long rest = word * count;
    if (Long.compareUnsigned(rest, count) < 0) {
      long threshold = Long.remainderUnsigned(-1L - range, count);
      while (Long.compareUnsigned(rest, threshold) < 0) {
        word = bits.nextLong();
        rest = word * count;
      }
    }
    return Math.unsignedMultiplyHigh(word, count);
  }

  /// The smallest 2^k - 1 that is not below `range`.
  static long mask(long range) {
    return range == 0 ? 0 : -1L >>> Long.numberOfLeadingZeros(range);
  }
}
