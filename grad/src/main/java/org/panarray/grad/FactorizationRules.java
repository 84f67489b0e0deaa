package org.panarray.grad;

import static org.panarray.Np.np;
import static org.panarray.grad.Vjp.adjoint;
import static org.panarray.grad.Vjp.matmul;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Shape;

/// Rules of the linear-algebra primitives.
///
/// Sources: M. Giles, "An extended collection of matrix derivative results for forward and reverse
/// mode algorithmic differentiation" (2008); S. Walter and L. Lehmann, "Algorithmic differentiation of
/// linear algebra functions" (2013) for QR; M. Seeger and others, "Auto-differentiating linear
/// algebra" (2017) for the eigenvalue and singular value decompositions.
final class FactorizationRules {
  private FactorizationRules() {}

  static @Nullable NDArray[] pullback(
      Primitive.Factorization primitive,
      Saved saved,
      @Nullable NDArray[] cotangents,
      boolean[] needed) {
    NDArray g = cotangents[0];
    return switch (primitive) {
      case Primitive.Solve _ -> solve(saved, Vjp.given(g), needed);
      case Primitive.Inverse _ -> {
        NDArray inverse = adjoint(saved.output(0));
        yield Vjp.one(matmul(matmul(inverse, Vjp.given(g)), inverse).unaryMinus());
      }
      case Primitive.Determinant _ -> Vjp.one(determinant(saved, cotangents));
      case Primitive.Cholesky cholesky -> Vjp.one(cholesky(cholesky, saved, Vjp.given(g)));
      case Primitive.Qr qr -> Vjp.one(QrRule.pullback(qr, saved, cotangents));
      case Primitive.Svd svd when !svd.computeUv() ->
          values(new Primitive.Svd(false, true), 1, saved, Vjp.given(g));
      case Primitive.Eigh eigh when !eigh.vectors() ->
          values(new Primitive.Eigh(eigh.lower(), true), 0, saved, Vjp.given(g));
      case Primitive.Eig eig when !eig.vectors() ->
          values(new Primitive.Eig(true), 0, saved, Vjp.given(g));
      case Primitive.Svd svd -> Vjp.one(SpectralRules.svd(svd, saved, cotangents));
      case Primitive.Eigh _ -> Vjp.one(SpectralRules.eigh(saved, cotangents));
      case Primitive.Eig _ -> Vjp.one(SpectralRules.eig(saved, cotangents));
      case Primitive.LeastSquares _ -> leastSquares(saved, cotangents, needed);
    };
  }

  /// The rule of values alone, by the decomposition with vectors, which has them as output `place`.
  private static @Nullable NDArray[] values(
      Primitive.Factorization whole, int place, Saved saved, NDArray g) {
    NDArray[] inputs = {saved.input(0)};
    NDArray[] outputs = Dispatch.applyAll(whole, inputs);
    if (!np.allclose(outputs[place], saved.output(0))) {
      throw new TypeError("the values come in another order with vectors; ask for the vectors");
    }
    @Nullable NDArray[] cotangents = new @Nullable NDArray[outputs.length];
    cotangents[place] = g;
    return pullback(whole, Saved.of(whole, inputs, outputs), cotangents, new boolean[] {true});
  }

  static NDArray solve(NDArray a, NDArray b) {
    return Dispatch.apply(new Primitive.Solve(), a, b);
  }

  private static @Nullable NDArray[] solve(Saved saved, NDArray g, boolean[] needed) {
    @Nullable NDArray[] result = Vjp.none(saved);
    NDArray right = solve(adjoint(saved.input(0)), g);
    if (needed[0]) {
      NDArray outer = matmul(right, adjoint(saved.output(0))).unaryMinus();
      result[0] = Broadcasting.sumTo(outer, saved.inputShape(0));
    }
    if (needed[1]) {
      result[1] = Broadcasting.sumTo(right, saved.inputShape(1));
    }
    return result;
  }

  /// Outputs: sign, logarithm of the absolute value, and the determinant itself.
  private static NDArray determinant(Saved saved, @Nullable NDArray[] cotangents) {
    ElementType type = saved.inputType(0);
    NDArray factor = null;
    NDArray logarithm = cotangents[1];
    NDArray sign = cotangents[0];
    NDArray value = cotangents[2];
    if (logarithm != null) {
      factor = logarithm.astype(org.panarray.DType.of(type));
    }
    if (value != null) {
      NDArray part = np.multiply(value, np.conjugate(saved.output(2)));
      factor = factor == null ? part : factor.plus(part);
    }
    if (sign != null && type.isComplex()) {
      // d sign = i sign Im(tr(A^-1 dA)): only the phase turns
      NDArray turned = np.multiply(sign, np.conjugate(saved.output(0)));
      Expr arg = new Expr.Arg(0, type);
      Expr phase =
          Expr.apply(
              ScalarOp.MAKE_COMPLEX,
              new Expr.Const(0, type.realPart()),
              Expr.apply(ScalarOp.IMAG, arg));
      NDArray part = Dispatch.apply(new Primitive.Map(phase), turned);
      factor = factor == null ? part : factor.plus(part);
    }
    NDArray a = saved.input(0);
    if (factor == null) {
      return np.zerosLike(a);
    }
    NDArray inverse = adjoint(Dispatch.apply(new Primitive.Inverse(), a));
    return np.multiply(np.expandDims(factor, -1, -2), inverse);
  }

  /// `L^-H P(L^H G) L^-1` made Hermitian, with `P` the lower triangle with its diagonal halved.
  private static NDArray cholesky(Primitive.Cholesky cholesky, Saved saved, NDArray g) {
    NDArray factor = cholesky.upper() ? adjoint(saved.output(0)) : saved.output(0);
    NDArray cotangent = cholesky.upper() ? adjoint(g) : g;
    NDArray adjointFactor = adjoint(factor);
    NDArray inner = Triangles.lowerHalf(matmul(adjointFactor, cotangent));
    NDArray left = solve(adjointFactor, inner);
    NDArray full = adjoint(solve(adjointFactor, adjoint(left)));
    return full.plus(adjoint(full)).times(0.5);
  }

  private static @Nullable NDArray[] leastSquares(
      Saved saved, @Nullable NDArray[] cotangents, boolean[] needed) {
    NDArray g = cotangents[0];
    if (g == null || cotangents[1] != null || cotangents[3] != null) {
      throw new TypeError("the gradient of lstsq is of the solution only");
    }
    NDArray a = saved.input(0);
    NDArray x = saved.output(0);
    Shape shape = saved.inputShape(0);
    long full = Math.min(shape.dim(-1), shape.dim(-2));
    if (np.less(saved.output(2), full).any().asBoolean() || shape.dim(-2) < shape.dim(-1)) {
      throw new TypeError("the gradient of lstsq needs a matrix of full column rank");
    }
    // x = (A^H A)^-1 A^H b; with w = (A^H A)^-1 g: db = A w, dA = r w^H - A w x^H
    NDArray w = solve(matmul(adjoint(a), a), g);
    NDArray forward = matmul(a, w);
    @Nullable NDArray[] result = Vjp.none(saved);
    if (needed[0]) {
      NDArray residual = saved.input(1).minus(matmul(a, x));
      result[0] = matmul(residual, adjoint(w)).minus(matmul(forward, adjoint(x)));
    }
    if (needed[1]) {
      result[1] = forward;
    }
    return result;
  }
}
