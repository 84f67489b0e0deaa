package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Kw.optimize;
import static org.panarray.Np.np;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Recorder;
import org.panarray.prim.Primitive;

/// Which primitives a product is made of: no copy on the way to the matrix product, no temporary of
/// all products before a sum.
class ProductPathTest {
  private static final NDArray A = np.arange(12.0).reshape(3, 4);
  private static final NDArray B = np.arange(20.0).reshape(4, 5);
  private static final NDArray STACK = np.arange(24.0).reshape(2, 3, 4);

  private static List<String> work(Supplier<NDArray> body) {
    List<String> seen = new ArrayList<>();
    Recorder recorder =
        new Recorder() {
          @Override
          public void recorded(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
            if (!(primitive instanceof Primitive.View)) {
              seen.add(primitive.getClass().getSimpleName());
            }
          }

          @Override
          public void written(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
            seen.add("into " + primitive.getClass().getSimpleName());
          }
        };
    Dispatch.recording(recorder, body);
    return seen;
  }

  @Test
  void aTransposedMatrixReachesTheProductAsAView() {
    assertEquals(List.of("MatMul"), work(() -> np.matmul(B.T(), A.T())));
    assertEquals(List.of("MatMul"), work(() -> np.dot(B.T(), A.T())));
    assertEquals(List.of("MatMul"), work(() -> np.inner(A, B.T())));
    assertEquals(List.of("MatMul"), work(() -> np.einsum("ij,jk->ki", A, B)));
    assertEquals(List.of("MatMul"), work(() -> np.einsum("ij,kj->ik", A, B.T())));
    assertEquals(List.of("MatMul"), work(() -> np.tensordot(A, B, new int[][] {{1}, {0}})));
  }

  @Test
  void attentionIsOneBatchedProductOfViews() {
    NDArray queries = np.ones(2, 3, 4, 5);
    NDArray keys = np.ones(2, 3, 6, 5);
    assertEquals(List.of("MatMul"), work(() -> np.einsum("bhid,bhjd->bhij", queries, keys)));
  }

  @Test
  void aSumOfProductsOfElementsIsOneReduction() {
    assertEquals(List.of("Reduce"), work(() -> np.vdot(A, A)));
    assertEquals(List.of("Reduce"), work(() -> np.vecdot(STACK, A)));
    assertEquals(List.of("Reduce"), work(() -> np.einsum("ij,ij->i", A, A)));
    assertEquals(List.of("Reduce", "Map"), work(() -> np.linalg.norm(A)));
  }

  @Test
  void aProductWithoutSumIsOneMap() {
    assertEquals(List.of("Map"), work(() -> np.einsum("i,j->ij", A.get(0L), B.get(0L))));
    assertEquals(List.of("Map"), work(() -> np.outer(A.get(0L), B.get(0L))));
  }

  @Test
  void diagonalsAndTransposesAreViews() {
    NDArray square = np.ones(3, 3);
    assertEquals(List.of(), work(() -> np.einsum("ijk->kji", STACK)));
    assertEquals(List.of(), work(() -> np.einsum("ii->i", square)));
    assertEquals(List.of(), work(() -> np.diagonal(square)));
  }

  @Test
  void aChainIsContractedWhereItIsCheapest() {
    NDArray column = np.ones(50, 1);
    NDArray row = np.ones(1, 50);
    assertEquals(
        List.of("[1, 2]", "[0, 1]"),
        np.einsumPath("ij,jk,kl->il", column, row, column).stream()
            .map(java.util.Arrays::toString)
            .toList());
    assertEquals(
        List.of("[0, 1]", "[0, 1]"),
        np.einsumPath("ij,jk,kl->il", column, row, column, optimize(false)).stream()
            .map(java.util.Arrays::toString)
            .toList());
  }

  @Test
  void theOrderOfAPathDoesNotChangeTheResult() {
    NDArray x = np.arange(6.0).reshape(2, 3);
    NDArray y = np.arange(12.0).reshape(3, 4);
    NDArray z = np.arange(8.0).reshape(4, 2);
    NDArray greedy = np.einsum("ij,jk,kl->li", x, y, z);
    assertTrue(np.arrayEqual(greedy, np.einsum("ij,jk,kl->li", x, y, z, optimize(false))));
    assertTrue(np.arrayEqual(greedy, x.matmul(y).matmul(z).T()));
  }
}
