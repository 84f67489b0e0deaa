package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import org.panarray.prim.ElementType;

/// Code that gathers bits in a local variable where an element whose result does not show it may be
/// a floating-point fault: integer results.
///
/// @param local a long in which the bits gather, or -1 where nothing is looked for
public record SuspicionCode(CodeBuilder code, ElementCode element, int local) {

  boolean isWanted() {
    return local >= 0;
  }

  /// Whether a cast between these types shows its faults only in what it is given.
  boolean isWantedOfCast(ElementType from, ElementType to) {
    return isWanted() && from.isInexact() && to.isInteger();
  }

  /// Takes the divisor of integers from the stack.
  void ofDivisor(ElementType type) {
    element.toLong(type);
    element.scalarMath("suspiciousDivisor", CD_int, CD_long);
    code.i2l();
    gather();
  }

  /// Takes a float that is cast to an integer from the stack.
  void ofCast(ElementType from, ElementType to) {
    if (from.isComplex()) {
      code.invokevirtual(Descriptors.COMPLEX, "re", MethodTypeDesc.of(CD_double));
    } else {
      element.toDouble(from);
    }
    String name =
        switch (to) {
          case INT64, UINT64, UINT32 -> "beyondLong";
          default -> "beyondInt";
        };
    element.scalarMath(name, CD_long, CD_double);
    gather();
  }

  private void gather() {
    code.lload(local).lor().lstore(local);
  }
}
