package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.panarray.prim.Columns.Family;
import org.panarray.prim.Columns.Truth;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Formula;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;

/// Generates the code that computes an expression for as many elements at once as there are lanes.
///
/// Numbers are vectors; bools are masks, all of one species, whatever they came from.
public final class VectorEmitter extends LaneCode {
  private final Map<Expr, Integer> invariant;
  private final Map<Expr, Integer> known = new HashMap<>();

  /// @param invariant the still operands, by [#prepare]; shared by the emitters of one kernel
  VectorEmitter(RowCode row, VectorPlan plan, int i, Map<Expr, Integer> invariant) {
    super(row, plan, i);
    this.invariant = invariant;
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
        switch (Descriptors.kind(constant.type())) {
          case INT -> code.loadConstant((int) value.bits());
          case LONG -> code.loadConstant(value.bits());
          case FLOAT -> code.loadConstant((float) value.re());
          default -> code.loadConstant(value.re());
        }
        broadcast(constant.type());
        keep(expr);
      }
      case Expr.Index _, Expr.Cast _, Expr.Apply _ -> expr.children().forEach(this::prepare);
    }
    prepareSteps(expr);
  }

  /// Broadcasts what the formulas of an operation and of its steps have for constants.
  private void prepareSteps(Expr expr) {
    if (expr instanceof Expr.Apply apply) {
      Formula formula = Formula.onLanes(apply.op(), apply.operands().getFirst().type());
      if (formula != null) {
        for (Expr step : formula.steps()) {
          step.children().stream().filter(Expr.Const.class::isInstance).forEach(this::prepare);
          prepareSteps(step);
        }
      }
    }
  }

  private void keep(Expr expr) {
    int local = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(local);
    invariant.put(expr, local);
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

  private void index(Expr.Index index) {
    int operand = row.operand(index);
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

  // ---- operations on what is on the stack ----

  private void values(List<Expr> x) {
    x.forEach(this::value);
  }

  /// Leaves the result of the operation on operands that are computed already.
  void apply(ScalarOp op, List<Expr> x, ElementType out) {
    Formula formula = Formula.of(op, x.getFirst().type());
    if (formula != null) {
      formula(formula, x.getFirst().type(), x, formula.steps().size());
      return;
    }
    switch (op.family()) {
      case CHOICE -> {
        if (op == ScalarOp.SELECT) {
          select(x, out);
        } else {
          Expr raised = new Expr.Apply(ScalarOp.MAXIMUM, x.subList(0, 2), out);
          local(raised);
          apply(ScalarOp.MINIMUM, List.of(raised, x.get(2)), out);
        }
      }
      case LOGICAL -> {
        for (Expr operand : x) {
          value(operand);
          cast(operand.type(), ElementType.BOOL);
        }
        applyMask(op.onBools());
      }
      case PART -> value(x.getFirst());
      case ARITHMETIC, DIVISION, FUNCTION, ROUNDING, MAGNITUDE, EXTREMUM, COMPARISON ->
          byType(op, x, out);
      case PREDICATE, BITWISE, SHIFT, WHOLE, ANGLE, NEIGHBOUR, EXPONENT -> byType(op, x, out);
      case FUSED, PATTERN -> byType(op, x, out);
    }
  }

  /// Computes the first steps of a function, its arguments and values in local variables.
  ///
  /// @param type of the arguments
  private void formula(Formula formula, ElementType type, List<Expr> x, int count) {
    VectorEmitter steps = new VectorEmitter(row, plan, i, constants());
    for (int k = 0; k < x.size(); k++) {
      steps.define(new Expr.Arg(k, type), local(x.get(k)));
    }
    for (int k = 0; k < count; k++) {
      steps.define(formula.value(k), steps.local(formula.steps().get(k)));
    }
    steps.value(formula.value(count - 1));
  }

  /// What is broadcast before the loop, but for inputs: an argument of a function has the name of
  /// one.
  private Map<Expr, Integer> constants() {
    Map<Expr, Integer> constants = new HashMap<>(invariant);
    constants.keySet().removeIf(Expr.Arg.class::isInstance);
    return constants;
  }

  private void byType(ScalarOp op, List<Expr> x, ElementType out) {
    ElementType type = x.getFirst().type();
    if (op.family() == Family.SHIFT && x.get(1) instanceof Expr.Const count) {
      value(x.getFirst());
      String name = op == ScalarOp.LEFT_SHIFT ? "LSHL" : type.isUnsigned() ? "LSHR" : "ASHR";
      if (shiftByConstant(LaneTypes.lane(type), name, count.value(), type.byteSize() * 8)) {
        return;
      }
      code.pop();
    }
    if (type.isFloat()) {
      applyFloat(op, x);
      if (narrows(op, out)) {
        roundNarrow(out);
      }
      return;
    }
    values(x);
    if (type.isBool()) {
      applyMask(op.onBools());
    } else {
      applyInteger(op, type);
    }
  }

  private static boolean narrows(ScalarOp op, ElementType out) {
    return out.isNarrowFloat() && !op.isSilent() && op != ScalarOp.ABSOLUTE;
  }

  /// Stores the value of the kernel's expression, and gathers suspicious bits if `gathered` is a
  /// local variable.
  void storeResult(Expr expr, int gathered) {
    if (expr instanceof Expr.Apply apply && narrows(apply.op(), apply.type())) {
      apply.operands().forEach(this::local);
      Formula formula = Formula.of(apply);
      if (formula != null) {
        int steps = formula.steps().size() - 1; // the last one rounds
        formula(formula, apply.operands().getFirst().type(), apply.operands(), steps);
      } else {
        applyFloat(apply.op(), apply.operands());
      }
      storeNarrow(apply.type(), gathered);
      return;
    }
    if (gathered >= 0 && VectorPlan.isTruncation(expr)) {
      Expr real = expr.children().getFirst();
      TruncationCode truncation = new TruncationCode(this);
      value(real);
      truncation.truncate(real.type(), expr.type());
      code.dup();
      truncation.suspect(LaneTypes.truncated(expr.type()), gathered);
      truncation.narrow(expr.type());
      store(expr.type());
      return;
    }
    value(expr);
    store(expr.type());
    if (gathered >= 0) {
      value(expr);
      suspect(LaneTypes.lane(expr.type()), gathered);
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

  private void applyMask(Truth function) {
    switch (function) {
      case SAME -> {}
      case NOT -> mask("not", 1);
      case FALSE, TRUE -> {
        code.pop();
        everywhere(function == Truth.TRUE);
      }
      case OR -> mask("or", 2);
      case AND -> mask("and", 2);
      case XOR -> mask("xor", 2);
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
    }
  }

  private void applyInteger(ScalarOp op, ElementType type) {
    char lane = LaneTypes.lane(type);
    boolean unsigned = type.isUnsigned();
    switch (op.family()) {
      case ARITHMETIC, BITWISE -> {
        if (op == ScalarOp.SQUARE) {
          code.dup();
        }
        operator(
            lane, Objects.requireNonNull(op.operator()), op == ScalarOp.SQUARE ? 2 : op.arity());
      }
      case EXTREMUM -> {
        boolean largest = op == ScalarOp.MAXIMUM || op == ScalarOp.FMAX;
        binary(lane, (unsigned ? "U" : "") + (largest ? "MAX" : "MIN"));
      }
      case MAGNITUDE -> {
        if (op == ScalarOp.SIGN) {
          sign(lane, unsigned);
        } else if (!unsigned) {
          unary(lane, "ABS");
        }
      }
      case SHIFT -> {
        String name = op == ScalarOp.LEFT_SHIFT ? "LSHL" : unsigned ? "LSHR" : "ASHR";
        shift(lane, name, type.byteSize() * 8);
      }
      case WHOLE -> bitCount(lane, unsigned);
      case COMPARISON -> {
        boolean ordered = op != ScalarOp.EQUAL && op != ScalarOp.NOT_EQUAL;
        compare(lane, (ordered && unsigned ? "U" : "") + op.operator());
      }
      case ROUNDING -> {}
      case PREDICATE -> applyMask(op.onBools());
      case PATTERN -> reinterpret(lane, lane == 'J' ? 'D' : 'F');
      case DIVISION, FUNCTION, PART, CHOICE, LOGICAL, ANGLE, NEIGHBOUR, EXPONENT, FUSED ->
          throw new IllegalStateException(op + " was not planned on lanes");
    }
  }

  private void bitCount(char lane, boolean unsigned) {
    if (!unsigned) {
      unary(lane, "ABS");
    }
    unary(lane, "BIT_COUNT");
    if (lane != 'B') {
      convert("", lane, 'B');
    }
  }

  private void operator(char lane, String name, int arity) {
    if (arity == 1) {
      unary(lane, name);
    } else {
      binary(lane, name);
    }
  }

  /// Leaves the result as it is before it is rounded to a narrow format.
  private void applyFloat(ScalarOp op, List<Expr> x) {
    ElementType type = LaneTypes.computed(x.getFirst().type());
    Formula formula = Formula.onLanes(op, type);
    if (formula != null) {
      formula(formula, type, x, formula.steps().size());
    } else {
      values(x);
      instruction(op, LaneTypes.lane(type), x.size());
    }
  }

  private void instruction(ScalarOp op, char lane, int arity) {
    String name = op.laneName();
    if (op.family() == Family.PATTERN) {
      reinterpret(lane, lane == 'D' ? 'J' : 'I');
    } else if (op == ScalarOp.MAXIMUM || op == ScalarOp.MINIMUM) {
      extreme(lane, op == ScalarOp.MAXIMUM ? "GT" : "LT");
    } else if (Character.isLowerCase(name.charAt(0))) {
      helper(lane, name, arity);
    } else if (op.family() == Family.COMPARISON) {
      compare(lane, name);
    } else if (op.family() == Family.PREDICATE) {
      test(lane, name);
    } else if (op.family() == Family.FUSED) {
      fused(lane);
    } else if (op == ScalarOp.SQUARE) {
      code.dup();
      binary(lane, name);
    } else {
      operator(lane, name, arity);
    }
  }
}
