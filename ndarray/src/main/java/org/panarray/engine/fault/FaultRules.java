package org.panarray.engine.fault;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.FloatFault;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.Columns.Pole;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.FloatFormat;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;

/// Which floating-point faults NumPy reports for an elementwise expression.
///
/// Looked at are single operations and casts of inputs, also where a cast or a choice by a mask
/// follows; of a longer expression nobody could say afterwards which of its parts was at fault. A
/// kernel only tells whether a result of its row is suspicious, which costs next to nothing; the
/// rules are asked about the elements of such rows.
public final class FaultRules {
  private static final long[] NO_COORDINATES = {};

  private FaultRules() {}

  /// Whether faults of the expression are looked for.
  public static boolean mayFault(Expr expr) {
    return switch (expr) {
      case Expr.Arg _, Expr.Const _, Expr.Index _ -> false;
      case Expr.Cast cast ->
          cast.operand() instanceof Expr.Arg arg
              ? OperationFaults.canFault(arg.type(), cast.type())
              : !cast.type().isBool() && mayFault(cast.operand());
      case Expr.Apply apply when apply.op() == ScalarOp.SELECT -> isChoice(apply);
      case Expr.Apply apply -> {
        for (Expr operand : apply.operands()) {
          if (!isInput(operand)) {
            yield false;
          }
        }
        ElementType operand = apply.operands().getFirst().type();
        yield OperationFaults.canFault(apply.op(), operand, apply.type());
      }
    };
  }

  /// Whether a mask chooses between two values, one of which may be at fault.
  private static boolean isChoice(Expr.Apply apply) {
    Expr first = apply.operands().get(1);
    Expr second = apply.operands().get(2);
    boolean looked = mayFault(first) || mayFault(second);
    return looked
        && apply.operands().getFirst() instanceof Expr.Arg
        && (isInput(first) || mayFault(first))
        && (isInput(second) || mayFault(second));
  }

  /// Whether the expression is an input, converted to the operation's type or not.
  private static boolean isInput(Expr expr) {
    return expr instanceof Expr.Arg
        || expr instanceof Expr.Cast cast && cast.operand() instanceof Expr.Arg;
  }

  /// The faults of an expression for which [#mayFault] holds.
  public static int of(Expr expr, Scalar[] inputs, Scalar result) {
    return switch (expr) {
      case Expr.Arg _, Expr.Const _, Expr.Index _ -> 0;
      case Expr.Cast cast -> {
        Scalar before = value(cast.operand(), inputs);
        yield of(cast.operand(), inputs, before) | OperationFaults.ofCast(before, result);
      }
      case Expr.Apply apply when apply.op() == ScalarOp.SELECT -> {
        boolean first = value(apply.operands().getFirst(), inputs).truth();
        Expr chosen = apply.operands().get(first ? 1 : 2);
        yield of(chosen, inputs, result);
      }
      case Expr.Apply apply -> {
        Scalar[] operands = new Scalar[apply.operands().size()];
        for (int i = 0; i < operands.length; i++) {
          operands[i] = value(apply.operands().get(i), inputs);
        }
        yield OperationFaults.of(apply.op(), operands, result);
      }
    };
  }

  private static Scalar value(Expr expr, Scalar[] inputs) {
    return Reference.evaluate(expr, inputs, NO_COORDINATES);
  }

  /// Whether an element with an infinite or NaN result surely adds nothing to the faults found, by
  /// what they are or by its operands: so that arrays full of them are not slow.
  public static boolean isSettled(
      Expr expr, double result, int found, Operand[] inputs, long[] places) {
    boolean nan = Double.isNaN(result);
    if (nan ? (found & FloatFault.INVALID) != 0 : isSettled(expr, found)) {
      return true;
    }
    if (expr instanceof Expr.Apply apply
        && (apply.op() == ScalarOp.SELECT || apply.op() == ScalarOp.NEXTAFTER)) {
      return false;
    }
    for (int k = 0; k < places.length; k++) {
      MemorySegment segment = ScalarMemory.segment(inputs[k]);
      double operand = ElementAccess.getReal(segment, inputs[k].type(), places[k]);
      if (Double.isNaN(operand) || !nan && Double.isInfinite(operand)) {
        return true;
      }
    }
    return false;
  }

  /// Whether results that are not NaN add nothing to the faults found.
  public static boolean isSettled(Expr expr, int found) {
    return switch (expr) {
      case Expr.Arg _, Expr.Const _, Expr.Index _ -> true;
      case Expr.Cast cast when cast.operand() instanceof Expr.Arg ->
          (found & (cast.type().isInexact() ? FloatFault.OVERFLOW : FloatFault.INVALID)) != 0;
      case Expr.Cast _ -> false;
      case Expr.Apply apply ->
          apply.op() != ScalarOp.SELECT
              && (found & FloatFault.OVERFLOW) != 0
              && ((found & FloatFault.DIVIDE) != 0 || apply.op().pole() == Pole.NONE);
    };
  }

  /// Whether a row adds nothing to the faults found: `n` results from this byte on.
  public static boolean isSettled(Expr expr, int found, MemorySegment results, long at, int n) {
    return isSettled(expr, found)
        && (!expr.type().isInexact() || !hasNan(results, expr.type(), at, n));
  }

  /// Whether NaN may be among `n` results from this byte on.
  private static boolean hasNan(MemorySegment results, ElementType type, long at, int n) {
    if (!type.isFloat()) {
      return true;
    }
    FloatFormat format = type.format();
    boolean found = false;
    switch (format.bits()) {
      case 16 -> {
        int infinity = format.infinity();
        for (int i = 0; i < n; i++) {
          found |= (results.get(JAVA_SHORT_UNALIGNED, at + 2L * i) & 0x7fff) > infinity;
        }
      }
      case 32 -> {
        for (int i = 0; i < n; i++) {
          found |= Float.isNaN(results.get(JAVA_FLOAT_UNALIGNED, at + 4L * i));
        }
      }
      default -> {
        for (int i = 0; i < n; i++) {
          found |= Double.isNaN(results.get(JAVA_DOUBLE_UNALIGNED, at + 8L * i));
        }
      }
    }
    return found;
  }
}
