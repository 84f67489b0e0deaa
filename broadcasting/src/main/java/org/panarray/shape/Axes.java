package org.panarray.shape;

import java.util.Arrays;
import org.panarray.error.AxisError;
import org.panarray.error.Required;
import org.panarray.error.ValueError;

/// Axis numbers: negative ones count from the end, duplicates are refused, as in NumPy.
public final class Axes {
  private static final String DUPLICATE = "duplicate value in 'axis'";

  private Axes() {}

  /// The axis in `0 .. rank-1` that `axis` names.
  ///
  /// @throws AxisError `axis 2 is out of bounds for array of dimension 2`
  public static int normalize(int axis, int rank) {
    if (axis < -rank || axis >= rank) {
      throw new AxisError(axis, rank);
    }
    return axis < 0 ? axis + rank : axis;
  }

  /// As [#normalize(int, int)], naming the argument in the text: `axis2: axis 2 is out of bounds
  /// ...`.
  ///
  /// @throws AxisError if there is no such axis
  public static int normalize(int axis, int rank, String argument) {
    if (axis < -rank || axis >= rank) {
      throw new AxisError(argument, axis, rank);
    }
    return axis < 0 ? axis + rank : axis;
  }

  /// The axis of a reduction given as one integer. As in NumPy a 0-d array then has an axis 0 (or
  /// -1), so that the result may be empty; given as a tuple, use [#normalizeAll(int[], int)].
  ///
  /// @throws AxisError if there is no such axis
  public static int[] ofReduction(int axis, int rank) {
    return rank == 0 && (axis == 0 || axis == -1) ? new int[0] : new int[] {normalize(axis, rank)};
  }

  /// Every axis normalised, in the order given.
  ///
  /// @throws AxisError if there is no such axis
  /// @throws ValueError `duplicate value in 'axis'`
  public static int[] normalizeAll(int[] axes, int rank) {
    return normalizeAll(axes, rank, DUPLICATE);
  }

  /// Every axis normalised, in the order given; `duplicateText` because NumPy's functions differ in
  /// it (`repeated axis` in `expand_dims` and `flip`, `` repeated axis in `source` argument ``).
  ///
  /// @throws AxisError if there is no such axis
  /// @throws ValueError with `duplicateText` if two axes are the same
  public static int[] normalizeAll(int[] axes, int rank, String duplicateText) {
    int[] result = new int[Required.argument(axes, "axes").length];
    long seen = 0; // rank is at most 64
    for (int i = 0; i < axes.length; i++) {
      int axis = normalize(axes[i], rank);
      if ((seen & 1L << axis) != 0) {
        throw new ValueError(duplicateText);
      }
      seen |= 1L << axis;
      result[i] = axis;
    }
    return result;
  }

  /// `0, 1, ... rank-1`.
  public static int[] all(int rank) {
    int[] result = new int[rank];
    for (int i = 0; i < rank; i++) {
      result[i] = i;
    }
    return result;
  }

  /// `rank-1, ... 1, 0`: the permutation of a transpose.
  public static int[] reversed(int rank) {
    int[] result = new int[rank];
    for (int i = 0; i < rank; i++) {
      result[i] = rank - 1 - i;
    }
    return result;
  }

  /// `mask[k]` says whether axis `k` is among `axes`.
  ///
  /// @throws AxisError if there is no such axis
  /// @throws ValueError `duplicate value in 'axis'`
  public static boolean[] mask(int[] axes, int rank) {
    boolean[] result = new boolean[rank];
    for (int axis : normalizeAll(axes, rank)) {
      result[axis] = true;
    }
    return result;
  }

  /// The axes that are not among `axes`, ascending.
  ///
  /// @throws AxisError if there is no such axis
  /// @throws ValueError `duplicate value in 'axis'`
  public static int[] complement(int[] axes, int rank) {
    boolean[] mask = mask(axes, rank);
    int[] result = new int[rank - axes.length];
    int count = 0;
    for (int k = 0; k < rank; k++) {
      if (!mask[k]) {
        result[count++] = k;
      }
    }
    return result;
  }

  /// The permutation that exchanges two axes: `numpy.swapaxes`.
  ///
  /// @throws AxisError `axis1: axis 2 is out of bounds ...`
  public static int[] swapped(int axis1, int axis2, int rank) {
    int a = normalize(axis1, rank, "axis1");
    int b = normalize(axis2, rank, "axis2");
    int[] result = all(rank);
    result[a] = b;
    result[b] = a;
    return result;
  }

  /// The permutation that undoes `permutation`.
  public static int[] inverse(int... permutation) {
    int[] result = new int[permutation.length];
    for (int i = 0; i < permutation.length; i++) {
      result[permutation[i]] = i;
    }
    return result;
  }

  /// A transpose's permutation, normalised; none given means reversed.
  ///
  /// @throws ValueError `axes don't match array` or `repeated axis in transpose`
  /// @throws AxisError if there is no such axis
  public static int[] permutation(int[] axes, int rank) {
    if (Required.argument(axes, "axes").length != rank) {
      throw new ValueError("axes don't match array");
    }
    return normalizeAll(axes, rank, "repeated axis in transpose");
  }

  /// The permutation for `transpose` that moves `source` axes to `destination`, the others keeping
  /// their order: `numpy.moveaxis`.
  ///
  /// @throws AxisError `source: axis 3 is out of bounds ...` or `destination: ...`
  /// @throws ValueError for repeated axes or different numbers of axes
  public static int[] moved(int[] source, int[] destination, int rank) {
    int[] from = moveArgument(source, rank, "source");
    int[] to = moveArgument(destination, rank, "destination");
    if (from.length != to.length) {
      throw new ValueError(
          "`source` and `destination` arguments must have the same number of elements");
    }
    int[] result = new int[rank];
    Arrays.fill(result, -1);
    for (int i = 0; i < from.length; i++) {
      result[to[i]] = from[i];
    }
    int[] rest = complement(from, rank);
    int next = 0;
    for (int k = 0; k < rank; k++) {
      if (result[k] < 0) {
        result[k] = rest[next++];
      }
    }
    return result;
  }

  private static int[] moveArgument(int[] axes, int rank, String argument) {
    for (int axis : Required.argument(axes, argument)) {
      normalize(axis, rank, argument);
    }
    return normalizeAll(axes, rank, "repeated axis in `" + argument + "` argument");
  }
}
