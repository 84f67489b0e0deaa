package org.panarray.linalg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The identities that define each factorization, on both implementations.
final class FactorizationTest {
  /// One case: an implementation, a kind, a shape and a layout.
  private record Case(
      LinearAlgebra algebra, ScalarKind kind, int rows, int cols, Samples.Layout layout) {

    StridedMatrix input(Samples samples) {
      return samples.matrix(kind, rows, cols, layout);
    }

    void assertNear(Dense expected, Dense actual, String what) {
      double distance = Samples.distance(expected, actual);
      double size = Math.max(1, expected.largest());
      assertTrue(
          distance <= 4 * size * Samples.tolerance(kind, rows + cols),
          () -> what + " is off by " + distance + ": " + this);
    }

    void assertOrthonormal(Dense q, String what) {
      assertNear(
          Dense.identity(q.cols()), Samples.product(q.transposed(true), q), what + "^H " + what);
    }

    StridedMatrix room(Samples samples, int rows, int cols) {
      return samples.empty(kind, rows, cols, layout);
    }
  }

  @FunctionalInterface
  private interface Check {
    void of(Case one, Samples samples);
  }

  private static void forSquare(long seed, Check check) {
    forAll(seed, true, check);
  }

  private static void forAnyShape(long seed, Check check) {
    forAll(seed, false, check);
  }

  private static void forAll(long seed, boolean square, Check check) {
    try (Arena arena = Arena.ofConfined()) {
      List<Samples> memories = List.of(new Samples(seed, arena), new Samples(seed + 1, null));
      int turn = 0;
      for (LinearAlgebra algebra : ProductTest.BOTH) {
        for (ScalarKind kind : ScalarKind.values()) {
          for (int rows : Samples.AWKWARD) {
            List<Integer> widths = new ArrayList<>(List.of(rows));
            if (!square) {
              widths.addAll(List.of(rows / 2, rows + 3));
            }
            for (int cols : widths) {
              Samples.Layout layout = Samples.WRITABLE[turn++ % Samples.WRITABLE.length];
              check.of(new Case(algebra, kind, rows, cols, layout), memories.get(turn % 2));
            }
          }
        }
      }
    }
  }

  @Test
  void rowsOfAPermutedAreLTimesU() {
    forAnyShape(
        101,
        (one, samples) -> {
          StridedMatrix a = one.input(samples);
          Dense permuted = Dense.load(a);
          StridedMatrix factors = one.room(samples, one.rows, one.cols);
          LuFactors lu = one.algebra.lu(a, factors);
          assertEquals(0, lu.info());
          int k = Math.min(one.rows, one.cols);
          assertEquals(k, lu.pivots().length);
          Dense lower = Dense.load(factors).resized(one.rows, k);
          Dense upper = Dense.load(factors).resized(k, one.cols);
          upper.keepUpper();
          for (int i = 0; i < k; i++) {
            permuted.swapRows(i, lu.pivots()[i]);
            for (int row = 0; row <= i; row++) {
              lower.set(row, i, row == i ? 1 : 0, 0);
            }
          }
          one.assertNear(permuted, Samples.product(lower, upper), "L U");
        });
  }

  @Test
  void solutionsAndInversesMultiplyBack() {
    forSquare(
        111,
        (one, samples) -> {
          int n = one.rows;
          Dense values = samples.dense(one.kind, n, n);
          for (int i = 0; i < n; i++) {
            values.re()[values.at(i, i)] += 2.0 * n;
          }
          StridedMatrix a = Samples.filled(one.room(samples, n, n), values);
          StridedMatrix b = samples.matrix(one.kind, n, 3, one.layout);
          StridedMatrix x = one.room(samples, n, 3);
          assertEquals(0, one.algebra.solve(a, b, x));
          one.assertNear(Dense.load(b), Samples.product(Dense.load(a), Dense.load(x)), "a @ x");
          StridedMatrix inverse = one.room(samples, n, n);
          assertEquals(0, one.algebra.inverse(a, inverse));
          one.assertNear(
              Dense.identity(n), Samples.product(Dense.load(a), Dense.load(inverse)), "a @ a^-1");
        });
  }

  @Test
  void choleskyFactorsMultiplyBackAndOnlyOneTriangleIsRead() {
    forSquare(
        121,
        (one, samples) -> {
          int n = one.rows;
          Dense root = samples.dense(one.kind, n, n);
          Dense product = Samples.product(root, root.transposed(true));
          for (int i = 0; i < n; i++) {
            product.re()[product.at(i, i)] += n;
          }
          for (Triangle triangle : Triangle.values()) {
            Dense half = product.copy();
            for (int col = 0; col < n; col++) {
              for (int row = 0; row < n; row++) {
                if (row != col && row > col != (triangle == Triangle.LOWER)) {
                  half.set(row, col, 99, 0);
                }
              }
            }
            StridedMatrix a = Samples.filled(one.room(samples, n, n), half);
            assertEquals(0, one.algebra.cholesky(triangle, a, a));
            Dense factor = Dense.load(a);
            Dense upper = triangle == Triangle.LOWER ? factor.transposed(true) : factor;
            Dense clean = upper.copy();
            clean.keepUpper();
            assertArrayEquals(clean.re(), upper.re());
            one.assertNear(product, Samples.product(upper.transposed(true), upper), "U^H U");
          }
        });
  }

  @Test
  void qrFactorsMultiplyBackReducedAndComplete() {
    forAnyShape(
        131,
        (one, samples) -> {
          StridedMatrix a = one.input(samples);
          for (int inner : new int[] {Math.min(one.rows, one.cols), one.rows}) {
            StridedMatrix q = one.room(samples, one.rows, inner);
            StridedMatrix r = one.room(samples, inner, one.cols);
            assertEquals(0, one.algebra.qr(a, q, r));
            Dense upper = Dense.load(r);
            upper.keepUpper();
            assertEquals(0, Samples.distance(upper, Dense.load(r)));
            one.assertNear(Dense.load(a), Samples.product(Dense.load(q), upper), "Q R");
            one.assertOrthonormal(Dense.load(q), "Q");
            StridedMatrix alone = one.room(samples, inner, one.cols);
            assertEquals(0, one.algebra.qr(a, null, alone));
            assertEquals(0, Samples.distance(upper, Dense.load(alone)));
          }
        });
  }

  @Test
  void rawReflectionsAreTheSameFromBoth() {
    forAnyShape(
        141,
        (one, samples) -> {
          StridedMatrix a = one.input(samples);
          StridedMatrix h = one.room(samples, one.rows, one.cols);
          int k = Math.min(one.rows, one.cols);
          StridedVector tau = samples.emptyVector(one.kind, k, 2);
          assertEquals(0, one.algebra.qrRaw(a, h, tau));
          StridedMatrix otherH = one.room(samples, one.rows, one.cols);
          StridedVector otherTau = samples.emptyVector(one.kind, k, 1);
          assertEquals(0, ProductTest.PORTABLE.qrRaw(a, otherH, otherTau));
          // The last reflections of a nearly square matrix divide by what is left of a column.
          double slack = one.kind.isDouble() ? 1e-10 : 5e-2;
          assertTrue(Samples.distance(Dense.load(otherH), Dense.load(h)) < slack, one::toString);
          assertTrue(
              Samples.distance(Dense.load(otherTau.asColumn()), Dense.load(tau.asColumn())) < slack,
              one::toString);
        });
  }

  @Test
  void singularVectorsMultiplyBackFullAndReduced() {
    forAnyShape(
        151,
        (one, samples) -> {
          StridedMatrix a = one.input(samples);
          int k = Math.min(one.rows, one.cols);
          for (boolean full : new boolean[] {false, true}) {
            int left = full ? one.rows : k;
            int right = full ? one.cols : k;
            StridedMatrix u = one.room(samples, one.rows, left);
            StridedMatrix vh = one.room(samples, right, one.cols);
            StridedVector s = samples.emptyVector(one.kind.real(), k, -1);
            assertEquals(0, one.algebra.svd(a, u, s, vh));
            Dense middle = new Dense(left, right);
            Dense values = Dense.load(s.asColumn());
            for (int i = 0; i < k; i++) {
              middle.set(i, i, values.re()[i], 0);
              assertTrue(i == 0 || values.re()[i] <= values.re()[i - 1]);
            }
            Dense back = Samples.product(Samples.product(Dense.load(u), middle), Dense.load(vh));
            one.assertNear(Dense.load(a), back, "U S Vh");
            one.assertOrthonormal(Dense.load(u), "U");
            one.assertOrthonormal(Dense.load(vh).transposed(true), "V");
            StridedVector alone = samples.emptyVector(one.kind.real(), k, 2);
            assertEquals(0, one.algebra.svd(a, null, alone, null));
            one.assertNear(values, Dense.load(alone.asColumn()), "s");
          }
        });
  }

  @Test
  void singularVectorsOfRankDeficientMatricesAreStillOrthonormal() {
    forSquare(
        161,
        (one, samples) -> {
          int n = one.rows;
          Dense thin = samples.dense(one.kind, n, Math.max(0, n / 3));
          Dense values = Samples.product(thin, thin.transposed(true));
          StridedMatrix a = Samples.filled(one.room(samples, n, n), values);
          StridedMatrix u = one.room(samples, n, n);
          StridedMatrix vh = one.room(samples, n, n);
          StridedVector s = samples.emptyVector(one.kind.real(), n, 1);
          assertEquals(0, one.algebra.svd(a, u, s, vh));
          one.assertOrthonormal(Dense.load(u), "U");
          one.assertOrthonormal(Dense.load(vh).transposed(true), "V");
        });
  }

  @Test
  void symmetricEigenvectorsDiagonalize() {
    forSquare(
        171,
        (one, samples) -> {
          int n = one.rows;
          Dense root = samples.dense(one.kind, n, n);
          Dense values = root.copy();
          Dense adjoint = root.transposed(true);
          for (int col = 0; col < n; col++) {
            values.addColumn(col, adjoint, col, 0, 1, 0);
          }
          StridedMatrix a = Samples.filled(one.room(samples, n, n), values);
          for (Triangle triangle : Triangle.values()) {
            StridedMatrix v = one.room(samples, n, n);
            StridedVector w = samples.emptyVector(one.kind.real(), n, 1);
            assertEquals(0, one.algebra.eigenSymmetric(triangle, a, w, v));
            one.assertOrthonormal(Dense.load(v), "V");
            Dense scaled = Dense.load(v);
            Dense found = Dense.load(w.asColumn());
            for (int col = 0; col < n; col++) {
              scaled.scaleColumn(col, 0, found.re()[col], 0);
              assertTrue(col == 0 || found.re()[col - 1] <= found.re()[col]);
            }
            one.assertNear(scaled, Samples.product(Dense.load(a), Dense.load(v)), "a V");
            StridedVector alone = samples.emptyVector(one.kind.real(), n, 1);
            assertEquals(0, one.algebra.eigenSymmetric(triangle, a, alone, null));
            one.assertNear(found, Dense.load(alone.asColumn()), "w");
          }
        });
  }

  @Test
  void generalEigenvectorsAreScaledByTheMatrix() {
    forSquare(
        181,
        (one, samples) -> {
          int n = one.rows;
          StridedMatrix a = one.input(samples);
          ScalarKind complex = one.kind.toComplex();
          StridedMatrix v = samples.empty(complex, n, n, one.layout);
          StridedVector w = samples.emptyVector(complex, n, 1);
          assertEquals(0, one.algebra.eigen(a, w, v));
          Dense vectors = Dense.load(v);
          Dense values = Dense.load(w.asColumn());
          Dense scaled = vectors.copy();
          for (int col = 0; col < n; col++) {
            scaled.scaleColumn(col, 0, values.re()[col], values.im()[col]);
            assertEquals(1, vectors.columnNorm(col, 0), 1e-5);
            if (!one.kind.isComplex() && values.im()[col] > 0) {
              assertEquals(values.re()[col], values.re()[col + 1]);
              assertEquals(-values.im()[col], values.im()[col + 1]);
            }
          }
          one.assertNear(scaled, Samples.product(Dense.load(a), vectors), "a V");
          StridedVector alone = samples.emptyVector(complex, n, 1);
          assertEquals(0, one.algebra.eigen(a, alone, null));
        });
  }

  @Test
  void realEigenvaluesOfRealMatricesComeOutExactlyReal() {
    Samples samples = new Samples(191, null);
    Dense values = new Dense(5, 5);
    for (int i = 0; i < 5; i++) {
      for (int j = i; j < 5; j++) {
        values.set(i, j, samples.random().nextInt(9) + 1, 0);
      }
      values.set(i, i, i + 1, 0);
    }
    // A similarity by a shear keeps the eigenvalues 1 to 5.
    values.addColumn(0, values, 4, 0, 1, 0);
    for (int col = 0; col < 5; col++) {
      values.re()[values.at(4, col)] -= values.re()[values.at(0, col)];
    }
    StridedMatrix a = Samples.filled(samples.empty(ScalarKind.F64, 5, 5, Samples.Layout.C), values);
    for (LinearAlgebra algebra : ProductTest.BOTH) {
      StridedVector w = samples.emptyVector(ScalarKind.C128, 5, 1);
      StridedMatrix v = samples.empty(ScalarKind.C128, 5, 5, Samples.Layout.C);
      assertEquals(0, algebra.eigen(a, w, v));
      assertArrayEquals(new double[5], Dense.load(w.asColumn()).im());
      assertArrayEquals(new double[25], Dense.load(v).im());
    }
  }

  @Test
  void leastSquaresSolutionsSatisfyTheNormalEquations() {
    forAnyShape(
        201,
        (one, samples) -> {
          int m = one.rows;
          int n = one.cols;
          StridedMatrix a = one.input(samples);
          StridedMatrix b = samples.matrix(one.kind, m, 2, one.layout);
          StridedMatrix x = one.room(samples, n, 2);
          StridedVector s = samples.emptyVector(one.kind.real(), Math.min(m, n), 1);
          StridedVector residuals = samples.emptyVector(one.kind.real(), 2, 1);
          LeastSquares result = one.algebra.leastSquares(a, b, -1, x, s, residuals);
          assertEquals(new LeastSquares(Math.min(m, n), 0), result);
          Dense left = Dense.load(a);
          Dense difference = Samples.product(left, Dense.load(x));
          for (int col = 0; col < 2 && m > 0; col++) {
            difference.addColumn(col, Dense.load(b), col, 0, -1, 0);
          }
          Dense normal = Samples.product(left.transposed(true), difference);
          // A square random matrix may be badly conditioned: x is large then.
          double size = 1 + Dense.load(x).largest() * (m + n);
          assertTrue(
              normal.largest() <= size * Samples.tolerance(one.kind, m + n),
              () -> normal.largest() + " " + one);
          if (m > n) {
            one.assertNear(
                difference.columnSquares(0), Dense.load(residuals.asColumn()), "residuals");
          }
        });
  }

  @Test
  void smallSingularValuesAreCutOffInLeastSquares() {
    Samples samples = new Samples(211, null);
    Dense thin = samples.dense(ScalarKind.F64, 6, 2);
    Dense values = Samples.product(thin, samples.dense(ScalarKind.F64, 2, 4));
    StridedMatrix a = Samples.filled(samples.empty(ScalarKind.F64, 6, 4, Samples.Layout.C), values);
    StridedMatrix b = samples.matrix(ScalarKind.F64, 6, 1, Samples.Layout.C);
    Dense first = null;
    for (LinearAlgebra algebra : ProductTest.BOTH) {
      StridedMatrix x = samples.empty(ScalarKind.F64, 4, 1, Samples.Layout.C);
      StridedVector s = samples.emptyVector(ScalarKind.F64, 4, 1);
      LeastSquares result = algebra.leastSquares(a, b, 1e-10, x, s, null);
      assertEquals(new LeastSquares(2, 0), result);
      first = first == null ? Dense.load(x) : first;
      assertTrue(Samples.distance(first, Dense.load(x)) < 1e-12);
    }
    assertNotNull(first);
  }
}
