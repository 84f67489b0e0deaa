package org.panarray.linalg;

import org.jspecify.annotations.Nullable;

/// What both implementations demand of their arguments, so that neither can be handed shapes that
/// the other would refuse, and native code none that reach outside their memory.
final class Contract {
  private Contract() {}

  static void gemm(Op opA, Op opB, StridedMatrix a, StridedMatrix b, StridedMatrix c) {
    long m = opA.transposes() ? a.cols() : a.rows();
    long k = opA.transposes() ? a.rows() : a.cols();
    long n = opB.transposes() ? b.rows() : b.cols();
    long inner = opB.transposes() ? b.cols() : b.rows();
    if (inner != k || c.rows() != m || c.cols() != n) {
      throw new IllegalArgumentException(
          "gemm: ("
              + m
              + ", "
              + k
              + ") @ ("
              + inner
              + ", "
              + n
              + ") into ("
              + c.rows()
              + ", "
              + c.cols()
              + ")");
    }
    sameKind("gemm", a.kind(), b.kind());
    sameKind("gemm", a.kind(), c.kind());
    writable("gemm", c);
  }

  static void gemv(Op opA, StridedMatrix a, StridedVector x, StridedVector y) {
    long m = opA.transposes() ? a.cols() : a.rows();
    long n = opA.transposes() ? a.rows() : a.cols();
    if (x.size() != n || y.size() != m) {
      throw new IllegalArgumentException(
          "gemv: (" + m + ", " + n + ") @ (" + x.size() + ") into (" + y.size() + ")");
    }
    sameKind("gemv", a.kind(), x.kind());
    sameKind("gemv", a.kind(), y.kind());
    writable("gemv", y);
  }

  static void dot(StridedVector x, StridedVector y, StridedVector result) {
    if (x.size() != y.size() || result.size() != 1) {
      throw new IllegalArgumentException(
          "dot: (" + x.size() + ") @ (" + y.size() + ") into (" + result.size() + ")");
    }
    sameKind("dot", x.kind(), y.kind());
    sameKind("dot", x.kind(), result.kind());
    writable("dot", result);
  }

  static void trsm(Side side, StridedMatrix a, StridedMatrix b) {
    square("trsm", a);
    if (a.rows() != (side == Side.LEFT ? b.rows() : b.cols())) {
      throw new IllegalArgumentException(
          "trsm: triangle " + shape(a) + " on the " + side + " of " + shape(b));
    }
    sameKind("trsm", a.kind(), b.kind());
    writable("trsm", b);
  }

  static void lu(StridedMatrix a, StridedMatrix factors) {
    output("lu", factors, a.rows(), a.cols(), a.kind());
  }

  static void solve(StridedMatrix a, StridedMatrix b, StridedMatrix x) {
    square("solve", a);
    if (b.rows() != a.rows()) {
      throw new IllegalArgumentException("solve: " + shape(a) + " against " + shape(b));
    }
    sameKind("solve", a.kind(), b.kind());
    output("solve", x, b.rows(), b.cols(), a.kind());
  }

  static void squareToSquare(String name, StridedMatrix a, StridedMatrix out) {
    square(name, a);
    output(name, out, a.rows(), a.cols(), a.kind());
  }

  static void qr(StridedMatrix a, @Nullable StridedMatrix q, StridedMatrix r) {
    long k = Math.min(a.rows(), a.cols());
    long inner = r.rows() == a.rows() ? a.rows() : k;
    output("qr", r, inner, a.cols(), a.kind());
    if (q != null) {
      output("qr", q, a.rows(), inner, a.kind());
    }
  }

  static void qrRaw(StridedMatrix a, StridedMatrix h, StridedVector tau) {
    output("qr", h, a.rows(), a.cols(), a.kind());
    output("qr", tau, Math.min(a.rows(), a.cols()), a.kind());
  }

  static void svd(
      StridedMatrix a, @Nullable StridedMatrix u, StridedVector s, @Nullable StridedMatrix vh) {
    long k = Math.min(a.rows(), a.cols());
    output("svd", s, k, a.kind().real());
    if (u == null || vh == null) {
      if (u != vh) {
        throw new IllegalArgumentException("svd: u and vh are computed together or not at all");
      }
      return;
    }
    boolean full = isFull(a, u, vh);
    output("svd", u, a.rows(), full ? a.rows() : k, a.kind());
    output("svd", vh, full ? a.cols() : k, a.cols(), a.kind());
  }

  /// Whether the outputs of an SVD ask for the square factors.
  static boolean isFull(StridedMatrix a, StridedMatrix u, StridedMatrix vh) {
    return u.cols() == a.rows() && vh.rows() == a.cols();
  }

  static void eigenSymmetric(StridedMatrix a, StridedVector w, @Nullable StridedMatrix v) {
    square("eigenSymmetric", a);
    output("eigenSymmetric", w, a.rows(), a.kind().real());
    if (v != null) {
      output("eigenSymmetric", v, a.rows(), a.rows(), a.kind());
    }
  }

  static void eigen(StridedMatrix a, StridedVector w, @Nullable StridedMatrix v) {
    square("eigen", a);
    output("eigen", w, a.rows(), a.kind().toComplex());
    if (v != null) {
      output("eigen", v, a.rows(), a.rows(), a.kind().toComplex());
    }
  }

  static void leastSquares(
      StridedMatrix a,
      StridedMatrix b,
      StridedMatrix x,
      StridedVector s,
      @Nullable StridedVector residuals) {
    if (b.rows() != a.rows()) {
      throw new IllegalArgumentException("leastSquares: " + shape(a) + " against " + shape(b));
    }
    sameKind("leastSquares", a.kind(), b.kind());
    output("leastSquares", x, a.cols(), b.cols(), a.kind());
    output("leastSquares", s, Math.min(a.rows(), a.cols()), a.kind().real());
    if (residuals != null) {
      output("leastSquares", residuals, b.cols(), a.kind().real());
    }
  }

  private static void square(String name, StridedMatrix a) {
    if (a.rows() != a.cols()) {
      throw new IllegalArgumentException(name + ": " + shape(a) + " is not square");
    }
  }

  private static void output(
      String name, StridedMatrix out, long rows, long cols, ScalarKind kind) {
    if (out.rows() != rows || out.cols() != cols) {
      throw new IllegalArgumentException(
          name + ": an output is " + shape(out) + " and not (" + rows + ", " + cols + ")");
    }
    sameKind(name, kind, out.kind());
    writable(name, out);
  }

  private static void output(String name, StridedVector out, long size, ScalarKind kind) {
    if (out.size() != size) {
      throw new IllegalArgumentException(
          name + ": an output has " + out.size() + " elements and not " + size);
    }
    sameKind(name, kind, out.kind());
    writable(name, out);
  }

  private static void sameKind(String name, ScalarKind expected, ScalarKind actual) {
    if (expected != actual) {
      throw new IllegalArgumentException(
          name + ": an operand is " + actual + " and not " + expected);
    }
  }

  private static void writable(String name, StridedMatrix out) {
    if (out.segment().isReadOnly()) {
      throw new IllegalArgumentException(name + ": the output is read-only");
    }
  }

  private static void writable(String name, StridedVector out) {
    if (out.segment().isReadOnly()) {
      throw new IllegalArgumentException(name + ": the output is read-only");
    }
  }

  private static String shape(StridedMatrix a) {
    return "(" + a.rows() + ", " + a.cols() + ")";
  }
}
