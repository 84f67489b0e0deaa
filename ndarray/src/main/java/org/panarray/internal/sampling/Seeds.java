package org.panarray.internal.sampling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.ElementReader;
import org.panarray.random.BitGenerator;
import org.panarray.random.Mt19937;
import org.panarray.random.Pcg64;
import org.panarray.random.SeedSequence;

/// What may stand for a seed.
public final class Seeds {
  private Seeds() {}

  /// The bits of `default_rng(seed)`.
  public static BitGenerator bits(Object seed) {
    return seed instanceof BitGenerator bits ? bits : new Pcg64(sequence(seed));
  }

  /// The sequence itself, or `SeedSequence(seed)` of an integer or an array-like of integers.
  ///
  /// @throws TypeError `SeedSequence expects int or sequence of ints for entropy not 1.5`
  public static SeedSequence sequence(Object seed) {
    if (seed instanceof SeedSequence sequence) {
      return sequence;
    }
    return SeedSequence.of(integers(seed), new long[0], SeedSequence.DEFAULT_POOL_SIZE, 0);
  }

  private static List<BigInteger> integers(Object seed) {
    return switch (Required.argument(seed, "seed")) {
      case BigInteger big -> List.of(big);
      case Long _, Integer _, Short _, Byte _ -> List.of(integer(seed));
      case List<?> items when items.stream().anyMatch(List.class::isInstance) ->
          elements(ArrayLike.of(items), seed);
      case List<?> items -> items.stream().map(Seeds::integer).toList();
      case Object other when other instanceof NDArray || other.getClass().isArray() ->
          elements(ArrayLike.of(other), seed);
      default -> throw unusable(seed);
    };
  }

  private static List<BigInteger> elements(NDArray array, Object seed) {
    if (array.dtype().isInexact() || array.dtype().isBool()) {
      throw unusable(seed);
    }
    ElementReader reader = new ElementReader(array);
    List<BigInteger> values = new ArrayList<>();
    for (long i = 0; i < reader.size(); i++) {
      values.add(integer(reader.boxedAt(i)));
    }
    return values;
  }

  private static BigInteger integer(Object value) {
    return switch (value) {
      case BigInteger big -> big;
      case Long _, Integer _, Short _, Byte _ -> BigInteger.valueOf(((Number) value).longValue());
      default -> throw unusable(value);
    };
  }

  private static TypeError unusable(Object seed) {
    return new TypeError("SeedSequence expects int or sequence of ints for entropy not " + seed);
  }

  public static Mt19937 twisterFromSystem() {
    return new Mt19937(SeedSequence.fromSystem());
  }

  /// The bits of `RandomState(seed)`.
  ///
  /// @throws ValueError where the seed is out of range, empty or not 1-d
  /// @throws TypeError where it is not of integers
  public static Mt19937 legacyTwister(Object seed) {
    NDArray array = ArrayLike.of(seed);
    if (array.size() == 0) {
      throw new ValueError("Seed must be non-empty");
    }
    if (array.dtype().isInexact()) {
      throw new TypeError(
          "Cannot cast %s from dtype('%s') to dtype('int64') according to the rule 'safe'"
              .formatted(array.ndim() == 0 ? "scalar" : "array data", array.dtype()));
    }
    if (array.ndim() == 0) {
      return Mt19937.legacy(array.asLong());
    }
    if (array.ndim() != 1) {
      throw new ValueError("Seed array must be 1-d");
    }
    return Mt19937.legacy(array.toLongArray());
  }
}
