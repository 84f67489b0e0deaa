package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_double;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Formula;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;

/// Generates the code that computes an expression for one element at a time.
///
/// Every subexpression is computed once per element and kept in a local variable.
public final class ScalarEmitter {
  private final RowCode row;
  private final CodeBuilder code;
  private final ElementCode element;
  private final int i;
  private final SuspicionCode suspicion;
  private final IntegerCode integers;
  private final FloatCode floats;
  private final Map<Expr, Integer> known = new HashMap<>();

  /// @param i the local variable that counts elements
  /// @param suspicion a long in which the bits of suspicious results gather, or -1
  ScalarEmitter(RowCode row, int i, int suspicion) {
    this.row = row;
    this.code = row.code;
    this.element = new ElementCode(row, i);
    this.i = i;
    this.suspicion = new SuspicionCode(code, element, suspicion);
    this.integers = new IntegerCode(code, element, this, this.suspicion);
    this.floats = new FloatCode(code, element, this);
  }

  CodeBuilder code() {
    return code;
  }

  ElementCode element() {
    return element;
  }

  /// Leaves the value of the expression on the stack.
  void value(Expr expr) {
    code.loadLocal(Descriptors.kind(expr.type()), local(expr));
  }

  /// The local variable that holds the value of the expression, which is computed if need be.
  int local(Expr expr) {
    Integer local = known.get(expr);
    if (local == null) {
      compute(expr);
      local = code.allocateLocal(Descriptors.kind(expr.type()));
      code.storeLocal(Descriptors.kind(expr.type()), local);
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
        int operand = row.operand(index);
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
    switch (Descriptors.kind(value.type())) {
      case INT -> code.loadConstant((int) value.bits());
      case LONG -> code.loadConstant(value.bits());
      case FLOAT -> code.loadConstant((float) value.re());
      case DOUBLE -> code.loadConstant(value.re());
      default -> {
        code.loadConstant(value.re()).loadConstant(value.im());
        element.scalarMath("complex", Descriptors.COMPLEX, CD_double, CD_double);
      }
    }
  }

  private void apply(Expr.Apply apply) {
    List<Expr> x = apply.operands();
    for (Expr operand : x) {
      local(operand);
    }
    Formula formula = Formula.of(apply);
    if (formula != null) {
      formula(formula, x);
      return;
    }
    switch (apply.op().family()) {
      case CHOICE -> choice(apply, x);
      case LOGICAL -> {
        for (Expr operand : x) {
          value(operand);
          element.truth(operand.type());
        }
        if (apply.op() == ScalarOp.LOGICAL_NOT) {
          code.iconst_1().ixor();
        } else {
          code.with(Instructions.operator('I', apply.op().onBools().name()));
        }
      }
      case PART -> {
        if (apply.op() == ScalarOp.POSITIVE) {
          value(x.getFirst());
        } else {
          byType(apply, x);
        }
      }
      case ARITHMETIC, DIVISION, FUNCTION, ROUNDING, MAGNITUDE, EXTREMUM, COMPARISON ->
          byType(apply, x);
      case PREDICATE, BITWISE, SHIFT, WHOLE, ANGLE, NEIGHBOUR, EXPONENT -> byType(apply, x);
      case FUSED, PATTERN -> byType(apply, x);
    }
  }

  /// Computes a function step by step, its arguments and values in local variables.
  private void formula(Formula formula, List<Expr> x) {
    ScalarEmitter steps = new ScalarEmitter(row, i, -1);
    for (int k = 0; k < x.size(); k++) {
      steps.define(new Expr.Arg(k, x.get(k).type()), local(x.get(k)));
    }
    Expr value = x.getFirst();
    for (int k = 0; k < formula.steps().size(); k++) {
      value = formula.value(k);
      steps.define(value, steps.local(formula.steps().get(k)));
    }
    steps.value(value);
  }

  private void choice(Expr.Apply apply, List<Expr> x) {
    if (apply.op() == ScalarOp.SELECT) {
      value(x.get(0));
      code.ifThenElse(Opcode.IFNE, _ -> value(x.get(1)), _ -> value(x.get(2)));
    } else {
      Expr raised = new Expr.Apply(ScalarOp.MAXIMUM, x.subList(0, 2), apply.type());
      local(raised);
      apply(new Expr.Apply(ScalarOp.MINIMUM, List.of(raised, x.get(2)), apply.type()));
    }
  }

  private void byType(Expr.Apply apply, List<Expr> x) {
    ElementType type = x.getFirst().type();
    if (type.isComplex()) {
      values(x);
      ComplexCode.apply(code, element, apply.op(), x.size(), type);
    } else if (apply.type().isComplex()) { // the only one: a complex number from its parts
      toDoubles(x);
      element.scalarMath("complex", Descriptors.COMPLEX, CD_double, CD_double);
    } else if (type.isFloat()) {
      floats.apply(apply.op(), x, type);
    } else {
      integers.apply(apply.op(), x, type);
    }
  }

  /// Leaves the values of the expressions on the stack.
  void values(List<Expr> x) {
    for (Expr operand : x) {
      value(operand);
    }
  }

  /// Leaves the values of the expressions on the stack, as doubles.
  void toDoubles(List<Expr> x) {
    for (Expr operand : x) {
      value(operand);
      element.toDouble(operand.type());
    }
  }
}
