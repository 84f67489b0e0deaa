package org.panarray.process;

import static org.panarray.Kw.computeUv;
import static org.panarray.Kw.fullMatrices;
import static org.panarray.Np.np;

import java.util.List;
import java.util.function.BiConsumer;
import org.panarray.NDArray;

/// Every public function that ends in BLAS or LAPACK, on a square matrix and on one of twice as many
/// rows; those from [#SVD] on take longer.
enum LinalgCall {
  INV((a, tall) -> np.linalg.inv(a)),
  SOLVE((a, tall) -> np.linalg.solve(a, tall.transpose())),
  SOLVE_VECTOR((a, tall) -> np.linalg.solve(a, a.get(0))),
  TENSORSOLVE((a, tall) -> np.linalg.tensorsolve(a, a.get(0))),
  TENSORINV((a, tall) -> np.linalg.tensorinv(a, 1)),
  DET((a, tall) -> np.linalg.det(a)),
  SLOGDET((a, tall) -> np.linalg.slogdet(a)),
  CHOLESKY((a, tall) -> np.linalg.cholesky(a)),
  MATRIX_POWER((a, tall) -> np.linalg.matrixPower(a, -3)),
  QR_REDUCED((a, tall) -> np.linalg.qr(tall)),
  QR_COMPLETE((a, tall) -> np.linalg.qr(tall, "complete")),
  QR_R((a, tall) -> np.linalg.qr(tall.transpose(), "r")),
  QR_RAW((a, tall) -> np.linalg.qr(a, "raw")),
  MATMUL((a, tall) -> tall.matmul(a)),
  MATMUL_TRANSPOSED((a, tall) -> tall.transpose().matmul(tall)),
  MATVEC((a, tall) -> np.matvec(tall, a.get(0))),
  VECMAT((a, tall) -> np.vecmat(a.get(0), a)),
  DOT((a, tall) -> np.dot(tall, a)),
  VDOT((a, tall) -> np.vdot(tall, tall)),
  INNER((a, tall) -> np.inner(tall, a)),
  TENSORDOT((a, tall) -> np.tensordot(tall, a, 1)),
  EINSUM((a, tall) -> np.einsum("ij,jk,lk->il", tall, a, tall)),
  MULTI_DOT((a, tall) -> np.linalg.multiDot(List.of(tall, a, a))),
  NORM((a, tall) -> np.linalg.norm(tall)),
  SVD((a, tall) -> np.linalg.svd(tall)),
  SVD_REDUCED((a, tall) -> np.linalg.svd(tall.transpose(), fullMatrices(false))),
  SVD_VALUES((a, tall) -> np.linalg.svd(a, computeUv(false))),
  PINV((a, tall) -> np.linalg.pinv(tall)),
  LSTSQ((a, tall) -> np.linalg.lstsq(tall, tall)),
  MATRIX_RANK((a, tall) -> np.linalg.matrixRank(tall)),
  COND((a, tall) -> np.linalg.cond(a)),
  NORM_OF_VALUES((a, tall) -> np.linalg.norm(tall, "nuc")),
  EIGH((a, tall) -> np.linalg.eigh(a)),
  EIGVALSH((a, tall) -> np.linalg.eigvalsh(a)),
  EIG((a, tall) -> np.linalg.eig(a)),
  EIGVALS((a, tall) -> np.linalg.eigvals(a));

  private final BiConsumer<NDArray, NDArray> call;

  LinalgCall(BiConsumer<NDArray, NDArray> call) {
    this.call = call;
  }

  void make(NDArray square, NDArray tall) {
    call.accept(square, tall);
  }
}
