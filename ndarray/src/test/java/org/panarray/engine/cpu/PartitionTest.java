package org.panarray.engine.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.kernel.StructuralKernels;
import org.panarray.engine.interpreter.StructuralInterpreter;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Sorts that are asked for some places only, and large ones, against the interpreter.
class PartitionTest {
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  /// What lines may look like, as real numbers.
  private double sample(int kind, int i) {
    return switch (kind) {
      case 0 -> random.nextGaussian() * 50;
      case 1 -> random.nextInt(3);
      case 2 -> Math.floorDiv(i, 7);
      case 3 -> 1 + random.nextInt(1000) * 0x1p-50;
      case 4 ->
          new double[] {0.0, -0.0, Double.NaN, -1, Double.NEGATIVE_INFINITY, 7e15}
              [random.nextInt(6)];
      case 5 -> Double.longBitsToDouble(random.nextLong());
      default -> 5;
    };
  }

  private static Operand operand(ElementType type, long n) {
    CpuBuffer buffer = CpuBuffer.allocateZeroed(n << type.byteShift());
    return new Operand(type, Layout.contiguous(Shape.of(n)), buffer);
  }

  private Operand line(ElementType type, int kind, int n) {
    Operand line = operand(type, n);
    for (int i = 0; i < n; i++) {
      double value = sample(kind, i);
      Scalar element =
          switch (type.kind()) {
            case BOOL, SIGNED, UNSIGNED ->
                Scalar.ofLong(type, kind == 5 ? random.nextLong() : (long) value);
            case FLOAT -> Scalar.ofDouble(type, value);
            case COMPLEX -> Scalar.ofComplex(type, value, sample(kind, i));
          };
      ScalarMemory.set(line, i, element);
    }
    return line;
  }

  private static Scalar[] elements(Operand line) {
    Scalar[] all = new Scalar[Math.toIntExact(line.layout().size())];
    Arrays.setAll(all, i -> ScalarMemory.get(line, i));
    return all;
  }

  private static Operand interpreted(Primitive.Structural primitive, Operand line, Operand out) {
    StructuralInterpreter.run(primitive, new Operand[] {line}, new Operand[] {out});
    return out;
  }

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void sortsLongLinesAsTheInterpreter(ElementType type) {
    for (int kind = 0; kind < 7; kind++) {
      Operand line = line(type, kind, 5000 + random.nextInt(9000));
      long n = line.layout().size();
      Operand sorted = operand(type, n);
      Operand order = operand(ElementType.INT64, n);
      StructuralKernels.run(new Primitive.Sort(0), new Operand[] {line}, new Operand[] {sorted});
      StructuralKernels.run(new Primitive.ArgSort(0), new Operand[] {line}, new Operand[] {order});
      String text = type + ", kind " + kind + ", seed " + seed;
      Operand expected = interpreted(new Primitive.Sort(0), line, operand(type, n));
      assertEquals(List.of(elements(expected)), List.of(elements(sorted)), text);
      expected = interpreted(new Primitive.ArgSort(0), line, operand(ElementType.INT64, n));
      assertEquals(List.of(elements(expected)), List.of(elements(order)), text);
    }
  }

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void putsTheAskedPlacesInOrder(ElementType type) {
    for (int kind = 0; kind < 7; kind++) {
      int n = 1 + random.nextInt(random.nextBoolean() ? 600 : 9000);
      Operand line = line(type, kind, n);
      long[] places = random.longs(1 + random.nextInt(4), 0, n).toArray();
      List<Long> asked = LongStream.of(places).boxed().toList();
      Operand parted = operand(type, n);
      Operand order = operand(ElementType.INT64, n);
      StructuralKernels.run(
          new Primitive.Sort(0, asked), new Operand[] {line}, new Operand[] {parted});
      StructuralKernels.run(
          new Primitive.ArgSort(0, asked), new Operand[] {line}, new Operand[] {order});
      String text = type + ", kind " + kind + ", places " + asked + " of " + n + ", seed " + seed;
      Operand sorted = interpreted(new Primitive.Sort(0), line, operand(type, n));
      checkParts(sorted, parted, places, text);
      Operand taken = operand(type, n);
      boolean[] seen = new boolean[n];
      for (int i = 0; i < n; i++) {
        int from = (int) ScalarMemory.get(order, i).bits();
        assertTrue(!seen[from], text);
        seen[from] = true;
        ScalarMemory.set(taken, i, ScalarMemory.get(line, from));
      }
      checkParts(sorted, taken, places, text);
    }
  }

  /// Each part between two places, sorted, is that part of the sorted line; zeros and NaN of all
  /// signs aside.
  private static void checkParts(Operand sorted, Operand parted, long[] places, String text) {
    long n = sorted.layout().size();
    long[] bounds =
        LongStream.concat(
                LongStream.of(0, n), LongStream.of(places).flatMap(k -> LongStream.of(k, k + 1)))
            .sorted()
            .distinct()
            .toArray();
    for (int i = 0; i + 1 < bounds.length; i++) {
      long length = bounds[i + 1] - bounds[i];
      Operand part = parted.with(parted.layout().slice(0, bounds[i], 1, length));
      Operand own = interpreted(new Primitive.Sort(0), part, operand(part.type(), length));
      for (long k = 0; k < length; k++) {
        Scalar expected = ScalarMemory.get(sorted, bounds[i] + k);
        Scalar actual = ScalarMemory.get(own, k);
        assertTrue(isSame(expected, actual), text + ": " + expected + ", but " + actual);
      }
    }
  }

  private static boolean isSame(Scalar a, Scalar b) {
    return a.equals(b)
        || Reference.apply(ScalarOp.EQUAL, ElementType.BOOL, a, b).truth()
        || (a.type().isInexact() && Double.isNaN(a.re() + a.im()) && Double.isNaN(b.re() + b.im()));
  }
}
