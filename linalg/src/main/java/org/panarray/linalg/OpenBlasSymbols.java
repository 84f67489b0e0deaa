package org.panarray.linalg;

import java.util.ArrayList;
import java.util.List;

/// The routines that a library must have before any of it is used.
final class OpenBlasSymbols {
  private OpenBlasSymbols() {}

  static List<String> required() {
    List<String> names = new ArrayList<>();
    names.add("openblas_get_config");
    names.add("openblas_get_corename");
    names.add("openblas_get_num_threads");
    names.add("LAPACKE_set_nancheck");
    for (ScalarKind kind : ScalarKind.values()) {
      for (String routine : List.of("gemm", "gemv", "syrk", "trsm")) {
        names.add("cblas_" + kind.letter() + routine);
      }
      if (kind.isComplex()) {
        names.add("cblas_" + kind.letter() + "dotu_sub");
        names.add("cblas_" + kind.letter() + "dotc_sub");
      } else {
        names.add("cblas_" + kind.letter() + "dot");
      }
      for (LapackRoutine routine : LapackRoutine.values()) {
        names.add(routine.symbol(kind));
      }
    }
    return names;
  }
}
