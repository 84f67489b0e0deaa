package org.panarray.internal.sampling;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.panarray.Complex;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.OverflowError;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.ElementReader;
import org.panarray.internal.array.Weak;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.random.BoundedIntegers;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// `Generator.integers` and `RandomState.randint`: integers of any integer dtype, or bool, from ranges
/// that broadcast. Bounds are exact: that of uint64 is 2^64, which no primitive holds.
public final class IntegerSampling {
  private final RandomStream stream;
  private final ElementType type;
  private final int width;
  private final BigInteger least;
  private final BigInteger greatest;
  private final boolean closed;

  private IntegerSampling(RandomStream stream, ElementType type, boolean closed) {
    this.stream = stream;
    this.type = type;
    this.closed = closed;
    this.width = type.isBool() ? 1 : 8 * type.byteSize();
    boolean unsigned = type.isBool() || type.isUnsigned();
    BigInteger count = BigInteger.ONE.shiftLeft(unsigned ? width : width - 1);
    this.least = unsigned ? BigInteger.ZERO : count.negate();
    this.greatest = count.subtract(BigInteger.ONE);
  }

  /// Integers from `low` to `high`, or below `low` where `high` is null.
  ///
  /// @param function what NumPy calls the function in its error message
  /// @throws TypeError `Unsupported dtype dtype('float64') for integers`
  /// @throws ValueError where a bound is outside the dtype or a range is empty
  public static NDArray draw(
      RandomStream stream, String function, Object low, @Nullable Object high, Keyword[] keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    ElementType type = dtype == null ? ElementType.INT64 : dtype.element();
    if (type.isInexact()) {
      throw new TypeError(
          "Unsupported dtype dtype('%s') for %s".formatted(type.numpyName(), function));
    }
    Keyword.Endpoint endpoint = Keyword.find(Keyword.Endpoint.class, keywords);
    boolean closed = endpoint != null && endpoint.value();
    Shape size = Sampling.shape(keywords);
    IntegerSampling sampling = new IntegerSampling(stream, type, closed);
    return high == null ? sampling.draw(0, low, size) : sampling.draw(low, high, size);
  }

  private NDArray draw(Object low, Object high, @Nullable Shape size) {
    if (size != null && size.size() == 0) {
      return Dispatch.empty(type, Layout.contiguous(size));
    }
    if (isScalar(low) && isScalar(high)) {
      return drawAlike(exact(low), exact(high), size == null ? Shape.SCALAR : size);
    }
    return drawBroadcast(ArrayLike.of(low), ArrayLike.of(high), size);
  }

  private static boolean isScalar(Object bound) {
    return bound instanceof NDArray array ? array.ndim() == 0 : Weak.of(bound) != null;
  }

  private NDArray drawAlike(BigInteger low, BigInteger high, Shape shape) {
    BigInteger last = closed ? high : high.subtract(BigInteger.ONE);
    check(low, last);
    if (low.compareTo(last) > 0) {
      throw new ValueError(emptyRange(low.signum() == 0));
    }
    long offset = low.longValue();
    long range = last.subtract(low).longValue();
    synchronized (stream.lock()) {
      BoundedIntegers integers = stream.integers();
      return SampleMemory.longs(
          type,
          shape,
          (block, count) -> {
            for (int i = 0; i < count; i++) {
              block[i] = integers.next(width, offset, range);
            }
          });
    }
  }

  private NDArray drawBroadcast(NDArray low, NDArray high, @Nullable Shape size) {
    BigInteger[] lows = exactElements(low);
    BigInteger[] lasts = exactElements(high);
    for (int i = 0; i < lasts.length && !closed; i++) {
      lasts[i] = lasts[i].subtract(BigInteger.ONE);
    }
    for (BigInteger value : lows) {
      checkLow(value);
    }
    for (BigInteger value : lasts) {
      checkHigh(value);
    }
    Shape common = SampleParameters.broadcast(low.shape(), high.shape());
    requireRanges(lows, low.shape(), lasts, high.shape(), common);
    Shape shape = common;
    if (size != null) {
      shape = size;
      SampleParameters.requireFits(
          shape, SampleParameters.broadcast(low.shape(), high.shape(), shape));
    }
    Layout lowLayout = Layout.contiguous(low.shape()).broadcastTo(shape);
    Layout highLayout = Layout.contiguous(high.shape()).broadcastTo(shape);
    synchronized (stream.lock()) {
      BoundedIntegers integers = stream.integers();
      long[] done = {0};
      return SampleMemory.longs(
          type,
          shape,
          (block, count) -> {
            for (int i = 0; i < count; i++) {
              long at = done[0]++;
              BigInteger from = lows[(int) lowLayout.offsetOfFlat(at)];
              BigInteger to = lasts[(int) highLayout.offsetOfFlat(at)];
              block[i] = integers.next(width, from.longValue(), to.subtract(from).longValue());
            }
          });
    }
  }

  private void requireRanges(
      BigInteger[] lows, Shape lowShape, BigInteger[] lasts, Shape highShape, Shape common) {
    Layout lowLayout = Layout.contiguous(lowShape).broadcastTo(common);
    Layout highLayout = Layout.contiguous(highShape).broadcastTo(common);
    for (long i = 0; i < common.size(); i++) {
      BigInteger low = lows[(int) lowLayout.offsetOfFlat(i)];
      if (low.compareTo(lasts[(int) highLayout.offsetOfFlat(i)]) > 0) {
        boolean fromZero = true;
        for (BigInteger value : lows) {
          fromZero &= value.signum() == 0;
        }
        throw new ValueError(emptyRange(fromZero));
      }
    }
  }

  private String emptyRange(boolean fromZero) {
    if (fromZero) {
      return closed ? "high < 0" : "high <= 0";
    }
    return closed ? "low > high" : "low >= high";
  }

  private void check(BigInteger low, BigInteger last) {
    checkLow(low);
    checkHigh(last);
  }

  private void checkLow(BigInteger low) {
    if (low.compareTo(least) < 0) {
      throw new ValueError("low is out of bounds for " + type.numpyName());
    }
  }

  private void checkHigh(BigInteger last) {
    if (last.compareTo(greatest) > 0) {
      throw new ValueError("high is out of bounds for " + type.numpyName());
    }
  }

  private static BigInteger[] exactElements(NDArray array) {
    ElementReader reader = new ElementReader(array);
    BigInteger[] values = new BigInteger[Math.toIntExact(array.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = exact(reader.boxedAt(i));
    }
    return values;
  }

  /// Python's `int(value)`.
  private static BigInteger exact(Object value) {
    return switch (value) {
      case NDArray array -> exact(array.item());
      case BigInteger big -> big;
      case Boolean flag -> flag ? BigInteger.ONE : BigInteger.ZERO;
      case Double real -> truncated(real);
      case Float real -> truncated(real);
      case Number number -> BigInteger.valueOf(number.longValue());
      default ->
          throw new TypeError(
              "int() argument must be a string, a bytes-like object or a real number, not '"
                  + (value instanceof Complex ? "complex" : value.getClass().getSimpleName())
                  + "'");
    };
  }

  private static BigInteger truncated(double value) {
    if (Double.isNaN(value)) {
      throw new ValueError("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(value)) {
      throw new OverflowError("cannot convert float infinity to integer");
    }
    return new BigDecimal(value).toBigInteger();
  }
}
