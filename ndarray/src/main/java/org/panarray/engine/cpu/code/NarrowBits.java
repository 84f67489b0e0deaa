package org.panarray.engine.cpu.code;

import java.util.List;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

/// What can be done to narrow floats without knowing their values.
public final class NarrowBits {
  private NarrowBits() {}

  /// The expression on bits where it only moves them or changes signs.
  public static Expr of(Expr expr) {
    if (!expr.type().isNarrowFloat()) {
      return expr;
    }
    if (expr instanceof Expr.Arg arg) {
      return new Expr.Arg(arg.index(), ElementType.UINT16);
    }
    if (!(expr instanceof Expr.Apply apply)
        || !(apply.operands().getFirst() instanceof Expr.Arg arg)
        || arg.type() != expr.type()) {
      return expr;
    }
    Expr bits = new Expr.Arg(arg.index(), ElementType.UINT16);
    return switch (apply.op().signBit()) {
      case CLEARED -> combine(ScalarOp.BITWISE_AND, bits, 0x7fff);
      case FLIPPED -> combine(ScalarOp.BITWISE_XOR, bits, 0x8000);
      case KEPT -> bits;
      case COMPUTED -> expr;
    };
  }

  private static Expr combine(ScalarOp op, Expr bits, int mask) {
    Expr constant = new Expr.Const(mask, ElementType.UINT16);
    return new Expr.Apply(op, List.of(bits, constant), ElementType.UINT16);
  }
}
