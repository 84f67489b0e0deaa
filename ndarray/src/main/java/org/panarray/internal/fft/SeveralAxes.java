package org.panarray.internal.fft;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.IndexError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Warnings;
import org.panarray.keyword.FftKeyword;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;

/// Transforms along several axes, one after another.
public final class SeveralAxes {
  private static final int[] LAST_TWO = {-2, -1};

  private static final String NO_AXES =
      "`axes` should not be `None` if `s` is not `None` (Deprecated in NumPy 2.0). In a future"
          + " version of NumPy, this will raise an error and `s[i]` will correspond to the size"
          + " along the transformed axis specified by `axes[i]`. To retain current behaviour, pass"
          + " a sequence [0, ..., k-1] to `axes` for an array of dimension k.";

  private SeveralAxes() {}

  /// What is transformed, and to which lengths.
  private record Asked(long[] lengths, int[] axes, @Nullable String norm, @Nullable NDArray out) {
    int last() {
      if (axes.length == 0) {
        throw new IndexError("list index out of range");
      }
      return axes.length - 1;
    }
  }

  private static Asked asked(
      NDArray a, Keyword[] keywords, int @Nullable [] usual, boolean ofHalf) {
    FftKeyword.S s = Keyword.find(FftKeyword.S.class, keywords);
    MatrixKeyword.Axes given = Keyword.find(MatrixKeyword.Axes.class, keywords);
    FftKeyword.Norm norm = Keyword.find(FftKeyword.Norm.class, keywords);
    int[] axes = given == null ? usual : given.axes();
    if (axes == null) {
      if (s != null) {
        Warnings.warn("DeprecationWarning", NO_AXES);
      }
      int count = s == null ? a.ndim() : s.value().length;
      axes = new int[count];
      Arrays.setAll(axes, i -> i - count);
    }
    long[] lengths = s == null ? lengths(a, axes) : s.value().clone();
    if (lengths.length != axes.length) {
      throw new ValueError("Shape and axes have different lengths.");
    }
    if (ofHalf && s == null) {
      if (axes.length == 0) {
        throw new IndexError((given == null ? "list" : "tuple") + " index out of range");
      }
      lengths[axes.length - 1] = (lengths[axes.length - 1] - 1) * 2;
    }
    for (int i = 0; i < axes.length; i++) {
      if (lengths[i] == -1) {
        lengths[i] = length(a, axes[i], "tuple index out of range");
      }
    }
    return new Asked(lengths, axes, norm == null ? null : norm.value(), OneAxis.outIn(keywords));
  }

  private static long[] lengths(NDArray a, int[] axes) {
    long[] lengths = new long[axes.length];
    for (int i = 0; i < axes.length; i++) {
      String outside =
          a.ndim() == 0
              ? "cannot do a non-empty take from an empty axes."
              : "index " + axes[i] + " is out of bounds for axis 0 with size " + a.ndim();
      lengths[i] = length(a, axes[i], outside);
    }
    return lengths;
  }

  private static long length(NDArray a, int axis, String outside) {
    if (axis < -a.ndim() || axis >= a.ndim()) {
      throw new IndexError(outside);
    }
    return a.shape(axis);
  }

  public static NDArray pair(Direction direction, NDArray a, FftKeyword.ForTransforms[] keywords) {
    Asked asked = asked(a, keywords, LAST_TWO, false);
    return complex(direction, a, asked, direction == Direction.FORWARD ? asked.out() : null);
  }

  public static NDArray all(Direction direction, NDArray a, FftKeyword.ForTransforms[] keywords) {
    Asked asked = asked(a, keywords, null, false);
    return complex(direction, a, asked, asked.out());
  }

  private static NDArray complex(
      Direction direction, NDArray a, Asked asked, @Nullable NDArray out) {
    return backTo(direction, a, asked, asked.axes().length - 1, out);
  }

  /// Transforms an axis and those before it, the first one last.
  private static NDArray backTo(
      Direction direction, NDArray a, Asked asked, int last, @Nullable NDArray out) {
    NDArray result = a;
    for (int i = last; i >= 0; i--) {
      result =
          OneAxis.complex(
              direction, result, asked.lengths()[i], asked.axes()[i], asked.norm(), out);
    }
    return result;
  }

  public static NDArray realPair(NDArray a, FftKeyword.ForTransforms[] keywords) {
    return real(a, asked(a, keywords, LAST_TWO, false));
  }

  public static NDArray real(NDArray a, FftKeyword.ForTransforms[] keywords) {
    return real(a, asked(a, keywords, null, false));
  }

  private static NDArray real(NDArray a, Asked asked) {
    int last = asked.last();
    NDArray half =
        OneAxis.real(a, asked.lengths()[last], asked.axes()[last], asked.norm(), asked.out());
    return backTo(Direction.FORWARD, half, asked, last - 1, asked.out());
  }

  public static NDArray hermitianPair(NDArray a, FftKeyword.ForTransforms[] keywords) {
    return hermitian(a, asked(a, keywords, LAST_TWO, true), null);
  }

  public static NDArray hermitian(NDArray a, FftKeyword.ForTransforms[] keywords) {
    Asked asked = asked(a, keywords, null, true);
    return hermitian(a, asked, asked.out());
  }

  private static NDArray hermitian(NDArray a, Asked asked, @Nullable NDArray out) {
    int last = asked.last();
    NDArray result = a;
    for (int i = 0; i < last; i++) {
      result =
          OneAxis.complex(
              Direction.BACKWARD, result, asked.lengths()[i], asked.axes()[i], asked.norm(), null);
    }
    return OneAxis.hermitian(result, asked.lengths()[last], asked.axes()[last], asked.norm(), out);
  }
}
