package org.panarray.gpu;

import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.panarray.engine.Device;
import org.panarray.engine.Operand;
import org.panarray.engine.interpreter.Interpreter;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.prim.ElementType;
import org.panarray.prim.FloatFormat;
import org.panarray.prim.Inference;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Arrays for tests of the engine: on the host, filled with ordinary and awkward values, and the
/// same on the device; what the interpreter makes of them is what the engine must make of them.
final class Specimens {
  static final CudaEngine ENGINE = new CudaEngine(Device.GPU, CudaDevice.open(0));
  private static final Interpreter INTERPRETER = new Interpreter();
  private static final double[] AWKWARD = {
    0.0,
    -0.0,
    1,
    -1,
    2,
    -2,
    0.5,
    -0.5,
    3,
    7,
    -7,
    100,
    127,
    128,
    -128,
    255,
    256,
    32767,
    -32768,
    65504,
    1e-3,
    -1e-3,
    1e-8,
    1e5,
    2147483647.0,
    -2147483648.0,
    4294967296.0,
    1e10,
    -1e10,
    1e19,
    -1e19,
    1e30,
    1e-30,
    1e300,
    1e-300,
    Math.PI,
    -Math.E,
    Double.MIN_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };
  private static final long[] AWKWARD_INTEGERS = {
    0,
    1,
    -1,
    2,
    -2,
    3,
    5,
    7,
    8,
    -8,
    31,
    32,
    33,
    63,
    64,
    65,
    100,
    127,
    -128,
    255,
    32767,
    -32768,
    65535,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    4294967295L,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  private Specimens() {}

  /// A contiguous host array with ordinary values and, if wanted, awkward ones.
  static Operand host(ElementType type, Shape shape, Random random, boolean awkward) {
    return host(type, Layout.contiguous(shape), shape.size(), random, awkward);
  }

  /// A host array of that layout in a buffer of `elements` elements, all of them filled.
  static Operand host(
      ElementType type, Layout layout, long elements, Random random, boolean awkward) {
    CpuBuffer buffer = CpuBuffer.allocate(elements << type.byteShift());
    MemorySegment segment = buffer.segment();
    for (long i = 0; i < elements; i++) {
      if (type.isInexact()) {
        ElementAccess.setComplex(segment, type, i, real(random, awkward), real(random, awkward));
      } else {
        long value =
            awkward && random.nextBoolean()
                ? AWKWARD_INTEGERS[random.nextInt(AWKWARD_INTEGERS.length)]
                : random.nextInt(-20, 21);
        ElementAccess.setLong(segment, type, i, type.isBool() ? value & 1 : value);
      }
    }
    return new Operand(type, layout, buffer);
  }

  private static double real(Random random, boolean awkward) {
    return switch (random.nextInt(3)) {
      case 0 -> awkward ? AWKWARD[random.nextInt(AWKWARD.length)] : random.nextInt(-4, 5);
      case 1 -> random.nextInt(-8, 9) * 0.5;
      default -> random.nextGaussian() * 3;
    };
  }

  /// The whole buffer of a host operand on the device, seen through the same layout.
  static Operand onDevice(Operand host) {
    long elements = host.buffer().byteSize() >> host.type().byteShift();
    Layout flat = Layout.contiguous(Shape.of(elements));
    Operand device = new Operand(host.type(), flat, ENGINE.allocate(host.type(), elements));
    ENGINE.fromHost(host.with(flat), device);
    return device.with(host.layout());
  }

  /// A device operand's elements in C order on the host.
  static Operand onHost(Operand device) {
    Layout layout = Layout.contiguous(device.layout().shape());
    Operand host =
        new Operand(
            device.type(), layout, CpuBuffer.allocate(layout.size() << device.type().byteShift()));
    ENGINE.toHost(device, host);
    return host;
  }

  /// What the interpreter computes.
  static Operand[] expected(Primitive primitive, Operand... inputs) {
    Inference.Result[] results = results(primitive, inputs);
    Operand[] outputs = new Operand[results.length];
    for (int i = 0; i < outputs.length; i++) {
      Layout layout = Layout.contiguous(results[i].shape());
      outputs[i] =
          new Operand(
              results[i].type(),
              layout,
              CpuBuffer.allocate(layout.size() << results[i].type().byteShift()));
    }
    INTERPRETER.run(primitive, inputs, outputs);
    return outputs;
  }

  /// What the engine computes from the same inputs, copied back to the host.
  static Operand[] computed(Primitive primitive, Operand... inputs) {
    Operand[] onDevice = new Operand[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      onDevice[i] = onDevice(inputs[i]);
    }
    Inference.Result[] results = results(primitive, inputs);
    Operand[] outputs = new Operand[results.length];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = ENGINE.fresh(results[i].type(), Layout.contiguous(results[i].shape()));
    }
    ENGINE.run(primitive, onDevice, outputs);
    Operand[] back = new Operand[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      back[i] = onHost(outputs[i]);
    }
    return back;
  }

  private static Inference.Result[] results(Primitive primitive, Operand[] inputs) {
    ElementType[] types = new ElementType[inputs.length];
    Shape[] shapes = new Shape[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      types[i] = inputs[i].type();
      shapes[i] = inputs[i].layout().shape();
    }
    return Inference.results(primitive, types, shapes);
  }

  /// The first difference between two contiguous host arrays, or null. Floats may differ by so many
  /// units in the last place, complex parts by as many of the whole number's size.
  static String difference(Operand expected, Operand actual, double ulps) {
    MemorySegment a = ((CpuBuffer) expected.buffer()).segment();
    MemorySegment b = ((CpuBuffer) actual.buffer()).segment();
    ElementType type = expected.type();
    if (type != actual.type() || !expected.layout().shape().equals(actual.layout().shape())) {
      return type + expected.layout().toString() + " against " + actual;
    }
    for (long i = 0; i < expected.layout().size(); i++) {
      long p = expected.layout().offsetOfFlat(i);
      if (!type.isInexact()) {
        long x = ElementAccess.getLong(a, type, p);
        long y = ElementAccess.getLong(b, type, i);
        if (x != y) {
          return "element " + i + ": expected " + x + ", was " + y;
        }
        continue;
      }
      double x = ElementAccess.getReal(a, type, p);
      double y = ElementAccess.getReal(b, type, i);
      double xi = ElementAccess.getImaginary(a, type, p);
      double yi = ElementAccess.getImaginary(b, type, i);
      double size = type.isComplex() && ulps > 0 ? Math.hypot(x, xi) : 0;
      if (!near(x, y, type, ulps, size) || !near(xi, yi, type, ulps, size)) {
        return "element " + i + ": expected " + x + " " + xi + "i, was " + y + " " + yi + "i";
      }
    }
    return null;
  }

  private static boolean near(double x, double y, ElementType type, double ulps, double size) {
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.isNaN(x) && Double.isNaN(y);
    }
    if (ulps == 0) {
      return Double.doubleToLongBits(x) == Double.doubleToLongBits(y);
    }
    if (x == y) {
      return true;
    }
    double large =
        Math.max(Math.max(Math.abs(x), Double.isFinite(size) ? size : 0), Double.MIN_NORMAL);
    FloatFormat format = type.isInexact() ? type.format() : FloatFormat.FLOAT64;
    return Math.abs(x - y) <= ulps * format.ulp(large);
  }
}
