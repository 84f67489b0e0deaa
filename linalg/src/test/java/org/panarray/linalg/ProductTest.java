package org.panarray.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProductTest {
  static final LinearAlgebra PORTABLE = new PortableBlas("compared with in a test");
  static final List<LinearAlgebra> BOTH = List.of(LinearAlgebra.get(), PORTABLE);

  @Test
  void openBlasIsWhatThisMachineGets() {
    assumeTrue(System.getProperty("panarray.blas") == null);
    assertInstanceOf(OpenBlas.class, LinearAlgebra.get(), LinearAlgebra.get().describe());
    System.out.println(LinearAlgebra.get().describe());
  }

  private static StridedMatrix operand(
      Samples samples, ScalarKind kind, Op op, int rows, int cols, Samples.Layout layout) {
    return op == Op.NONE
        ? samples.matrix(kind, rows, cols, layout)
        : samples.matrix(kind, cols, rows, layout);
  }

  private static void checkGemm(
      Samples samples,
      ScalarKind kind,
      Op opA,
      Op opB,
      int[] mnk,
      double beta,
      Samples.Layout... layouts) {
    StridedMatrix a = operand(samples, kind, opA, mnk[0], mnk[2], layouts[0]);
    StridedMatrix b = operand(samples, kind, opB, mnk[2], mnk[1], layouts[1]);
    Dense old = samples.dense(kind, mnk[0], mnk[1]);
    StridedMatrix c = samples.empty(kind, mnk[0], mnk[1], layouts[2]);
    double alpha = beta == 0.5 ? -1.5 : 1;
    Dense expected = Samples.product(Dense.load(a).with(opA), Dense.load(b).with(opB));
    expected.scale(alpha);
    for (int col = 0; col < expected.cols(); col++) {
      if (beta != 0 && expected.rows() > 0) {
        expected.addColumn(col, old, col, 0, beta, 0);
      }
    }
    for (LinearAlgebra algebra : BOTH) {
      if (beta == 0 && old.re().length > 0) {
        old.re()[0] = Double.NaN;
      }
      old.store(c);
      algebra.gemm(opA, opB, alpha, a, b, beta, c);
      double distance = Samples.distance(expected, Dense.load(c));
      assertTrue(
          distance <= Samples.tolerance(kind, mnk[2]),
          () ->
              algebra.describe()
                  + " "
                  + kind
                  + " "
                  + opA
                  + " "
                  + opB
                  + " "
                  + List.of(layouts)
                  + " "
                  + Arrays.toString(mnk)
                  + ": "
                  + distance);
    }
  }

  @Test
  void gemmAgreesWithItsDefinitionInEveryLayoutOnAndOffTheHeap() {
    try (Arena arena = Arena.ofConfined()) {
      for (Samples samples : List.of(new Samples(11, arena), new Samples(12, null))) {
        for (ScalarKind kind : ScalarKind.values()) {
          for (Samples.Layout layoutA : Samples.Layout.values()) {
            for (Samples.Layout layoutB : Samples.Layout.values()) {
              for (Samples.Layout layoutC : Samples.WRITABLE) {
                Op opA = Op.values()[samples.random().nextInt(3)];
                Op opB = Op.values()[samples.random().nextInt(3)];
                double beta = new double[] {0, 1, 0.5}[samples.random().nextInt(3)];
                checkGemm(
                    samples, kind, opA, opB, new int[] {5, 4, 3}, beta, layoutA, layoutB, layoutC);
              }
            }
          }
        }
      }
    }
  }

  @Test
  void gemmAgreesWithItsDefinitionForEveryPairOfOperationsAtAwkwardSizes() {
    try (Arena arena = Arena.ofConfined()) {
      for (Samples samples : List.of(new Samples(21, arena), new Samples(22, null))) {
        for (int m : Samples.AWKWARD) {
          for (Op opA : Op.values()) {
            for (Op opB : Op.values()) {
              ScalarKind kind = ScalarKind.values()[samples.random().nextInt(4)];
              int n = Samples.AWKWARD[samples.random().nextInt(Samples.AWKWARD.length)];
              int k = Samples.AWKWARD[samples.random().nextInt(Samples.AWKWARD.length)];
              for (double beta : new double[] {0, 1, 0.5}) {
                checkGemm(
                    samples,
                    kind,
                    opA,
                    opB,
                    new int[] {m, n, k},
                    beta,
                    Samples.Layout.C,
                    Samples.Layout.FORTRAN,
                    Samples.Layout.OFFSET);
              }
            }
          }
        }
      }
    }
  }

  @Test
  void rowsAndColumnsGoThroughGemvInEveryLayout() {
    Samples samples = new Samples(31, null);
    for (ScalarKind kind : ScalarKind.values()) {
      for (Samples.Layout layout : Samples.Layout.values()) {
        for (Op opA : Op.values()) {
          for (Op opB : Op.values()) {
            for (double beta : new double[] {0, 1, 0.5}) {
              checkGemm(
                  samples,
                  kind,
                  opA,
                  opB,
                  new int[] {7, 1, 5},
                  beta,
                  layout,
                  layout,
                  Samples.Layout.STEP_TWO);
              checkGemm(
                  samples,
                  kind,
                  opA,
                  opB,
                  new int[] {1, 7, 5},
                  beta,
                  layout,
                  layout,
                  Samples.Layout.REVERSED);
            }
          }
        }
      }
    }
  }

  @Test
  void bothAgreeOnALargeProductOnTheHeap() {
    Samples samples = new Samples(41, null);
    StridedMatrix a = samples.matrix(ScalarKind.F64, 300, 1000, Samples.Layout.C);
    StridedMatrix b = samples.matrix(ScalarKind.F64, 1000, 257, Samples.Layout.FORTRAN);
    StridedMatrix c = samples.empty(ScalarKind.F64, 300, 257, Samples.Layout.C);
    LinearAlgebra.get().gemm(Op.NONE, Op.NONE, 1, a, b, 0, c);
    Dense first = Dense.load(c);
    PORTABLE.gemm(Op.NONE, Op.NONE, 1, a, b, 0, c);
    assertTrue(Samples.distance(first, Dense.load(c)) < 1e-11);
  }

  @Test
  void aMatrixTimesItsTransposeIsSymmetricToTheLastBit() {
    try (Arena arena = Arena.ofConfined()) {
      for (Samples samples : List.of(new Samples(45, arena), new Samples(46, null))) {
        for (ScalarKind kind : ScalarKind.values()) {
          for (int n : Samples.AWKWARD) {
            for (Samples.Layout layout : Samples.WRITABLE) {
              StridedMatrix a = samples.matrix(kind, n, 33, layout);
              StridedMatrix outer = samples.empty(kind, n, n, layout);
              StridedMatrix inner = samples.empty(kind, 33, 33, layout);
              for (LinearAlgebra algebra : BOTH) {
                algebra.gemm(Op.NONE, Op.NONE, 1, a, a.transposed(), 0, outer);
                checkSymmetric(kind, a, Op.NONE, outer);
                algebra.gemm(Op.NONE, Op.TRANSPOSE, 1, a, a, 0, outer);
                checkSymmetric(kind, a, Op.NONE, outer);
                algebra.gemm(Op.TRANSPOSE, Op.NONE, 1, a, a, 0, inner);
                checkSymmetric(kind, a, Op.TRANSPOSE, inner);
              }
            }
          }
        }
      }
    }
  }

  private static void checkSymmetric(ScalarKind kind, StridedMatrix a, Op op, StridedMatrix c) {
    Dense left = Dense.load(a).with(op);
    Dense actual = Dense.load(c);
    assertTrue(
        Samples.distance(Samples.product(left, left.transposed(false)), actual)
            <= Samples.tolerance(kind, left.cols()));
    assertEquals(0, Samples.distance(actual, actual.transposed(false)));
  }

  @Test
  void dotSumsVectorsOfEveryStride() {
    Samples samples = new Samples(51, null);
    for (ScalarKind kind : ScalarKind.values()) {
      for (int size : new int[] {0, 1, 2, 3, 7, 17, 65, 1000, 4098}) {
        for (long stride : new long[] {1, 2, -1, -3, 0}) {
          for (boolean conjugate : new boolean[] {false, true}) {
            StridedVector x = samples.vector(kind, size, stride);
            StridedVector y = samples.vector(kind, size, size % 2 == 0 ? 1 : -2);
            Dense row = Dense.load(x.asColumn()).transposed(conjugate);
            Dense expected = Samples.product(row, Dense.load(y.asColumn()));
            for (LinearAlgebra algebra : BOTH) {
              StridedVector result = samples.emptyVector(kind, 1, 1);
              algebra.dot(conjugate, x, y, result);
              double distance = Samples.distance(expected, Dense.load(result.asColumn()));
              assertTrue(distance <= Samples.tolerance(kind, size), kind + " " + size);
            }
          }
        }
      }
    }
  }

  @Test
  void trsmSolvesForEverySideTriangleOperationAndLayout() {
    Samples samples = new Samples(61, null);
    for (ScalarKind kind : ScalarKind.values()) {
      for (Samples.Layout layout : Samples.WRITABLE) {
        for (Side side : Side.values()) {
          for (Triangle triangle : Triangle.values()) {
            for (Op op : Op.values()) {
              for (boolean unit : new boolean[] {false, true}) {
                checkTrsm(samples, kind, layout, side, triangle, op, unit);
              }
            }
          }
        }
      }
    }
  }

  private static void checkTrsm(
      Samples samples,
      ScalarKind kind,
      Samples.Layout layout,
      Side side,
      Triangle triangle,
      Op op,
      boolean unit) {
    int n = 6;
    Dense values = samples.dense(kind, n, n);
    Dense seen = new Dense(n, n);
    for (int col = 0; col < n; col++) {
      for (int row = 0; row < n; row++) {
        int at = values.at(row, col);
        if (row == col) {
          values.re()[at] += 4;
          seen.set(row, col, unit ? 1 : values.re()[at], unit ? 0 : values.im()[at]);
        } else if (row > col == (triangle == Triangle.LOWER)) {
          values.re()[at] /= 4;
          values.im()[at] /= 4;
          seen.set(row, col, values.re()[at], values.im()[at]);
        }
      }
    }
    StridedMatrix a = Samples.filled(samples.empty(kind, n, n, layout), values);
    int rows = side == Side.LEFT ? n : 3;
    int cols = side == Side.LEFT ? 3 : n;
    Dense right = samples.dense(kind, rows, cols);
    for (LinearAlgebra algebra : BOTH) {
      for (Samples.Layout layoutB : Samples.WRITABLE) {
        StridedMatrix b = Samples.filled(samples.empty(kind, rows, cols, layoutB), right);
        Dense expected = Dense.load(b);
        expected.scale(2);
        algebra.trsm(side, triangle, op, unit, 2, a, b);
        Dense x = Dense.load(b);
        Dense back =
            side == Side.LEFT
                ? Samples.product(seen.with(op), x)
                : Samples.product(x, seen.with(op));
        assertTrue(
            Samples.distance(expected, back) <= 10 * Samples.tolerance(kind, n),
            () -> algebra.describe() + kind + layout + layoutB + side + triangle + op + unit);
      }
    }
  }

  @Test
  void stridesThatBlasCanExpressAreNotCopied() {
    assumeTrue(LinearAlgebra.get() instanceof OpenBlas);
    try (Arena arena = Arena.ofConfined()) {
      Samples samples = new Samples(71, arena);
      LinearAlgebra algebra = LinearAlgebra.get();
      StridedMatrix c = samples.empty(ScalarKind.F64, 80, 90, Samples.Layout.C);
      StridedMatrix wide = samples.matrix(ScalarKind.F64, 80, 170, Samples.Layout.C);
      StridedMatrix fortran = samples.matrix(ScalarKind.F64, 70, 90, Samples.Layout.FORTRAN);
      long before = Staging.copies();
      algebra.gemm(Op.NONE, Op.NONE, 1, wide.block(0, 5, 80, 70), fortran, 0, c);
      algebra.gemm(Op.TRANSPOSE, Op.NONE, 1, wide.block(0, 5, 80, 70).transposed(), fortran, 0, c);
      algebra.gemm(
          Op.NONE,
          Op.NONE,
          1,
          fortran.transposed(),
          wide.block(0, 5, 80, 70).transposed(),
          0,
          c.transposed());
      algebra.gemv(
          Op.NONE,
          1,
          wide.block(0, 5, 80, 70),
          samples.vector(ScalarKind.F64, 70, -2),
          0,
          samples.emptyVector(ScalarKind.F64, 80, 3));
      assertEquals(before, Staging.copies());

      StridedMatrix stepped = samples.matrix(ScalarKind.F64, 80, 70, Samples.Layout.STEP_TWO);
      algebra.gemm(Op.NONE, Op.NONE, 1, stepped, fortran, 0, c);
      assertEquals(before + 1, Staging.copies());
    }
  }

  @Test
  void matricesThatReachOutsideTheirMemoryCannotBeMade() {
    MemorySegment memory = MemorySegment.ofArray(new double[12]);
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> new StridedMatrix(memory, 0, 3, 5, 4, 1, ScalarKind.F64));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> new StridedMatrix(memory, 0, 3, 4, -4, 1, ScalarKind.F64));
    assertThrows(
        IndexOutOfBoundsException.class,
        () ->
            new StridedMatrix(
                memory, 0, 3, 4, Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, ScalarKind.F64));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> new StridedVector(memory, 0, 1L << 60, 1L << 40, ScalarKind.C128));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> new StridedVector(memory, 0, 2, Long.MIN_VALUE, ScalarKind.F64));
    assertThrows(
        IndexOutOfBoundsException.class, () -> new StridedVector(memory, -8, 1, 1, ScalarKind.F64));
    assertThrows(
        IllegalArgumentException.class, () -> new StridedVector(memory, 0, -1, 1, ScalarKind.F64));
    assertEquals(0, new StridedMatrix(memory, 0, 0, 5, 9, 9, ScalarKind.F64).spanBytes());
  }

  @Test
  void shapesKindsAndReadOnlyOutputsAreRefused() {
    Samples samples = new Samples(81, null);
    StridedMatrix a = samples.matrix(ScalarKind.F64, 2, 3, Samples.Layout.C);
    StridedMatrix c = samples.matrix(ScalarKind.F64, 2, 2, Samples.Layout.C);
    StridedMatrix single = samples.matrix(ScalarKind.F32, 3, 2, Samples.Layout.C);
    StridedMatrix constant =
        StridedMatrix.rowMajor(
            MemorySegment.ofArray(new double[4]).asReadOnly(), 2, 2, ScalarKind.F64);
    for (LinearAlgebra algebra : BOTH) {
      assertThrows(
          IllegalArgumentException.class, () -> algebra.gemm(Op.NONE, Op.NONE, 1, a, a, 0, c));
      assertThrows(
          IllegalArgumentException.class, () -> algebra.gemm(Op.NONE, Op.NONE, 1, a, single, 0, c));
      assertThrows(
          IllegalArgumentException.class,
          () -> algebra.gemm(Op.NONE, Op.TRANSPOSE, 1, a, a, 0, constant));
      assertThrows(IllegalArgumentException.class, () -> algebra.inverse(a, a));
    }
  }
}
