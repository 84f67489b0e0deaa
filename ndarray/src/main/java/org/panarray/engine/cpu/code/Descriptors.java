package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.panarray.engine.memory.Home;
import org.panarray.prim.ComplexMath;
import org.panarray.prim.ComplexNumber;
import org.panarray.prim.ElementType;
import org.panarray.prim.FloatFormat;
import org.panarray.prim.FloatMath;
import org.panarray.prim.IntegerMath;

/// The class descriptors that generated code names, and how element types live on the JVM's stack.
public final class Descriptors {
  static final ClassDesc BYTES = of(byte[].class);
  static final ClassDesc HOME = of(Home.class);
  static final ClassDesc HEAP_ACCESS = of(HeapAccess.class);
  static final ClassDesc KERNEL = of(Kernel.class);
  static final ClassDesc SEGMENT = of(MemorySegment.class);
  static final ClassDesc VALUE_LAYOUT = of(ValueLayout.class);
  static final ClassDesc MATH = of(Math.class);
  static final ClassDesc FLOAT_MATH = of(FloatMath.class);
  static final ClassDesc INTEGER_MATH = of(IntegerMath.class);
  static final ClassDesc COMPLEX_MATH = of(ComplexMath.class);
  static final ClassDesc SCALAR_MATH = of(ScalarMath.class);
  static final ClassDesc COMPLEX = of(ComplexNumber.class);
  static final ClassDesc FORMAT = of(FloatFormat.class);

  private Descriptors() {}

  static ClassDesc of(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  /// Narrow floats are held as float, complex numbers as [ComplexNumber]; narrow integers are
  /// extended by their own signedness, uint32 keeps its bits.
  static TypeKind kind(ElementType type) {
    return switch (type.kind()) {
      case BOOL, SIGNED, UNSIGNED -> type.byteSize() == 8 ? TypeKind.LONG : TypeKind.INT;
      case FLOAT -> type == ElementType.FLOAT64 ? TypeKind.DOUBLE : TypeKind.FLOAT;
      case COMPLEX -> TypeKind.REFERENCE;
    };
  }

  /// Pushes the format of a float, whose constant is named as the type.
  static void format(CodeBuilder code, ElementType type) {
    code.getstatic(FORMAT, type.name(), FORMAT);
  }

  static ClassDesc descriptor(ElementType type) {
    return switch (kind(type)) {
      case INT -> CD_int;
      case LONG -> CD_long;
      case FLOAT -> CD_float;
      case DOUBLE -> CD_double;
      case REFERENCE -> COMPLEX;
      default -> CD_Object;
    };
  }
}
