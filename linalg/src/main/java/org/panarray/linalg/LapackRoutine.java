package org.panarray.linalg;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The LAPACKE routines that we call, bound when first called.
///
/// LAPACKE and not the Fortran symbols: its high-level routines ask for and allocate the workspace,
/// and have one signature for real and complex kinds, without hidden string lengths. Given
/// column-major matrices they pass them on to the same Fortran routines that NumPy calls.
///
/// Parameters are spelled `i` int, `b` char, `p` pointer, `r` a real number of the kind's width.
enum LapackRoutine {
  /// layout, m, n, a, lda, pivots.
  GETRF("getrf", "getrf", "iiipip"),
  /// layout, n, right-hand sides, a, lda, pivots, b, ldb.
  GESV("gesv", "gesv", "iiipippi"),
  /// layout, triangle, n, a, lda.
  POTRF("potrf", "potrf", "ibipi"),
  /// layout, m, n, a, lda, tau.
  GEQRF("geqrf", "geqrf", "iiipip"),
  /// layout, m, n, k, a, lda, tau.
  ORGQR("orgqr", "ungqr", "iiiipip"),
  /// layout, job, m, n, a, lda, s, u, ldu, vt, ldvt.
  GESDD("gesdd", "gesdd", "ibiipippipi"),
  /// layout, job, triangle, n, a, lda, w.
  SYEVD("syevd", "heevd", "ibbipip"),
  /// layout, left job, right job, n, a, lda, real w, imaginary w, vl, ldvl, vr, ldvr; complex kinds
  /// have a single w.
  GEEV("geev", "geev", "ibbipipppipi"),
  /// layout, m, n, right-hand sides, a, lda, b, ldb, s, rcond, rank.
  GELSD("gelsd", "gelsd", "iiiipipiprp");

  /// LAPACKE's name for column-major matrices.
  static final int COLUMN_MAJOR = 102;

  private static final String COMPLEX_GEEV = "ibbipippipi";

  private final String realName;
  private final String complexName;
  private final String parameters;
  private final AtomicReferenceArray<MethodHandle> handles =
      new AtomicReferenceArray<>(ScalarKind.values().length);

  LapackRoutine(String realName, String complexName, String parameters) {
    this.realName = realName;
    this.complexName = complexName;
    this.parameters = parameters;
  }

  String symbol(ScalarKind kind) {
    return "LAPACKE_" + kind.letter() + (kind.isComplex() ? complexName : realName);
  }

  MethodHandle handle(OpenBlasLibrary.Loaded library, ScalarKind kind) {
    MethodHandle handle = handles.get(kind.ordinal());
    if (handle == null) {
      // Two threads may both bind it; the handles are equivalent.
      handle = library.bind(symbol(kind), descriptor(kind));
      handles.set(kind.ordinal(), handle);
    }
    return handle;
  }

  private FunctionDescriptor descriptor(ScalarKind kind) {
    String spelled = this == GEEV && kind.isComplex() ? COMPLEX_GEEV : parameters;
    return FunctionDescriptor.of(
        ValueLayout.JAVA_INT,
        spelled
            .chars()
            .mapToObj(letter -> layout((char) letter, kind))
            .toArray(MemoryLayout[]::new));
  }

  private static MemoryLayout layout(char letter, ScalarKind kind) {
    return switch (letter) {
      case 'i' -> ValueLayout.JAVA_INT;
      case 'b' -> ValueLayout.JAVA_BYTE;
      case 'p' -> ValueLayout.ADDRESS;
      case 'r' -> kind.isDouble() ? ValueLayout.JAVA_DOUBLE : ValueLayout.JAVA_FLOAT;
      default -> throw new IllegalStateException("parameter " + letter);
    };
  }
}
