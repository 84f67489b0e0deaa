package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.panarray.prim.Angles;
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
    ClassDesc self = wide ? CD_double : CD_float;
    switch (op.family()) {
      case COMPARISON -> compare(op, x, wide);
      case ARITHMETIC -> arithmetic(op, x, type, wide);
      case DIVISION -> {
        emitter.values(x);
        if (op.operator() != null) {
          code.with(Instructions.operator(wide ? 'D' : 'F', op));
        } else {
          element.call(Descriptors.FLOAT_MATH, op.camelName(), self, self, 2);
          element.round(type, CD_float);
        }
      }
      case FUNCTION, ROUNDING -> function(op, x, type);
      case MAGNITUDE -> {
        if (op == ScalarOp.SIGN) {
          function(op, x, type);
        } else {
          emitter.value(x.getFirst());
          element.call(Descriptors.MATH, "abs", self, self, 1);
        }
      }
      case EXTREMUM -> {
        emitter.values(type == ElementType.FLOAT16 ? x.reversed() : x); // the first zero wins
        element.call(Descriptors.FLOAT_MATH, op.camelName(), self, self, 2);
      }
      case PART -> {
        if (op == ScalarOp.IMAG) {
          code.loadConstant(0.0);
          element.fromDouble(type, false);
        } else {
          emitter.value(x.getFirst());
        }
      }
      case PREDICATE -> {
        emitter.toDoubles(x);
        element.call(Descriptors.SCALAR_MATH, op.methodName(), CD_boolean, CD_double, 1);
      }
      case ANGLE -> angle(op, x, wide, type);
      case NEIGHBOUR -> neighbour(op, x, type, self);
      case EXPONENT -> exponent(op, x, type, self);
      case FUSED -> {
        emitter.values(x);
        element.call(Descriptors.MATH, "fma", self, self, 3);
      }
      case PATTERN -> {
        emitter.value(x.getFirst());
        code.invokestatic(
            Descriptors.of(wide ? Double.class : Float.class),
            wide ? "doubleToRawLongBits" : "floatToRawIntBits",
            MethodTypeDesc.of(wide ? CD_long : CD_int, self));
      }
      case CHOICE, LOGICAL, BITWISE, SHIFT, WHOLE ->
          throw new IllegalStateException(op + " is no operation on floats");
    }
  }

  private void compare(ScalarOp op, List<Expr> x, boolean wide) {
    emitter.values(x);
    // NaN must fail every comparison but the unequal one.
    boolean less = op == ScalarOp.LESS || op == ScalarOp.LESS_EQUAL;
    code.with(Instructions.operator(wide ? 'D' : 'F', less ? "CMPG" : "CMPL"));
    element.booleanOf(Instructions.branch(op));
  }

  private void arithmetic(ScalarOp op, List<Expr> x, ElementType type, boolean wide) {
    if (op == ScalarOp.RECIPROCAL) {
      code.loadConstant(1.0);
      element.fromDouble(wide ? type : ElementType.FLOAT32, true);
    }
    emitter.values(x);
    if (op == ScalarOp.SQUARE) {
      emitter.value(x.getFirst());
    }
    code.with(Instructions.operator(wide ? 'D' : 'F', op));
    if (!op.isSilent()) {
      element.round(type, CD_float);
    }
  }

  private void function(ScalarOp op, List<Expr> x, ElementType type) {
    emitter.toDoubles(x);
    boolean ofMath = Objects.requireNonNull(op.method()).startsWith("Math.");
    boolean ofAngles = op.method().startsWith("Angles.");
    ClassDesc owner =
        ofMath
            ? Descriptors.MATH
            : ofAngles ? Descriptors.of(Angles.class) : Descriptors.FLOAT_MATH;
    element.call(owner, op.methodName(), CD_double, CD_double, x.size());
    element.fromDouble(type, true);
  }

  private void exponent(ScalarOp op, List<Expr> x, ElementType type, ClassDesc self) {
    if (op == ScalarOp.FREXP_EXPONENT) {
      emitter.toDoubles(x);
      element.call(Descriptors.FLOAT_MATH, "frexpExponent", CD_int, CD_double, 1);
      return;
    }
    emitter.value(x.get(0));
    emitter.value(x.get(1));
    element.toLong(x.get(1).type());
    code.invokestatic(Descriptors.SCALAR_MATH, "ldexp", MethodTypeDesc.of(self, self, CD_long));
    element.round(type, CD_float);
  }

  private void angle(ScalarOp op, List<Expr> x, boolean wide, ElementType type) {
    boolean toRadians = op == ScalarOp.DEG2RAD || op == ScalarOp.RADIANS;
    emitter.value(x.getFirst());
    if (wide) {
      code.loadConstant(toRadians ? Math.PI / 180 : 180 / Math.PI).dmul();
    } else {
      code.loadConstant(toRadians ? (float) (Math.PI / 180) : 180f / (float) Math.PI).fmul();
      element.round(type, CD_float);
    }
  }

  private void neighbour(ScalarOp op, List<Expr> x, ElementType type, ClassDesc self) {
    emitter.values(x);
    String name = op == ScalarOp.SPACING ? "spacing" : "nextAfter";
    if (type.isNarrowFloat()) {
      ClassDesc[] parameters = new ClassDesc[x.size() + 1];
      Arrays.fill(parameters, self);
      parameters[x.size()] = Descriptors.FORMAT;
      Descriptors.format(code, type);
      code.invokestatic(Descriptors.FLOAT_MATH, name, MethodTypeDesc.of(self, parameters));
    } else if (op == ScalarOp.SPACING) {
      element.call(Descriptors.FLOAT_MATH, name, self, self, 1);
    } else {
      ClassDesc owner = type == ElementType.FLOAT32 ? Descriptors.SCALAR_MATH : Descriptors.MATH;
      element.call(owner, name, self, self, 2);
    }
  }
}
