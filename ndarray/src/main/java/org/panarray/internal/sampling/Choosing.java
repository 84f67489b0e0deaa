package org.panarray.internal.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.Complex;
import org.panarray.NDArray;
import org.panarray.error.IndexError;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.JavaLength;
import org.panarray.internal.array.Weak;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.RandomKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Primitive;
import org.panarray.random.BoundedIntegers;
import org.panarray.random.Shuffling;
import org.panarray.random.WeightedChoice;
import org.panarray.shape.Axes;
import org.panarray.shape.Index;
import org.panarray.shape.Shape;

/// `choice`, `permutation`, `shuffle` and `permuted`: indices are drawn, elements gathered by them,
/// so that this works on every device and under every recorder.
public final class Choosing {
  private final RandomStream stream;

  public Choosing(RandomStream stream) {
    this.stream = stream;
  }

  public NDArray choice(Object a, Keyword[] keywords) {
    Shape size = Sampling.shape(keywords);
    RandomKeyword.P p = Keyword.find(RandomKeyword.P.class, keywords);
    Keyword.Axis axisKeyword = Keyword.find(Keyword.Axis.class, keywords);
    int axis = axisKeyword == null ? 0 : axisKeyword.single();
    NDArray source = ArrayLike.of(a);
    boolean drawsNothing = size != null && size.size() == 0;
    long population = population(a, source, axis, drawsNothing);
    double[] weights = p == null ? null : weights(p.value(), population);
    RandomKeyword.Replace replaceKeyword = Keyword.find(RandomKeyword.Replace.class, keywords);
    boolean replace = replaceKeyword == null || replaceKeyword.value();
    Shape shape = size == null ? Shape.SCALAR : size;
    RandomKeyword.Shuffle shuffle = Keyword.find(RandomKeyword.Shuffle.class, keywords);
    NDArray indices;
    synchronized (stream.lock()) {
      indices =
          replace
              ? withReplacement(population, weights, shape)
              : withoutReplacement(population, weights, shape, shuffle == null || shuffle.value());
    }
    if (source.ndim() == 0) {
      return indices.toDevice(Ambient.current().device);
    }
    return take(source, indices, Axes.normalize(axis, source.ndim()));
  }

  private long population(Object given, NDArray source, int axis, boolean drawsNothing) {
    boolean legacy = stream.isLegacy();
    if (source.ndim() == 0) {
      if (source.dtype().isInexact()) {
        throw new ValueError(
            legacy
                ? "a must be 1-dimensional or an integer"
                : "a must be a sequence or an integer, not <class '" + pythonType(given) + "'>");
      }
      long population = source.asLong();
      if (population <= 0 && !drawsNothing) {
        throw new ValueError(
            legacy
                ? "a must be greater than 0 unless no samples are taken"
                : "a must be a positive integer unless no samples are taken");
      }
      return population;
    }
    if (legacy && source.ndim() != 1) {
      throw new ValueError("a must be 1-dimensional");
    }
    if (axis >= source.ndim() || axis < -source.ndim()) {
      throw new IndexError("tuple index out of range");
    }
    long population = source.shape(axis);
    if (population == 0 && !drawsNothing) {
      throw new ValueError(
          legacy
              ? "'a' cannot be empty unless no samples are taken"
              : "a cannot be empty unless no samples are taken");
    }
    return population;
  }

  private static String pythonType(Object given) {
    return given instanceof NDArray
        ? "numpy.ndarray"
        : given instanceof Complex ? "complex" : "float";
  }

  /// The probabilities, checked.
  private double[] weights(Object given, long population) {
    boolean legacy = stream.isLegacy();
    NDArray p = SampleParameters.converted(given, ElementType.FLOAT64);
    if (p.ndim() == 0) {
      throw new TypeError("object of type 'float' has no len()");
    }
    if (p.ndim() != 1) {
      throw new ValueError(legacy ? "'p' must be 1-dimensional" : "p must be 1-dimensional");
    }
    if (p.size() != population) {
      throw new ValueError(
          legacy ? "'a' and 'p' must have same size" : "a and p must have same size");
    }
    double[] weights = p.toDoubleArray();
    double sum = WeightedChoice.sum(weights);
    if (Double.isNaN(sum)) {
      throw new ValueError(legacy ? "probabilities contain NaN" : "Probabilities contain NaN");
    }
    if (Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
      throw new ValueError(
          legacy ? "probabilities are not non-negative" : "Probabilities are not non-negative");
    }
    if (Math.abs(sum - 1.0) > tolerance(given)) {
      throw new ValueError(
          legacy
              ? "probabilities do not sum to 1"
              : "Probabilities do not sum to 1. See Notes section of docstring for more"
                  + " information.");
    }
    return weights;
  }

  /// The square root of the precision that the probabilities were given in.
  private static double tolerance(Object given) {
    boolean inexact = given instanceof NDArray array && array.dtype().element().isFloat();
    ElementType type =
        inexact
            ? ((NDArray) given).dtype().element()
            : given instanceof float[] ? ElementType.FLOAT32 : ElementType.FLOAT64;
    return Math.sqrt(type.format().epsilon());
  }

  private NDArray withReplacement(long population, double @Nullable [] weights, Shape shape) {
    if (weights != null) {
      int count = JavaLength.of(shape.size(), ElementType.INT64, shape);
      return SampleMemory.of(shape, WeightedChoice.withReplacement(stream.bits(), weights, count));
    }
    BoundedIntegers integers = stream.integers();
    return SampleMemory.longs(
        ElementType.INT64,
        shape,
        (block, count) -> {
          for (int i = 0; i < count; i++) {
            block[i] = integers.next64(0, population - 1);
          }
        });
  }

  private NDArray withoutReplacement(
      long population, double @Nullable [] weights, Shape shape, boolean shuffle) {
    if (shape.size() > population) {
      throw new ValueError(
          stream.isLegacy()
              ? "Cannot take a larger sample than population when 'replace=False'"
              : "Cannot take a larger sample than population when replace is False");
    }
    int count = JavaLength.of(shape.size(), ElementType.INT64, shape);
    if (weights != null) {
      if (Arrays.stream(weights).filter(weight -> weight > 0).count() < count) {
        throw new ValueError("Fewer non-zero entries in p than size");
      }
      return SampleMemory.of(
          shape, WeightedChoice.withoutReplacement(stream.bits(), weights, count));
    }
    if (stream.isLegacy()) {
      long[] all = shuffled(JavaLength.of(population, ElementType.INT64));
      return SampleMemory.of(shape, Arrays.copyOf(all, count));
    }
    return SampleMemory.of(shape, Shuffling.sample(stream.bits(), population, count, shuffle));
  }

  private long[] shuffled(int count) {
    long[] indices = Shuffling.identity(count);
    Shuffling.shuffle(stream.bits(), indices);
    return indices;
  }

  /// A shuffled copy along an axis, or the shuffled numbers below an integer.
  public NDArray permutation(Object x, int axis) {
    if (!(x instanceof NDArray) && Weak.of(x) == Weak.INT || x instanceof Boolean) {
      int count = JavaLength.of(Math.max(0, ArrayLike.of(x).asLong()), ElementType.INT64);
      synchronized (stream.lock()) {
        return SampleMemory.of(Shape.of((long) count), shuffled(count));
      }
    }
    NDArray source = ArrayLike.of(x);
    if (stream.isLegacy() && source.ndim() == 0) {
      throw new IndexError("x must be an integer or at least 1-dimensional");
    }
    int normalized = Axes.normalize(axis, source.ndim());
    return indexed(source, order(source, normalized), normalized);
  }

  /// As [#take], in the memory order of NumPy's `source[:, indices]`: the indexed axis outermost.
  private static NDArray indexed(NDArray source, NDArray indices, int axis) {
    if (axis == 0) {
      return take(source, indices, 0);
    }
    List<Integer> toFront = new ArrayList<>(List.of(axis));
    List<Integer> back = new ArrayList<>();
    for (int i = 0; i < source.ndim(); i++) {
      if (i != axis) {
        toFront.add(i);
      }
      back.add(i == axis ? 0 : i < axis ? i + 1 : i);
    }
    NDArray moved = Dispatch.apply(new Primitive.Transpose(toFront), source);
    return Dispatch.apply(new Primitive.Transpose(back), take(moved, indices, 0));
  }

  /// Shuffles sub-arrays along an axis in place.
  public void shuffle(NDArray x, int axis) {
    if (Required.argument(x, "x").ndim() == 0) {
      throw new TypeError("len() of unsized object");
    }
    int normalized = Axes.normalize(axis, x.ndim());
    if (!x.flags().writeable()) {
      throw new ValueError("array is read-only");
    }
    x.at(Index.ELLIPSIS).set(take(x, order(x, normalized), normalized));
  }

  private NDArray order(NDArray source, int axis) {
    int count = JavaLength.of(source.shape(axis), ElementType.INT64);
    synchronized (stream.lock()) {
      return SampleMemory.beside(source, Shape.of((long) count), shuffled(count));
    }
  }

  /// Every lane along the axis in an order of its own; all elements where the axis is null.
  public NDArray permuted(Object x, @Nullable Integer axis, @Nullable NDArray out) {
    NDArray source = ArrayLike.of(x);
    if (out != null) {
      if (!out.shape().equals(source.shape())) {
        throw new ValueError("out must have the same shape as x");
      }
      requireSafeCast(source, out);
    }
    if (axis == null && source.ndim() == 0) {
      throw new TypeError("len() of unsized object");
    }
    long[] places =
        axis == null
            ? permutedPlaces(1, source.size(), 1)
            : permutedLanes(source.shape(), Axes.normalize(axis, source.ndim()));
    NDArray flat = source.ndim() == 1 ? source : source.reshape(-1);
    NDArray result = take(flat, SampleMemory.beside(source, source.shape(), places), 0);
    if (out == null) {
      return result;
    }
    out.at(Index.ELLIPSIS).set(result);
    return out;
  }

  private static void requireSafeCast(NDArray source, NDArray out) {
    if (!source.dtype().element().canCast(out.dtype().element(), Casting.SAFE)) {
      throw new TypeError(
          "Cannot cast array data from dtype('%s') to dtype('%s') according to the rule 'safe'"
              .formatted(source.dtype(), out.dtype()));
    }
  }

  private long[] permutedLanes(Shape shape, int axis) {
    long outer = shape.range(0, axis).size();
    long inner = shape.range(axis + 1, shape.rank()).size();
    return permutedPlaces(outer, shape.dim(axis), inner);
  }

  /// The flat place that each element of a permuted `(outer, length, inner)` array comes from.
  private long[] permutedPlaces(long outer, long length, long inner) {
    long[] places = new long[JavaLength.of(outer * length * inner, ElementType.INT64)];
    synchronized (stream.lock()) {
      for (long o = 0; o < outer; o++) {
        for (long i = 0; i < inner; i++) {
          long[] lane = shuffled((int) length);
          for (int k = 0; k < lane.length; k++) {
            places[(int) ((o * length + k) * inner + i)] = (o * length + lane[k]) * inner + i;
          }
        }
      }
    }
    return places;
  }

  private static NDArray take(NDArray source, NDArray indices, int axis) {
    return Dispatch.apply(
        new Primitive.Gather(List.of(axis), axis), source, indices.toDevice(source.device()));
  }
}
