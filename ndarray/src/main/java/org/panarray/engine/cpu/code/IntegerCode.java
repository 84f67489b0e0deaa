package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
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
    boolean wide = Descriptors.kind(type) == TypeKind.LONG;
    Opcode branch = Instructions.branch(op);
    if (branch != null) {
      compareIntegers(x);
      element.booleanOf(branch);
      return;
    }
    switch (op) {
      case ADD,
          MULTIPLY,
          SUBTRACT,
          BITWISE_AND,
          BITWISE_OR,
          BITWISE_XOR,
          NEGATIVE,
          INVERT,
          SQUARE -> {
        emitter.values(x);
        if (op == ScalarOp.SQUARE) {
          emitter.value(x.getFirst());
        }
        inline(op, type, wide);
        element.wrap(type);
      }
      case MAXIMUM, FMAX -> extremum(x, Opcode.IFGE);
      case MINIMUM, FMIN -> extremum(x, Opcode.IFLE);
      case ABSOLUTE, SIGN, FLOOR, CEIL, TRUNC, CONJUGATE, REAL -> {
        emitter.value(x.getFirst());
        boolean computed = op == ScalarOp.SIGN || op == ScalarOp.ABSOLUTE && !type.isUnsigned();
        if (computed && !type.isBool()) {
          viaLong(op == ScalarOp.SIGN ? signName(type) : "absolute", type);
        }
      }
      case IMAG, ISNAN, ISINF -> zero(op, type);
      case ISFINITE -> code.iconst_1();
      case BITWISE_COUNT -> {
        emitter.value(x.getFirst());
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
      case RECIPROCAL -> {
        suspectDivisor(x.getFirst());
        emitter.value(x.getFirst());
        element.toLong(type);
        code.loadConstant(FloatMath.toInteger(Double.POSITIVE_INFINITY, type));
        element.scalarMath(
            type.isUnsigned() ? "reciprocalUnsigned" : "reciprocal", CD_long, CD_long, CD_long);
        element.fromLong(type);
      }
      default -> longFunction(op, x, type);
    }
  }

  private static String signName(ElementType type) {
    return type.isUnsigned() ? "signUnsigned" : "sign";
  }

  private void zero(ScalarOp op, ElementType type) {
    if (op == ScalarOp.IMAG && Descriptors.kind(type) == TypeKind.LONG) {
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

  private void inline(ScalarOp op, ElementType type, boolean wide) {
    boolean bool = type.isBool();
    switch (op) {
      case ADD -> {
        if (bool) {
          code.ior();
        } else {
          code.with(Instructions.operator(wide, Opcode.LADD, Opcode.IADD));
        }
      }
      case MULTIPLY, SQUARE -> code.with(Instructions.operator(wide, Opcode.LMUL, Opcode.IMUL));
      case SUBTRACT -> code.with(Instructions.operator(wide, Opcode.LSUB, Opcode.ISUB));
      case BITWISE_AND -> code.with(Instructions.operator(wide, Opcode.LAND, Opcode.IAND));
      case BITWISE_OR -> code.with(Instructions.operator(wide, Opcode.LOR, Opcode.IOR));
      case BITWISE_XOR -> code.with(Instructions.operator(wide, Opcode.LXOR, Opcode.IXOR));
      case NEGATIVE -> code.with(Instructions.operator(wide, Opcode.LNEG, Opcode.INEG));
      case INVERT -> {
        if (wide) {
          code.loadConstant(-1L).lxor();
        } else {
          code.loadConstant(bool ? 1 : -1).ixor();
        }
      }
      default -> throw new IllegalStateException("not inlined: " + op);
    }
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
    boolean divides =
        op == ScalarOp.FLOOR_DIVIDE || op == ScalarOp.REMAINDER || op == ScalarOp.FMOD;
    if (divides) {
      suspectDivisor(x.get(1));
    }
    for (Expr operand : x) {
      emitter.value(operand);
      element.toLong(operand.type());
    }
    boolean shift = op == ScalarOp.LEFT_SHIFT || op == ScalarOp.RIGHT_SHIFT;
    if (shift) {
      code.loadConstant(type.byteSize() * 8);
      String name =
          op == ScalarOp.LEFT_SHIFT
              ? "leftShift"
              : type.isUnsigned() ? "rightShiftUnsigned" : "rightShift";
      code.invokestatic(
          Descriptors.INTEGER_MATH, name, MethodTypeDesc.of(CD_long, CD_long, CD_long, CD_int));
    } else {
      element.call(Descriptors.INTEGER_MATH, IntegerFunctions.name(op, type), CD_long, CD_long, 2);
    }
    element.fromLong(type);
  }

  private void suspectDivisor(Expr divisor) {
    if (suspicion.isWanted()) {
      emitter.value(divisor);
      suspicion.ofDivisor(divisor.type());
    }
  }
}
