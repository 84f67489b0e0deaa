package org.panarray.engine.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panarray.engine.Operand;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Rows and columns that are broadcast over short rows.
class ShortRowsTest {
  private static final int[] LENGTHS = {1, 2, 3, 10, 16, 127, 128, 129};

  private final EngineComparison comparison = new EngineComparison(20_261_201);

  @ParameterizedTest
  @EnumSource(
      value = ElementType.class,
      names = {"BOOL", "INT8", "FLOAT16", "INT32", "FLOAT32", "INT64", "FLOAT64", "COMPLEX128"})
  void rows_and_columns_are_broadcast_as_by_the_interpreter(ElementType type) {
    for (int length : LENGTHS) {
      for (int rows : new int[] {3, 4, 65, 20_000 / length}) {
        Shape whole = Shape.of(rows, length);
        check(type, whole, whole, Shape.of(length));
        check(type, whole, Shape.of(rows, 1), whole);
        check(type, whole, Shape.of(rows, 1), Shape.of(length));
        check(type, whole, Shape.of(1, length), whole);
        check(type, Shape.of(2, rows, length), Shape.of(2, rows, 1), Shape.of(1, rows, length));
      }
    }
  }

  private void check(ElementType type, Shape whole, Shape first, Shape second) {
    Operand a = comparison.operand(type, Layout.contiguous(first), false);
    Operand b = comparison.operand(type, Layout.contiguous(second), false);
    Expr sum = Expr.apply(ScalarOp.ADD, new Expr.Arg(0, type), new Expr.Arg(1, type));
    assertEquals(whole, Shape.broadcast(first, second));
    Primitive map = new Primitive.Map(sum);
    Operand[] inputs = {a, b};
    comparison.check(CpuEngines.named("tiered"), map, inputs, 1e-9, type + " " + first + second);
  }
}
