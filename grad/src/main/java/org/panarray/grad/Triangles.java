package org.panarray.grad;

import org.panarray.NDArray;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Shape;

/// Triangles of the last two axes.
final class Triangles {
  private Triangles() {}

  /// The lower triangle, its diagonal halved, zeros above.
  static NDArray lowerHalf(NDArray a) {
    return weighted(a, 1, 0.5, 0);
  }

  /// The lower triangle with its diagonal, zeros above.
  static NDArray lower(NDArray a) {
    return weighted(a, 1, 1, 0);
  }

  /// The strictly lower triangle.
  static NDArray strictlyLower(NDArray a) {
    return weighted(a, 1, 0, 0);
  }

  /// Everything but the diagonal.
  static NDArray offDiagonal(NDArray a) {
    return weighted(a, 1, 0, 1);
  }

  /// The diagonal, zeros elsewhere.
  static NDArray diagonal(NDArray a) {
    return weighted(a, 0, 1, 0);
  }

  private static NDArray weighted(NDArray a, double below, double on, double above) {
    ElementType type = a.dtype().element();
    Expr row = new Expr.Index(0);
    Expr column = new Expr.Index(1);
    Expr weight =
        Expr.apply(
            ScalarOp.SELECT,
            Expr.apply(ScalarOp.GREATER, row, column),
            new Expr.Const(below, type),
            Expr.apply(
                ScalarOp.SELECT,
                Expr.apply(ScalarOp.EQUAL, row, column),
                new Expr.Const(on, type),
                new Expr.Const(above, type)));
    NDArray weights =
        Dispatch.apply(new Primitive.Generate(Shape.of(a.shape(-2), a.shape(-1)), weight))
            .toDevice(a.device());
    return a.times(weights);
  }
}
