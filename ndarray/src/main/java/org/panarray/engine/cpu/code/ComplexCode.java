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
    switch (op) {
      case EQUAL -> element.call(Descriptors.SCALAR_MATH, "equal", CD_boolean, self, 2);
      case NOT_EQUAL -> {
        element.call(Descriptors.SCALAR_MATH, "equal", CD_boolean, self, 2);
        code.iconst_1().ixor();
      }
      case LESS -> element.call(Descriptors.COMPLEX_MATH, "less", CD_boolean, self, 2);
      case LESS_EQUAL -> element.call(Descriptors.COMPLEX_MATH, "lessEqual", CD_boolean, self, 2);
      case GREATER -> {
        code.swap();
        element.call(Descriptors.COMPLEX_MATH, "less", CD_boolean, self, 2);
      }
      case GREATER_EQUAL -> {
        code.swap();
        element.call(Descriptors.COMPLEX_MATH, "lessEqual", CD_boolean, self, 2);
      }
      case ISNAN -> element.call(Descriptors.SCALAR_MATH, "isNan", CD_boolean, self, 1);
      case ISINF -> element.call(Descriptors.SCALAR_MATH, "isInfinite", CD_boolean, self, 1);
      case ISFINITE -> element.call(Descriptors.SCALAR_MATH, "isFinite", CD_boolean, self, 1);
      case ABSOLUTE -> {
        element.call(Descriptors.SCALAR_MATH, "absolute", CD_double, self, 1);
        element.fromDouble(type.realPart(), true);
      }
      case REAL, IMAG -> {
        String name = op == ScalarOp.REAL ? "re" : "im";
        code.invokevirtual(self, name, MethodTypeDesc.of(CD_double));
        element.fromDouble(type.realPart(), true);
      }
      case NEGATIVE, CONJUGATE ->
          element.call(Descriptors.SCALAR_MATH, op.camelName(), self, self, 1);
      case SQUARE -> {
        element.call(Descriptors.SCALAR_MATH, "square", self, self, 1);
        element.roundComplex(type);
      }
      default -> {
        element.call(Descriptors.COMPLEX_MATH, FloatFunctions.complexName(op), self, self, arity);
        element.roundComplex(type);
      }
    }
  }
}
