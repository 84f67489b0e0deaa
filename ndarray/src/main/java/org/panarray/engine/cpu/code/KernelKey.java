package org.panarray.engine.cpu.code;

import org.jspecify.annotations.Nullable;
import org.panarray.engine.memory.Home;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

/// What a kernel is generated from, and looked up by.
///
/// @param expr the element's value
/// @param form what happens to the values
/// @param fold the operation that combines them; null for [Form#MAP] and [Form#CHAIN]
/// @param still bit `i` is set where input `i` stands still: a broadcast scalar
/// @param strided whether steps vary; otherwise everything that moves is contiguous
/// @param home where the operands that move are
/// @param vector whether lanes of the Vector API may be used
public record KernelKey(
    Expr expr,
    Form form,
    @Nullable ScalarOp fold,
    long still,
    boolean strided,
    Home home,
    boolean vector) {
  public enum Form {
    /// One output element for each element.
    MAP,
    /// The same of an expression of several steps, of which each may be at fault.
    CHAIN,
    /// All elements combined into one output element.
    REDUCE,
    /// All elements added up in NumPy's pairwise order.
    PAIRWISE,
    /// The same where the elements are the real or the imaginary parts of complex ones.
    PAIRWISE_PARTS,
    /// Running results, one for each element.
    SCAN
  }

  public static KernelKey map(Expr expr, long still, boolean strided, Home home, boolean vector) {
    return new KernelKey(expr, Form.MAP, null, still, strided, home, vector);
  }

  /// Whether one output element comes from the whole row.
  boolean combinesRow() {
    return form == Form.REDUCE || isPairwise();
  }

  boolean isPairwise() {
    return form == Form.PAIRWISE || form == Form.PAIRWISE_PARTS;
  }

  boolean isStill(int input) {
    return (still >> input & 1) != 0;
  }

  /// How many operands the kernel has: the output, the inputs, one for each axis whose coordinates
  /// are used, and the carry of a scan.
  int operands() {
    int inputs = Expr.inputCount(expr) + KernelCompiler.indexAxes(expr).size();
    return 1 + inputs + (form == Form.SCAN ? 1 : 0);
  }

  /// Whether an operand has an element of its own for each step.
  boolean moves(int operand) {
    if (operand == 0) {
      return !combinesRow();
    }
    int input = operand - 1;
    return input < Expr.inputCount(expr) && !isStill(input);
  }

  /// What is read from or written to an operand.
  ElementType operandType(int operand) {
    int input = operand - 1;
    if (input < 0 || input >= Expr.inputCount(expr)) {
      return input < 0 || form == Form.SCAN ? expr.type() : ElementType.INT64;
    }
    Expr.Arg argument = argument(expr, input);
    return argument == null
        ? ElementType.UINT8
        : argument.type(); // none reads what nobody asks for
  }

  private static Expr.@Nullable Arg argument(Expr expr, int input) {
    if (expr instanceof Expr.Arg arg && arg.index() == input) {
      return arg;
    }
    for (Expr child : expr.children()) {
      Expr.Arg found = argument(child, input);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
