package org.panarray.gpu;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.panarray.gpu.Specimens.ENGINE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.panarray.engine.Operand;
import org.panarray.gpu.StandInCuda.ThreadOrder;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Loops;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Reductions, positions of extrema and scans against the interpreter, in every order of threads.
@OnStandIn
class LineConformanceTest {
  private static final int[] SIZES = {1, 2, 3, 7, 8, 15, 16, 17, 63, 65, 1000, 4098};
  private static final ScalarOp[] MONOIDS =
      Arrays.stream(ScalarOp.values())
          .filter(op -> op.arity() == 2 && op.isAssociative())
          .toArray(ScalarOp[]::new);

  @AfterEach
  void restore() {
    order(ThreadOrder.FORWARD);
  }

  private static void order(ThreadOrder order) {
    if (!StandInCuda.isReal()) {
      StandInCuda.setThreadOrder(order);
    }
  }

  /// The types that an operation takes twice and gives back.
  private static List<ElementType> types(ScalarOp op) {
    List<ElementType> types = new ArrayList<>();
    for (Loops.Loop loop : op.loops().loops()) {
      ElementType type = loop.output();
      // A least common multiple that overflows depends on the order of its terms.
      boolean wide = op != ScalarOp.LCM || type.byteSize() >= 4 && !type.isUnsigned();
      if (wide && loop.inputs().equals(List.of(type, type))) {
        types.add(type);
      }
    }
    return types;
  }

  @TestFactory
  Stream<DynamicTest> everyMonoidReducesEveryType() {
    return Arrays.stream(MONOIDS)
        .map(op -> DynamicTest.dynamicTest(op.numpyName(), () -> checkReductions(op)));
  }

  private static void checkReductions(ScalarOp op) {
    List<KernelSource> sources = new ArrayList<>();
    for (ElementType type : types(op)) {
      for (LineKernels.Form form : List.of(LineKernels.Form.ROWS, LineKernels.Form.COLUMNS)) {
        LineKernels.Task task = new LineKernels.Task.Reduction(op, new Expr.Arg(0, type));
        sources.add(LineKernels.source(new LineKernels.Key(task, List.of(type), form, 1, 1)));
      }
    }
    ENGINE.kernels().prepare(sources);
    Random random = new Random(7);
    for (ElementType type : types(op)) {
      Expr element = new Expr.Arg(0, type);
      Operand input = input(op, type, Shape.of(70, 41), random);
      for (List<Integer> axes : List.of(List.of(0), List.of(1), List.of(0, 1))) {
        agree(new Primitive.Reduce(op, element, axes), tolerance(op, type, 3000), input);
      }
    }
  }

  /// Elements whose combination does not overflow, for then it would depend on the order.
  private static Operand input(ScalarOp op, ElementType type, Shape shape, Random random) {
    boolean awkward = !type.isInexact() && op != ScalarOp.LCM;
    Operand input = Specimens.host(type, shape, random, awkward);
    if (type.isInexact() && op == ScalarOp.MULTIPLY) {
      Expr sign = Expr.apply(ScalarOp.SIGN, new Expr.Arg(0, type));
      return Specimens.expected(new Primitive.Map(sign), input)[0];
    }
    return input;
  }

  @TestFactory
  Stream<DynamicTest> everyMonoidScansEveryType() {
    return Arrays.stream(MONOIDS)
        .map(op -> DynamicTest.dynamicTest(op.numpyName(), () -> checkScans(op)));
  }

  private static void checkScans(ScalarOp op) {
    List<KernelSource> sources = new ArrayList<>();
    for (ElementType type : types(op)) {
      LineKernels.Task task = new LineKernels.Task.Running(op, type);
      sources.add(
          LineKernels.source(
              new LineKernels.Key(task, List.of(type), LineKernels.Form.TILES, 1, 1)));
    }
    ENGINE.kernels().prepare(sources);
    for (ElementType type : types(op)) {
      Operand input = input(op, type, Shape.of(3, 70), new Random(8));
      agree(new Primitive.Scan(op, 1), tolerance(op, type, 70), input);
    }
  }

  /// Exact where regrouping rounds nothing; else relative to what cancels at worst.
  private static double tolerance(ScalarOp op, ElementType type, int count) {
    boolean exact =
        !type.isInexact()
            || switch (op) {
              case MAXIMUM, MINIMUM, FMAX, FMIN -> true;
              default -> false;
            };
    return exact ? 0 : count * 64.0;
  }

  @TestFactory
  Stream<DynamicTest> positionsOfExtremaAreExactForEveryType() {
    return Arrays.stream(ElementType.values())
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.numpyName(),
                    () -> {
                      Operand input = Specimens.host(type, Shape.of(33, 65), new Random(9), true);
                      for (int axis = 0; axis < 2; axis++) {
                        agree(new Primitive.ArgReduce(true, axis), 0, input);
                        agree(new Primitive.ArgReduce(false, axis), 0, input);
                      }
                    }));
  }

  @Test
  void everySizeReducesAndScansInEveryThreadOrder() {
    Expr element = new Expr.Arg(0, ElementType.INT64);
    Random random = new Random(10);
    for (ThreadOrder order : ThreadOrder.values()) {
      order(order);
      for (int n : SIZES) {
        Operand line = Specimens.host(ElementType.INT64, Shape.of(n), random, true);
        agree(new Primitive.Reduce(ScalarOp.ADD, element, List.of(0)), 0, line);
        agree(new Primitive.Scan(ScalarOp.ADD, 0), 0, line);
        agree(new Primitive.ArgReduce(true, 0), 0, line);
        Operand plane = Specimens.host(ElementType.INT64, Shape.of(3, n), random, true);
        agree(new Primitive.Scan(ScalarOp.MAXIMUM, 0), 0, plane);
        agree(new Primitive.Scan(ScalarOp.ADD, 1), 0, plane);
        Operand turned = plane.with(plane.layout().transpose());
        agree(new Primitive.Reduce(ScalarOp.ADD, element, List.of(0)), 0, turned);
        agree(new Primitive.Reduce(ScalarOp.ADD, element, List.of(1)), 0, turned);
      }
    }
  }

  @Test
  void aLongSumHasTheSameBitsInEveryThreadOrder() {
    Operand input = Specimens.host(ElementType.FLOAT64, Shape.of(300_000), new Random(11), false);
    Primitive sum =
        new Primitive.Reduce(ScalarOp.ADD, new Expr.Arg(0, ElementType.FLOAT64), List.of(0));
    Primitive running = new Primitive.Scan(ScalarOp.ADD, 0);
    Operand total = Specimens.computed(sum, input)[0];
    Operand scanned = Specimens.computed(running, input)[0];
    assertNull(Specimens.difference(Specimens.expected(sum, input)[0], total, 1e6));
    for (ThreadOrder order : ThreadOrder.values()) {
      order(order);
      assertNull(Specimens.difference(total, Specimens.computed(sum, input)[0], 0));
      assertNull(Specimens.difference(scanned, Specimens.computed(running, input)[0], 0));
    }
  }

  @Test
  void aScanOfMoreTilesThanATileHoldsAgrees() {
    int n = 2048 * 2048 + 5000;
    Operand input = Specimens.host(ElementType.UINT8, Shape.of(n), new Random(12), true);
    agree(new Primitive.Scan(ScalarOp.ADD, 0), 0, input);
  }

  @Test
  void severalAxesBroadcastInputsAndFusedElementsReduce() {
    Random random = new Random(13);
    Operand a = Specimens.host(ElementType.INT32, Shape.of(4, 1, 6, 5), random, true);
    Operand b = Specimens.host(ElementType.INT32, Shape.of(3, 1, 5), random, true);
    Expr element =
        Expr.apply(
            ScalarOp.MULTIPLY,
            new Expr.Arg(0, ElementType.INT32),
            new Expr.Arg(1, ElementType.INT32));
    for (List<Integer> axes :
        List.of(
            List.<Integer>of(), List.of(0, 2), List.of(1), List.of(3, 1), List.of(0, 1, 2, 3))) {
      agree(new Primitive.Reduce(ScalarOp.ADD, element, axes), 0, a, b);
    }
    Layout reversed = Layout.of(Shape.of(6, 5), new long[] {-5, -1}, 29);
    Operand back = Specimens.host(ElementType.INT32, reversed, 30, random, true);
    Expr plain = new Expr.Arg(0, ElementType.INT32);
    agree(new Primitive.Reduce(ScalarOp.SUBTRACT, plain, List.of(0, 1)), 0, back);
    agree(new Primitive.Reduce(ScalarOp.ADD, plain, List.of(0)), 0, back);
    agree(new Primitive.ArgReduce(true, 1), 0, back);
    agree(new Primitive.Scan(ScalarOp.SUBTRACT, 0), 0, back);
  }

  @Test
  void anEmptyReductionGivesTheIdentity() {
    for (ScalarOp op : List.of(ScalarOp.ADD, ScalarOp.MULTIPLY, ScalarOp.BITWISE_AND)) {
      for (ElementType type : types(op)) {
        agree(
            new Primitive.Reduce(op, new Expr.Arg(0, type), List.of(0)),
            0,
            Specimens.host(type, Shape.of(0, 3), new Random(14), false));
      }
    }
  }

  private static void agree(Primitive primitive, double ulps, Operand... inputs) {
    String difference =
        Specimens.difference(
            Specimens.expected(primitive, inputs)[0],
            Specimens.computed(primitive, inputs)[0],
            ulps);
    assertNull(
        difference, () -> primitive + " of " + inputs[0].type() + inputs[0].layout().shape());
  }
}
