package org.panarray.internal.sampling;

import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.engine.Operand;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.random.Continuous;
import org.panarray.random.ContinuousDistribution;
import org.panarray.shape.Index;
import org.panarray.shape.Shape;

/// The draws of `Generator` that take `dtype` (float64 or float32) and `out`.
public final class StandardSampling {
  private final RandomStream stream;
  private final String function;
  private final ElementType type;
  private final @Nullable Shape size;
  private final @Nullable NDArray out;

  /// @param function NumPy's name, for its error messages
  /// @throws TypeError `Unsupported dtype dtype('int32') for random`
  /// @throws ValueError where `out` cannot take the result
  public StandardSampling(RandomStream stream, String function, Keyword... keywords) {
    this.stream = stream;
    this.function = function;
    this.size = Sampling.shape(keywords);
    DType dtype = Keyword.dtypeIn(keywords);
    this.type = dtype == null ? ElementType.FLOAT64 : dtype.element();
    Keyword.Out given = Keyword.find(Keyword.Out.class, keywords);
    this.out = given == null ? null : given.single();
    requireFloat();
    if (out != null) {
      requireUsable(out);
    }
  }

  private void requireFloat() {
    if (type != ElementType.FLOAT64 && type != ElementType.FLOAT32) {
      throw new TypeError(
          "Unsupported dtype dtype('%s') for %s".formatted(type.numpyName(), function));
    }
  }

  private void requireUsable(NDArray target) {
    NDArray.Flags flags = target.flags();
    if (!(flags.cContiguous() || flags.fContiguous()) || !flags.writeable()) {
      throw new ValueError(
          "Supplied output array must be contiguous, writable, aligned, and in machine"
              + " byte-order.");
    }
    if (target.dtype().element() != type) {
      throw new TypeError(
          "Supplied output array has the wrong type. Expected %s, got %s"
              .formatted(type.numpyName(), target.dtype()));
    }
    if (size != null && !size.equals(target.shape())) {
      throw new ValueError("size must match out.shape when used together");
    }
  }

  /// Draws that have no parameters.
  public NDArray draw(SampleMemory.DoubleBlocks doubles, SampleMemory.FloatBlocks floats) {
    return draw(size == null ? Shape.SCALAR : size, doubles, floats);
  }

  private NDArray draw(
      Shape shape, SampleMemory.DoubleBlocks doubles, SampleMemory.FloatBlocks floats) {
    synchronized (stream.lock()) {
      if (out == null) {
        return fresh(shape, doubles, floats);
      }
      if (!out.device().equals(Device.CPU)) {
        out.at(Index.ELLIPSIS).set(fresh(out.shape(), doubles, floats).toDevice(out.device()));
        return out;
      }
      Operand target = ArrayAccess.arrays().target(out);
      if (type == ElementType.FLOAT64) {
        SampleMemory.fillDoubles(out, doubles);
      } else {
        SampleMemory.fillFloats(out, floats);
      }
      target.buffer().markWritten();
      return out;
    }
  }

  private NDArray fresh(
      Shape shape, SampleMemory.DoubleBlocks doubles, SampleMemory.FloatBlocks floats) {
    return type == ElementType.FLOAT64
        ? SampleMemory.doubles(shape, doubles)
        : SampleMemory.floats(shape, floats);
  }

  /// Gamma with scale 1.
  public NDArray gamma(Object shape) {
    ContinuousDistribution distribution = ContinuousDistribution.STANDARD_GAMMA;
    Shape wanted = out == null ? size : out.shape();
    SampleParameters parameters =
        SampleParameters.reals(shape).checked(distribution.parameters()).over(wanted);
    SampleParameters.Column column = parameters.column(0);
    long[] done = {0};
    return draw(
        parameters.shape(),
        Sampling.of(stream).blocks(distribution, parameters),
        (block, count) -> {
          for (int i = 0; i < count; i++) {
            block[i] = Continuous.standardGammaFloat(stream.bits(), (float) column.real(done[0]++));
          }
        });
  }
}
