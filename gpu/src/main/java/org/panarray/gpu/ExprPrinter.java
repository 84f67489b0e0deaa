package org.panarray.gpu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.panarray.prim.Columns.Family;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Formula;
import org.panarray.prim.ScalarOp;

/// Prints an [Expr] as CUDA C: one statement for each distinct subexpression, so that every
/// intermediate value is rounded to its own type and no precedence needs thought.
///
/// The element of input `i` is `a<i>`, the coordinate along axis `k` is `x<k>`.
final class ExprPrinter {
  private final StringBuilder statements;
  private final Map<Expr, String> names = new HashMap<>();
  private final String prefix;

  private ExprPrinter(StringBuilder statements, String prefix) {
    this.statements = statements;
    this.prefix = prefix;
  }

  /// The statements that compute an expression, ending with `return`.
  static String function(Expr expr) {
    ExprPrinter printer = new ExprPrinter(new StringBuilder(), "v");
    String result = printer.print(expr);
    return printer.statements + "  return " + result + ";\n";
  }

  /// How many instructions, very roughly, an expression takes.
  static int weight(Expr expr) {
    int weight =
        switch (expr) {
          case Expr.Arg _, Expr.Const _, Expr.Index _ -> 0;
          case Expr.Cast _ -> 1;
          case Expr.Apply apply -> {
            boolean complex = apply.operands().getFirst().type().isComplex();
            yield apply.op().ulps() == 0 ? 1 : complex ? 100 : 10;
          }
        };
    for (Expr child : expr.children()) {
      weight += weight(child);
    }
    return weight;
  }

  private String print(Expr expr) {
    String known = names.get(expr);
    if (known != null) {
      return known;
    }
    Formula formula = Formula.of(expr);
    if (formula != null) {
      String name = formula(formula, expr.children());
      names.put(expr, name);
      return name;
    }
    String text =
        switch (expr) {
          case Expr.Arg arg -> "a" + arg.index();
          case Expr.Index index -> "x" + index.axis();
          case Expr.Const constant -> CudaType.literal(constant.value(), constant.type());
          case Expr.Cast cast ->
              CudaType.cast(print(cast.operand()), cast.operand().type(), cast.type());
          case Expr.Apply apply -> apply(apply);
        };
    if (expr instanceof Expr.Arg || expr instanceof Expr.Index) {
      return text;
    }
    String name = prefix + names.size();
    names.put(expr, name);
    statements.append("  const %s %s = %s;\n".formatted(CudaType.value(expr.type()), name, text));
    return name;
  }

  /// Prints the steps of a function and gives the name of its value.
  private String formula(Formula formula, List<Expr> arguments) {
    List<String> operands = arguments.stream().map(this::print).toList();
    ExprPrinter steps = new ExprPrinter(statements, prefix + names.size() + "_");
    for (int i = 0; i < operands.size(); i++) {
      steps.names.put(new Expr.Arg(i, arguments.get(i).type()), operands.get(i));
    }
    String name = operands.getFirst();
    for (int i = 0; i < formula.steps().size(); i++) {
      name = steps.print(formula.steps().get(i));
      steps.names.put(formula.value(i), name);
    }
    return name;
  }

  private String apply(Expr.Apply apply) {
    List<ElementType> types = new ArrayList<>();
    List<String> operands = new ArrayList<>();
    for (Expr operand : apply.operands()) {
      types.add(operand.type());
      operands.add(print(operand));
    }
    return call(apply.op(), types, operands, apply.type());
  }

  /// A scalar operation on values of the types of one of its loops.
  static String call(
      ScalarOp op, List<ElementType> types, List<String> operands, ElementType result) {
    ElementType first = types.getFirst();
    if (op.family() == Family.ROUNDING && !first.isInexact()) {
      return operands.getFirst();
    }
    if (first.isNarrowFloat() && op.isOnNarrow()) {
      String text = op.c().replaceAll("(pa_)?(\\w+)\\(", "pa_narrow_$2(");
      for (int i = 0; i < operands.size(); i++) {
        text = text.replace("$" + i, operands.get(i));
      }
      return text;
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      values.add(operand(op, types.get(i), operands.get(i), i));
    }
    if (types.size() == 2 && first.isInteger() && !types.get(1).equals(first)) {
      // int64 against uint64: no C type holds both.
      values = List.of("pa_order(" + String.join(", ", operands) + ")", "0");
    }
    String text = op.c();
    for (int i = 0; i < values.size(); i++) {
      text = text.replace("$" + i, values.get(i));
    }
    boolean widened = result.isNarrowFloat() && op != ScalarOp.SELECT;
    if (widened) {
      return CudaType.value(result) + "::of(" + text + ")";
    }
    return result.isComplex() || op == ScalarOp.SELECT
        ? text
        : "(" + CudaType.value(result) + ")(" + text + ")";
  }

  private static String operand(ScalarOp op, ElementType type, String text, int position) {
    if (op == ScalarOp.LDEXP && position == 1) {
      return "pa_exponent(" + text + ")";
    }
    if (type.isNarrowFloat() && op != ScalarOp.SELECT) {
      return "pa_float(" + text + ")";
    }
    if (type.isInteger() && op.wraps()) {
      // Signed overflow is undefined in C and wraps in NumPy.
      return (type.byteSize() == 8 ? "(pa_u64)" : "(pa_u32)") + text;
    }
    return text;
  }
}
