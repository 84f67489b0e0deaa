package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.panarray.engine.memory.Home;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;

/// Code for lanes: reading, writing, converting and combining them, by way of the stack.
public class LaneCode {
  final RowCode row;
  final CodeBuilder code;
  final VectorPlan plan;
  final int i;

  LaneCode(RowCode row, VectorPlan plan, int i) {
    this.row = row;
    this.code = row.code;
    this.plan = plan;
    this.i = i;
  }

  /// Replaces the element on the stack by lanes that all hold it.
  void broadcast(ElementType type) {
    TypeKind kind = Descriptors.kind(type);
    int local = code.allocateLocal(kind);
    code.storeLocal(kind, local);
    if (type.isBool()) {
      maskSpecies();
      code.iload(local)
          .invokeinterface(
              LaneTypes.SPECIES, "maskAll", MethodTypeDesc.of(LaneTypes.MASK, CD_boolean));
      return;
    }
    char lane = LaneTypes.lane(type);
    species(lane);
    code.loadLocal(kind, local);
    switch (lane) {
      case 'B' -> code.i2b();
      case 'S' -> code.i2s();
      default -> {}
    }
    code.invokestatic(
        vector(lane),
        "broadcast",
        MethodTypeDesc.of(vector(lane), LaneTypes.SPECIES, LaneTypes.primitive(lane)));
  }

  /// Pushes the mask that is the same for all lanes.
  void everywhere(boolean value) {
    maskSpecies();
    code.loadConstant(value ? 1 : 0)
        .invokeinterface(
            LaneTypes.SPECIES, "maskAll", MethodTypeDesc.of(LaneTypes.MASK, CD_boolean));
  }

  static ClassDesc vector(char lane) {
    return LaneTypes.vector(lane);
  }

  void species(char lane) {
    int bits = plan.lanes() * LaneTypes.laneBytes(lane) * 8;
    code.getstatic(vector(lane), "SPECIES_" + bits, LaneTypes.SPECIES);
  }

  void maskSpecies() {
    species(plan.wide());
  }

  void operator(String name, ClassDesc type) {
    code.getstatic(LaneTypes.OPERATORS, name, type);
  }

  void littleEndian() {
    code.getstatic(LaneTypes.BYTE_ORDER, "LITTLE_ENDIAN", LaneTypes.BYTE_ORDER);
  }

  void load(Expr.Arg arg) {
    char lane = LaneTypes.stored(arg.type());
    ClassDesc vector = vector(lane);
    int operand = arg.index() + 1;
    List<ClassDesc> parameters = new ArrayList<>();
    if (row.home(operand) == Home.HEAP) {
      loadFromHeap(operand, lane, arg.type());
    } else {
      species(lane);
      row.loadMemory(operand);
      row.loadPosition(operand, i, arg.type().byteSize(), false);
      littleEndian();
      parameters.addAll(
          List.of(LaneTypes.SPECIES, Descriptors.SEGMENT, CD_long, LaneTypes.BYTE_ORDER));
      code.invokestatic(vector, "fromMemorySegment", MethodTypeDesc.of(vector, parameters));
    }
    if (arg.type().isBool()) {
      compareZero('B', "NE");
    } else if (arg.type().isNarrowFloat()) {
      species('I');
      narrow("toFloat", arg.type(), vector('F'), vector('S'), LaneTypes.SPECIES);
    }
  }

  /// As bytes, in which a view of a `byte[]` is of its own kind, and then as what they stand for.
  void loadFromHeap(int operand, char lane, ElementType type) {
    ClassDesc bytes = vector('B');
    code.getstatic(bytes, byteSpecies(lane), LaneTypes.SPECIES);
    row.loadMemory(operand);
    row.loadPosition(operand, i, type.byteSize(), false);
    code.l2i();
    code.invokestatic(
        bytes, "fromArray", MethodTypeDesc.of(bytes, LaneTypes.SPECIES, Descriptors.BYTES, CD_int));
    if (lane != 'B') {
      code.invokevirtual(bytes, "reinterpretAs" + plural(lane), MethodTypeDesc.of(vector(lane)));
    }
  }

  String byteSpecies(char lane) {
    return "SPECIES_" + plan.lanes() * LaneTypes.laneBytes(lane) * 8;
  }

  static String plural(char lane) {
    return switch (lane) {
      case 'S' -> "Shorts";
      case 'I' -> "Ints";
      case 'J' -> "Longs";
      case 'F' -> "Floats";
      default -> "Doubles";
    };
  }

  /// Stores the lanes on the stack as narrow floats, to which they are rounded here and only here:
  /// twice is more code than the just-in-time compiler inlines, and then vectors become objects.
  void storeNarrow(ElementType type, int gathered) {
    int bits = code.allocateLocal(TypeKind.REFERENCE);
    narrow("bits", type, vector('I'), vector('F'));
    code.dup().astore(bits);
    convert("", 'I', 'S');
    storeLanes('S', type);
    if (gathered >= 0) {
      code.aload(bits);
      narrow("suspicion", type, vector('I'), vector('I'));
      code.aload(gathered);
      binary('I', "OR");
      code.astore(gathered);
    }
  }

  /// Turns a mask into one for lanes of another width.
  void castMask(char lane) {
    species(lane);
    code.invokevirtual(
        LaneTypes.MASK, "cast", MethodTypeDesc.of(LaneTypes.MASK, LaneTypes.SPECIES));
  }

  /// Stores the lanes on the stack as elements `i ..` of the output.
  void store(ElementType type) {
    char lane = LaneTypes.stored(type);
    if (type.isNarrowFloat()) {
      species('S');
      narrow("narrowed", type, vector('S'), vector('F'), LaneTypes.SPECIES);
    }
    if (type.isBool()) {
      int mask = code.allocateLocal(TypeKind.REFERENCE);
      code.astore(mask);
      species('B');
      code.lconst_0()
          .invokestatic(
              vector('B'), "broadcast", MethodTypeDesc.of(vector('B'), LaneTypes.SPECIES, CD_long));
      code.lconst_1().aload(mask);
      castMask('B');
      blendLong('B');
    }
    storeLanes(lane, type);
  }

  private void storeLanes(char lane, ElementType type) {
    if (row.home(0) == Home.HEAP) {
      storeToHeap(lane, type);
      return;
    }
    row.loadMemory(0);
    row.loadPosition(0, i, type.byteSize(), false);
    littleEndian();
    code.invokevirtual(
        vector(lane),
        "intoMemorySegment",
        MethodTypeDesc.of(CD_void, Descriptors.SEGMENT, CD_long, LaneTypes.BYTE_ORDER));
  }

  void storeToHeap(char lane, ElementType type) {
    ClassDesc bytes = vector('B');
    if (lane != 'B') {
      code.invokevirtual(vector(lane), "reinterpretAsBytes", MethodTypeDesc.of(bytes));
    }
    row.loadMemory(0);
    row.loadPosition(0, i, type.byteSize(), false);
    code.l2i();
    code.invokevirtual(bytes, "intoArray", MethodTypeDesc.of(CD_void, Descriptors.BYTES, CD_int));
  }

  void unary(char lane, String operator) {
    operator(operator, LaneTypes.UNARY);
    code.invokevirtual(vector(lane), "lanewise", MethodTypeDesc.of(vector(lane), LaneTypes.UNARY));
  }

  /// Combines the two vectors on the stack.
  void binary(char lane, String operator) {
    int right = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(right);
    operator(operator, isAssociative(operator) ? LaneTypes.ASSOCIATIVE : LaneTypes.BINARY);
    code.aload(right);
    code.invokevirtual(
        vector(lane),
        "lanewise",
        MethodTypeDesc.of(vector(lane), LaneTypes.BINARY, LaneTypes.VECTOR));
  }

  /// The first vector on the stack times the second, plus the third.
  void fused(char lane) {
    int term = code.allocateLocal(TypeKind.REFERENCE);
    int factor = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(term).astore(factor);
    operator("FMA", LaneTypes.TERNARY);
    code.aload(factor).aload(term);
    code.invokevirtual(
        vector(lane),
        "lanewise",
        MethodTypeDesc.of(vector(lane), LaneTypes.TERNARY, LaneTypes.VECTOR, LaneTypes.VECTOR));
  }

  /// The same bits as lanes of another kind.
  void reinterpret(char from, char to) {
    code.invokevirtual(vector(from), "reinterpretAs" + plural(to), MethodTypeDesc.of(vector(to)));
  }

  /// The declared types of the constants differ, and a field is found by its type.
  static boolean isAssociative(String operator) {
    return switch (operator) {
      case "ADD", "MUL", "AND", "OR", "XOR", "MAX", "MIN", "UMAX", "UMIN" -> true;
      default -> false;
    };
  }

  void compare(char lane, String operator) {
    int right = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(right);
    operator(operator, LaneTypes.COMPARISON);
    code.aload(right);
    code.invokevirtual(
        vector(lane),
        "compare",
        MethodTypeDesc.of(LaneTypes.MASK, LaneTypes.COMPARISON, LaneTypes.VECTOR));
    castMask(plan.wide());
  }

  void compareZero(char lane, String operator) {
    operator(operator, LaneTypes.COMPARISON);
    code.lconst_0();
    code.invokevirtual(
        vector(lane), "compare", MethodTypeDesc.of(LaneTypes.MASK, LaneTypes.COMPARISON, CD_long));
    castMask(plan.wide());
  }

  void test(char lane, String operator) {
    operator(operator, LaneTypes.TEST);
    code.invokevirtual(vector(lane), "test", MethodTypeDesc.of(LaneTypes.MASK, LaneTypes.TEST));
    castMask(plan.wide());
  }

  /// Blends the long below the mask on the stack into the vector below it.
  void blendLong(char lane) {
    code.invokevirtual(
        vector(lane), "blend", MethodTypeDesc.of(vector(lane), CD_long, LaneTypes.MASK));
  }

  /// The left value where it is beyond the right one or NaN, else the right one; in place, for a
  /// fold in which vectors pass through a method may have objects made of them.
  void extreme(char lane, String beyond) {
    int right = code.allocateLocal(TypeKind.REFERENCE);
    int left = code.allocateLocal(TypeKind.REFERENCE);
    MethodTypeDesc compare =
        MethodTypeDesc.of(LaneTypes.MASK, LaneTypes.COMPARISON, LaneTypes.VECTOR);
    code.astore(right).astore(left).aload(right).aload(left).aload(left);
    operator(beyond, LaneTypes.COMPARISON);
    code.aload(right).invokevirtual(vector(lane), "compare", compare).aload(left);
    operator("NE", LaneTypes.COMPARISON);
    code.aload(left).invokevirtual(vector(lane), "compare", compare);
    mask("or", 2);
    code.invokevirtual(
        vector(lane), "blend", MethodTypeDesc.of(vector(lane), LaneTypes.VECTOR, LaneTypes.MASK));
  }

  void mask(String name, int operands) {
    ClassDesc[] parameters = new ClassDesc[operands - 1];
    Arrays.fill(parameters, LaneTypes.MASK);
    code.invokevirtual(LaneTypes.MASK, name, MethodTypeDesc.of(LaneTypes.MASK, parameters));
  }

  void helper(char lane, String name, int arity) {
    ClassDesc owner = Descriptors.of(lane == 'D' ? DoubleLanes.class : FloatLanes.class);
    ClassDesc[] parameters = new ClassDesc[arity];
    Arrays.fill(parameters, vector(lane));
    code.invokestatic(owner, name, MethodTypeDesc.of(vector(lane), parameters));
  }

  void cast(ElementType from, ElementType to) {
    if (from.isBool()) {
      if (to.isBool()) {
        return;
      }
      char lane = LaneTypes.lane(to);
      int mask = code.allocateLocal(TypeKind.REFERENCE);
      code.astore(mask);
      zero(lane);
      code.lconst_1().aload(mask);
      castMask(lane);
      blendLong(lane);
      return;
    }
    char source = LaneTypes.lane(from);
    if (to.isNarrowFloat() && source == 'F') {
      roundNarrow(to);
      return;
    }
    if (to.isBool()) {
      compareZero(source, "NE");
      return;
    }
    char target = LaneTypes.lane(to);
    if (from.isFloat() && to.isInteger()) {
      new TruncationCode(this).cast(from, to);
      return;
    }
    if (source == target) {
      return;
    }
    boolean widens = LaneTypes.laneBytes(target) > LaneTypes.laneBytes(source);
    if (from.isUnsigned() && (widens || to.isFloat())) {
      char whole = to.isFloat() ? from == ElementType.UINT32 ? 'J' : 'I' : target;
      convert("ZERO_EXTEND_", source, whole);
      source = whole;
    }
    if (source != target) {
      convert("", source, target);
    }
    if (to.isNarrowFloat()) {
      roundNarrow(to);
    }
  }

  void roundNarrow(ElementType type) {
    narrow("round", type, vector('F'), vector('F'));
  }

  /// Calls a function of lanes and their format.
  private void narrow(String name, ElementType type, ClassDesc result, ClassDesc... parameters) {
    List<ClassDesc> all = new ArrayList<>(List.of(parameters));
    all.add(Descriptors.FORMAT);
    Descriptors.format(code, type);
    code.invokestatic(Descriptors.of(NarrowLanes.class), name, MethodTypeDesc.of(result, all));
  }

  void convert(String prefix, char from, char to) {
    String name = prefix + LaneTypes.conversionLetter(from) + "2" + LaneTypes.conversionLetter(to);
    operator(name, LaneTypes.CONVERSION);
    species(to);
    code.iconst_0()
        .invokevirtual(
            vector(from),
            "convertShape",
            MethodTypeDesc.of(LaneTypes.VECTOR, LaneTypes.CONVERSION, LaneTypes.SPECIES, CD_int))
        .checkcast(vector(to));
  }

  void zero(char lane) {
    broadcastLong(lane, 0);
  }

  private void broadcastLong(char lane, long value) {
    species(lane);
    code.loadConstant(value)
        .invokestatic(
            vector(lane), "broadcast", MethodTypeDesc.of(vector(lane), LaneTypes.SPECIES, CD_long));
  }

  /// Shifts the lanes below by the counts on the stack: zero, or for signed numbers shifted to the
  /// right the sign alone, where the (unsigned) count reaches the width.
  void shift(char lane, String operator, int width) {
    if (operator.equals("ASHR")) {
      broadcastLong(lane, width - 1);
      binary(lane, "UMIN");
      binary(lane, operator);
      return;
    }
    int count = code.allocateLocal(TypeKind.REFERENCE);
    code.dup().astore(count);
    binary(lane, operator);
    int shifted = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(shifted);
    zero(lane);
    code.aload(shifted).aload(count);
    operator("ULT", LaneTypes.COMPARISON);
    code.loadConstant((long) width)
        .invokevirtual(
            vector(lane),
            "compare",
            MethodTypeDesc.of(LaneTypes.MASK, LaneTypes.COMPARISON, CD_long))
        .invokevirtual(
            vector(lane),
            "blend",
            MethodTypeDesc.of(vector(lane), LaneTypes.VECTOR, LaneTypes.MASK));
  }

  /// Shifts the lanes on the stack; false where the count is too large for the processor's own
  /// instruction.
  boolean shiftByConstant(char lane, String operator, double count, int width) {
    if (!(count >= 0 && count < width) || lane != 'I' && lane != 'J') {
      return false;
    }
    operator(operator, LaneTypes.BINARY);
    if (lane == 'J') {
      code.loadConstant((long) count);
    } else {
      code.loadConstant((int) count);
    }
    code.invokevirtual(
        vector(lane),
        "lanewise",
        MethodTypeDesc.of(vector(lane), LaneTypes.BINARY, LaneTypes.primitive(lane)));
    return true;
  }

  void sign(char lane, boolean unsigned) {
    broadcastLong(lane, 1);
    binary(lane, unsigned ? "UMIN" : "MIN");
    if (!unsigned) {
      broadcastLong(lane, -1);
      binary(lane, "MAX");
    }
  }

  /// Gathers in a local vector of integers the bits that only infinite or NaN lanes on the stack
  /// have.
  void suspect(char lane, int gathered) {
    char whole = lane == 'D' ? 'J' : 'I';
    code.dup();
    binary(lane, "SUB");
    code.invokevirtual(
            vector(lane),
            lane == 'D' ? "reinterpretAsLongs" : "reinterpretAsInts",
            MethodTypeDesc.of(vector(whole)))
        .aload(gathered);
    binary(whole, "OR");
    code.astore(gathered);
  }

  /// Pushes 1 if any gathered bit is set.
  void anySuspicion(char lane, int gathered) {
    code.aload(gathered);
    compareZero(lane == 'D' ? 'J' : 'I', "NE");
    code.invokevirtual(LaneTypes.MASK, "anyTrue", MethodTypeDesc.of(CD_boolean));
  }

  /// Pushes a vector of zeros for [#suspect].
  void noSuspicion(char lane) {
    zero(lane == 'D' ? 'J' : 'I');
  }
}
