package org.panarray.shape;

import java.util.List;

/// Which axis is fastest in memory: C and Fortran strides, NumPy's contiguity flags and order `K`.
final class MemoryOrder {
  private MemoryOrder() {}

  /// C strides; all 0 without elements, as NumPy gives them to new arrays.
  static long[] rowMajor(Shape shape) {
    return shape.size() == 0 ? new long[shape.rank()] : nestedRowMajor(shape.dims());
  }

  /// C strides, an axis of size 0 counting as 1: what NumPy gives to a reshape without elements.
  static long[] nestedRowMajor(long[] dims) {
    long[] strides = new long[dims.length];
    long next = 1;
    for (int k = dims.length - 1; k >= 0; k--) {
      strides[k] = next;
      next *= dims[k] == 0 ? 1 : dims[k];
    }
    return strides;
  }

  /// Fortran strides; all 0 without elements.
  static long[] columnMajor(Shape shape) {
    return shape.size() == 0 ? new long[shape.rank()] : nestedColumnMajor(shape.dims());
  }

  /// Fortran strides, an axis of size 0 counting as 1.
  static long[] nestedColumnMajor(long[] dims) {
    long[] strides = new long[dims.length];
    long next = 1;
    for (int k = 0; k < dims.length; k++) {
      strides[k] = next;
      next *= dims[k] == 0 ? 1 : dims[k];
    }
    return strides;
  }

  static boolean isRowMajor(long[] dims, long[] strides) {
    long expected = 1;
    boolean dense = true;
    for (int k = dims.length - 1; k >= 0; k--) {
      if (dims[k] == 0) {
        return true;
      }
      if (dims[k] != 1) {
        dense &= strides[k] == expected;
        expected *= dims[k];
      }
    }
    return dense;
  }

  static boolean isColumnMajor(long[] dims, long[] strides) {
    long expected = 1;
    boolean dense = true;
    for (int k = 0; k < dims.length; k++) {
      if (dims[k] == 0) {
        return true;
      }
      if (dims[k] != 1) {
        dense &= strides[k] == expected;
        expected *= dims[k];
      }
    }
    return dense;
  }

  static Layout like(Layout kept, Shape shape) {
    if (kept.rank() != shape.rank() || kept.isContiguous() || shape.rank() < 2) {
      return Layout.contiguous(shape);
    }
    if (kept.isFortran()) {
      return Layout.fortran(shape);
    }
    // The strides alone decide, those of axes of size 1 as well; equal ones stay in C order.
    long[] strides = kept.stridesShared();
    return dense(
        shape,
        inserted(
            Axes.reversed(shape.rank()),
            (axis, other) -> Math.abs(strides[axis]) < Math.abs(strides[other]) ? 1 : -1));
  }

  /// Stretched axes take part here, only those of length 1 do not; and axes are put in from the slowest
  /// on, which shows where some are undecided.
  static Layout joined(List<Layout> inputs, Shape out) {
    int[] slowestFirst =
        inserted(Axes.all(out.rank()), (axis, other) -> slower(inputs, axis, other));
    int[] order = new int[slowestFirst.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = slowestFirst[order.length - 1 - i];
    }
    return dense(out, order);
  }

  static Layout keepOrder(List<Layout> inputs, Shape out) {
    boolean allContiguous = true;
    boolean allFortran = true;
    for (int i = 0; i < inputs.size(); i++) {
      Layout input = inputs.get(i);
      allContiguous &= input.isContiguous();
      // Beside scalars only: a stretched operand sends NumPy through its iterator.
      allFortran &= input.isFortran() && (input.rank() == 0 || input.shape().equals(out));
    }
    if (allContiguous || out.rank() < 2) {
      return Layout.contiguous(out);
    }
    if (allFortran) {
      return Layout.fortran(out);
    }
    long[][] strides = new long[inputs.size()][];
    for (int i = 0; i < strides.length; i++) {
      strides[i] = alignedStrides(inputs.get(i), out);
    }
    return dense(out, iterationOrder(strides, out.rank()));
  }

  /// The strides of an operand of a loop over `out`: 0 where it is stretched or has size 1.
  private static long[] alignedStrides(Layout input, Shape out) {
    long[] result = new long[out.rank()];
    int shift = out.rank() - input.rank();
    for (int k = 0; k < input.rank(); k++) {
      result[k + shift] = input.shape().dims()[k] == 1 ? 0 : input.stridesShared()[k];
    }
    return result;
  }

  /// The axes from fastest to slowest as NumPy's iterator (`order='K'`) would walk them.
  private static int[] iterationOrder(long[][] strides, int rank) {
    return inserted(Axes.reversed(rank), (axis, other) -> faster(strides, axis, other));
  }

  /// Whether an axis comes before another: 1 if so, -1 if not, 0 if nothing can tell.
  private interface Precedence {
    int of(int axis, int other);
  }

  /// Axes in C order from one end, put in order by insertion, because the comparison is not an order:
  /// some axes are undecided, and where operands disagree C order wins.
  private static int[] inserted(int[] axes, Precedence precedence) {
    int[] order = axes;
    for (int i = 1; i < order.length; i++) {
      int axis = order[i];
      int target = i;
      for (int j = i - 1; j >= 0; j--) {
        int verdict = precedence.of(axis, order[j]);
        if (verdict < 0) {
          break;
        }
        if (verdict > 0) {
          target = j;
        }
      }
      System.arraycopy(order, target, order, target + 1, i - target);
      order[target] = axis;
    }
    return order;
  }

  /// 1 if `axis` should be inside of `other`, -1 if not, 0 if no operand can tell.
  private static int faster(long[][] strides, int axis, int other) {
    int verdict = 0;
    for (long[] operand : strides) {
      long mine = Math.abs(operand[axis]);
      long theirs = Math.abs(operand[other]);
      if (mine != 0 && theirs != 0) {
        if (theirs <= mine) {
          return -1;
        }
        verdict = 1;
      }
    }
    return verdict;
  }

  /// 1 if `axis` should be outside of `other`, -1 if not, 0 if no input can tell.
  private static int slower(List<Layout> inputs, int axis, int other) {
    int verdict = 0;
    for (Layout input : inputs) {
      long[] dims = input.shape().dims();
      if (dims[axis] != 1 && dims[other] != 1) {
        long[] strides = input.stridesShared();
        if (Math.abs(strides[axis]) <= Math.abs(strides[other])) {
          return -1;
        }
        verdict = 1;
      }
    }
    return verdict;
  }

  /// Dense strides with the axes of `order` from fastest to slowest.
  private static Layout dense(Shape shape, int[] order) {
    if (shape.size() == 0) {
      return Layout.contiguous(shape);
    }
    long[] strides = new long[order.length];
    long next = 1;
    for (int axis : order) {
      strides[axis] = next;
      next *= shape.dims()[axis];
    }
    return Layout.wrap(shape, strides, 0);
  }
}
