package org.panarray.engine.factorization;

import java.util.function.Consumer;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.IndexWalk;
import org.panarray.error.LinAlgError;
import org.panarray.linalg.Lapack;
import org.panarray.linalg.LinearAlgebra;
import org.panarray.linalg.StridedMatrix;
import org.panarray.linalg.StridedVector;
import org.panarray.linalg.Triangle;
import org.panarray.prim.Primitive;
import org.panarray.shape.Shape;

/// Factorizations and solutions on operands of any strides, one matrix of the batch after another,
/// by LAPACK or its portable stand-in.
///
/// What LAPACK reports as `info` becomes NumPy's [LinAlgError] here. The outputs of a batch in
/// which one matrix failed are never seen: the caller gets the exception instead.
public final class FactorizationKernels {
  private final Operand[] inputs;
  private final Operand[] outputs;
  private final Shape batch;
  private final Lapack lapack = LinearAlgebra.get();

  private FactorizationKernels(Operand[] inputs, Operand[] outputs, Shape batch) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.batch = batch;
  }

  /// Runs the primitive; its outputs have the shapes and types that inference gives.
  ///
  /// @throws LinAlgError in NumPy's words, such as `Singular matrix`
  public static void run(Primitive.Factorization primitive, Operand[] inputs, Operand[] outputs) {
    Shape first =
        primitive instanceof Primitive.Solve
            ? outputs[0].layout().shape()
            : inputs[0].layout().shape();
    Shape batch = first.range(0, first.rank() - 2);
    new FactorizationKernels(inputs, outputs, batch).run(primitive);
  }

  private void run(Primitive.Factorization primitive) {
    switch (primitive) {
      case Primitive.Solve _ -> solve();
      case Primitive.Inverse _ -> inverse();
      case Primitive.Determinant _ ->
          Determinants.run(input(0, 2), output(0, 0), output(1, 0), output(2, 0), batch);
      case Primitive.Cholesky cholesky -> cholesky(triangle(!cholesky.upper()));
      case Primitive.Qr qr -> qr(qr.mode());
      case Primitive.Svd svd -> svd(svd.computeUv());
      case Primitive.Eigh eigh -> eigh(triangle(eigh.lower()), eigh.vectors());
      case Primitive.Eig eig -> eig(eig.vectors());
      case Primitive.LeastSquares least -> leastSquares(least.rcond());
    }
  }

  private MatrixStack input(int i, int coreRank) {
    return MatrixStack.of(inputs[i], batch, coreRank);
  }

  private MatrixStack output(int i, int coreRank) {
    return MatrixStack.of(outputs[i], batch, coreRank);
  }

  private static Triangle triangle(boolean lower) {
    return lower ? Triangle.LOWER : Triangle.UPPER;
  }

  private void forEachMatrix(Consumer<long[]> work) {
    IndexWalk.forEach(batch, work);
  }

  private static void require(int info, String failure) {
    if (info != 0) {
      throw new LinAlgError(failure);
    }
  }

  private void solve() {
    MatrixStack a = input(0, 2);
    MatrixStack b = input(1, 2);
    MatrixStack x = output(0, 2);
    forEachMatrix(
        i -> require(lapack.solve(a.matrix(i), b.matrix(i), x.matrix(i)), "Singular matrix"));
  }

  private void inverse() {
    MatrixStack a = input(0, 2);
    MatrixStack inverse = output(0, 2);
    forEachMatrix(i -> require(lapack.inverse(a.matrix(i), inverse.matrix(i)), "Singular matrix"));
  }

  private void cholesky(Triangle triangle) {
    MatrixStack a = input(0, 2);
    MatrixStack factor = output(0, 2);
    forEachMatrix(
        i ->
            require(
                lapack.cholesky(triangle, a.matrix(i), factor.matrix(i)),
                "Matrix is not positive definite"));
  }

  private void qr(Primitive.QrMode mode) {
    String failure = "Incorrect argument found while performing QR factorization";
    MatrixStack a = input(0, 2);
    MatrixStack first = output(0, 2);
    switch (mode) {
      case REDUCED, COMPLETE -> {
        MatrixStack r = output(1, 2);
        forEachMatrix(i -> require(lapack.qr(a.matrix(i), first.matrix(i), r.matrix(i)), failure));
      }
      case R -> forEachMatrix(i -> require(lapack.qr(a.matrix(i), null, first.matrix(i)), failure));
      case RAW -> {
        MatrixStack tau = output(1, 1);
        forEachMatrix(
            i -> {
              StridedMatrix h = first.matrix(i).transposed();
              require(lapack.qrRaw(a.matrix(i), h, tau.vector(i)), failure);
            });
      }
    }
  }

  private void svd(boolean computeUv) {
    String failure = "SVD did not converge";
    MatrixStack a = input(0, 2);
    MatrixStack s = output(computeUv ? 1 : 0, 1);
    if (!computeUv) {
      forEachMatrix(i -> require(lapack.svd(a.matrix(i), null, s.vector(i), null), failure));
      return;
    }
    MatrixStack u = output(0, 2);
    MatrixStack vh = output(2, 2);
    forEachMatrix(
        i -> require(lapack.svd(a.matrix(i), u.matrix(i), s.vector(i), vh.matrix(i)), failure));
  }

  private void eigh(Triangle triangle, boolean vectors) {
    MatrixStack a = input(0, 2);
    MatrixStack w = output(0, 1);
    MatrixStack v = vectors ? output(1, 2) : w;
    forEachMatrix(
        i -> {
          StridedMatrix columns = vectors ? v.matrix(i) : null;
          require(
              lapack.eigenSymmetric(triangle, a.matrix(i), w.vector(i), columns),
              "Eigenvalues did not converge");
        });
  }

  private void eig(boolean vectors) {
    MatrixStack a = input(0, 2);
    MatrixStack w = output(0, 1);
    MatrixStack v = vectors ? output(1, 2) : w;
    forEachMatrix(
        i -> {
          StridedMatrix columns = vectors ? v.matrix(i) : null;
          require(lapack.eigen(a.matrix(i), w.vector(i), columns), "Eigenvalues did not converge");
        });
  }

  private void leastSquares(double rcond) {
    MatrixStack a = input(0, 2);
    MatrixStack b = input(1, 2);
    MatrixStack x = output(0, 2);
    MatrixStack residuals = output(1, 1);
    MatrixStack rank = output(2, 0);
    MatrixStack s = output(3, 1);
    forEachMatrix(
        i -> {
          StridedVector sums = residuals.vector(i);
          var found =
              lapack.leastSquares(a.matrix(i), b.matrix(i), rcond, x.matrix(i), s.vector(i), sums);
          require(found.info(), "SVD did not converge in Linear Least Squares");
          rank.setLong(i, found.rank());
        });
  }
}
