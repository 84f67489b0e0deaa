package org.panarray.prim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExprTextTest {
  private static final Expr X0 = new Expr.Arg(0, ElementType.FLOAT64);
  private static final Expr X1 = new Expr.Arg(1, ElementType.FLOAT64);

  @Test
  void operationsWithASignStandBetweenTheirOperands() {
    Expr sum = Expr.apply(ScalarOp.ADD, X0, new Expr.Const(2, ElementType.FLOAT64));
    assertEquals("(x0+2.0)*x1", ExprText.of(Expr.apply(ScalarOp.MULTIPLY, sum, X1)));
    assertEquals("x0<x1", ExprText.of(Expr.apply(ScalarOp.LESS, X0, X1)));
  }

  @Test
  void othersAreCalls() {
    Expr inner = Expr.apply(ScalarOp.EXP, Expr.apply(ScalarOp.SIN, X0));
    assertEquals("exp(sin(x0))*x1", ExprText.of(Expr.apply(ScalarOp.MULTIPLY, inner, X1)));
    assertEquals("maximum(x0, x1)", ExprText.of(Expr.apply(ScalarOp.MAXIMUM, X0, X1)));
    assertEquals(
        "float32(index0+1)",
        ExprText.of(
            Expr.cast(
                Expr.apply(ScalarOp.ADD, new Expr.Index(0), new Expr.Const(1, ElementType.INT64)),
                ElementType.FLOAT32)));
  }

  @Test
  void whatSharesItsPartsIsNotWrittenOutWhole() {
    Expr power = X0;
    for (int i = 0; i < 60; i++) {
      power = Expr.apply(ScalarOp.ADD, power, power);
    }
    String text = ExprText.of(power);
    assertTrue(text.length() < 1100 && text.endsWith("..."), text);
  }
}
