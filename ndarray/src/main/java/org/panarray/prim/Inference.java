package org.panarray.prim;

import java.util.List;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.shape.Axes;
import org.panarray.shape.Shape;

/// Shapes and types of what a primitive gives: one exhaustive switch each.
public final class Inference {
  private Inference() {}

  /// Type and shape of one result.
  public record Result(ElementType type, Shape shape) {}

  /// The results of every primitive that is not a view.
  ///
  /// @throws ValueError in NumPy's words where the shapes do not fit together
  public static Result[] results(Primitive primitive, ElementType[] types, Shape[] shapes) {
    return switch (primitive) {
      case Primitive.Map map -> one(map.expr().type(), broadcast(shapes));
      case Primitive.Generate generate -> one(generate.expr().type(), generate.shape());
      case Primitive.Reduce reduce ->
          one(
              Expr.apply(reduce.op(), reduce.element(), reduce.element()).type(),
              without(broadcast(shapes), reduce.axes()));
      case Primitive.ArgReduce arg -> one(ElementType.INT64, shapes[0].remove(arg.axis()));
      case Primitive.Scan _, Primitive.Sort _ -> one(types[0], shapes[0]);
      case Primitive.Copy _, Primitive.Transfer _ -> one(types[0], shapes[0]);
      case Primitive.ArgSort _ -> one(ElementType.INT64, shapes[0]);
      case Primitive.SearchSorted _ -> one(ElementType.INT64, shapes[1]);
      case Primitive.Nonzero nonzero ->
          one(ElementType.INT64, Shape.of(nonzero.count(), shapes[0].rank()));
      case Primitive.Gather gather ->
          one(types[0], gathered(shapes[0], gather.axes(), gather.position(), shapes[1]));
      case Primitive.Scatter _ -> one(types[0], shapes[0]);
      case Primitive.Concat concat -> one(types[0], concatenated(shapes, concat.axis()));
      case Primitive.Fft fft -> one(transformed(fft, types[0]), transformed(fft, shapes[0]));
      case Primitive.MatMul _ -> one(types[0], product(shapes[0], shapes[1]));
      case Primitive.View view -> throw new IllegalArgumentException(view + " has a layout");
      case Primitive.Factorization factorization ->
          FactorizationInference.results(factorization, types, shapes);
    };
  }

  static Result[] one(ElementType type, Shape shape) {
    return new Result[] {new Result(type, shape)};
  }

  private static Shape broadcast(Shape[] shapes) {
    return shapes.length == 1 ? shapes[0] : Shape.broadcast(shapes);
  }

  private static Shape without(Shape shape, List<Integer> axes) {
    if (axes.size() == shape.rank()) {
      return Shape.SCALAR;
    }
    boolean[] gone = new boolean[shape.rank()];
    for (int axis : axes) {
      gone[Axes.normalize(axis, shape.rank())] = true;
    }
    long[] dims = new long[shape.rank() - axes.size()];
    int kept = 0;
    for (int axis = 0; axis < gone.length; axis++) {
      if (!gone[axis]) {
        dims[kept++] = shape.dim(axis);
      }
    }
    return Shape.of(dims);
  }

  /// The shape of a [Primitive.Gather]: `index` at `position` among the axes that are not indexed.
  public static Shape gathered(Shape source, List<Integer> axes, int position, Shape index) {
    long[] rest = without(source, axes).toArray();
    long[] dims = new long[rest.length + index.rank()];
    System.arraycopy(rest, 0, dims, 0, position);
    System.arraycopy(index.toArray(), 0, dims, position, index.rank());
    System.arraycopy(rest, position, dims, position + index.rank(), rest.length - position);
    return Shape.of(dims);
  }

  private static Shape concatenated(Shape[] shapes, int axis) {
    long total = 0;
    for (Shape shape : shapes) {
      total = Math.addExact(total, shape.dim(axis));
    }
    return shapes[0].with(axis, total);
  }

  private static ElementType transformed(Primitive.Fft fft, ElementType type) {
    return fft.kind() == Primitive.FftKind.HERMITIAN ? type.realPart() : type.complexCounterpart();
  }

  private static Shape transformed(Primitive.Fft fft, Shape shape) {
    return switch (fft.kind()) {
      case FORWARD, BACKWARD -> shape;
      case REAL -> shape.with(fft.axis(), fft.length() / 2 + 1);
      case HERMITIAN -> shape.with(fft.axis(), fft.length());
    };
  }

  private static Shape product(Shape a, Shape b) {
    if (a.rank() < 2 || b.rank() < 2) {
      throw new TypeError("a matrix product takes operands of at least two dimensions");
    }
    if (a.dim(-1) != b.dim(-2)) {
      throw new ValueError(
          "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature"
              + " (n?,k),(k,m?)->(n?,m?) (size "
              + b.dim(-2)
              + " is different from "
              + a.dim(-1)
              + ")");
    }
    Shape batch = Shape.broadcast(leading(a, 2), leading(b, 2));
    return batch.concat(Shape.of(a.dim(-2), b.dim(-1)));
  }

  /// The shape without its last `count` axes.
  static Shape leading(Shape shape, int count) {
    long[] dims = shape.toArray();
    return Shape.of(java.util.Arrays.copyOf(dims, dims.length - count));
  }
}
