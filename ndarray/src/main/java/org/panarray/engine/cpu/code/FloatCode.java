package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

/// Code for operations on real floating-point numbers.
public final class FloatCode {
  private final CodeBuilder code;
  private final ElementCode element;
  private final ScalarEmitter emitter;

  FloatCode(CodeBuilder code, ElementCode element, ScalarEmitter emitter) {
    this.code = code;
    this.element = element;
    this.emitter = emitter;
  }

  /// Leaves the result on the stack.
  void apply(ScalarOp op, List<Expr> x, ElementType type) {
    boolean wide = type == ElementType.FLOAT64;
    Opcode branch = Instructions.branch(op);
    if (branch != null) {
      emitter.values(x);
      // NaN must fail every comparison but the unequal one.
      boolean less = op == ScalarOp.LESS || op == ScalarOp.LESS_EQUAL;
      code.with(
          Instructions.operator(
              wide, less ? Opcode.DCMPG : Opcode.DCMPL, less ? Opcode.FCMPG : Opcode.FCMPL));
      element.booleanOf(branch);
      return;
    }
    ClassDesc self = wide ? CD_double : CD_float;
    switch (op) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE -> {
        emitter.values(x);
        arithmetic(op, wide);
        roundHalf(type);
      }
      case SQUARE -> {
        emitter.value(x.getFirst());
        emitter.value(x.getFirst());
        arithmetic(ScalarOp.MULTIPLY, wide);
        roundHalf(type);
      }
      case RECIPROCAL -> {
        code.loadConstant(1.0);
        element.fromDouble(wide ? type : ElementType.FLOAT32, true);
        emitter.value(x.getFirst());
        arithmetic(ScalarOp.DIVIDE, wide);
        roundHalf(type);
      }
      case NEGATIVE -> {
        emitter.value(x.getFirst());
        code.with(Instructions.operator(wide, Opcode.DNEG, Opcode.FNEG));
      }
      case ABSOLUTE, FABS -> {
        emitter.value(x.getFirst());
        element.call(Descriptors.MATH, "abs", self, self, 1);
      }
      case MAXIMUM, MINIMUM, FMAX, FMIN -> {
        emitter.values(type == ElementType.FLOAT16 ? x.reversed() : x); // the first zero wins
        element.call(Descriptors.FLOAT_MATH, op.camelName(), self, self, 2);
      }
      case FLOOR_DIVIDE, REMAINDER -> {
        emitter.values(x);
        element.call(Descriptors.FLOAT_MATH, op.camelName(), self, self, 2);
        roundHalf(type);
      }
      case FMOD -> {
        emitter.values(x);
        code.with(Instructions.operator(wide, Opcode.DREM, Opcode.FREM));
      }
      case SPACING, NEXTAFTER -> neighbour(op, x, type, self);
      case LDEXP -> {
        emitter.value(x.get(0));
        emitter.value(x.get(1));
        element.toLong(x.get(1).type());
        code.invokestatic(Descriptors.SCALAR_MATH, "ldexp", MethodTypeDesc.of(self, self, CD_long));
        roundHalf(type);
      }
      case CONJUGATE, REAL -> emitter.value(x.getFirst());
      case DEG2RAD, RADIANS -> scale(x, wide, Math.PI / 180, (float) (Math.PI / 180), type);
      case RAD2DEG, DEGREES -> scale(x, wide, 180 / Math.PI, 180f / (float) Math.PI, type);
      case ISNAN -> predicate(x, "isNan");
      case ISINF -> predicate(x, "isInfinite");
      case ISFINITE -> predicate(x, "isFinite");
      case SIGNBIT -> predicate(x, "signBit");
      case IMAG -> {
        code.loadConstant(0.0);
        element.fromDouble(type, false);
      }
      case FREXP_EXPONENT -> {
        emitter.toDoubles(x);
        element.call(Descriptors.FLOAT_MATH, "frexpExponent", CD_int, CD_double, 1);
      }
      default -> {
        emitter.toDoubles(x);
        FloatFunctions.Function function = FloatFunctions.of(op);
        element.call(function.owner(), function.name(), CD_double, CD_double, x.size());
        element.fromDouble(type, true);
      }
    }
  }

  private void arithmetic(ScalarOp op, boolean wide) {
    code.with(
        switch (op) {
          case ADD -> Instructions.operator(wide, Opcode.DADD, Opcode.FADD);
          case SUBTRACT -> Instructions.operator(wide, Opcode.DSUB, Opcode.FSUB);
          case MULTIPLY -> Instructions.operator(wide, Opcode.DMUL, Opcode.FMUL);
          default -> Instructions.operator(wide, Opcode.DDIV, Opcode.FDIV);
        });
  }

  private void roundHalf(ElementType type) {
    if (type == ElementType.FLOAT16) {
      element.scalarMath("half", CD_float, CD_float);
    }
  }

  private void scale(List<Expr> x, boolean wide, double factor, float single, ElementType type) {
    emitter.value(x.getFirst());
    if (wide) {
      code.loadConstant(factor).dmul();
    } else {
      code.loadConstant(single).fmul();
      roundHalf(type);
    }
  }

  private void predicate(List<Expr> x, String name) {
    emitter.toDoubles(x);
    element.call(Descriptors.SCALAR_MATH, name, CD_boolean, CD_double, 1);
  }

  private void neighbour(ScalarOp op, List<Expr> x, ElementType type, ClassDesc self) {
    emitter.values(x);
    boolean half = type == ElementType.FLOAT16;
    if (op == ScalarOp.SPACING) {
      element.call(Descriptors.FLOAT_MATH, half ? "spacingHalf" : "spacing", self, self, 1);
    } else if (half) {
      element.call(Descriptors.FLOAT_MATH, "nextAfterHalf", self, self, 2);
    } else {
      ClassDesc owner = type == ElementType.FLOAT32 ? Descriptors.SCALAR_MATH : Descriptors.MATH;
      element.call(owner, "nextAfter", self, self, 2);
    }
  }
}
