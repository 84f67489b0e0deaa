package org.panarray.prim;

import java.util.List;

/// An expression as a person writes it: `exp(sin(x0))*x1`. Inputs are `x0`, `x1`, coordinates
/// `index0`, conversions are called by their type.
public final class ExprText {
  /// Expressions share their parts; written out, some would fill the memory.
  private static final int LONGEST = 1000;

  private final StringBuilder text = new StringBuilder();

  private ExprText() {}

  /// One line, which ends in `...` where there would be too much of it.
  public static String of(Expr expr) {
    ExprText line = new ExprText();
    line.append(expr);
    boolean all = line.text.length() <= LONGEST;
    return all ? line.text.toString() : line.text.substring(0, LONGEST) + "...";
  }

  private void append(Expr expr) {
    if (text.length() > LONGEST) {
      return;
    }
    switch (expr) {
      case Expr.Arg arg -> text.append('x').append(arg.index());
      case Expr.Const constant -> text.append(number(constant));
      case Expr.Index index -> text.append("index").append(index.axis());
      case Expr.Cast cast -> call(cast.type().numpyName(), cast.children());
      case Expr.Apply apply -> {
        String symbol = symbol(apply.op());
        if (symbol.isEmpty()) {
          call(apply.op().numpyName(), apply.operands());
        } else {
          inner(apply.operands().getFirst());
          text.append(symbol);
          inner(apply.operands().getLast());
        }
      }
    }
  }

  private static String number(Expr.Const constant) {
    double value = constant.value();
    boolean whole = !constant.type().isInexact() && value == Math.rint(value);
    return whole ? String.valueOf((long) value) : String.valueOf(value);
  }

  private void call(String name, List<Expr> operands) {
    text.append(name);
    String before = "(";
    for (Expr operand : operands) {
      text.append(before);
      append(operand);
      before = ", ";
    }
    text.append(')');
  }

  /// What stands beside a symbol is in parentheses where it has a symbol too.
  private void inner(Expr operand) {
    if (operand instanceof Expr.Apply apply && !symbol(apply.op()).isEmpty()) {
      text.append('(');
      append(operand);
      text.append(')');
    } else {
      append(operand);
    }
  }

  /// The sign that C writes between two operands, which is Python's; empty where it writes a call.
  private static String symbol(ScalarOp op) {
    String c = op.c();
    boolean between = c.startsWith("$0") && c.endsWith("$1") && c.length() <= 6;
    return between ? c.substring(2, c.length() - 2) : "";
  }
}
