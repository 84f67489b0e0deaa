package org.panarray.engine.cpu;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.FloatMath;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;

/// Generates the code that computes an expression for one element at a time.
///
/// Every subexpression is computed once per element and kept in a local variable.
final class ScalarEmitter {
  private final RowCode row;
  private final CodeBuilder code;
  private final ElementCode element;
  private final int i;
  private final int inputs;
  private final List<Integer> indexAxes;
  private final SuspicionCode suspicion;
  private final Map<Expr, Integer> known = new HashMap<>();

  /// @param i the local variable that counts elements
  /// @param suspicion a long in which the bits of suspicious results gather, or -1
  ScalarEmitter(RowCode row, int i, int inputs, List<Integer> indexAxes, int suspicion) {
    this.row = row;
    this.code = row.code;
    this.element = new ElementCode(row, i);
    this.i = i;
    this.inputs = inputs;
    this.indexAxes = indexAxes;
    this.suspicion = new SuspicionCode(code, element, suspicion);
  }

  ElementCode element() {
    return element;
  }

  /// Leaves the value of the expression on the stack.
  void value(Expr expr) {
    code.loadLocal(Types.kind(expr.type()), local(expr));
  }

  /// The local variable that holds the value of the expression, which is computed if need be.
  int local(Expr expr) {
    Integer local = known.get(expr);
    if (local == null) {
      compute(expr);
      local = code.allocateLocal(Types.kind(expr.type()));
      code.storeLocal(Types.kind(expr.type()), local);
      known.put(expr, local);
    }
    return local;
  }

  /// Says that the value of an expression is in a local variable.
  void define(Expr expr, int local) {
    known.put(expr, local);
  }

  private void compute(Expr expr) {
    switch (expr) {
      case Expr.Arg arg -> {
        if (row.key.isStill(arg.index())) {
          row.loadStart(arg.index() + 1);
        } else {
          row.loadPosition(arg.index() + 1, i, arg.type().byteSize(), row.key.strided());
        }
        element.load(arg.index() + 1, arg.type());
      }
      case Expr.Const constant -> constant(Reference.constant(constant.value(), constant.type()));
      case Expr.Index index -> {
        int operand = inputs + indexAxes.indexOf(index.axis()) + 1;
        row.loadStart(operand);
        element.load(operand, ElementType.INT64);
        code.iload(i).i2l();
        row.loadStep(operand);
        code.lmul().ladd();
      }
      case Expr.Cast cast -> {
        if (suspicion.isWantedOfCast(cast.operand().type(), cast.type())) {
          value(cast.operand());
          suspicion.ofCast(cast.operand().type(), cast.type());
        }
        value(cast.operand());
        element.cast(cast.operand().type(), cast.type());
      }
      case Expr.Apply apply -> apply(apply);
    }
  }

  private void constant(Scalar value) {
    switch (Types.kind(value.type())) {
      case INT -> code.loadConstant((int) value.bits());
      case LONG -> code.loadConstant(value.bits());
      case FLOAT -> code.loadConstant((float) value.re());
      case DOUBLE -> code.loadConstant(value.re());
      default -> {
        code.loadConstant(value.re()).loadConstant(value.im());
        element.scalarMath("complex", Types.COMPLEX, CD_double, CD_double);
      }
    }
  }

  private void apply(Expr.Apply apply) {
    List<Expr> x = apply.operands();
    for (Expr operand : x) {
      local(operand);
    }
    ElementType type = x.getFirst().type();
    switch (apply.op()) {
      case SELECT -> {
        value(x.get(0));
        code.ifThenElse(Opcode.IFNE, _ -> value(x.get(1)), _ -> value(x.get(2)));
      }
      case CLIP -> {
        Expr raised = new Expr.Apply(ScalarOp.MAXIMUM, x.subList(0, 2), apply.type());
        local(raised);
        apply(new Expr.Apply(ScalarOp.MINIMUM, List.of(raised, x.get(2)), apply.type()));
      }
      case LOGICAL_AND -> truths(x, CodeBuilder::iand);
      case LOGICAL_OR -> truths(x, CodeBuilder::ior);
      case LOGICAL_XOR -> truths(x, CodeBuilder::ixor);
      case LOGICAL_NOT -> {
        value(x.getFirst());
        element.truth(type);
        code.iconst_1().ixor();
      }
      case POSITIVE -> value(x.getFirst());
      default -> {
        if (type.isComplex()) {
          values(x);
          ComplexCode.apply(code, element, apply.op(), x.size(), type);
        } else if (apply.type().isComplex()) { // the only one: a complex number from its parts
          toDoubles(x);
          element.scalarMath("complex", Types.COMPLEX, CD_double, CD_double);
        } else if (type.isFloat()) {
          applyFloat(apply, x, type);
        } else {
          applyInteger(apply.op(), x, type);
        }
      }
    }
  }

  private void truths(List<Expr> x, java.util.function.Consumer<CodeBuilder> combine) {
    for (Expr operand : x) {
      value(operand);
      element.truth(operand.type());
    }
    combine.accept(code);
  }

  private void values(List<Expr> x) {
    for (Expr operand : x) {
      value(operand);
    }
  }

  private void toDoubles(List<Expr> x) {
    for (Expr operand : x) {
      value(operand);
      element.toDouble(operand.type());
    }
  }

  private void call(
      ClassDesc owner, String name, ClassDesc result, ClassDesc parameter, int arity) {
    ClassDesc[] parameters = new ClassDesc[arity];
    Arrays.fill(parameters, parameter);
    code.invokestatic(owner, name, MethodTypeDesc.of(result, parameters));
  }

  private static boolean isComparison(ScalarOp op) {
    return branch(op) != null;
  }

  private static @org.jspecify.annotations.Nullable Opcode branch(ScalarOp op) {
    return switch (op) {
      case EQUAL -> Opcode.IFEQ;
      case NOT_EQUAL -> Opcode.IFNE;
      case LESS -> Opcode.IFLT;
      case LESS_EQUAL -> Opcode.IFLE;
      case GREATER -> Opcode.IFGT;
      case GREATER_EQUAL -> Opcode.IFGE;
      default -> null;
    };
  }

  // ---- integers and bools ----

  private void applyInteger(ScalarOp op, List<Expr> x, ElementType type) {
    boolean wide = Types.kind(type) == TypeKind.LONG;
    if (isComparison(op)) {
      compareIntegers(x);
      element.booleanOf(java.util.Objects.requireNonNull(branch(op)));
      return;
    }
    switch (op) {
      case ADD,
          MULTIPLY,
          SUBTRACT,
          BITWISE_AND,
          BITWISE_OR,
          BITWISE_XOR,
          NEGATIVE,
          INVERT,
          SQUARE -> {
        values(x);
        if (op == ScalarOp.SQUARE) {
          value(x.getFirst());
        }
        inline(op, type, wide);
        element.wrap(type);
      }
      case MAXIMUM, FMAX -> extremum(x, Opcode.IFGE);
      case MINIMUM, FMIN -> extremum(x, Opcode.IFLE);
      case ABSOLUTE, SIGN, FLOOR, CEIL, TRUNC, CONJUGATE, REAL -> {
        value(x.getFirst());
        boolean computed = op == ScalarOp.SIGN || op == ScalarOp.ABSOLUTE && !type.isUnsigned();
        if (computed && !type.isBool()) {
          viaLong(op == ScalarOp.SIGN ? signName(type) : "absolute", type);
        }
      }
      case IMAG, ISNAN, ISINF -> zero(op, type);
      case ISFINITE -> code.iconst_1();
      case BITWISE_COUNT -> {
        value(x.getFirst());
        element.toLong(type);
        boolean unsigned = type.isUnsigned();
        call(
            unsigned ? Types.SCALAR_MATH : Types.INTEGER_MATH,
            unsigned ? "bitCountUnsigned" : "bitCount",
            CD_long,
            CD_long,
            1);
        code.l2i();
      }
      case RECIPROCAL -> {
        suspectDivisor(x.getFirst());
        value(x.getFirst());
        element.toLong(type);
        code.loadConstant(FloatMath.toInteger(Double.POSITIVE_INFINITY, type));
        element.scalarMath(
            type.isUnsigned() ? "reciprocalUnsigned" : "reciprocal", CD_long, CD_long, CD_long);
        element.fromLong(type);
      }
      default -> longFunction(op, x, type);
    }
  }

  private static String signName(ElementType type) {
    return type.isUnsigned() ? "signUnsigned" : "sign";
  }

  private void zero(ScalarOp op, ElementType type) {
    if (op == ScalarOp.IMAG && Types.kind(type) == TypeKind.LONG) {
      code.lconst_0();
    } else {
      code.iconst_0();
    }
  }

  private void viaLong(String name, ElementType type) {
    element.toLong(type);
    element.scalarMath(name, CD_long, CD_long);
    element.fromLong(type);
  }

  private void inline(ScalarOp op, ElementType type, boolean wide) {
    boolean bool = type.isBool();
    switch (op) {
      case ADD -> {
        if (bool) {
          code.ior();
        } else {
          code.with(operator(wide, Opcode.LADD, Opcode.IADD));
        }
      }
      case MULTIPLY, SQUARE -> code.with(operator(wide, Opcode.LMUL, Opcode.IMUL));
      case SUBTRACT -> code.with(operator(wide, Opcode.LSUB, Opcode.ISUB));
      case BITWISE_AND -> code.with(operator(wide, Opcode.LAND, Opcode.IAND));
      case BITWISE_OR -> code.with(operator(wide, Opcode.LOR, Opcode.IOR));
      case BITWISE_XOR -> code.with(operator(wide, Opcode.LXOR, Opcode.IXOR));
      case NEGATIVE -> code.with(operator(wide, Opcode.LNEG, Opcode.INEG));
      case INVERT -> {
        if (wide) {
          code.loadConstant(-1L).lxor();
        } else {
          code.loadConstant(bool ? 1 : -1).ixor();
        }
      }
      default -> throw new IllegalStateException("not inlined: " + op);
    }
  }

  private static java.lang.classfile.instruction.OperatorInstruction operator(
      boolean wide, Opcode ofLong, Opcode ofInt) {
    return java.lang.classfile.instruction.OperatorInstruction.of(wide ? ofLong : ofInt);
  }

  /// Leaves an int whose sign tells the order.
  private void compareIntegers(List<Expr> x) {
    ElementType a = x.get(0).type();
    ElementType b = x.get(1).type();
    values(x);
    if (a != b) {
      boolean first = a == ElementType.UINT64;
      element.scalarMath(
          first ? "compareUnsignedSigned" : "compareSignedUnsigned", CD_int, CD_long, CD_long);
    } else if (a == ElementType.UINT64) {
      call(Types.of(Long.class), "compareUnsigned", CD_int, CD_long, 2);
    } else if (a == ElementType.INT64) {
      code.lcmp();
    } else if (a == ElementType.UINT32) {
      call(Types.of(Integer.class), "compareUnsigned", CD_int, CD_int, 2);
    } else {
      call(Types.of(Integer.class), "compare", CD_int, CD_int, 2);
    }
  }

  private void extremum(List<Expr> x, Opcode keepsFirst) {
    compareIntegers(x);
    code.ifThenElse(keepsFirst, _ -> value(x.get(0)), _ -> value(x.get(1)));
  }

  private void longFunction(ScalarOp op, List<Expr> x, ElementType type) {
    boolean divides =
        op == ScalarOp.FLOOR_DIVIDE || op == ScalarOp.REMAINDER || op == ScalarOp.FMOD;
    if (divides) {
      suspectDivisor(x.get(1));
    }
    for (Expr operand : x) {
      value(operand);
      element.toLong(operand.type());
    }
    boolean shift = op == ScalarOp.LEFT_SHIFT || op == ScalarOp.RIGHT_SHIFT;
    if (shift) {
      code.loadConstant(type.byteSize() * 8);
      String name =
          op == ScalarOp.LEFT_SHIFT
              ? "leftShift"
              : type.isUnsigned() ? "rightShiftUnsigned" : "rightShift";
      code.invokestatic(
          Types.INTEGER_MATH, name, MethodTypeDesc.of(CD_long, CD_long, CD_long, CD_int));
    } else {
      call(Types.INTEGER_MATH, IntegerFunctions.name(op, type), CD_long, CD_long, 2);
    }
    element.fromLong(type);
  }

  private void suspectDivisor(Expr divisor) {
    if (suspicion.isWanted()) {
      value(divisor);
      suspicion.ofDivisor(divisor.type());
    }
  }

  // ---- real floats ----

  private void applyFloat(Expr.Apply apply, List<Expr> x, ElementType type) {
    ScalarOp op = apply.op();
    boolean wide = type == ElementType.FLOAT64;
    if (isComparison(op)) {
      values(x);
      // NaN must fail every comparison but the unequal one.
      boolean less = op == ScalarOp.LESS || op == ScalarOp.LESS_EQUAL;
      code.with(
          operator(wide, less ? Opcode.DCMPG : Opcode.DCMPL, less ? Opcode.FCMPG : Opcode.FCMPL));
      element.booleanOf(java.util.Objects.requireNonNull(branch(op)));
      return;
    }
    ClassDesc self = wide ? CD_double : CD_float;
    switch (op) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE -> {
        values(x);
        arithmetic(op, wide);
        roundHalf(type);
      }
      case SQUARE -> {
        value(x.getFirst());
        value(x.getFirst());
        arithmetic(ScalarOp.MULTIPLY, wide);
        roundHalf(type);
      }
      case RECIPROCAL -> {
        code.loadConstant(1.0);
        element.fromDouble(wide ? type : ElementType.FLOAT32, true);
        value(x.getFirst());
        arithmetic(ScalarOp.DIVIDE, wide);
        roundHalf(type);
      }
      case NEGATIVE -> {
        value(x.getFirst());
        code.with(operator(wide, Opcode.DNEG, Opcode.FNEG));
      }
      case ABSOLUTE, FABS -> {
        value(x.getFirst());
        call(Types.MATH, "abs", self, self, 1);
      }
      case MAXIMUM, MINIMUM, FMAX, FMIN -> {
        values(type == ElementType.FLOAT16 ? x.reversed() : x); // the first zero wins
        call(Types.FLOAT_MATH, op.camelName(), self, self, 2);
      }
      case FLOOR_DIVIDE, REMAINDER -> {
        values(x);
        call(Types.FLOAT_MATH, op.camelName(), self, self, 2);
        roundHalf(type);
      }
      case FMOD -> {
        values(x);
        code.with(operator(wide, Opcode.DREM, Opcode.FREM));
      }
      case SPACING, NEXTAFTER -> neighbour(op, x, type, self);
      case LDEXP -> {
        value(x.get(0));
        value(x.get(1));
        element.toLong(x.get(1).type());
        code.invokestatic(Types.SCALAR_MATH, "ldexp", MethodTypeDesc.of(self, self, CD_long));
        roundHalf(type);
      }
      case CONJUGATE, REAL -> value(x.getFirst());
      case DEG2RAD, RADIANS -> scale(x, wide, Math.PI / 180, (float) (Math.PI / 180), type);
      case RAD2DEG, DEGREES -> scale(x, wide, 180 / Math.PI, 180f / (float) Math.PI, type);
      case ISNAN -> predicate(x, "isNan");
      case ISINF -> predicate(x, "isInfinite");
      case ISFINITE -> predicate(x, "isFinite");
      case SIGNBIT -> predicate(x, "signBit");
      case IMAG -> {
        code.loadConstant(0.0);
        element.fromDouble(type, false);
      }
      case FREXP_EXPONENT -> {
        toDoubles(x);
        call(Types.FLOAT_MATH, "frexpExponent", CD_int, CD_double, 1);
      }
      default -> {
        toDoubles(x);
        FloatFunctions.Function function = FloatFunctions.of(op);
        call(function.owner(), function.name(), CD_double, CD_double, x.size());
        element.fromDouble(type, true);
      }
    }
  }

  private void arithmetic(ScalarOp op, boolean wide) {
    code.with(
        switch (op) {
          case ADD -> operator(wide, Opcode.DADD, Opcode.FADD);
          case SUBTRACT -> operator(wide, Opcode.DSUB, Opcode.FSUB);
          case MULTIPLY -> operator(wide, Opcode.DMUL, Opcode.FMUL);
          default -> operator(wide, Opcode.DDIV, Opcode.FDIV);
        });
  }

  private void roundHalf(ElementType type) {
    if (type == ElementType.FLOAT16) {
      element.scalarMath("half", CD_float, CD_float);
    }
  }

  private void scale(List<Expr> x, boolean wide, double factor, float single, ElementType type) {
    value(x.getFirst());
    if (wide) {
      code.loadConstant(factor).dmul();
    } else {
      code.loadConstant(single).fmul();
      roundHalf(type);
    }
  }

  private void predicate(List<Expr> x, String name) {
    toDoubles(x);
    call(Types.SCALAR_MATH, name, CD_boolean, CD_double, 1);
  }

  private void neighbour(ScalarOp op, List<Expr> x, ElementType type, ClassDesc self) {
    values(x);
    boolean half = type == ElementType.FLOAT16;
    if (op == ScalarOp.SPACING) {
      call(Types.FLOAT_MATH, half ? "spacingHalf" : "spacing", self, self, 1);
    } else if (half) {
      call(Types.FLOAT_MATH, "nextAfterHalf", self, self, 2);
    } else {
      ClassDesc owner = type == ElementType.FLOAT32 ? Types.SCALAR_MATH : Types.MATH;
      call(owner, "nextAfter", self, self, 2);
    }
  }
}
