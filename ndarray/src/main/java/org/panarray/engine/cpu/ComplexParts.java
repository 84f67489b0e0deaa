package org.panarray.engine.cpu;

import java.util.ArrayList;
import java.util.List;
import org.panarray.engine.Operand;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Complex arrays seen as real ones with a last axis of length 2, for what treats both parts alike.
final class ComplexParts {
  private ComplexParts() {}

  /// Whether the expression is one operation on complex inputs that works on each part by itself.
  static boolean actsOnParts(Expr expr) {
    if (!expr.type().isComplex() || !(expr instanceof Expr.Apply apply)) {
      return false;
    }
    if (!apply.op().isPartwise()) {
      return false;
    }
    for (Expr operand : apply.operands()) {
      if (!(operand instanceof Expr.Arg)) {
        return false;
      }
    }
    return true;
  }

  /// The same operation on the parts.
  static Expr of(Expr expr) {
    ElementType type = expr.type().realPart();
    Expr.Apply apply = (Expr.Apply) expr;
    List<Expr> operands = new ArrayList<>();
    for (Expr operand : apply.operands()) {
      operands.add(new Expr.Arg(((Expr.Arg) operand).index(), type));
    }
    return new Expr.Apply(apply.op(), operands, type);
  }

  static Operand of(Operand operand) {
    Layout layout = operand.layout();
    long[] strides = new long[layout.rank() + 1];
    for (int axis = 0; axis < layout.rank(); axis++) {
      strides[axis] = 2 * layout.stride(axis);
    }
    strides[layout.rank()] = 1;
    Shape shape = layout.shape().insert(layout.rank(), 2);
    return new Operand(
        operand.type().realPart(),
        Layout.of(shape, strides, 2 * layout.offset()),
        operand.buffer());
  }

  static Operand[] of(Operand[] operands) {
    Operand[] parts = new Operand[operands.length];
    for (int k = 0; k < parts.length; k++) {
      parts[k] = of(operands[k]);
    }
    return parts;
  }
}
