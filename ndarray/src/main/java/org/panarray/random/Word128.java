package org.panarray.random;

import java.math.BigInteger;
import org.panarray.error.Required;

/// An unsigned integer modulo 2^128.
public record Word128(long high, long low) {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

  /// The value modulo 2^128; negative values wrap around.
  public static Word128 of(BigInteger value) {
    BigInteger reduced = Required.argument(value, "value").mod(MODULUS);
    return new Word128(reduced.shiftRight(64).longValue(), reduced.longValue());
  }

  /// The value, from 0 to 2^128 - 1.
  public BigInteger toBigInteger() {
    return new BigInteger(Long.toUnsignedString(high))
        .shiftLeft(64)
        .add(new BigInteger(Long.toUnsignedString(low)));
  }

  Word128 plus(Word128 other) {
    long sum = low + other.low;
    return new Word128(high + other.high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0), sum);
  }

  Word128 times(Word128 other) {
    return new Word128(
        Math.unsignedMultiplyHigh(low, other.low) + high * other.low + low * other.high,
        low * other.low);
  }
}
