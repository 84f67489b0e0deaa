package org.panarray.internal.sampling;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.JavaLength;
import org.panarray.prim.ElementType;
import org.panarray.random.Constraint;
import org.panarray.random.WeightedChoice;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Distributions whose draws are vectors along a new last axis.
public final class VectorSampling {
  /// How far the probabilities may sum above 1, as NumPy lets rounding pass.
  private static final double SLACK = 1e-12;

  private VectorSampling() {}

  public static NDArray dirichlet(RandomStream stream, Object alpha, @Nullable Shape size) {
    NDArray given = SampleParameters.converted(alpha, ElementType.FLOAT64);
    if (given.ndim() == 0) {
      throw new TypeError("object of type 'float' has no len()");
    }
    if (given.ndim() > 1) {
      throw tooDeep();
    }
    double[] concentrations = given.toDoubleArray();
    for (double value : concentrations) {
      if (stream.isLegacy() ? value <= 0 : value < 0) {
        throw new ValueError(stream.isLegacy() ? "alpha <= 0" : "alpha < 0");
      }
    }
    Shape outer = size == null ? Shape.SCALAR : size;
    Shape shape = outer.concat(Shape.of((long) concentrations.length));
    double[] values = new double[JavaLength.of(shape.size(), ElementType.FLOAT64, shape)];
    if (values.length > 0) {
      synchronized (stream.lock()) {
        stream.dirichlet(concentrations, values);
      }
    }
    int[] done = {0};
    return SampleMemory.doubles(
        shape,
        (block, count) -> {
          System.arraycopy(values, done[0], block, 0, count);
          done[0] += count;
        });
  }

  public static NDArray multinomial(
      RandomStream stream, Object n, Object pvals, @Nullable Shape size) {
    NDArray trials = SampleParameters.converted(n, ElementType.INT64);
    NDArray p = SampleParameters.converted(pvals, ElementType.FLOAT64);
    if (stream.isLegacy()) {
      requireLegacy(trials, p);
    } else if (p.ndim() == 0 || p.shape(-1) == 0) {
      throw new ValueError(
          "pvals must have at least 1 dimension and the last dimension of pvals must be greater"
              + " than 0.");
    }
    int categories = Math.toIntExact(p.shape(-1));
    double[][] rows = rows(p.toDoubleArray(), categories, p.ndim() == 1);
    long[] counts = trials.toLongArray();
    for (long count : counts) {
      if (count < 0) {
        throw new ValueError("n < 0");
      }
    }
    Shape leading = p.shape().range(0, p.ndim() - 1);
    Shape outer = outer(trials.shape(), leading, size);
    if (categories == 0) {
      return SampleMemory.of(outer.concat(Shape.of(0L)), new long[0]);
    }
    Layout trialLayout = Layout.contiguous(trials.shape()).broadcastTo(outer);
    Layout rowLayout = Layout.contiguous(leading).broadcastTo(outer);
    long[] values = new long[JavaLength.of(outer.size() * categories, ElementType.INT64)];
    synchronized (stream.lock()) {
      for (int i = 0; i < outer.size(); i++) {
        stream.multinomial(
            counts[(int) trialLayout.offsetOfFlat(i)],
            rows[(int) rowLayout.offsetOfFlat(i)],
            values,
            i * categories);
      }
    }
    return SampleMemory.of(outer.concat(Shape.of((long) categories)), values);
  }

  private static void requireLegacy(NDArray trials, NDArray p) {
    if (trials.ndim() != 0) {
      throw new TypeError("an integer is required");
    }
    if (p.ndim() == 0) {
      throw new TypeError("object of type 'float' has no len()");
    }
    if (p.ndim() > 1) {
      throw tooDeep();
    }
  }

  private static ValueError tooDeep() {
    return new ValueError(
        "setting an array element with a sequence. The requested array would exceed the maximum"
            + " number of dimension of 1.");
  }

  private static Shape outer(Shape trials, Shape leading, @Nullable Shape size) {
    if (size == null) {
      return SampleParameters.broadcast(trials, leading);
    }
    SampleParameters.requireFits(size, SampleParameters.broadcast(trials, leading, size));
    return size;
  }

  private static double[][] rows(double[] values, int categories, boolean single) {
    for (double value : values) {
      if (!Constraint.PROBABILITY.holds(value)) {
        throw new ValueError(Constraint.PROBABILITY.refusal("pvals", value, false));
      }
    }
    int count = categories == 0 ? 0 : values.length / categories;
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(values, i * categories, (i + 1) * categories);
      double sum = WeightedChoice.sum(Arrays.copyOf(rows[i], categories - 1));
      if (sum > 1.0 + SLACK) {
        throw new ValueError(single ? "sum(pvals[:-1]) > 1.0" : "sum(pvals[...,:-1]) > 1.0");
      }
    }
    return rows;
  }
}
