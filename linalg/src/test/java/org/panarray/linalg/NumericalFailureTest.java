package org.panarray.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/// What numbers can do wrong is told by info, the same by both implementations.
final class NumericalFailureTest {
  private static StridedMatrix matrix(int n, double... values) {
    return StridedMatrix.rowMajor(MemorySegment.ofArray(values), n, n, ScalarKind.F64);
  }

  private static StridedMatrix room(int n) {
    return matrix(n, new double[n * n]);
  }

  private static StridedVector vector(int n) {
    return StridedVector.of(MemorySegment.ofArray(new double[n]), n, ScalarKind.F64);
  }

  @Test
  void infoOfASingularMatrixNamesTheZeroPivot() {
    StridedMatrix singular = matrix(3, 1, 2, 3, 2, 4, 6, 0, 0, 1);
    for (LinearAlgebra algebra : ProductTest.BOTH) {
      assertEquals(2, algebra.inverse(singular, room(3)));
      assertEquals(2, algebra.solve(singular, matrix(3, 1, 0, 0, 0, 1, 0, 0, 0, 1), room(3)));
      LuFactors lu = algebra.lu(singular, room(3));
      assertEquals(2, lu.info());
      assertEquals(1, algebra.lu(room(3), room(3)).info());
    }
  }

  @Test
  void swappedRowsMakeThePermutationOdd() {
    for (LinearAlgebra algebra : ProductTest.BOTH) {
      assertTrue(algebra.lu(matrix(2, 0, 1, 1, 0), room(2)).isOdd());
      assertFalse(algebra.lu(matrix(2, 1, 0, 0, 1), room(2)).isOdd());
    }
  }

  @Test
  void infoOfAMatrixThatIsNotPositiveDefiniteNamesTheMinor() {
    StridedMatrix indefinite = matrix(3, 4, 0, 0, 0, -1, 0, 0, 0, 1);
    for (LinearAlgebra algebra : ProductTest.BOTH) {
      for (Triangle triangle : Triangle.values()) {
        assertEquals(2, algebra.cholesky(triangle, indefinite, room(3)));
      }
    }
  }

  @Test
  void inversesAndSolutionsComputeWithNan() {
    for (LinearAlgebra algebra : ProductTest.BOTH) {
      StridedMatrix inverse = room(2);
      assertEquals(0, algebra.inverse(matrix(2, Double.NaN, 1, 1, 2), inverse));
      assertTrue(Double.isNaN(inverse.segment().get(ValueLayout.JAVA_DOUBLE, 0)));
    }
  }

  @Test
  void nanAndInfinityAreReportedAndNothingHangs() {
    for (LinearAlgebra algebra : ProductTest.BOTH) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(60),
          () -> {
            StridedMatrix nan = matrix(3, 1, 2, 3, 4, Double.NaN, 6, 7, 8, 9);
            assertTrue(algebra.svd(nan, room(3), vector(3), room(3)) < 0);
            StridedMatrix infinite = matrix(3, 1, 2, 3, 4, Double.POSITIVE_INFINITY, 6, 7, 8, 9);
            assertNotEquals(
                0,
                algebra
                    .leastSquares(nan, matrix(3, new double[9]), -1, room(3), vector(3), null)
                    .info());
            algebra.svd(infinite, room(3), vector(3), room(3));
            algebra.eigenSymmetric(Triangle.LOWER, nan, vector(3), room(3));
            algebra.eigenSymmetric(Triangle.LOWER, infinite, vector(3), room(3));
          });
    }
  }

  @Test
  void emptyProblemsHaveTheirDefinedResults() {
    StridedMatrix none = room(0);
    MemorySegment three = MemorySegment.ofArray(new double[] {1, 2, 3});
    for (LinearAlgebra algebra : ProductTest.BOTH) {
      assertEquals(0, algebra.inverse(none, none));
      assertEquals(0, algebra.svd(none, none, vector(0), none));
      StridedMatrix noColumns = StridedMatrix.rowMajor(three, 3, 0, ScalarKind.F64);
      StridedMatrix q = room(3);
      StridedMatrix u = room(3);
      assertEquals(0, algebra.qr(noColumns, q, noColumns));
      assertEquals(0, algebra.svd(noColumns, u, vector(0), none));
      assertEquals(0, Samples.distance(Dense.identity(3), Dense.load(q)));
      assertEquals(0, Samples.distance(Dense.identity(3), Dense.load(u)));
      StridedVector residual = vector(1);
      StridedMatrix right = StridedMatrix.rowMajor(three, 3, 1, ScalarKind.F64);
      StridedMatrix x = StridedMatrix.rowMajor(three, 0, 1, ScalarKind.F64);
      algebra.leastSquares(noColumns, right, -1, x, vector(0), residual);
      assertEquals(14, residual.segment().get(ValueLayout.JAVA_DOUBLE, 0));
    }
  }
}
