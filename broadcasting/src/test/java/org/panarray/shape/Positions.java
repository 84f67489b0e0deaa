package org.panarray.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The naive definition of a layout: its positions one by one in C order. And random layouts.
final class Positions {
  private Positions() {}

  /// All index tuples of a shape in C order.
  static List<long[]> indices(Shape shape) {
    List<long[]> result = new ArrayList<>();
    for (long n = 0; n < shape.size(); n++) {
      long[] index = new long[shape.rank()];
      long rest = n;
      for (int k = index.length - 1; k >= 0; k--) {
        index[k] = rest % shape.dim(k);
        rest /= shape.dim(k);
      }
      result.add(index);
    }
    return result;
  }

  static long at(Layout layout, long[] index) {
    long position = layout.offset();
    for (int k = 0; k < index.length; k++) {
      position += index[k] * layout.strides()[k];
    }
    return position;
  }

  /// All positions in C order.
  static List<Long> of(Layout layout) {
    List<Long> result = new ArrayList<>();
    for (long[] index : indices(layout.shape())) {
      result.add(at(layout, index));
    }
    return result;
  }

  static Shape randomShape(Random random, int mostRank) {
    long[] dims = new long[random.nextInt(mostRank + 1)];
    boolean mayBeEmpty = random.nextInt(8) == 0;
    for (int k = 0; k < dims.length; k++) {
      dims[k] = mayBeEmpty ? random.nextInt(4) : 1 + random.nextInt(4);
    }
    return Shape.of(dims);
  }

  /// Any strides at all, small ones, so that elements often coincide.
  static Layout wild(Random random, Shape shape) {
    long[] strides = new long[shape.rank()];
    for (int k = 0; k < strides.length; k++) {
      strides[k] = random.nextInt(-9, 10);
    }
    return Layout.of(shape, strides, random.nextInt(30));
  }

  /// A layout such as views have: permuted, with gaps, reversed and stretched axes.
  static Layout view(Random random, Shape shape) {
    int rank = shape.rank();
    int[] order = shuffled(random, rank);
    long[] strides = new long[rank];
    long next = random.nextInt(1, 3);
    long offset = random.nextInt(5);
    boolean plain = random.nextBoolean();
    for (int axis : order) {
      int kind = plain ? 5 : random.nextInt(6);
      strides[axis] = kind == 0 ? 0 : kind == 1 ? -next : next;
      offset += kind == 1 ? next * Math.max(shape.dim(axis) - 1, 0) : 0;
      next *= Math.max(shape.dim(axis), 1) + (kind == 2 ? 1 : 0);
    }
    return Layout.of(shape, strides, offset);
  }

  static int[] shuffled(Random random, int rank) {
    int[] order = Axes.all(rank);
    for (int i = rank - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }
}
