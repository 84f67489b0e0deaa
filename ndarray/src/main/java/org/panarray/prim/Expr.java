package org.panarray.prim;

import java.util.List;
import org.panarray.error.TypeError;

/// A pure function of the elements at one index: what elementwise work is compiled from.
///
/// Value-equal, so an expression is itself the key of the kernel caches. The arguments of an
/// [Apply] already have exactly the types of one of the operation's loops; conversions are explicit.
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
    return switch (expr) {
      case Arg arg -> arg.index() + 1;
      case Const _, Index _ -> 0;
      case Cast cast -> inputCount(cast.operand());
      case Apply apply -> {
        int count = 0;
        for (Expr operand : apply.operands()) {
          count = Math.max(count, inputCount(operand));
        }
        yield count;
      }
    };
  }

  /// The expression with every `Arg(i)` replaced by `replacements.get(i)`.
  static Expr substitute(Expr expr, List<? extends Expr> replacements) {
    return switch (expr) {
      case Arg arg -> replacements.get(arg.index());
      case Const constant -> constant;
      case Index index -> index;
      case Cast cast -> cast(substitute(cast.operand(), replacements), cast.type());
      case Apply apply -> {
        Expr[] operands = new Expr[apply.operands().size()];
        for (int i = 0; i < operands.length; i++) {
          operands[i] = substitute(apply.operands().get(i), replacements);
        }
        yield new Apply(apply.op(), List.of(operands), apply.type());
      }
    };
  }
}
