package org.panarray.internal.sampling;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.JavaLength;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.RandomKeyword;
import org.panarray.prim.ElementType;
import org.panarray.random.BoundedIntegers;
import org.panarray.random.Hypergeometric;
import org.panarray.shape.Shape;

/// How many of each colour are among items drawn from an urn without replacement.
public final class MultivariateHypergeometric {
  private static final long LARGEST_MARGINAL = 1_000_000_000;

  private final RandomStream stream;
  private final boolean counts;
  private final @Nullable Shape size;

  public MultivariateHypergeometric(RandomStream stream, Keyword... keywords) {
    this.stream = stream;
    this.size = Sampling.shape(keywords);
    RandomKeyword.Method method = Keyword.find(RandomKeyword.Method.class, keywords);
    if (method != null && !method.value().equals("count") && !method.value().equals("marginals")) {
      throw new ValueError("method must be \"count\" or \"marginals\".");
    }
    this.counts = method != null && method.value().equals("count");
  }

  public NDArray draw(Object colors, long nsample) {
    if (nsample < 0) {
      throw new ValueError("nsample must be nonnegative.");
    }
    long[] counted = counted(colors);
    long total = total(counted);
    if (!counts && total >= LARGEST_MARGINAL) {
      throw new ValueError(
          "When method is \"marginals\", sum(colors) must be less than " + LARGEST_MARGINAL + ".");
    }
    if (nsample > total) {
      throw new ValueError("nsample > sum(colors)");
    }
    Shape outer = size == null ? Shape.SCALAR : size;
    Shape shape = outer.concat(Shape.of((long) counted.length));
    long[] values = new long[JavaLength.of(shape.size(), ElementType.INT64, shape)];
    boolean complement = nsample > total / 2;
    long drawn = complement ? total - nsample : nsample;
    synchronized (stream.lock()) {
      if (counts) {
        drawItems(counted, JavaLength.of(total, ElementType.INT64), (int) drawn, values);
      } else {
        drawMarginals(counted, total, drawn, values);
      }
    }
    for (int i = 0; complement && i < values.length; i++) {
      values[i] = counted[i % counted.length] - values[i];
    }
    return SampleMemory.of(shape, values);
  }

  private static long[] counted(Object colors) {
    NDArray array = ArrayLike.of(colors);
    boolean usable = array.ndim() == 1 && (array.size() == 0 || !array.dtype().isInexact());
    long[] counted = usable ? Casts.to(array, ElementType.INT64).toLongArray() : new long[] {-1};
    for (long count : counted) {
      if (count < 0) {
        throw new ValueError(
            "colors must be a one-dimensional sequence of nonnegative integers not exceeding "
                + Long.MAX_VALUE
                + ".");
      }
    }
    return counted;
  }

  private static long total(long[] counted) {
    long total = 0;
    for (long count : counted) {
      total += count;
      if (total < 0) {
        throw new ValueError(
            "sum(colors) must not exceed the maximum value of a 64 bit signed integer ("
                + Long.MAX_VALUE
                + ")");
      }
    }
    return total;
  }

  /// One colour after the other, each hypergeometric against all that remain.
  private void drawMarginals(long[] counted, long total, long drawn, long[] values) {
    int last = counted.length - 1;
    for (int from = 0; from < values.length; from += counted.length) {
      long left = drawn;
      long remaining = total;
      for (int j = 0; left > 0 && j < last; j++) {
        remaining -= counted[j];
        values[from + j] = Hypergeometric.next(stream.bits(), counted[j], remaining, left);
        left -= values[from + j];
      }
      values[from + last] += left;
    }
  }

  /// Every item in an array, whose first places are shuffled.
  private void drawItems(long[] counted, int total, int drawn, long[] values) {
    int[] items = new int[total];
    int filled = 0;
    for (int color = 0; color < counted.length; color++) {
      for (long i = 0; i < counted[color]; i++) {
        items[filled++] = color;
      }
    }
    for (int from = 0; from < values.length; from += counted.length) {
      for (int j = 0; j < drawn; j++) {
        int k = j + (int) BoundedIntegers.maskedWithin(stream.bits(), total - j - 1);
        int item = items[k];
        items[k] = items[j];
        items[j] = item;
        values[from + item]++;
      }
    }
  }
}
