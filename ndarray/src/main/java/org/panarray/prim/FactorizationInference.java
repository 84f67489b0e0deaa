package org.panarray.prim;

import org.panarray.prim.Inference.Result;
import org.panarray.shape.Shape;

/// Shapes and types of the linear-algebra primitives. Inputs are float32, float64, complex64 or
/// complex128 with at least two axes; the callers in `np.linalg` check that in NumPy's words.
final class FactorizationInference {
  private FactorizationInference() {}

  static Result[] results(Primitive.Factorization primitive, ElementType[] types, Shape[] shapes) {
    ElementType type = types[0];
    ElementType real = type.realPart();
    Shape batch = Inference.leading(shapes[0], 2);
    long m = shapes[0].dim(-2);
    long n = shapes[0].dim(-1);
    long k = Math.min(m, n);
    return switch (primitive) {
      case Primitive.Solve _ -> {
        Shape all = Shape.broadcast(batch, Inference.leading(shapes[1], 2));
        yield Inference.one(type, all.concat(Shape.of(n, shapes[1].dim(-1))));
      }
      case Primitive.Inverse _, Primitive.Cholesky _ -> Inference.one(type, shapes[0]);
      case Primitive.Determinant _ ->
          new Result[] {new Result(type, batch), new Result(real, batch), new Result(type, batch)};
      case Primitive.Qr qr ->
          switch (qr.mode()) {
            case REDUCED -> pair(type, batch, m, k, type, k, n);
            case COMPLETE -> pair(type, batch, m, m, type, m, n);
            case R -> Inference.one(type, batch.concat(Shape.of(k, n)));
            case RAW ->
                new Result[] {
                  new Result(type, batch.concat(Shape.of(n, m))),
                  new Result(type, batch.concat(Shape.of(k)))
                };
          };
      case Primitive.Svd svd -> {
        Result values = new Result(real, batch.concat(Shape.of(k)));
        if (!svd.computeUv()) {
          yield new Result[] {values};
        }
        long columns = svd.fullMatrices() ? m : k;
        long rows = svd.fullMatrices() ? n : k;
        yield new Result[] {
          new Result(type, batch.concat(Shape.of(m, columns))),
          values,
          new Result(type, batch.concat(Shape.of(rows, n)))
        };
      }
      case Primitive.Eigh eigh -> spectrum(real, type, batch, n, eigh.vectors());
      case Primitive.Eig eig ->
          spectrum(type.complexCounterpart(), type.complexCounterpart(), batch, n, eig.vectors());
      case Primitive.LeastSquares _ -> {
        long columns = shapes[1].dim(-1);
        yield new Result[] {
          new Result(type, batch.concat(Shape.of(n, columns))),
          new Result(real, batch.concat(Shape.of(columns))),
          new Result(ElementType.INT64, batch),
          new Result(real, batch.concat(Shape.of(k)))
        };
      }
    };
  }

  private static Result[] pair(
      ElementType first, Shape batch, long m1, long n1, ElementType second, long m2, long n2) {
    return new Result[] {
      new Result(first, batch.concat(Shape.of(m1, n1))),
      new Result(second, batch.concat(Shape.of(m2, n2)))
    };
  }

  private static Result[] spectrum(
      ElementType values, ElementType vectors, Shape batch, long n, boolean withVectors) {
    Result spectrum = new Result(values, batch.concat(Shape.of(n)));
    return withVectors
        ? new Result[] {spectrum, new Result(vectors, batch.concat(Shape.of(n, n)))}
        : new Result[] {spectrum};
  }
}
