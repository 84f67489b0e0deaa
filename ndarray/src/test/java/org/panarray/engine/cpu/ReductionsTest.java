package org.panarray.engine.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panarray.engine.Engine;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.EngineComparison.Traversal;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Loops;
import org.panarray.prim.Primitive;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

class ReductionsTest {
  private static final List<Engine> ENGINES =
      List.of(CpuEngines.named("scalar"), CpuEngines.named("vector"), CpuEngines.named("tiered"));

  private final EngineComparison comparison = new EngineComparison(99);

  /// Folds whose result does not depend on how elements are grouped, or nearly so.
  private static boolean isReducible(ScalarOp op, Loops.Loop loop) {
    return op.arity() == 2
        && loop.inputs().get(0) == loop.output()
        && loop.inputs().get(1) == loop.output();
  }

  private static double tolerance(ScalarOp op, ElementType type) {
    return switch (op) {
      case ADD, MULTIPLY, HYPOT, LOGADDEXP, LOGADDEXP2 -> type.isNarrowFloat() ? 4 : 400;
      case MAXIMUM, MINIMUM, FMAX, FMIN -> 1e-9;
      default -> 40;
    };
  }

  @ParameterizedTest
  @EnumSource(ScalarOp.class)
  void every_fold_gives_what_the_interpreter_does_over_random_axes_and_layouts(ScalarOp op) {
    for (Loops.Loop loop : op.loops().loops()) {
      if (!isReducible(op, loop)) {
        continue;
      }
      ElementType type = loop.output();
      if (op == ScalarOp.LCM && type.byteSize() < 4) {
        continue; // where it wraps it is not associative
      }
      boolean halfSteps = type.isNarrowFloat() && !isExact(op);
      for (int round = 0; round < (halfSteps ? 0 : 12); round++) {
        checkReduce(op, type);
      }
    }
  }

  private static boolean isExact(ScalarOp op) {
    return switch (op) {
      case MAXIMUM, MINIMUM, FMAX, FMIN, LOGICAL_AND, LOGICAL_OR -> true;
      default -> false;
    };
  }

  private void checkReduce(ScalarOp op, ElementType type) {
    boolean overflows = op == ScalarOp.MULTIPLY && type.isInexact();
    int rank = overflows ? 1 : comparison.random.nextInt(1, 4);
    long[] dims = new long[rank];
    for (int axis = 0; axis < rank; axis++) {
      dims[axis] =
          comparison.random.nextInt(1, overflows ? 40 : rank == 1 ? 700 : rank == 2 ? 70 : 12);
    }
    List<Integer> axes = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      if (comparison.random.nextBoolean()) {
        axes.add(axis);
      }
    }
    Traversal[] all = Traversal.values();
    Traversal traversal = all[comparison.random.nextInt(all.length)];
    Shape shape = Shape.of(dims);
    if (traversal == Traversal.STILL) {
      traversal = Traversal.CONTIGUOUS;
    }
    // Of several NaN any may win.
    boolean exact = isExact(op) && !type.isComplex() || !type.isInexact() && op != ScalarOp.LCM;
    Operand input = comparison.operand(type, comparison.layout(traversal, shape), !exact);
    Primitive reduce = new Primitive.Reduce(op, new Expr.Arg(0, type), axes);
    for (Engine engine : ENGINES) {
      String what = engine.name() + " " + op + " " + type + traversal + shape + " over " + axes;
      comparison.check(engine, reduce, new Operand[] {input}, tolerance(op, type), what);
    }
  }

  @Test
  void scans_give_what_the_interpreter_does_on_every_axis() {
    ScalarOp[] ops = {ScalarOp.ADD, ScalarOp.MULTIPLY, ScalarOp.MAXIMUM, ScalarOp.MINIMUM};
    for (ElementType type : ElementType.values()) {
      for (ScalarOp op : ops) {
        for (Traversal traversal : Traversal.values()) {
          Shape shape = Shape.of(7, 3, 70);
          if (traversal == Traversal.STILL) {
            continue;
          }
          Operand input =
              comparison.operand(type, comparison.layout(traversal, shape), type.isInexact());
          for (int axis = 0; axis < 3; axis++) {
            for (Engine engine : ENGINES) {
              comparison.check(
                  engine,
                  new Primitive.Scan(op, axis),
                  new Operand[] {input},
                  op == ScalarOp.MULTIPLY ? 4 : 1e-9,
                  engine.name() + " scan " + op + type + traversal + axis);
            }
          }
        }
      }
    }
  }

  @Test
  void the_first_extreme_element_or_nan_is_found_on_every_axis() {
    for (ElementType type : ElementType.values()) {
      for (Traversal traversal : Traversal.values()) {
        Shape shape = Shape.of(5, 3, 70);
        if (traversal == Traversal.STILL) {
          continue;
        }
        for (boolean largest : new boolean[] {true, false}) {
          for (boolean ordinary : new boolean[] {true, false}) {
            Operand input = comparison.operand(type, comparison.layout(traversal, shape), ordinary);
            for (int axis = 0; axis < 3; axis++) {
              for (Engine engine : ENGINES) {
                comparison.check(
                    engine,
                    new Primitive.ArgReduce(largest, axis),
                    new Operand[] {input},
                    0,
                    engine.name() + " arg " + largest + type + traversal + axis);
              }
            }
          }
        }
      }
    }
  }

  @Test
  void an_expression_is_reduced_without_its_values_being_stored() {
    Expr x = new Expr.Arg(0, ElementType.FLOAT64);
    Expr y = new Expr.Arg(1, ElementType.FLOAT64);
    Expr product = Expr.apply(ScalarOp.MULTIPLY, x, y);
    Expr positive = Expr.apply(ScalarOp.GREATER, x, y);
    Expr count = Expr.cast(positive, ElementType.INT64);
    for (Traversal traversal : Traversal.values()) {
      Shape shape = Shape.of(37, 65);
      Operand[] inputs = {
        comparison.operand(ElementType.FLOAT64, comparison.layout(traversal, shape), true),
        comparison.operand(ElementType.FLOAT64, Layout.contiguous(shape), true)
      };
      for (List<Integer> axes : List.of(List.of(0), List.of(1), List.of(0, 1))) {
        for (Engine engine : ENGINES) {
          String what = engine.name() + " fused over " + axes + traversal;
          comparison.check(
              engine, new Primitive.Reduce(ScalarOp.ADD, product, axes), inputs, 4000, what);
          comparison.check(
              engine, new Primitive.Reduce(ScalarOp.ADD, count, axes), inputs, 0, what);
          comparison.check(
              engine, new Primitive.Reduce(ScalarOp.LOGICAL_OR, positive, axes), inputs, 0, what);
          comparison.check(
              engine, new Primitive.Reduce(ScalarOp.LOGICAL_AND, positive, axes), inputs, 0, what);
        }
      }
    }
  }

  @Test
  void a_long_float32_sum_keeps_its_accuracy() {
    long size = 3_000_001;
    CpuBuffer buffer = CpuBuffer.allocate(size * 4);
    Operand input = new Operand(ElementType.FLOAT32, Layout.contiguous(Shape.of(size)), buffer);
    buffer.segment().asSlice(0).fill((byte) 0);
    for (long k = 0; k < size; k++) {
      ElementAccess.setComplex(buffer.segment(), ElementType.FLOAT32, k, 0.1, 0);
    }
    Operand output =
        new Operand(ElementType.FLOAT32, Layout.contiguous(Shape.SCALAR), CpuBuffer.allocate(4));
    Primitive sum =
        new Primitive.Reduce(ScalarOp.ADD, new Expr.Arg(0, ElementType.FLOAT32), List.of(0));
    for (Engine engine : ENGINES) {
      engine.run(sum, new Operand[] {input}, new Operand[] {output});
      Scalar result = ScalarMemory.get(output, 0);
      assertEquals(0.1f * (double) size, result.re(), 0.3, engine.name());
    }
  }

  @Test
  void coordinates_are_generated_for_every_axis() {
    Expr row = new Expr.Index(0);
    Expr column = new Expr.Index(1);
    Expr both =
        Expr.apply(
            ScalarOp.ADD,
            Expr.apply(ScalarOp.MULTIPLY, row, new Expr.Const(100, ElementType.INT64)),
            column);
    for (Engine engine : ENGINES) {
      for (Expr expr : List.of(row, column, both, Expr.cast(both, ElementType.FLOAT64))) {
        for (long size : new long[] {0, 1, 7, 65, 9000}) {
          comparison.check(
              engine,
              new Primitive.Generate(Shape.of(3, size), expr),
              new Operand[0],
              0,
              engine.name() + " coordinates " + expr + size);
        }
      }
    }
  }
}
