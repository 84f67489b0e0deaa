package org.panarray.engine.cpu;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.SplittableRandom;
import org.panarray.engine.Engine;
import org.panarray.engine.Operand;
import org.panarray.engine.interpreter.Interpreter;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.prim.Inference;
import org.panarray.prim.Primitive;
import org.panarray.prim.Scalar;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Runs a primitive on an engine and on the interpreter, and compares every element.
final class EngineComparison {
  static final int[] AWKWARD_SIZES = {0, 1, 2, 3, 7, 8, 15, 16, 17, 63, 65, 1000, 4098};

  private static final double[] AWKWARD = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -0.5,
    1.5,
    2.5,
    -2.5,
    3,
    -3.3,
    7,
    0.1,
    100.7,
    -88.3,
    1e-3,
    1e-7,
    1e4,
    6e4,
    1e30,
    -1e30,
    1e300,
    5e-324,
    1e-310,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    0.9999999,
    1.0000001,
    709.5,
    -745.2,
    88.9,
    22.3,
    0x1p52 + 0.5,
    1e-300
  };
  private static final long[] AWKWARD_LONGS = {
    0,
    1,
    2,
    3,
    5,
    7,
    8,
    12,
    31,
    32,
    63,
    64,
    100,
    127,
    128,
    255,
    32767,
    65535,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    -1,
    -2,
    -3,
    -7,
    -12,
    -64,
    -128
  };

  final SplittableRandom random;
  private final Interpreter interpreter = new Interpreter();

  EngineComparison(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// How an input of a shape lies in memory.
  enum Traversal {
    CONTIGUOUS,
    STILL,
    STRIDED,
    NEGATIVE,
    FORTRAN,
    BROADCAST
  }

  Layout layout(Traversal traversal, Shape shape) {
    return switch (traversal) {
      case CONTIGUOUS -> Layout.contiguous(shape).shift(3);
      case STILL -> Layout.contiguous(Shape.SCALAR);
      case FORTRAN -> Layout.fortran(shape);
      case STRIDED, NEGATIVE -> {
        Layout wide = Layout.contiguous(shape.rank() == 0 ? shape : doubled(shape));
        for (int axis = 0; axis < shape.rank(); axis++) {
          long count = shape.dim(axis);
          wide =
              traversal == Traversal.STRIDED
                  ? wide.slice(axis, 0, axis == shape.rank() - 1 ? 2 : 1, count)
                  : wide.slice(axis, Math.max(count - 1, 0), -1, count);
        }
        yield wide;
      }
      case BROADCAST ->
          shape.rank() == 0
              ? Layout.contiguous(shape)
              : Layout.contiguous(shape.with(0, 1)).broadcastTo(shape);
    };
  }

  private static Shape doubled(Shape shape) {
    return shape.with(shape.rank() - 1, 2 * shape.dim(-1) + 1);
  }

  /// Memory for the layout, filled with awkward and ordinary values.
  Operand operand(ElementType type, Layout layout, boolean ordinary) {
    long elements = layout.size() == 0 ? 1 : layout.maxOffset() + 1;
    CpuBuffer buffer = CpuBuffer.allocate(elements * type.byteSize());
    Operand whole = new Operand(type, Layout.contiguous(Shape.of(elements)), buffer);
    for (long k = 0; k < elements; k++) {
      ScalarMemory.set(whole, k, value(type, ordinary));
    }
    return whole.with(layout);
  }

  Scalar value(ElementType type, boolean ordinary) {
    return switch (type.kind()) {
      case BOOL -> Scalar.ofBool(random.nextBoolean());
      case SIGNED, UNSIGNED ->
          Scalar.ofLong(
              type,
              ordinary
                  ? random.nextInt(0, 9)
                  : random.nextInt(4) == 0
                      ? random.nextLong()
                      : AWKWARD_LONGS[random.nextInt(AWKWARD_LONGS.length)]);
      case FLOAT -> Scalar.ofDouble(type, real(ordinary));
      case COMPLEX -> Scalar.ofComplex(type, real(ordinary), real(ordinary));
    };
  }

  private double real(boolean ordinary) {
    return ordinary || random.nextInt(3) != 0
        ? random.nextInt(-400, 400) / 64.0
        : AWKWARD[random.nextInt(AWKWARD.length)];
  }

  /// Runs both and compares.
  ///
  /// @param ulps how far floats may be apart, as multiples of the last place of the expected value
  void check(Engine engine, Primitive primitive, Operand[] inputs, double ulps, String what) {
    ElementType[] types = new ElementType[inputs.length];
    Shape[] shapes = new Shape[inputs.length];
    for (int k = 0; k < inputs.length; k++) {
      types[k] = inputs[k].type();
      shapes[k] = inputs[k].layout().shape();
    }
    Inference.Result result = Inference.results(primitive, types, shapes)[0];
    Operand expected = operand(result.type(), Layout.contiguous(result.shape()), true);
    Operand actual = operand(result.type(), Layout.contiguous(result.shape()), true);
    RuntimeException refusal = run(interpreter, primitive, inputs, expected);
    RuntimeException failure = run(engine, primitive, inputs, actual);
    if (refusal != null || failure != null) {
      if (refusal == null || failure == null || refusal.getClass() != failure.getClass()) {
        throw new AssertionError(what + ": " + failure + " instead of " + refusal, failure);
      }
      return;
    }
    compare(expected, actual, inputs, ulps, what);
  }

  private static RuntimeException run(
      Engine engine, Primitive primitive, Operand[] inputs, Operand output) {
    try {
      engine.run(primitive, inputs, new Operand[] {output});
      return null;
    } catch (RuntimeException e) {
      return e;
    }
  }

  private void compare(
      Operand expected, Operand actual, Operand[] inputs, double ulps, String what) {
    Shape shape = expected.layout().shape();
    long[] place = {0};
    Interpreter.forEachIndex(
        shape,
        index -> {
          Scalar want = ScalarMemory.get(expected, place[0]);
          Scalar got = ScalarMemory.get(actual, place[0]++);
          if (!close(want, got, ulps)) {
            StringBuilder text = new StringBuilder(what + ": at " + List.of(box(index)));
            for (Operand input : inputs) {
              if (input.layout().shape().equals(shape) || input.layout().rank() == 0) {
                long offset =
                    Interpreter.offset(
                        input.layout(), input.layout().rank() == 0 ? new long[0] : index);
                text.append(" of ").append(ScalarMemory.get(input, offset));
              }
            }
            fail(text + " expected " + want + " but got " + got);
          }
        });
  }

  private static Long[] box(long[] index) {
    Long[] boxed = new Long[index.length];
    for (int k = 0; k < index.length; k++) {
      boxed[k] = index[k];
    }
    return boxed;
  }

  static boolean close(Scalar want, Scalar got, double ulps) {
    if (!want.type().isComplex()) {
      return want.bits() == got.bits() && close(want.type(), want.re(), got.re(), ulps);
    }
    if (close(want.type(), want.re(), got.re(), ulps)
        && close(want.type(), want.im(), got.im(), ulps)) {
      return true;
    }
    double size = Math.hypot(want.re(), want.im());
    double unit = ulp(want.type(), size) * ulps;
    return Math.abs(want.re() - got.re()) <= unit && Math.abs(want.im() - got.im()) <= unit;
  }

  private static boolean close(ElementType type, double want, double got, double ulps) {
    if (Double.compare(want, got) == 0 || Double.isNaN(want) && Double.isNaN(got)) {
      return true;
    }
    return ulps > 0
        && (want == got || Double.isFinite(want) && Math.abs(want - got) <= ulps * ulp(type, want));
  }

  private static double ulp(ElementType type, double value) {
    return type.isInexact() ? type.format().ulp(value) : Math.ulp(value);
  }
}
