package org.panarray.engine.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.kernel.StructuralKernels;
import org.panarray.engine.interpreter.Interpreter;
import org.panarray.engine.interpreter.StructuralInterpreter;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.error.IndexError;
import org.panarray.prim.ElementType;
import org.panarray.prim.Inference;
import org.panarray.prim.Primitive;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Every fast kernel gives what the interpreter gives, bit for bit, in many layouts.
class StructuralKernelsTest {
  private static final long[] AWKWARD = {0, 1, 2, 3, 7, 8, 15, 16, 17, 63, 65, 1000, 4098};

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  private void assertSame(Primitive.Structural primitive, Operand... inputs) {
    ElementType[] types = new ElementType[inputs.length];
    Shape[] shapes = new Shape[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      types[i] = inputs[i].type();
      shapes[i] = inputs[i].layout().shape();
    }
    Inference.Result result = Inference.results(primitive, types, shapes)[0];
    Operand expected = empty(result.type(), Layout.contiguous(result.shape()));
    StructuralInterpreter.run(primitive, inputs, new Operand[] {expected});
    for (Layout layout : layouts(result.shape())) {
      Operand actual = empty(result.type(), layout);
      StructuralKernels.run(primitive, inputs, new Operand[] {actual});
      String text =
          primitive
              + " of "
              + List.of(shapes)
              + " "
              + types[0]
              + " into "
              + layout
              + ", seed "
              + seed;
      Interpreter.forEachIndex(
          result.shape(),
          index ->
              assertEquals(
                  ScalarMemory.get(expected, Interpreter.offset(expected.layout(), index)),
                  ScalarMemory.get(actual, Interpreter.offset(layout, index)),
                  text));
    }
  }

  /// C, Fortran, and every second element of a larger array, backwards.
  private static List<Layout> layouts(Shape shape) {
    List<Layout> layouts = new ArrayList<>();
    layouts.add(Layout.contiguous(shape));
    if (shape.rank() > 0 && shape.size() > 0) {
      layouts.add(Layout.fortran(shape));
      int last = shape.rank() - 1;
      long length = shape.dim(last);
      Layout wide = Layout.contiguous(shape.with(last, 2 * length + 1));
      layouts.add(wide.slice(last, 2 * length - 1, -2, length));
    }
    return layouts;
  }

  private static Operand empty(ElementType type, Layout layout) {
    long size = layout.size() == 0 ? 0 : layout.maxOffset() + 1;
    return new Operand(type, layout, CpuBuffer.allocateZeroed(size << type.byteShift()));
  }

  private Operand filled(ElementType type, Layout layout) {
    Operand operand = empty(type, layout);
    Interpreter.forEachIndex(
        layout.shape(),
        index -> ScalarMemory.set(operand, Interpreter.offset(layout, index), sample(type)));
    return operand;
  }

  /// Few different values, so that many are equal; NaN, infinities and zeros of both signs.
  private Scalar sample(ElementType type) {
    return switch (type.kind()) {
      case BOOL, SIGNED, UNSIGNED ->
          Scalar.ofLong(type, random.nextBoolean() ? random.nextLong() : random.nextInt(-3, 4));
      case FLOAT -> Scalar.ofDouble(type, real());
      case COMPLEX -> Scalar.ofComplex(type, real(), real());
    };
  }

  private double real() {
    return switch (random.nextInt(8)) {
      case 0 -> Double.NaN;
      case 1 -> 0.0;
      case 2 -> -0.0;
      case 3 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
      case 4, 5 -> random.nextInt(-3, 4);
      default -> random.nextGaussian();
    };
  }

  private Operand indices(Shape shape, long dim) {
    Operand operand = empty(ElementType.INT64, Layout.contiguous(shape));
    for (long i = 0; i < shape.size(); i++) {
      ScalarMemory.set(operand, i, Scalar.ofLong(ElementType.INT64, random.nextLong(-dim, dim)));
    }
    return operand;
  }

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void sortsAndOrders(ElementType type) {
    for (long n : AWKWARD) {
      for (Layout layout : layouts(Shape.of(n))) {
        Operand input = filled(type, layout);
        assertSame(new Primitive.Sort(0), input);
        assertSame(new Primitive.ArgSort(0), input);
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      for (Layout layout : layouts(Shape.of(3, 5, 7))) {
        Operand input = filled(type, layout);
        assertSame(new Primitive.Sort(axis), input);
        assertSame(new Primitive.ArgSort(axis), input);
      }
    }
  }

  @Test
  void ordersKeysThatAgreeInTheirHighBits() {
    for (int n : new int[] {25, 65, 1000, 4098}) {
      Operand input = empty(ElementType.INT64, Layout.contiguous(Shape.of(n)));
      for (long i = 0; i < n; i++) {
        long value =
            switch (random.nextInt(4)) {
              case 0 -> random.nextInt(1000);
              case 1 -> Long.MAX_VALUE - random.nextInt(1000);
              case 2 -> Long.MIN_VALUE + random.nextInt(1 << 20);
              default -> (long) random.nextInt(3) << 40;
            };
        ScalarMemory.set(input, i, Scalar.ofLong(ElementType.INT64, value));
      }
      assertSame(new Primitive.ArgSort(0), input);
    }
  }

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void searchesSortedArrays(ElementType type) {
    for (long n : AWKWARD) {
      Operand input = filled(type, Layout.contiguous(Shape.of(n)));
      Operand sorted = empty(type, input.layout());
      StructuralInterpreter.run(
          new Primitive.Sort(0), new Operand[] {input}, new Operand[] {sorted});
      for (boolean right : new boolean[] {false, true}) {
        assertSame(
            new Primitive.SearchSorted(right),
            sorted,
            filled(type, Layout.fortran(Shape.of(3, 5))));
        assertSame(new Primitive.SearchSorted(right), sorted, sorted);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void findsWhatIsNotZero(ElementType type) {
    for (Shape shape : List.of(Shape.SCALAR, Shape.of(0), Shape.of(65), Shape.of(3, 5, 7))) {
      for (Layout layout : layouts(shape)) {
        Operand input = filled(type, layout);
        long[] count = {0};
        Interpreter.forEachIndex(
            shape,
            index ->
                count[0] +=
                    ScalarMemory.get(input, Interpreter.offset(layout, index)).truth() ? 1 : 0);
        assertSame(new Primitive.Nonzero(count[0]), input);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void gathersAndScatters(ElementType type) {
    Shape shape = Shape.of(4, 17, 9);
    List<List<Integer>> choices =
        List.of(List.of(0), List.of(1), List.of(2), List.of(0, 2), List.of(0, 1, 2));
    for (Shape tuples :
        List.of(Shape.SCALAR, Shape.of(0), Shape.of(17), Shape.of(2, 3), Shape.of(3, 1))) {
      for (List<Integer> axes : choices) {
        for (int position = 0; position <= 3 - axes.size(); position++) {
          for (Layout layout : layouts(shape)) {
            gatherAndScatter(type, layout, axes, position, tuples);
          }
        }
      }
    }
  }

  @Test
  void gathersManyBlocksOfTuples() {
    Layout layout = Layout.contiguous(Shape.of(4, 17, 9));
    gatherAndScatter(ElementType.INT32, layout, List.of(1), 1, Shape.of(2, 600));
    gatherAndScatter(ElementType.INT32, layout, List.of(0, 2), 0, Shape.of(2, 600));
    gatherAndScatter(ElementType.COMPLEX128, layout, List.of(0, 1, 2), 0, Shape.of(2, 1100));
  }

  private void gatherAndScatter(
      ElementType type, Layout layout, List<Integer> axes, int position, Shape tuples) {
    Operand source = filled(type, layout);
    List<Operand> inputs = new ArrayList<>(List.of(source));
    for (int axis : axes) {
      inputs.add(indices(tuples, layout.dim(axis)));
    }
    if (tuples.rank() == 2 && axes.size() == 2) {
      Operand row = inputs.get(2);
      Layout still = row.layout().slice(0, 0, 1, 1).broadcastTo(tuples);
      inputs.set(2, row.with(still));
    }
    assertSame(new Primitive.Gather(axes, position), inputs.toArray(Operand[]::new));
    Shape gathered = Inference.gathered(layout.shape(), axes, position, tuples);
    List<Layout> valueLayouts = layouts(gathered);
    Layout chosen = valueLayouts.get(random.nextInt(valueLayouts.size()));
    inputs.add(1, filled(type, chosen));
    assertSame(new Primitive.Scatter(null, axes, position), inputs.toArray(Operand[]::new));
    if (tuples.size() < 100) {
      List<ScalarOp> combined =
          type.isBool() || type.isComplex()
              ? List.of(ScalarOp.ADD, ScalarOp.MAXIMUM)
              : List.of(ScalarOp.ADD, ScalarOp.SUBTRACT, ScalarOp.MULTIPLY, ScalarOp.MINIMUM);
      ScalarOp op = combined.get(random.nextInt(combined.size()));
      assertSame(new Primitive.Scatter(op, axes, position), inputs.toArray(Operand[]::new));
      assertSame(
          new Primitive.Scatter(ScalarOp.MAXIMUM, axes, position), inputs.toArray(Operand[]::new));
    }
  }

  @Test
  void anIndexOutsideIsReportedBeforeAnythingIsWritten() {
    Operand target = filled(ElementType.INT32, Layout.contiguous(Shape.of(3)));
    Operand values = filled(ElementType.INT32, Layout.contiguous(Shape.of(4)));
    Operand places = indices(Shape.of(4), 3);
    ScalarMemory.set(places, 2, Scalar.ofLong(ElementType.INT64, 5));
    List<Scalar> before = new ArrayList<>();
    for (long i = 0; i < 3; i++) {
      before.add(ScalarMemory.get(target, i));
    }
    IndexError error =
        assertThrows(
            IndexError.class,
            () ->
                StructuralKernels.run(
                    new Primitive.Scatter(null, List.of(0), 0),
                    new Operand[] {target, values, places},
                    new Operand[] {target}));
    assertEquals("index 5 is out of bounds for axis 0 with size 3", error.getMessage());
    for (int i = 0; i < 3; i++) {
      assertEquals(before.get(i), ScalarMemory.get(target, i));
    }
  }

  @Test
  void anIndexOutsideIsReportedOfAnEmptyResultToo() {
    Operand source = empty(ElementType.FLOAT64, Layout.contiguous(Shape.of(3, 0)));
    Operand places = indices(Shape.of(1), 1);
    ScalarMemory.set(places, 0, Scalar.ofLong(ElementType.INT64, -4));
    Operand target = empty(ElementType.FLOAT64, Layout.contiguous(Shape.of(1, 0)));
    IndexError error =
        assertThrows(
            IndexError.class,
            () ->
                StructuralKernels.run(
                    new Primitive.Gather(List.of(0), 0),
                    new Operand[] {source, places},
                    new Operand[] {target}));
    assertEquals("index -4 is out of bounds for axis 0 with size 3", error.getMessage());
  }

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void joinsArrays(ElementType type) {
    for (int axis = 0; axis < 3; axis++) {
      Shape shape = Shape.of(3, 5, 7);
      for (Layout layout : layouts(shape)) {
        assertSame(
            new Primitive.Concat(axis),
            filled(type, layout),
            filled(type, Layout.fortran(shape.with(axis, 2))),
            filled(type, Layout.contiguous(shape.with(axis, 0))));
      }
    }
  }

  /// Small integers, whose sums are exact in every type and every order.
  @ParameterizedTest
  @EnumSource(ElementType.class)
  void multipliesMatrices(ElementType type) {
    long[][][] shapes = {
      {{1, 1}, {1, 1}},
      {{3, 4}, {4, 5}},
      {{0, 3}, {3, 2}},
      {{3, 0}, {0, 2}},
      {{17, 70}, {70, 9}},
      {{2, 3, 4}, {4, 5}},
      {{2, 3, 4}, {2, 4, 5}},
      {{2, 1, 3, 4}, {3, 4, 2}},
      {{3, 4}, {6, 4, 1}}
    };
    for (long[][] pair : shapes) {
      for (Layout a : layouts(Shape.of(pair[0]))) {
        for (Layout b : layouts(Shape.of(pair[1]))) {
          assertSame(new Primitive.MatMul(), small(type, a), small(type, b));
        }
      }
    }
  }

  private Operand small(ElementType type, Layout layout) {
    Operand operand = empty(type, layout);
    Interpreter.forEachIndex(
        layout.shape(),
        index -> {
          long value = random.nextInt(0, 4);
          Scalar scalar =
              switch (type.kind()) {
                case BOOL, SIGNED, UNSIGNED -> Scalar.ofLong(type, value);
                case FLOAT -> Scalar.ofDouble(type, value);
                case COMPLEX -> Scalar.ofComplex(type, value, random.nextInt(1, 4));
              };
          ScalarMemory.set(operand, Interpreter.offset(layout, index), scalar);
        });
    return operand;
  }
}
