package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Kw.atol;
import static org.panarray.Kw.fullMatrices;
import static org.panarray.Kw.rtol;
import static org.panarray.Kw.upper;
import static org.panarray.Np.np;

import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.panarray.error.LinAlgError;
import org.panarray.result.Eig;
import org.panarray.result.Eigh;
import org.panarray.result.QR;
import org.panarray.result.SVD;
import org.panarray.result.Slogdet;

/// What each factorisation promises, at awkward sizes, in four types, batched, behind any strides.
class LinalgTest {
  private static final long SEED = 7;
  private static final long[] SIZES = {0, 1, 2, 3, 7, 16, 17, 65};
  private static final DType[] TYPES = {
    DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64, DType.COMPLEX128
  };

  /// Every type and size: a stack of two matrices of `(m, n)`, C-contiguous and behind odd strides.
  private static void forEach(boolean square, BiConsumer<NDArray, String> check) {
    for (DType type : TYPES) {
      for (long n : SIZES) {
        long m = square ? n : n + 2;
        NDArray plain = random(type, 2, m, n);
        check.accept(plain, type + " " + plain.shape() + " seed " + SEED);
        NDArray strided = np.empty(new long[] {2, n, 2 * m}, type).transpose(0, 2, 1);
        NDArray view = strided.get("::-1, ::2");
        view.set(plain);
        check.accept(view, "strided " + type + " " + plain.shape() + " seed " + SEED);
      }
    }
  }

  private static NDArray random(DType type, long... dims) {
    long size = 1;
    for (long dim : dims) {
      size *= dim;
    }
    java.util.Random random = new java.util.Random(SEED);
    double[] values = random.doubles(2 * size, -1, 1).toArray();
    NDArray parts = np.array(values).reshape(2, size);
    NDArray real = parts.get(0L).reshape(dims);
    return type.kind() == 'c'
        ? np.add(real, np.multiply(parts.get(1L).reshape(dims), Complex.I)).astype(type)
        : real.astype(type);
  }

  private static NDArray adjoint(NDArray a) {
    return np.conjugate(np.swapaxes(a, -1, -2));
  }

  private static void assertClose(NDArray expected, NDArray actual, String where) {
    double eps = np.finfo(expected).eps();
    double scale = Math.max(1, expected.size() == 0 ? 0 : np.abs(expected).max().asDouble());
    assertEquals(expected.shape(), actual.shape(), where);
    assertEquals(expected.dtype(), actual.dtype(), where);
    assertTrue(
        np.allclose(actual, expected, rtol(0.0), atol(1000 * eps * scale)),
        () -> where + ": largest difference " + np.abs(actual.minus(expected)).max());
  }

  @Test
  void theSolutionSolvesTheEquations() {
    forEach(
        true,
        (noise, where) -> {
          NDArray a = noise.plus(np.eye(noise.shape(-1), noise.dtype()).times(8L));
          NDArray x = np.linalg.solve(a, noise);
          assertClose(noise.copy(), a.matmul(x), where);
          assertClose(x, np.linalg.inv(a).matmul(noise), where);
        });
  }

  @Test
  void singularVectorsRebuildTheMatrix() {
    forEach(
        false,
        (a, where) -> {
          SVD thin = np.linalg.svd(a, fullMatrices(false));
          NDArray scaled = thin.U().times(np.expandDims(thin.S(), -2));
          assertClose(a.copy(), scaled.matmul(thin.Vh()), where);
          SVD full = np.linalg.svd(a);
          NDArray identity = np.broadcastTo(np.eye(a.shape(-2), a.dtype()), full.U().dims());
          assertClose(identity, full.U().matmul(adjoint(full.U())), where);
          assertTrue(np.allclose(full.S(), np.linalg.svdvals(a), rtol(1e-4)), where);
        });
  }

  @Test
  void theQrFactorsMultiplyToTheMatrix() {
    forEach(
        false,
        (a, where) -> {
          for (String mode : new String[] {"reduced", "complete"}) {
            QR qr = np.linalg.qr(a, mode);
            assertClose(a.copy(), qr.Q().matmul(qr.R()), where + " " + mode);
          }
        });
  }

  @Test
  void choleskyFactorsOfBothKindsMultiplyToTheMatrix() {
    forEach(
        true,
        (noise, where) -> {
          NDArray identity = np.eye(noise.shape(-1), noise.dtype());
          NDArray a = noise.matmul(adjoint(noise)).plus(identity);
          NDArray lower = np.linalg.cholesky(a);
          assertClose(a, lower.matmul(adjoint(lower)), where);
          NDArray above = np.linalg.cholesky(a, upper(true));
          assertClose(a, adjoint(above).matmul(above), where);
        });
  }

  @Test
  void eigenvectorsAreStretchedByTheirEigenvalues() {
    forEach(
        true,
        (a, where) -> {
          Eig eig = np.linalg.eig(a);
          NDArray stretched = eig.eigenvectors().times(np.expandDims(eig.eigenvalues(), -2));
          assertClose(stretched, a.astype(stretched.dtype()).matmul(eig.eigenvectors()), where);
          NDArray symmetric = a.plus(adjoint(a));
          Eigh eigh = np.linalg.eigh(symmetric);
          NDArray scaled = eigh.eigenvectors().times(np.expandDims(eigh.eigenvalues(), -2));
          assertClose(scaled, symmetric.matmul(eigh.eigenvectors()), where);
        });
  }

  @Test
  void theDeterminantIsTheProductOfTheEigenvalues() {
    NDArray a = random(DType.FLOAT64, 5, 4, 4);
    NDArray product = np.prod(np.linalg.eigvals(a).astype(DType.COMPLEX128), -1).real();
    assertClose(product.copy(), np.linalg.det(a), "seed " + SEED);
    Slogdet slogdet = np.linalg.slogdet(a);
    assertClose(product.copy(), slogdet.sign().times(np.exp(slogdet.logabsdet())), "slogdet");
  }

  @Test
  void oneSingularMatrixOfAStackIsAnError() {
    NDArray stack = np.stack(java.util.List.of(np.eye(3), np.ones(3, 3)));
    LinAlgError error = assertThrows(LinAlgError.class, () -> np.linalg.inv(stack));
    assertEquals("Singular matrix", error.getMessage());
  }

  /// Where kernels round differently the vectors of a repeated eigenvalue are any of its space.
  @Test
  void vectorsOfARepeatedEigenvalueAreOrthonormalAndItsOwn() {
    NDArray a = np.ones(5, 5).plus(np.eye(5).times(3.0));
    Eigh found = np.linalg.eigh(a);
    NDArray v = found.eigenvectors();
    assertClose(np.array(new double[] {3, 3, 3, 3, 8}), found.eigenvalues(), "values");
    assertClose(np.eye(5), v.transpose().matmul(v), "orthonormal");
    assertClose(a, np.multiply(v, found.eigenvalues()).matmul(v.transpose()), "its own");
  }

  @Test
  void aSingularMatrixHasNoSmallestSingularValueToSpeakOf() {
    NDArray a = np.ones(3, 4).plus(np.arange(4.0));
    double largest = np.linalg.norm(a, 2).asDouble();
    assertTrue(np.linalg.norm(a, -2).asDouble() < 1e-15 * largest);
    assertTrue(np.linalg.cond(a).asDouble() > 1e15);
    assertTrue(np.linalg.cond(a, -2).asDouble() < 1e-15);
  }
}
