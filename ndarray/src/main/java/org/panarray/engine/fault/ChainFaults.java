package org.panarray.engine.fault;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;

/// Where an expression of several steps shows that one of them may be at fault, so that a kernel
/// for all of them can tell: which it was, the steps are asked afterwards, one by one.
public final class ChainFaults {
  private ChainFaults() {}

  /// Whether every fault shows as an infinite or NaN number of one real type of float.
  public static boolean isShown(Expr expr) {
    return isShown(expr, faulting(expr));
  }

  private static boolean isShown(Expr expr, @Nullable ElementType type) {
    if (mayFault(expr)) {
      boolean plain = expr instanceof Expr.Apply && expr.type().isFloat();
      if (!plain || expr.type() != type || type.isNarrowFloat()) {
        return false;
      }
    }
    return expr.children().stream().allMatch(child -> isShown(child, type));
  }

  /// The type of the first part that may be at fault.
  private static @Nullable ElementType faulting(Expr expr) {
    if (mayFault(expr)) {
      return expr.type();
    }
    for (Expr child : expr.children()) {
      ElementType type = faulting(child);
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  /// Whether this one step may be at fault.
  private static boolean mayFault(Expr expr) {
    return switch (expr) {
      case Expr.Arg _, Expr.Const _, Expr.Index _ -> false;
      case Expr.Cast cast -> OperationFaults.canFault(cast.operand().type(), cast.type());
      case Expr.Apply apply ->
          OperationFaults.canFault(apply.op(), apply.operands().getFirst().type(), apply.type());
    };
  }

  /// The parts whose infinite or NaN results tell of all faults: those that no later step carries
  /// on to a part that is here already.
  public static List<Expr> watched(Expr expr) {
    List<Expr> parts = new ArrayList<>();
    collect(expr, false, parts);
    return parts;
  }

  private static void collect(Expr expr, boolean carried, List<Expr> parts) {
    boolean shown = carried;
    if (mayFault(expr)) {
      if (!carried && !parts.contains(expr)) {
        parts.add(expr);
      }
      shown = true;
    }
    boolean carries = shown && expr instanceof Expr.Apply apply && apply.op().carriesFaults();
    for (Expr child : expr.children()) {
      collect(child, carries && child.type() == expr.type(), parts);
    }
  }
}
