package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_short;

import java.lang.constant.ClassDesc;
import java.nio.ByteOrder;
import org.panarray.prim.ElementType;

/// The names of the Vector API as generated code spells them. Nothing here loads a class of the
/// incubating module, which may be absent.
public final class LaneTypes {
  private static final String PACKAGE = "jdk.incubator.vector.";
  static final ClassDesc VECTOR = named("Vector");
  static final ClassDesc MASK = named("VectorMask");
  static final ClassDesc SPECIES = named("VectorSpecies");
  static final ClassDesc OPERATORS = named("VectorOperators");
  static final ClassDesc UNARY = operators("Unary");
  static final ClassDesc BINARY = operators("Binary");
  static final ClassDesc TERNARY = operators("Ternary");
  static final ClassDesc ASSOCIATIVE = operators("Associative");
  static final ClassDesc COMPARISON = operators("Comparison");
  static final ClassDesc TEST = operators("Test");
  static final ClassDesc CONVERSION = operators("Conversion");
  static final ClassDesc BYTE_ORDER = Descriptors.of(ByteOrder.class);

  private LaneTypes() {}

  private static ClassDesc named(String name) {
    return ClassDesc.of(PACKAGE + name);
  }

  private static ClassDesc operators(String name) {
    return OPERATORS.nested(name);
  }

  /// B, S, I, J, F or D: the kind of lane that holds a type; `J` is written L in conversions.
  static char lane(ElementType type) {
    return switch (type.kind()) {
      case BOOL, SIGNED, UNSIGNED -> whole(type);
      case FLOAT -> type == ElementType.FLOAT64 ? 'D' : 'F';
      case COMPLEX -> throw new IllegalArgumentException(type + " has no lanes");
    };
  }

  /// The type that lanes compute in place of another.
  static ElementType computed(ElementType type) {
    return type.isNarrowFloat() ? ElementType.FLOAT32 : type;
  }

  private static char whole(ElementType type) {
    return switch (type.byteSize()) {
      case 1 -> 'B';
      case 2 -> 'S';
      case 4 -> 'I';
      default -> 'J';
    };
  }

  /// The kind of lane that a type has in memory: narrow floats are computed as float32.
  static char stored(ElementType type) {
    return type.isNarrowFloat() ? 'S' : lane(type);
  }

  /// The kind of lane that a real number is first truncated to on its way to an integer type.
  static char truncated(ElementType to) {
    boolean fits =
        to.byteSize() < Integer.BYTES || to.byteSize() == Integer.BYTES && !to.isUnsigned();
    return fits ? 'I' : 'J';
  }

  static int laneBytes(char lane) {
    return switch (lane) {
      case 'B' -> 1;
      case 'S' -> 2;
      case 'I', 'F' -> 4;
      default -> 8;
    };
  }

  static ClassDesc vector(char lane) {
    return named(
        switch (lane) {
          case 'B' -> "ByteVector";
          case 'S' -> "ShortVector";
          case 'I' -> "IntVector";
          case 'J' -> "LongVector";
          case 'F' -> "FloatVector";
          default -> "DoubleVector";
        });
  }

  static ClassDesc primitive(char lane) {
    return switch (lane) {
      case 'B' -> CD_byte;
      case 'S' -> CD_short;
      case 'I' -> CD_int;
      case 'J' -> CD_long;
      case 'F' -> CD_float;
      default -> CD_double;
    };
  }

  /// The letter in the names of conversions such as `I2D`.
  static char conversionLetter(char lane) {
    return lane == 'J' ? 'L' : lane;
  }
}
