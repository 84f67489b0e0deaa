package org.panarray.prim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.panarray.error.TypeError;

/// A pure function of the elements at one index: what elementwise work is compiled from.
///
/// Value-equal, so an expression is itself the key of the kernel caches. The arguments of an
/// [Apply] already have exactly the types of one of the operation's loops; conversions are
/// explicit.
public sealed interface Expr {
  /// The type of the value.
  ElementType type();

  /// The element of input `index`.
  record Arg(int index, ElementType type) implements Expr {}

  /// A literal; for a complex type the real part.
  record Const(double value, ElementType type) implements Expr {}

  /// The coordinate of the element along an axis of the output, as int64.
  record Index(int axis) implements Expr {
    @Override
    public ElementType type() {
      return ElementType.INT64;
    }
  }

  /// The value converted as NumPy's `astype` does.
  record Cast(Expr operand, ElementType type) implements Expr {}

  /// A scalar operation.
  record Apply(ScalarOp op, List<Expr> operands, ElementType type) implements Expr {
    public Apply {
      operands = List.copyOf(operands);
    }
  }

  /// The expressions that this one is computed from.
  default List<Expr> children() {
    return switch (this) {
      case Arg _, Const _, Index _ -> List.of();
      case Cast cast -> List.of(cast.operand());
      case Apply apply -> apply.operands();
    };
  }

  /// Whether this expression or one inside it passes the test. Allocates nothing: engines ask at
  /// each call.
  default boolean any(Predicate<? super Expr> test) {
    if (test.test(this)) {
      return true;
    }
    return switch (this) {
      case Arg _, Const _, Index _ -> false;
      case Cast cast -> cast.operand().any(test);
      case Apply apply -> {
        for (int i = 0; i < apply.operands().size(); i++) {
          if (apply.operands().get(i).any(test)) {
            yield true;
          }
        }
        yield false;
      }
    };
  }

  /// Whether the value depends on where the element is.
  default boolean usesIndex() {
    return any(part -> part instanceof Index);
  }

  /// Whether the value depends on an input.
  default boolean uses(int input) {
    return any(part -> part instanceof Arg arg && arg.index() == input);
  }

  /// The expression with other leaves (arguments, literals, coordinates).
  default Expr replace(UnaryOperator<Expr> leaves) {
    return switch (this) {
      case Arg _, Const _, Index _ -> leaves.apply(this);
      case Cast cast -> cast(cast.operand().replace(leaves), cast.type());
      case Apply apply -> {
        List<Expr> operands = new ArrayList<>(apply.operands().size());
        for (Expr operand : apply.operands()) {
          operands.add(operand.replace(leaves));
        }
        yield new Apply(apply.op(), operands, apply.type());
      }
    };
  }

  /// `operand` converted to `type`; the operand itself where it has that type.
  static Expr cast(Expr operand, ElementType type) {
    return operand.type() == type ? operand : new Cast(operand, type);
  }

  /// The operation on operands that already have the types of one of its loops.
  ///
  /// @throws TypeError where the operation has no loop of exactly these types
  static Expr apply(ScalarOp op, Expr... operands) {
    ElementType[] types = new ElementType[operands.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = operands[i].type();
    }
    Loops.Loop loop = op.loops().resolve(types);
    if (loop == null || !loop.inputs().equals(List.of(types))) {
      throw new TypeError(
          "ufunc '" + op.numpyName() + "' has no loop for exactly the types " + List.of(types));
    }
    return new Apply(op, List.of(operands), loop.output());
  }

  /// The operation with its operands converted to the loop that NumPy would choose.
  ///
  /// @throws TypeError in NumPy's words where no loop takes these types
  static Expr promoted(ScalarOp op, Expr... operands) {
    ElementType[] types = new ElementType[operands.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = operands[i].type();
    }
    Loops.Loop loop = op.loopFor(types);
    if (loop == null) {
      throw new TypeError(
          "ufunc '"
              + op.numpyName()
              + "' not supported for the input types, and the inputs could not be safely coerced"
              + " to any supported types according to the casting rule ''safe''");
    }
    Expr[] converted = new Expr[operands.length];
    for (int i = 0; i < operands.length; i++) {
      converted[i] = cast(operands[i], loop.inputs().get(i));
    }
    return new Apply(op, List.of(converted), loop.output());
  }

  /// One more than the largest input index used.
  static int inputCount(Expr expr) {
    int count = expr instanceof Arg arg ? arg.index() + 1 : 0;
    for (Expr child : expr.children()) {
      count = Math.max(count, inputCount(child));
    }
    return count;
  }

  /// The expression with every `Arg(i)` replaced by `replacements.get(i)`.
  static Expr substitute(Expr expr, List<? extends Expr> replacements) {
    return expr.replace(leaf -> leaf instanceof Arg arg ? replacements.get(arg.index()) : leaf);
  }
}
