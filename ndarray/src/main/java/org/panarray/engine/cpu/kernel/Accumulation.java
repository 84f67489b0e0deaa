package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.fault.FaultRules;
import org.panarray.engine.fault.OperationFaults;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;

/// Combines one value with one element in place, by offsets: the step of `ufunc.at`.
@FunctionalInterface
public interface Accumulation {
  /// Makes one step, and returns its floating-point faults.
  int add(long target, long value);

  /// Sums of the usual types have loops of their own; the rest goes by the reference.
  static Accumulation of(
      ScalarOp op, ElementType type, MemorySegment values, MemorySegment elements) {
    if (op == ScalarOp.ADD) {
      switch (type) {
        case FLOAT64 -> {
          return (target, value) -> {
            double before = elements.get(JAVA_DOUBLE_UNALIGNED, target << 3);
            double more = values.get(JAVA_DOUBLE_UNALIGNED, value << 3);
            elements.set(JAVA_DOUBLE_UNALIGNED, target << 3, before + more);
            return faults(before, more, before + more);
          };
        }
        case FLOAT32 -> {
          return (target, value) -> {
            float before = elements.get(JAVA_FLOAT_UNALIGNED, target << 2);
            float more = values.get(JAVA_FLOAT_UNALIGNED, value << 2);
            elements.set(JAVA_FLOAT_UNALIGNED, target << 2, before + more);
            return faults(before, more, before + more);
          };
        }
        case INT64, UINT64 -> {
          return (target, value) -> {
            elements.set(
                JAVA_LONG_UNALIGNED,
                target << 3,
                elements.get(JAVA_LONG_UNALIGNED, target << 3)
                    + values.get(JAVA_LONG_UNALIGNED, value << 3));
            return 0;
          };
        }
        case INT32, UINT32 -> {
          return (target, value) -> {
            elements.set(
                JAVA_INT_UNALIGNED,
                target << 2,
                elements.get(JAVA_INT_UNALIGNED, target << 2)
                    + values.get(JAVA_INT_UNALIGNED, value << 2));
            return 0;
          };
        }
        default -> {}
      }
    }
    Expr combination = combination(op, type);
    boolean watched = FaultRules.mayFault(combination);
    return (target, value) -> {
      Scalar[] operands = {
        ScalarMemory.get(elements, type, target), ScalarMemory.get(values, type, value)
      };
      Scalar result = Reference.evaluate(combination, operands, NOWHERE);
      ScalarMemory.set(elements, type, target, result);
      return watched ? FaultRules.of(combination, operands, result) : 0;
    };
  }

  /// What becomes of an element (argument 0) when a value (argument 1) is added to it.
  private static Expr combination(ScalarOp op, ElementType type) {
    Expr[] operands = new Expr[op.arity()];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = new Expr.Arg(i, type);
    }
    return Expr.cast(Expr.promoted(op, operands), type);
  }

  private static int faults(double before, double more, double sum) {
    return Double.isFinite(sum) ? 0 : faultsOf(before, more, sum);
  }

  private static int faultsOf(double before, double more, double sum) {
    if (Double.isNaN(before) || Double.isNaN(more)) {
      return 0;
    }
    boolean infinite = Double.isInfinite(before) || Double.isInfinite(more);
    return OperationFaults.unaccounted(sum, 0, false, infinite);
  }

  /// A combination has no coordinates.
  long[] NOWHERE = {};
}
