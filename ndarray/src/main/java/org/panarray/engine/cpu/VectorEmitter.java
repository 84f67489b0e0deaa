package org.panarray.engine.cpu;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;

/// Generates the code that computes an expression for as many elements at once as there are lanes.
///
/// Numbers are vectors; bools are masks, all of one species, whatever they came from.
final class VectorEmitter {
  private final RowCode row;
  private final CodeBuilder code;
  private final VectorPlan plan;
  private final int i;
  private final int inputs;
  private final List<Integer> indexAxes;
  private final Map<Expr, Integer> invariant;
  private final Map<Expr, Integer> known = new HashMap<>();
  private final int tail; // local mask of the elements that exist, or -1 where all do

  /// @param invariant the still operands, by [#prepare]; shared by the emitters of one kernel
  VectorEmitter(
      RowCode row,
      VectorPlan plan,
      int i,
      int inputs,
      List<Integer> indexAxes,
      Map<Expr, Integer> invariant,
      int tail) {
    this.row = row;
    this.code = row.code;
    this.plan = plan;
    this.i = i;
    this.inputs = inputs;
    this.indexAxes = indexAxes;
    this.invariant = invariant;
    this.tail = tail;
  }

  // ---- before the loop ----

  /// Broadcasts constants and still inputs, once for all elements.
  void prepare(Expr expr) {
    if (invariant.containsKey(expr)) {
      return;
    }
    switch (expr) {
      case Expr.Arg arg -> {
        if (row.key.isStill(arg.index())) {
          ElementCode element = new ElementCode(row, i);
          row.loadStart(arg.index() + 1);
          element.load(arg.index() + 1, arg.type());
          broadcast(arg.type());
          keep(expr);
        }
      }
      case Expr.Const constant -> {
        Scalar value = Reference.constant(constant.value(), constant.type());
        switch (Types.kind(constant.type())) {
          case INT -> code.loadConstant((int) value.bits());
          case LONG -> code.loadConstant(value.bits());
          case FLOAT -> code.loadConstant((float) value.re());
          default -> code.loadConstant(value.re());
        }
        broadcast(constant.type());
        keep(expr);
      }
      case Expr.Index _ -> {}
      case Expr.Cast cast -> prepare(cast.operand());
      case Expr.Apply apply -> apply.operands().forEach(this::prepare);
    }
  }

  private void keep(Expr expr) {
    int local = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(local);
    invariant.put(expr, local);
  }

  /// Replaces the element on the stack by lanes that all hold it.
  private void broadcast(ElementType type) {
    TypeKind kind = Types.kind(type);
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

  private static ClassDesc vector(char lane) {
    return LaneTypes.vector(lane);
  }

  private void species(char lane) {
    int bits = plan.lanes() * LaneTypes.laneBytes(lane) * 8;
    code.getstatic(vector(lane), "SPECIES_" + bits, LaneTypes.SPECIES);
  }

  void maskSpecies() {
    species(plan.wide());
  }

  private void operator(String name, ClassDesc type) {
    code.getstatic(LaneTypes.OPERATORS, name, type);
  }

  private void littleEndian() {
    code.getstatic(LaneTypes.BYTE_ORDER, "LITTLE_ENDIAN", LaneTypes.BYTE_ORDER);
  }

  // ---- values ----

  /// Leaves the lanes of the expression on the stack.
  void value(Expr expr) {
    code.aload(local(expr));
  }

  private int local(Expr expr) {
    Integer local = invariant.get(expr);
    if (local == null) {
      local = known.get(expr);
    }
    if (local == null) {
      compute(expr);
      local = code.allocateLocal(TypeKind.REFERENCE);
      code.astore(local);
      known.put(expr, local);
    }
    return local;
  }

  /// Says that the lanes of an expression are in a local variable.
  void define(Expr expr, int local) {
    known.put(expr, local);
  }

  private void compute(Expr expr) {
    switch (expr) {
      case Expr.Arg arg -> load(arg);
      case Expr.Const constant -> throw new IllegalStateException(constant + " not prepared");
      case Expr.Index index -> index(index);
      case Expr.Cast cast -> {
        value(cast.operand());
        cast(cast.operand().type(), cast.type());
      }
      case Expr.Apply apply -> {
        apply.operands().forEach(this::local);
        apply(apply.op(), apply.operands(), apply.type());
      }
    }
  }

  private void load(Expr.Arg arg) {
    char lane = LaneTypes.lane(arg.type());
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
      parameters.addAll(List.of(LaneTypes.SPECIES, Types.SEGMENT, CD_long, LaneTypes.BYTE_ORDER));
      if (tail >= 0) {
        tailMask(lane);
        parameters.add(LaneTypes.MASK);
      }
      code.invokestatic(vector, "fromMemorySegment", MethodTypeDesc.of(vector, parameters));
    }
    if (arg.type().isBool()) {
      compareZero('B', "NE");
    }
  }

  /// As bytes, in which a view of a `byte[]` is of its own kind, and then as what they stand for.
  private void loadFromHeap(int operand, char lane, ElementType type) {
    ClassDesc bytes = vector('B');
    code.getstatic(bytes, byteSpecies(lane), LaneTypes.SPECIES);
    row.loadMemory(operand);
    row.loadPosition(operand, i, type.byteSize(), false);
    code.l2i();
    if (tail >= 0) {
      byteTail(lane);
      code.invokestatic(
          bytes,
          "fromArray",
          MethodTypeDesc.of(bytes, LaneTypes.SPECIES, Types.BYTES, CD_int, LaneTypes.MASK));
    } else {
      code.invokestatic(
          bytes, "fromArray", MethodTypeDesc.of(bytes, LaneTypes.SPECIES, Types.BYTES, CD_int));
    }
    if (lane != 'B') {
      code.invokevirtual(bytes, "reinterpretAs" + plural(lane), MethodTypeDesc.of(vector(lane)));
    }
  }

  private String byteSpecies(char lane) {
    return "SPECIES_" + plan.lanes() * LaneTypes.laneBytes(lane) * 8;
  }

  private static String plural(char lane) {
    return switch (lane) {
      case 'S' -> "Shorts";
      case 'I' -> "Ints";
      case 'J' -> "Longs";
      case 'F' -> "Floats";
      default -> "Doubles";
    };
  }

  /// Pushes the mask of the bytes that exist.
  private void byteTail(char lane) {
    code.getstatic(vector('B'), byteSpecies(lane), LaneTypes.SPECIES);
    code.iconst_0();
    row.loadCount();
    code.iload(i)
        .isub()
        .loadConstant(Integer.numberOfTrailingZeros(LaneTypes.laneBytes(lane)))
        .ishl()
        .invokeinterface(
            LaneTypes.SPECIES, "indexInRange", MethodTypeDesc.of(LaneTypes.MASK, CD_int, CD_int));
  }

  private void tailMask(char lane) {
    code.aload(tail);
    castMask(lane);
  }

  /// Turns a mask into one for lanes of another width.
  private void castMask(char lane) {
    species(lane);
    code.invokevirtual(
        LaneTypes.MASK, "cast", MethodTypeDesc.of(LaneTypes.MASK, LaneTypes.SPECIES));
  }

  private void index(Expr.Index index) {
    int operand = inputs + indexAxes.indexOf(index.axis()) + 1;
    ElementCode element = new ElementCode(row, i);
    species('J');
    row.loadStart(operand);
    element.load(operand, ElementType.INT64);
    code.iload(i).i2l();
    row.loadStep(operand);
    code.lmul().ladd();
    ClassDesc vector = vector('J');
    MethodTypeDesc broadcast = MethodTypeDesc.of(vector, LaneTypes.SPECIES, CD_long);
    code.invokestatic(vector, "broadcast", broadcast);
    species('J');
    code.lconst_0().invokestatic(vector, "broadcast", broadcast);
    code.iconst_1().invokevirtual(vector, "addIndex", MethodTypeDesc.of(vector, CD_int));
    row.loadStep(operand);
    code.invokevirtual(vector, "mul", MethodTypeDesc.of(vector, CD_long));
    binary('J', "ADD");
  }

  /// Stores the lanes on the stack as elements `i ..` of the output.
  void store(ElementType type) {
    char lane = LaneTypes.lane(type);
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
    if (row.home(0) == Home.HEAP) {
      storeToHeap(lane, type);
      return;
    }
    row.loadMemory(0);
    row.loadPosition(0, i, type.byteSize(), false);
    littleEndian();
    if (tail >= 0) {
      tailMask(lane);
      code.invokevirtual(
          vector(lane),
          "intoMemorySegment",
          MethodTypeDesc.of(CD_void, Types.SEGMENT, CD_long, LaneTypes.BYTE_ORDER, LaneTypes.MASK));
    } else {
      code.invokevirtual(
          vector(lane),
          "intoMemorySegment",
          MethodTypeDesc.of(CD_void, Types.SEGMENT, CD_long, LaneTypes.BYTE_ORDER));
    }
  }

  private void storeToHeap(char lane, ElementType type) {
    ClassDesc bytes = vector('B');
    if (lane != 'B') {
      code.invokevirtual(vector(lane), "reinterpretAsBytes", MethodTypeDesc.of(bytes));
    }
    row.loadMemory(0);
    row.loadPosition(0, i, type.byteSize(), false);
    code.l2i();
    if (tail >= 0) {
      byteTail(lane);
      code.invokevirtual(
          bytes, "intoArray", MethodTypeDesc.of(CD_void, Types.BYTES, CD_int, LaneTypes.MASK));
    } else {
      code.invokevirtual(bytes, "intoArray", MethodTypeDesc.of(CD_void, Types.BYTES, CD_int));
    }
  }

  // ---- operations on what is on the stack ----

  private void unary(char lane, String operator) {
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

  /// The declared types of the constants differ, and a field is found by its type.
  private static boolean isAssociative(String operator) {
    return switch (operator) {
      case "ADD", "MUL", "AND", "OR", "XOR", "MAX", "MIN", "UMAX", "UMIN" -> true;
      default -> false;
    };
  }

  private void compare(char lane, String operator) {
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

  private void compareZero(char lane, String operator) {
    operator(operator, LaneTypes.COMPARISON);
    code.lconst_0();
    code.invokevirtual(
        vector(lane), "compare", MethodTypeDesc.of(LaneTypes.MASK, LaneTypes.COMPARISON, CD_long));
    castMask(plan.wide());
  }

  private void test(char lane, String operator) {
    operator(operator, LaneTypes.TEST);
    code.invokevirtual(vector(lane), "test", MethodTypeDesc.of(LaneTypes.MASK, LaneTypes.TEST));
    castMask(plan.wide());
  }

  /// Blends the long below the mask on the stack into the vector below it.
  private void blendLong(char lane) {
    code.invokevirtual(
        vector(lane), "blend", MethodTypeDesc.of(vector(lane), CD_long, LaneTypes.MASK));
  }

  private void mask(String name, int operands) {
    ClassDesc[] parameters = new ClassDesc[operands - 1];
    Arrays.fill(parameters, LaneTypes.MASK);
    code.invokevirtual(LaneTypes.MASK, name, MethodTypeDesc.of(LaneTypes.MASK, parameters));
  }

  private void helper(char lane, String name, int arity) {
    ClassDesc owner = Types.of(lane == 'D' ? DoubleLanes.class : FloatLanes.class);
    ClassDesc[] parameters = new ClassDesc[arity];
    Arrays.fill(parameters, vector(lane));
    code.invokestatic(owner, name, MethodTypeDesc.of(vector(lane), parameters));
  }

  private void cast(ElementType from, ElementType to) {
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
    if (to.isBool()) {
      compareZero(source, "NE");
      return;
    }
    char target = LaneTypes.lane(to);
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
  }

  private void convert(String prefix, char from, char to) {
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

  private void zero(char lane) {
    species(lane);
    code.lconst_0()
        .invokestatic(
            vector(lane), "broadcast", MethodTypeDesc.of(vector(lane), LaneTypes.SPECIES, CD_long));
  }

  private void values(List<Expr> x) {
    x.forEach(this::value);
  }

  /// Leaves the result of the operation on operands that are computed already.
  void apply(ScalarOp op, List<Expr> x, ElementType out) {
    ElementType type = x.getFirst().type();
    switch (op) {
      case SELECT -> select(x, out);
      case CLIP -> {
        Expr raised = new Expr.Apply(ScalarOp.MAXIMUM, x.subList(0, 2), out);
        local(raised);
        apply(ScalarOp.MINIMUM, List.of(raised, x.get(2)), out);
      }
      case LOGICAL_AND, LOGICAL_OR, LOGICAL_XOR, LOGICAL_NOT -> {
        for (Expr operand : x) {
          value(operand);
          cast(operand.type(), ElementType.BOOL);
        }
        applyMask(op);
      }
      case POSITIVE, CONJUGATE, REAL -> value(x.getFirst());
      default -> {
        values(x);
        if (type.isBool()) {
          applyMask(op);
        } else if (type.isFloat()) {
          applyFloat(op, LaneTypes.lane(type), x.size());
        } else {
          applyInteger(op, x, type);
        }
      }
    }
  }

  private void select(List<Expr> x, ElementType out) {
    if (out.isBool()) {
      value(x.get(0));
      value(x.get(1));
      mask("and", 2);
      value(x.get(2));
      value(x.get(0));
      mask("andNot", 2);
      mask("or", 2);
      return;
    }
    char lane = LaneTypes.lane(out);
    value(x.get(2));
    value(x.get(1));
    value(x.get(0));
    castMask(lane);
    code.invokevirtual(
        vector(lane), "blend", MethodTypeDesc.of(vector(lane), LaneTypes.VECTOR, LaneTypes.MASK));
  }

  private void applyMask(ScalarOp op) {
    switch (op) {
      case ADD, MAXIMUM, FMAX, BITWISE_OR, LOGICAL_OR -> mask("or", 2);
      case MULTIPLY, MINIMUM, FMIN, BITWISE_AND, LOGICAL_AND -> mask("and", 2);
      case NOT_EQUAL, BITWISE_XOR, LOGICAL_XOR -> mask("xor", 2);
      case EQUAL -> {
        mask("xor", 2);
        mask("not", 1);
      }
      case LESS -> {
        code.swap();
        mask("andNot", 2);
      }
      case GREATER -> mask("andNot", 2);
      case LESS_EQUAL -> {
        mask("andNot", 2);
        mask("not", 1);
      }
      case GREATER_EQUAL -> {
        code.swap();
        mask("andNot", 2);
        mask("not", 1);
      }
      case INVERT, LOGICAL_NOT -> mask("not", 1);
      default -> {} // absolute, floor and the like leave bools as they are
    }
  }

  private void applyInteger(ScalarOp op, List<Expr> x, ElementType type) {
    char lane = LaneTypes.lane(type);
    boolean unsigned = type.isUnsigned();
    switch (op) {
      case ADD -> binary(lane, "ADD");
      case SUBTRACT -> binary(lane, "SUB");
      case MULTIPLY -> binary(lane, "MUL");
      case SQUARE -> {
        code.dup();
        binary(lane, "MUL");
      }
      case MAXIMUM, FMAX -> binary(lane, unsigned ? "UMAX" : "MAX");
      case MINIMUM, FMIN -> binary(lane, unsigned ? "UMIN" : "MIN");
      case BITWISE_AND -> binary(lane, "AND");
      case BITWISE_OR -> binary(lane, "OR");
      case BITWISE_XOR -> binary(lane, "XOR");
      case INVERT -> unary(lane, "NOT");
      case NEGATIVE -> unary(lane, "NEG");
      case ABSOLUTE -> {
        if (!unsigned) {
          unary(lane, "ABS");
        }
      }
      case SIGN -> generic(lane, unsigned ? "signUnsigned" : "sign", 1, 0);
      case LEFT_SHIFT -> generic(lane, "leftShift", 2, type.byteSize() * 8);
      case RIGHT_SHIFT ->
          generic(lane, unsigned ? "rightShiftUnsigned" : "rightShift", 2, type.byteSize() * 8);
      case BITWISE_COUNT -> {
        if (!unsigned) {
          unary(lane, "ABS");
        }
        unary(lane, "BIT_COUNT");
        if (lane != 'B') {
          convert("", lane, 'B');
        }
      }
      case EQUAL -> compare(lane, "EQ");
      case NOT_EQUAL -> compare(lane, "NE");
      case LESS -> compare(lane, unsigned ? "ULT" : "LT");
      case LESS_EQUAL -> compare(lane, unsigned ? "ULE" : "LE");
      case GREATER -> compare(lane, unsigned ? "UGT" : "GT");
      case GREATER_EQUAL -> compare(lane, unsigned ? "UGE" : "GE");
      case FLOOR, CEIL, TRUNC -> {}
      default -> throw new IllegalStateException(op + " was not planned on lanes");
    }
  }

  private void generic(char lane, String name, int arity, int width) {
    ClassDesc[] parameters = new ClassDesc[width > 0 ? arity + 1 : arity];
    Arrays.fill(parameters, LaneTypes.VECTOR);
    if (width > 0) {
      parameters[arity] = CD_int;
      code.loadConstant(width);
    }
    code.invokestatic(
            Types.of(IntegerLanes.class), name, MethodTypeDesc.of(LaneTypes.VECTOR, parameters))
        .checkcast(vector(lane));
  }

  private void applyFloat(ScalarOp op, char lane, int arity) {
    switch (op) {
      case ADD -> binary(lane, "ADD");
      case SUBTRACT -> binary(lane, "SUB");
      case MULTIPLY -> binary(lane, "MUL");
      case DIVIDE -> binary(lane, "DIV");
      case SQUARE -> {
        code.dup();
        binary(lane, "MUL");
      }
      case NEGATIVE -> unary(lane, "NEG");
      case ABSOLUTE, FABS -> unary(lane, "ABS");
      case SQRT, CBRT, EXP, EXPM1, LOG, LOG10, LOG1P, SIN, COS, TAN, SINH, COSH, TANH ->
          unary(lane, op.name());
      case ARCSIN -> unary(lane, "ASIN");
      case ARCCOS -> unary(lane, "ACOS");
      case ARCTAN -> unary(lane, "ATAN");
      case ARCTAN2 -> binary(lane, "ATAN2");
      case HYPOT -> binary(lane, "HYPOT");
      case EQUAL -> compare(lane, "EQ");
      case NOT_EQUAL -> compare(lane, "NE");
      case LESS -> compare(lane, "LT");
      case LESS_EQUAL -> compare(lane, "LE");
      case GREATER -> compare(lane, "GT");
      case GREATER_EQUAL -> compare(lane, "GE");
      case ISNAN -> test(lane, "IS_NAN");
      case ISINF -> test(lane, "IS_INFINITE");
      case ISFINITE -> test(lane, "IS_FINITE");
      case SIGNBIT -> test(lane, "IS_NEGATIVE");
      case FLOAT_POWER -> helper(lane, "power", 2);
      case RADIANS, DEG2RAD -> helper(lane, "degToRad", 1);
      case DEGREES, RAD2DEG -> helper(lane, "radToDeg", 1);
      case MODF_INTEGRAL -> helper(lane, "trunc", 1);
      default -> helper(lane, op.camelName(), arity);
    }
  }

  /// Gathers in a local vector of integers the bits that only infinite or NaN lanes on the stack
  /// have.
  void suspect(char lane, int gathered) {
    char whole = lane == 'D' ? 'J' : 'I';
    if (tail >= 0) {
      int lanes = code.allocateLocal(TypeKind.REFERENCE);
      code.astore(lanes);
      zero(lane);
      code.aload(lanes);
      tailMask(lane);
      code.invokevirtual(
          vector(lane), "blend", MethodTypeDesc.of(vector(lane), LaneTypes.VECTOR, LaneTypes.MASK));
    }
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
