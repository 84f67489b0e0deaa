package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.fault.FaultRules;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.ElementCopy;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.FloatMath;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;

/// Writes values to the places of a walk, or combines them with what is there: `ufunc.at`.
///
/// Each kind has loops of its own: in one for all, the compiler would call what combines two
/// elements instead of inlining it.
abstract sealed class Scattering implements IndexPaths.Visitor {
  final MemorySegment values;
  final MemorySegment target;

  private Scattering(MemorySegment values, MemorySegment target) {
    this.values = values;
    this.target = target;
  }

  /// @param op what combines, or null where values replace
  /// @param values where the values are found, and `target` the array that is written
  static Scattering of(
      @Nullable ScalarOp op, ElementType type, MemorySegment values, MemorySegment target) {
    if (op == null) {
      return new Replacing(type.byteShift(), values, target);
    }
    DoubleBinaryOperator ofFloats =
        type == ElementType.FLOAT64 || type == ElementType.FLOAT32 ? ofFloats(op) : null;
    if (ofFloats != null) {
      return new OfFloats(op, type, ofFloats, values, target);
    }
    boolean whole = type.isInteger() && !type.isBool();
    LongBinaryOperator ofIntegers = whole ? ofIntegers(op, type) : null;
    return ofIntegers != null
        ? new OfIntegers(type, ofIntegers, values, target)
        : new General(op, type, values, target);
  }

  /// In float64, whose rounding to float32 is that of a sum, difference or product of float32.
  private static @Nullable DoubleBinaryOperator ofFloats(ScalarOp op) {
    return switch (op) {
      case ADD -> Double::sum;
      case SUBTRACT -> (a, b) -> a - b;
      case MULTIPLY -> (a, b) -> a * b;
      case MAXIMUM -> FloatMath::maximum;
      case MINIMUM -> FloatMath::minimum;
      default -> null;
    };
  }

  private static @Nullable LongBinaryOperator ofIntegers(ScalarOp op, ElementType type) {
    return switch (op) {
      case ADD -> Long::sum;
      case SUBTRACT -> (a, b) -> a - b;
      case MULTIPLY -> (a, b) -> a * b;
      case MAXIMUM -> type == ElementType.UINT64 ? null : Math::max;
      case MINIMUM -> type == ElementType.UINT64 ? null : Math::min;
      case BITWISE_AND -> (a, b) -> a & b;
      case BITWISE_OR -> (a, b) -> a | b;
      case BITWISE_XOR -> (a, b) -> a ^ b;
      default -> null;
    };
  }

  /// The floating-point faults met.
  int faults() {
    return 0;
  }

  /// What becomes of an element (argument 0) when a value (argument 1) is added to it.
  private static Expr combination(ScalarOp op, ElementType type) {
    Expr[] operands = new Expr[op.arity()];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = new Expr.Arg(i, type);
    }
    return Expr.cast(Expr.promoted(op, operands), type);
  }

  private static final class Replacing extends Scattering {
    private final int shift;

    Replacing(int shift, MemorySegment values, MemorySegment target) {
      super(values, target);
      this.shift = shift;
    }

    @Override
    public void row(long indexed, long step, long gathered, long valueStep, long count) {
      ElementCopy.run(values, gathered, valueStep, target, indexed, step, count, shift);
    }

    @Override
    public void elements(long indexed, long[] offsets, long gathered, long valueStep, int count) {
      ElementCopy.scatter(values, gathered, valueStep, target, indexed, offsets, count, shift);
    }
  }

  private static final class OfFloats extends Scattering {
    private final DoubleBinaryOperator function;
    private final Expr combination;
    private final ElementType type;
    private final boolean wide;
    private final double least; // results below it may have lost digits
    private int faults;

    OfFloats(
        ScalarOp op,
        ElementType type,
        DoubleBinaryOperator function,
        MemorySegment values,
        MemorySegment target) {
      super(values, target);
      this.function = function;
      this.combination = combination(op, type);
      this.type = type;
      this.wide = type == ElementType.FLOAT64;
      this.least = op == ScalarOp.MULTIPLY ? type.format().smallestNormal() : 0;
    }

    @Override
    int faults() {
      return faults;
    }

    @Override
    public void row(long indexed, long step, long gathered, long valueStep, long count) {
      for (long i = 0; i < count; i++) {
        combine(indexed + i * step, gathered + i * valueStep);
      }
    }

    @Override
    public void elements(long indexed, long[] offsets, long gathered, long valueStep, int count) {
      for (int j = 0; j < count; j++) {
        combine(indexed + offsets[j], gathered + j * valueStep);
      }
    }

    private void combine(long place, long value) {
      double before;
      double more;
      double result;
      if (wide) {
        before = target.get(JAVA_DOUBLE_UNALIGNED, place << 3);
        more = values.get(JAVA_DOUBLE_UNALIGNED, value << 3);
        result = function.applyAsDouble(before, more);
        target.set(JAVA_DOUBLE_UNALIGNED, place << 3, result);
      } else {
        before = target.get(JAVA_FLOAT_UNALIGNED, place << 2);
        more = values.get(JAVA_FLOAT_UNALIGNED, value << 2);
        result = (float) function.applyAsDouble(before, more);
        target.set(JAVA_FLOAT_UNALIGNED, place << 2, (float) result);
      }
      double size = Math.abs(result);
      if (!(size >= least && size < Double.POSITIVE_INFINITY)) {
        note(before, more, result);
      }
    }

    private void note(double before, double more, double result) {
      if (!Double.isNaN(before) && !Double.isNaN(more)) {
        Scalar[] operands = {Scalar.ofDouble(type, before), Scalar.ofDouble(type, more)};
        faults |= FaultRules.of(combination, operands, Scalar.ofDouble(type, result));
      }
    }
  }

  private static final class OfIntegers extends Scattering {
    private final ElementType type;
    private final LongBinaryOperator function;

    OfIntegers(
        ElementType type, LongBinaryOperator function, MemorySegment values, MemorySegment target) {
      super(values, target);
      this.type = type;
      this.function = function;
    }

    @Override
    public void row(long indexed, long step, long gathered, long valueStep, long count) {
      for (long i = 0; i < count; i++) {
        combine(indexed + i * step, gathered + i * valueStep);
      }
    }

    @Override
    public void elements(long indexed, long[] offsets, long gathered, long valueStep, int count) {
      for (int j = 0; j < count; j++) {
        combine(indexed + offsets[j], gathered + j * valueStep);
      }
    }

    private void combine(long place, long value) {
      long before = ElementAccess.getLong(target, type, place);
      long more = ElementAccess.getLong(values, type, value);
      long result = function.applyAsLong(before, more);
      ElementAccess.setLong(target, type, place, result);
    }
  }

  /// Any operation, by the reference.
  private static final class General extends Scattering {
    private static final long[] NOWHERE = {};

    private final Expr combination;
    private final ElementType type;
    private final boolean watched;
    private int faults;

    General(ScalarOp op, ElementType type, MemorySegment values, MemorySegment target) {
      super(values, target);
      this.combination = combination(op, type);
      this.type = type;
      this.watched = FaultRules.mayFault(combination);
    }

    @Override
    int faults() {
      return faults;
    }

    @Override
    public void row(long indexed, long step, long gathered, long valueStep, long count) {
      for (long i = 0; i < count; i++) {
        combine(indexed + i * step, gathered + i * valueStep);
      }
    }

    @Override
    public void elements(long indexed, long[] offsets, long gathered, long valueStep, int count) {
      for (int j = 0; j < count; j++) {
        combine(indexed + offsets[j], gathered + j * valueStep);
      }
    }

    private void combine(long place, long value) {
      Scalar[] operands = {
        ScalarMemory.get(target, type, place), ScalarMemory.get(values, type, value)
      };
      Scalar result = Reference.evaluate(combination, operands, NOWHERE);
      ScalarMemory.set(target, type, place, result);
      faults |= watched ? FaultRules.of(combination, operands, result) : 0;
    }
  }
}
