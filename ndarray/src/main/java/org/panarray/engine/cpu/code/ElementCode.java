package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_short;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Map;
import org.panarray.engine.memory.Home;
import org.panarray.prim.ElementType;

/// Code for single elements: reading, writing and converting them, by way of the stack.
public final class ElementCode {
  private final RowCode row;
  private final CodeBuilder code;
  private final int i;

  ElementCode(RowCode row, int i) {
    this.row = row;
    this.code = row.code;
    this.i = i;
  }

  private static final Map<Character, Class<?>> LAYOUTS =
      Map.of(
          'B', ValueLayout.OfByte.class,
          'S', ValueLayout.OfShort.class,
          'I', ValueLayout.OfInt.class,
          'J', ValueLayout.OfLong.class,
          'F', ValueLayout.OfFloat.class,
          'D', ValueLayout.OfDouble.class);

  private void layout(char kind) {
    String name =
        switch (kind) {
          case 'B' -> "JAVA_BYTE";
          case 'S' -> "JAVA_SHORT_UNALIGNED";
          case 'I' -> "JAVA_INT_UNALIGNED";
          case 'J' -> "JAVA_LONG_UNALIGNED";
          case 'F' -> "JAVA_FLOAT_UNALIGNED";
          default -> "JAVA_DOUBLE_UNALIGNED";
        };
    code.getstatic(Descriptors.VALUE_LAYOUT, name, Descriptors.of(LAYOUTS.get(kind)));
  }

  private static ClassDesc primitive(char kind) {
    return switch (kind) {
      case 'B' -> CD_byte;
      case 'S' -> CD_short;
      case 'I' -> CD_int;
      case 'J' -> CD_long;
      case 'F' -> CD_float;
      default -> CD_double;
    };
  }

  /// Pushes what stands at a position.
  private void get(int operand, char kind, int position) {
    row.loadMemory(operand);
    if (row.home(operand) == Home.ARRAYS) {
      index(kind, position);
      code.arrayLoad(arrayKind(kind));
      return;
    }
    if (row.home(operand) == Home.HEAP) {
      code.lload(position)
          .invokestatic(
              Descriptors.HEAP_ACCESS,
              "get" + kind,
              MethodTypeDesc.of(primitive(kind), Descriptors.BYTES, CD_long));
      return;
    }
    layout(kind);
    code.lload(position)
        .invokeinterface(
            Descriptors.SEGMENT,
            "get",
            MethodTypeDesc.of(primitive(kind), Descriptors.of(LAYOUTS.get(kind)), CD_long));
  }

  /// Pushes the place in a Java array that a byte position stands for.
  private void index(char kind, int position) {
    code.lload(position).loadConstant(JavaArrays.shift(kind)).lshr().l2i();
  }

  private static TypeKind arrayKind(char kind) {
    return TypeKind.fromDescriptor(String.valueOf(kind));
  }

  /// Replaces the position on the stack by the element of the operand that stands there.
  void load(int operand, ElementType type) {
    int position = code.allocateLocal(TypeKind.LONG);
    code.lstore(position);
    if (type.isComplex()) {
      loadComplex(operand, LaneTypes.lane(type.realPart()), position);
      return;
    }
    get(operand, LaneTypes.stored(type), position);
    if (type.isBool()) {
      booleanOf(Opcode.IFNE);
    } else if (type.isNarrowFloat()) {
      withFormat("widened", type, CD_float, CD_short);
    } else if (type.isUnsigned() && type.byteSize() < 4) {
      code.loadConstant(type.byteSize() == 1 ? 0xff : 0xffff).iand();
    }
  }

  private void loadComplex(int operand, char kind, int position) {
    get(operand, kind, position);
    widen(kind);
    code.lload(position).loadConstant(kind == 'F' ? 4L : 8L).ladd().lstore(position);
    get(operand, kind, position);
    widen(kind);
    scalarMath("complex", Descriptors.COMPLEX, CD_double, CD_double);
  }

  private void widen(char kind) {
    if (kind == 'F') {
      code.f2d();
    }
  }

  /// Stores the value on the stack as element `i` of an operand (element 0 if `still`).
  void store(int operand, ElementType type, boolean still) {
    TypeKind kind = Descriptors.kind(type);
    int value = code.allocateLocal(kind);
    code.storeLocal(kind, value);
    int position = code.allocateLocal(TypeKind.LONG);
    if (still) {
      row.loadStart(operand);
    } else {
      row.loadPosition(operand, i, type.byteSize(), row.key.strided());
    }
    code.lstore(position);
    if (type.isComplex()) {
      char part = LaneTypes.lane(type.realPart());
      set(operand, part, position, () -> part(value, "re", part));
      code.lload(position).loadConstant(type.byteSize() / 2L).ladd().lstore(position);
      set(operand, part, position, () -> part(value, "im", part));
      return;
    }
    char lane = LaneTypes.stored(type);
    set(
        operand,
        lane,
        position,
        () -> {
          code.loadLocal(kind, value);
          if (type.isNarrowFloat()) {
            withFormat("narrowed", type, CD_short, CD_float);
          } else if (lane == 'B') {
            code.i2b();
          } else if (lane == 'S') {
            code.i2s();
          }
        });
  }

  private void part(int local, String name, char kind) {
    code.aload(local).invokevirtual(Descriptors.COMPLEX, name, MethodTypeDesc.of(CD_double));
    if (kind == 'F') {
      code.d2f();
    }
  }

  private void set(int operand, char kind, int position, Runnable value) {
    row.loadMemory(operand);
    if (row.home(operand) == Home.ARRAYS) {
      index(kind, position);
      value.run();
      code.arrayStore(arrayKind(kind));
      return;
    }
    if (row.home(operand) == Home.HEAP) {
      code.lload(position);
      value.run();
      code.invokestatic(
          Descriptors.HEAP_ACCESS,
          "set" + kind,
          MethodTypeDesc.of(CD_void, Descriptors.BYTES, CD_long, primitive(kind)));
      return;
    }
    layout(kind);
    code.lload(position);
    value.run();
    code.invokeinterface(
        Descriptors.SEGMENT,
        "set",
        MethodTypeDesc.of(CD_void, Descriptors.of(LAYOUTS.get(kind)), CD_long, primitive(kind)));
  }

  // ---- casts ----

  void cast(ElementType from, ElementType to) {
    if (from == to) {
      return;
    }
    if (to.isBool()) {
      truth(from);
      return;
    }
    if (from.isComplex()) {
      if (to.isComplex()) {
        roundComplex(to);
        return;
      }
      code.invokevirtual(Descriptors.COMPLEX, "re", MethodTypeDesc.of(CD_double));
      fromDouble(to, false);
      return;
    }
    if (to.isComplex()) {
      toDouble(from);
      code.loadConstant(0.0);
      scalarMath("complex", Descriptors.COMPLEX, CD_double, CD_double);
      roundComplex(to);
    } else if (from.isFloat()) {
      castFloat(from, to);
    } else {
      castInteger(from, to);
    }
  }

  private void castFloat(ElementType from, ElementType to) {
    if (from == ElementType.FLOAT64) {
      fromDouble(to, false);
    } else if (to.isNarrowFloat()) {
      round(to, CD_float);
    } else if (to != ElementType.FLOAT32) {
      code.f2d();
      fromDouble(to, false);
    }
  }

  private void castInteger(ElementType from, ElementType to) {
    if (to.isFloat()) {
      if (to == ElementType.FLOAT64) {
        toDouble(from);
        return;
      }
      if (from == ElementType.UINT64) {
        call(Descriptors.FLOAT_MATH, "ofUnsignedToFloat", CD_float, CD_long);
      } else {
        toLong(from);
        code.l2f();
      }
      round(to, CD_float);
      return;
    }
    if (Descriptors.kind(to) == TypeKind.LONG) {
      toLong(from);
    } else {
      if (Descriptors.kind(from) == TypeKind.LONG) {
        code.l2i();
      }
      wrap(to);
    }
  }

  /// Widens an integer on the stack to long by its own signedness.
  void toLong(ElementType from) {
    if (Descriptors.kind(from) == TypeKind.INT) {
      code.i2l();
      if (from == ElementType.UINT32) {
        code.loadConstant(0xffff_ffffL).land();
      }
    }
  }

  void fromLong(ElementType to) {
    if (Descriptors.kind(to) == TypeKind.INT) {
      code.l2i();
      wrap(to);
    }
  }

  void toDouble(ElementType from) {
    switch (Descriptors.kind(from)) {
      case FLOAT -> code.f2d();
      case DOUBLE -> {}
      default -> {
        if (from == ElementType.UINT64) {
          call(Descriptors.FLOAT_MATH, "ofUnsigned", CD_double, CD_long);
        } else {
          toLong(from);
          code.l2d();
        }
      }
    }
  }

  /// Converts the double on the stack.
  ///
  /// @param computed by way of float32 to narrow floats, as results are rounded; a cast rounds once
  void fromDouble(ElementType to, boolean computed) {
    switch (to.kind()) {
      case BOOL, SIGNED, UNSIGNED -> truncate(to);
      case FLOAT -> {
        if (to.isNarrowFloat() && !computed) {
          round(to, CD_double);
        } else if (to != ElementType.FLOAT64) {
          code.d2f();
          round(to, CD_float);
        }
      }
      case COMPLEX -> {}
    }
  }

  private void truncate(ElementType to) {
    switch (to) {
      case UINT32 -> {
        call(Descriptors.FLOAT_MATH, "truncateToLong", CD_long, CD_double);
        code.l2i();
      }
      case INT64 -> call(Descriptors.FLOAT_MATH, "truncateToLong", CD_long, CD_double);
      case UINT64 -> scalarMath("toUnsigned", CD_long, CD_double);
      default -> {
        call(Descriptors.FLOAT_MATH, "truncateToInt", CD_int, CD_double);
        wrap(to);
      }
    }
  }

  /// Rounds the number on the stack if the type is a narrow float.
  void round(ElementType type, ClassDesc from) {
    if (type.isNarrowFloat()) {
      withFormat("rounded", type, CD_float, from);
    }
  }

  private void withFormat(String name, ElementType type, ClassDesc result, ClassDesc parameter) {
    Descriptors.format(code, type);
    scalarMath(name, result, parameter, Descriptors.FORMAT);
  }

  void roundComplex(ElementType type) {
    if (type == ElementType.COMPLEX64) {
      scalarMath("single", Descriptors.COMPLEX, Descriptors.COMPLEX);
    }
  }

  void wrap(ElementType type) {
    switch (type) {
      case INT8 -> code.i2b();
      case UINT8 -> code.loadConstant(0xff).iand();
      case INT16 -> code.i2s();
      case UINT16 -> code.i2c();
      default -> {}
    }
  }

  /// Replaces the value by whether it is true.
  void truth(ElementType type) {
    switch (Descriptors.kind(type)) {
      case INT -> {
        if (!type.isBool()) {
          booleanOf(Opcode.IFNE);
        }
      }
      case LONG -> {
        code.lconst_0().lcmp();
        booleanOf(Opcode.IFNE);
      }
      case FLOAT -> {
        code.fconst_0().fcmpl();
        booleanOf(Opcode.IFNE);
      }
      case DOUBLE -> {
        code.dconst_0().dcmpl();
        booleanOf(Opcode.IFNE);
      }
      default -> scalarMath("truth", CD_boolean, Descriptors.COMPLEX);
    }
  }

  /// 1 if the branch would be taken, else 0.
  void booleanOf(Opcode branch) {
    code.ifThenElse(branch, CodeBuilder::iconst_1, CodeBuilder::iconst_0);
  }

  /// Calls a function whose parameters are all of one type.
  void call(ClassDesc owner, String name, ClassDesc result, ClassDesc parameter, int arity) {
    ClassDesc[] parameters = new ClassDesc[arity];
    Arrays.fill(parameters, parameter);
    call(owner, name, result, parameters);
  }

  private void call(ClassDesc owner, String name, ClassDesc result, ClassDesc... parameters) {
    code.invokestatic(owner, name, MethodTypeDesc.of(result, parameters));
  }

  void scalarMath(String name, ClassDesc result, ClassDesc... parameters) {
    call(Descriptors.SCALAR_MATH, name, result, parameters);
  }
}
