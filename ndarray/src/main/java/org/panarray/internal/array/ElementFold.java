package org.panarray.internal.array;

import java.util.List;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

/// How an operation combines many elements that are no numbers: as reductions of numbers.
///
/// @param parts the reductions
/// @param result the storage of what comes out, of their results
public record ElementFold(List<Part> parts, Expr result) {
  /// A reduction of a number that is made of each element's storage.
  public record Part(ScalarOp op, Expr number) {}

  /// One reduction, of what is stored.
  ///
  /// @param result the type of its result
  public static ElementFold ofStorage(ScalarOp op, ElementType storage, ElementType result) {
    return new ElementFold(
        List.of(new Part(op, new Expr.Arg(0, storage))), new Expr.Arg(0, result));
  }
}
