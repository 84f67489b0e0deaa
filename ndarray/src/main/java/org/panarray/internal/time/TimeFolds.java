package org.panarray.internal.time;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.internal.array.ElementFold;
import org.panarray.internal.array.ElementFold.Part;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

/// How operations combine many times: sums beside whether there was a NaT, extremes of counts or of
/// order keys.
final class TimeFolds {
  private static final Expr COUNT = new Expr.Arg(0, ElementType.INT64);

  private TimeFolds() {}

  static @Nullable ElementFold of(ScalarOp op) {
    return switch (op) {
      case ADD, SUBTRACT ->
          new ElementFold(
              List.of(
                  new Part(op, COUNT), new Part(ScalarOp.LOGICAL_OR, TimeExpressions.isNat(COUNT))),
              Expr.apply(
                  ScalarOp.SELECT, new Expr.Arg(1, ElementType.BOOL), TimeExpressions.NAT, COUNT));
      case MINIMUM, FMAX -> ElementFold.ofStorage(op, ElementType.INT64, ElementType.INT64);
      case MAXIMUM, FMIN ->
          new ElementFold(List.of(new Part(op, TimeOrder.keyOf(COUNT))), TimeOrder.countOf(COUNT));
      case LOGICAL_AND, LOGICAL_OR, LOGICAL_XOR ->
          ElementFold.ofStorage(op, ElementType.INT64, ElementType.BOOL);
      case REMAINDER -> null;
      default -> throw new IllegalStateException(op + " does not combine times");
    };
  }
}
