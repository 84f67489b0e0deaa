package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import org.panarray.prim.ElementType;
import org.panarray.prim.ScalarOp;

/// Code for operations on complex numbers, which live on the stack as objects that the just-in-time
/// compiler takes apart.
public final class ComplexCode {
  private ComplexCode() {}

  /// Replaces the operands on the stack by the result.
  static void apply(
      CodeBuilder code, ElementCode element, ScalarOp op, int arity, ElementType type) {
    ClassDesc self = Descriptors.COMPLEX;
    switch (op.family()) {
      case COMPARISON -> compare(code, element, op);
      case PREDICATE -> element.call(Descriptors.SCALAR_MATH, op.methodName(), CD_boolean, self, 1);
      case MAGNITUDE -> {
        if (op == ScalarOp.ABSOLUTE) {
          element.call(Descriptors.SCALAR_MATH, "absolute", CD_double, self, 1);
          element.fromDouble(type.realPart(), true);
        } else {
          function(element, op, arity, type);
        }
      }
      case PART -> {
        if (op == ScalarOp.CONJUGATE) {
          element.call(Descriptors.SCALAR_MATH, op.camelName(), self, self, 1);
        } else {
          String name = op == ScalarOp.REAL ? "re" : "im";
          code.invokevirtual(self, name, MethodTypeDesc.of(CD_double));
          element.fromDouble(type.realPart(), true);
        }
      }
      case ARITHMETIC -> {
        if (op == ScalarOp.NEGATIVE) {
          element.call(Descriptors.SCALAR_MATH, op.camelName(), self, self, 1);
        } else if (op == ScalarOp.SQUARE) {
          element.call(Descriptors.SCALAR_MATH, op.camelName(), self, self, 1);
          element.roundComplex(type);
        } else {
          function(element, op, arity, type);
        }
      }
      case FUNCTION, ROUNDING, EXTREMUM -> function(element, op, arity, type);
      case DIVISION,
          CHOICE,
          LOGICAL,
          BITWISE,
          SHIFT,
          WHOLE,
          ANGLE,
          NEIGHBOUR,
          EXPONENT,
          FUSED,
          PATTERN ->
          throw new IllegalStateException(op + " is no operation on complex numbers");
    }
  }

  private static void function(ElementCode element, ScalarOp op, int arity, ElementType type) {
    ClassDesc self = Descriptors.COMPLEX;
    element.call(Descriptors.COMPLEX_MATH, op.methodName(), self, self, arity);
    element.roundComplex(type);
  }

  private static void compare(CodeBuilder code, ElementCode element, ScalarOp op) {
    if (op == ScalarOp.EQUAL || op == ScalarOp.NOT_EQUAL) {
      element.call(Descriptors.SCALAR_MATH, "equal", CD_boolean, Descriptors.COMPLEX, 2);
      if (op == ScalarOp.NOT_EQUAL) {
        code.iconst_1().ixor();
      }
      return;
    }
    if (op == ScalarOp.GREATER || op == ScalarOp.GREATER_EQUAL) {
      code.swap();
    }
    boolean strict = op == ScalarOp.LESS || op == ScalarOp.GREATER;
    String name = strict ? "less" : "lessEqual";
    element.call(Descriptors.COMPLEX_MATH, name, CD_boolean, Descriptors.COMPLEX, 2);
  }
}
