package org.panarray.bench;

import static org.panarray.Np.np;

import java.nio.file.Path;
import java.util.List;
import org.panarray.NDArray;
import org.panarray.TypeFamily;

/// Whether both sides computed the same.
final class Agreement {
  /// Both libraries stay within a unit or two in the last place, and a chain adds them up.
  private static final double UNITS = 16;

  private Agreement() {}

  /// How a result differs from what a peer left in a folder; empty if it does not.
  static String difference(Object result, Path folder, double tolerance) {
    List<NDArray> ours =
        switch (result) {
          case NDArray array -> List.of(array);
          case NDArray[] arrays -> List.of(arrays);
          case List<?> list -> list.stream().map(np::asarray).toList();
          default -> List.of(np.asarray(result));
        };
    for (int number = 0; number < ours.size(); number++) {
      NDArray theirs = np.load(folder.resolve("result" + number + ".npy"));
      String difference = difference(ours.get(number), theirs, tolerance);
      if (!difference.isEmpty()) {
        return difference;
      }
    }
    return "";
  }

  /// How two arrays differ; empty if they do not.
  static String difference(NDArray ours, NDArray theirs, double tolerance) {
    if (!ours.dtype().equals(theirs.dtype()) || !ours.shape().equals(theirs.shape())) {
      return ours.dtype() + " " + ours.shape() + ", not " + theirs.dtype() + " " + theirs.shape();
    }
    if (np.arrayEqual(ours, theirs, isInexact(ours))) {
      return "";
    }
    if (!isInexact(ours)) {
      return np.countNonzero(ours.ne(theirs)) + " elements differ";
    }
    NDArray apart = np.abs(ours.minus(theirs));
    double rounding = UNITS * np.finfo(ours.dtype()).eps();
    NDArray allowed =
        tolerance == 0
            ? np.abs(theirs).times(rounding)
            : np.max(np.abs(theirs)).times(Math.max(tolerance, rounding));
    NDArray wrong = apart.gt(allowed).or(np.isnan(ours).ne(np.isnan(theirs)));
    return wrong.any().asBoolean() ? "up to " + np.nanmax(apart) + " apart" : "";
  }

  private static boolean isInexact(NDArray array) {
    return np.issubdtype(array.dtype(), TypeFamily.INEXACT);
  }
}
