package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.panarray.prim.Columns.Truth;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.FloatMath;
import org.panarray.prim.ScalarOp;

/// Code for operations on integers and bools.
public final class IntegerCode {
  private final CodeBuilder code;
  private final ElementCode element;
  private final ScalarEmitter emitter;
  private final SuspicionCode suspicion;

  IntegerCode(
      CodeBuilder code, ElementCode element, ScalarEmitter emitter, SuspicionCode suspicion) {
    this.code = code;
    this.element = element;
    this.emitter = emitter;
    this.suspicion = suspicion;
  }

  /// Leaves the result on the stack.
  void apply(ScalarOp op, List<Expr> x, ElementType type) {
    switch (op.family()) {
      case COMPARISON -> {
        compareIntegers(x);
        element.booleanOf(Instructions.branch(op));
      }
      case ARITHMETIC, BITWISE -> {
        if (op == ScalarOp.RECIPROCAL) {
          reciprocal(x.getFirst(), type);
        } else {
          inline(op, x, type);
        }
      }
      case EXTREMUM -> {
        boolean largest = op == ScalarOp.MAXIMUM || op == ScalarOp.FMAX;
        extremum(x, largest ? Opcode.IFGE : Opcode.IFLE);
      }
      case MAGNITUDE -> {
        emitter.value(x.getFirst());
        boolean computed = op == ScalarOp.SIGN || !type.isUnsigned();
        if (computed && !type.isBool()) {
          viaLong(op == ScalarOp.SIGN ? signName(type) : "absolute", type);
        }
      }
      case ROUNDING -> emitter.value(x.getFirst());
      case PART -> {
        if (op == ScalarOp.IMAG) {
          zero(type);
        } else {
          emitter.value(x.getFirst());
        }
      }
      case PREDICATE -> code.loadConstant(op.onBools() == Truth.TRUE ? 1 : 0);
      case WHOLE -> {
        if (op == ScalarOp.BITWISE_COUNT) {
          bitCount(x.getFirst(), type);
        } else {
          longFunction(op, x, type);
        }
      }
      case DIVISION -> {
        suspectDivisor(x.get(op.wholeDivisor()));
        longFunction(op, x, type);
      }
      case FUNCTION -> longFunction(op, x, type);
      case SHIFT -> shift(op, x, type);
      case PATTERN -> floatOf(x.getFirst(), type);
      case CHOICE, LOGICAL, ANGLE, NEIGHBOUR, EXPONENT, FUSED ->
          throw new IllegalStateException(op + " is no operation on integers");
    }
  }

  private void floatOf(Expr bits, ElementType type) {
    boolean wide = Descriptors.kind(type) == TypeKind.LONG;
    emitter.value(bits);
    code.invokestatic(
        Descriptors.of(wide ? Double.class : Float.class),
        wide ? "longBitsToDouble" : "intBitsToFloat",
        wide ? MethodTypeDesc.of(CD_double, CD_long) : MethodTypeDesc.of(CD_float, CD_int));
  }

  private void bitCount(Expr operand, ElementType type) {
    emitter.value(operand);
    element.toLong(type);
    boolean unsigned = type.isUnsigned();
    element.call(
        unsigned ? Descriptors.SCALAR_MATH : Descriptors.INTEGER_MATH,
        unsigned ? "bitCountUnsigned" : "bitCount",
        CD_long,
        CD_long,
        1);
    code.l2i();
  }

  private void reciprocal(Expr operand, ElementType type) {
    suspectDivisor(operand);
    emitter.value(operand);
    element.toLong(type);
    code.loadConstant(FloatMath.toInteger(Double.POSITIVE_INFINITY, type));
    element.scalarMath(
        type.isUnsigned() ? "reciprocalUnsigned" : "reciprocal", CD_long, CD_long, CD_long);
    element.fromLong(type);
  }

  private static String signName(ElementType type) {
    return type.isUnsigned() ? "signUnsigned" : "sign";
  }

  private void zero(ElementType type) {
    if (Descriptors.kind(type) == TypeKind.LONG) {
      code.lconst_0();
    } else {
      code.iconst_0();
    }
  }

  private void viaLong(String name, ElementType type) {
    element.toLong(type);
    element.scalarMath(name, CD_long, CD_long);
    element.fromLong(type);
  }

  private void inline(ScalarOp op, List<Expr> x, ElementType type) {
    boolean wide = Descriptors.kind(type) == TypeKind.LONG;
    emitter.values(x);
    if (op == ScalarOp.SQUARE) {
      emitter.value(x.getFirst());
    }
    if (op == ScalarOp.INVERT && wide) {
      code.loadConstant(-1L).lxor();
    } else if (op == ScalarOp.INVERT) {
      code.loadConstant(type.isBool() ? 1 : -1).ixor();
    } else if (type.isBool() && op.onBools() == Truth.OR) {
      code.ior();
    } else {
      code.with(Instructions.operator(wide ? 'L' : 'I', op));
    }
    element.wrap(type);
  }

  /// Leaves an int whose sign tells the order.
  private void compareIntegers(List<Expr> x) {
    ElementType a = x.get(0).type();
    ElementType b = x.get(1).type();
    emitter.values(x);
    if (a != b) {
      boolean first = a == ElementType.UINT64;
      element.scalarMath(
          first ? "compareUnsignedSigned" : "compareSignedUnsigned", CD_int, CD_long, CD_long);
    } else if (a == ElementType.UINT64) {
      element.call(Descriptors.of(Long.class), "compareUnsigned", CD_int, CD_long, 2);
    } else if (a == ElementType.INT64) {
      code.lcmp();
    } else if (a == ElementType.UINT32) {
      element.call(Descriptors.of(Integer.class), "compareUnsigned", CD_int, CD_int, 2);
    } else {
      element.call(Descriptors.of(Integer.class), "compare", CD_int, CD_int, 2);
    }
  }

  private void extremum(List<Expr> x, Opcode keepsFirst) {
    compareIntegers(x);
    code.ifThenElse(keepsFirst, _ -> emitter.value(x.get(0)), _ -> emitter.value(x.get(1)));
  }

  private void longFunction(ScalarOp op, List<Expr> x, ElementType type) {
    toLongs(x);
    element.call(Descriptors.INTEGER_MATH, methodName(op, type), CD_long, CD_long, 2);
    element.fromLong(type);
  }

  /// The narrower unsigned integers are longs that are not negative, so that the signed functions
  /// serve them.
  private static String methodName(ScalarOp op, ElementType type) {
    if (type != ElementType.UINT64) {
      return op.methodName();
    }
    // without signs both remainders are one
    return (op == ScalarOp.FMOD ? ScalarOp.REMAINDER : op).methodName() + "Unsigned";
  }

  private void shift(ScalarOp op, List<Expr> x, ElementType type) {
    toLongs(x);
    code.loadConstant(type.byteSize() * 8);
    boolean unsigned = op == ScalarOp.RIGHT_SHIFT && type.isUnsigned();
    code.invokestatic(
        Descriptors.INTEGER_MATH,
        op.camelName() + (unsigned ? "Unsigned" : ""),
        MethodTypeDesc.of(CD_long, CD_long, CD_long, CD_int));
    element.fromLong(type);
  }

  private void toLongs(List<Expr> x) {
    for (Expr operand : x) {
      emitter.value(operand);
      element.toLong(operand.type());
    }
  }

  private void suspectDivisor(Expr divisor) {
    if (suspicion.isWanted()) {
      emitter.value(divisor);
      suspicion.ofDivisor(divisor.type());
    }
  }
}
