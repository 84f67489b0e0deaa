package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_double;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import org.panarray.prim.ElementType;

/// The result so far of a loop that combines elements, in local variables.
///
/// A complex one is kept in two parts: the just-in-time compiler takes objects apart within a step
/// of a loop, not those that go from one step to the next. With the object kept, `np.prod` of
/// complex numbers left 32 bytes of garbage an element.
final class RunningTotal {
  private final CodeBuilder code;
  private final TypeKind kind;
  private final boolean inParts;
  private final int value;
  private final int re;
  private final int im;

  RunningTotal(CodeBuilder code, ElementType type) {
    this.code = code;
    this.kind = Descriptors.kind(type);
    this.inParts = type.isComplex();
    this.value = code.allocateLocal(kind);
    this.re = inParts ? code.allocateLocal(TypeKind.DOUBLE) : value;
    this.im = inParts ? code.allocateLocal(TypeKind.DOUBLE) : value;
  }

  /// The local variable that holds it until it is stored again.
  int local() {
    if (inParts) {
      load();
      code.storeLocal(kind, value);
    }
    return value;
  }

  /// Pushes it.
  void load() {
    if (inParts) {
      code.dload(re)
          .dload(im)
          .invokestatic(
              Descriptors.SCALAR_MATH,
              "complex",
              MethodTypeDesc.of(Descriptors.COMPLEX, CD_double, CD_double));
    } else {
      code.loadLocal(kind, value);
    }
  }

  /// Replaces it by the value on the stack.
  void store() {
    code.storeLocal(kind, value);
    if (inParts) {
      part("re", re);
      part("im", im);
    }
  }

  private void part(String name, int local) {
    code.aload(value)
        .invokevirtual(Descriptors.COMPLEX, name, MethodTypeDesc.of(CD_double))
        .dstore(local);
  }
}
