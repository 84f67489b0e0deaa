package org.panarray.engine.cpu.code;

import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Formula;
import org.panarray.prim.ScalarOp;

/// Whether an expression can be computed on lanes, and on how many.
///
/// All vectors of one kernel have the same number of lanes, as many as a register holds of the
/// widest type; narrower types use shorter vectors.
///
/// @param lanes elements computed at once
/// @param wide the kind of lane whose species stands for masks
/// @param costly whether a function is computed step by step, which lanes do so much faster that
///   elements are gathered for them
public record VectorPlan(int lanes, char wide, boolean costly) {

  private static final int WIDE_REGISTER = 64;

  /// The plan, or null where scalar code must do.
  public static @org.jspecify.annotations.Nullable VectorPlan of(Expr expr, int vectorBytes) {
    return ofAtMost(Integer.MAX_VALUE, expr, vectorBytes);
  }

  /// The plan with no more lanes than these, a power of two.
  static @org.jspecify.annotations.Nullable VectorPlan ofAtMost(
      int most, Expr expr, int vectorBytes) {
    if (vectorBytes < 16 || expr.any(part -> lacksLanes(part, vectorBytes))) {
      return null;
    }
    int widest = widestBytes(expr);
    int narrowest = narrowestBytes(expr);
    int lanes = Math.min(most, vectorBytes / widest);
    if (lanes * narrowest < 8) {
      return null; // no vector is shorter than 8 bytes
    }
    char wide =
        switch (widest) {
          case 1 -> 'B';
          case 2 -> 'S';
          case 4 -> 'I';
          default -> 'J';
        };
    boolean costly = Formula.isIn(expr);
    return new VectorPlan(lanes, wide, costly);
  }

  /// Whether a real number becomes an integer by a cast.
  static boolean isTruncation(Expr expr) {
    return expr instanceof Expr.Cast cast && truncates(cast.operand().type(), cast.type());
  }

  private static boolean truncates(ElementType from, ElementType to) {
    return from.isFloat() && to.isInteger() && !to.isBool();
  }

  private static boolean hasLanes(ElementType type) {
    return !type.isComplex();
  }

  private static int widestBytes(Expr expr) {
    int widest = LaneTypes.laneBytes(LaneTypes.lane(expr.type()));
    if (expr instanceof Expr.Cast cast
        && cast.operand().type() == ElementType.UINT32
        && cast.type().isFloat()) {
      widest = 8; // by way of int64
    }
    if (isTruncation(expr)) {
      widest = Math.max(widest, LaneTypes.laneBytes(LaneTypes.truncated(expr.type())));
    }
    for (Expr child : expr.children()) {
      widest = Math.max(widest, widestBytes(child));
    }
    Formula formula = Formula.of(expr);
    return formula == null ? widest : Math.max(widest, formula.widestBytes());
  }

  private static int narrowestBytes(Expr expr) {
    int narrowest = expr.type().byteSize();
    for (Expr child : expr.children()) {
      narrowest = Math.min(narrowest, narrowestBytes(child));
    }
    return narrowest;
  }

  private static boolean lacksLanes(Expr part, int vectorBytes) {
    return !hasLanes(part.type())
        || switch (part) {
          case Expr.Arg _, Expr.Const _, Expr.Index _ -> false;
          case Expr.Cast cast -> !supportsCast(cast.operand().type(), cast.type(), vectorBytes);
          case Expr.Apply apply -> !supports(apply.op(), apply.operands());
        };
  }

  private static boolean supportsCast(ElementType from, ElementType to, int vectorBytes) {
    if (from == ElementType.FLOAT64 && to.isNarrowFloat()) {
      return false; // would round twice
    }
    if (truncates(from, to)) {
      // Only processors with AVX-512 turn floating-point lanes into lanes of 64 bits.
      boolean narrow = LaneTypes.truncated(to) == 'I';
      return from != ElementType.FLOAT16
          && to != ElementType.UINT64
          && (narrow || vectorBytes >= WIDE_REGISTER);
    }
    return from != ElementType.UINT64 || !to.isFloat();
  }

  private static boolean supports(ScalarOp op, java.util.List<Expr> operands) {
    ElementType type = operands.getFirst().type();
    if (op == ScalarOp.EQUAL && operands.get(1).type() != type) {
      return false; // int64 against uint64
    }
    if (operands.size() == 2 && operands.get(1).type() != type) {
      return false;
    }
    return switch (op.lanes()) {
      case NO_LANES -> false;
      case LANES -> true;
      case FLOAT_LANES, FORMULA -> type.isFloat();
    };
  }
}
