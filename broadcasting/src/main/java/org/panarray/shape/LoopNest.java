package org.panarray.shape;

import java.util.Arrays;

/// The loops that walk several operands of one shape together. Operand 0 is the output.
///
/// Axes are ordered so that the output is written with its smallest stride innermost (where the
/// output stands still, as in a reduction, the first operand that moves decides), axes on which the
/// output runs backwards are turned around, axes of size 1 are dropped and neighbours merged where
/// the strides of all operands allow. Every element is met once; the order in which they are met is
/// not that of the indices.
public final class LoopNest {
  private final long[] dims;
  private final long[] strides; // of operand p and loop d: [p * rank + d]
  private final long[] offsets;
  private final long size;

  private LoopNest(long[] dims, long[] strides, long[] offsets, long size) {
    this.dims = dims;
    this.strides = strides;
    this.offsets = offsets;
    this.size = size;
  }

  /// The nest for operands that have been broadcast to one shape; the first is the output.
  ///
  /// @throws IllegalArgumentException if there is no operand or the shapes differ
  public static LoopNest of(Layout... operands) {
    return of(true, operands);
  }

  /// As [#of(Layout...)], but every axis is walked in the direction of its indices: for sums, whose
  /// rounding shows the order.
  public static LoopNest forwards(Layout... operands) {
    return of(false, operands);
  }

  private static LoopNest of(boolean turns, Layout... operands) {
    if (operands.length == 0) {
      throw new IllegalArgumentException("a loop needs an operand");
    }
    Shape shape = operands[0].shape();
    boolean flat = true;
    long[] offsets = new long[operands.length];
    for (int p = 0; p < operands.length; p++) {
      Layout operand = operands[p];
      if (operand.shape() != shape && !operand.shape().equals(shape)) {
        throw new IllegalArgumentException(
            "operands of one loop have shapes " + shape + " and " + operand.shape());
      }
      offsets[p] = operand.offset();
      flat &= operand.isContiguous() || isStill(operand);
    }
    return flat ? flat(operands, shape.size(), offsets) : ordered(operands, shape, offsets, turns);
  }

  /// Whether all have one shape and lie in C order without gaps: then element `i` of each is at its
  /// offset plus `i`, and no nest is needed.
  public static boolean allContiguous(Layout... operands) {
    Shape shape = operands[0].shape();
    for (Layout operand : operands) {
      if (!operand.isContiguous() || operand.shape() != shape && !operand.shape().equals(shape)) {
        return false;
      }
    }
    return true;
  }

  /// [#allContiguous(Layout...)] without an array.
  public static boolean allContiguous(Layout a, Layout b) {
    return a.isContiguous()
        && b.isContiguous()
        && (a.shape() == b.shape() || a.shape().equals(b.shape()));
  }

  /// [#allContiguous(Layout...)] without an array.
  public static boolean allContiguous(Layout a, Layout b, Layout c) {
    return allContiguous(a, b)
        && c.isContiguous()
        && (a.shape() == c.shape() || a.shape().equals(c.shape()));
  }

  /// Whether every element is the same one: a broadcast scalar.
  private static boolean isStill(Layout operand) {
    for (long stride : operand.stridesShared()) {
      if (stride != 0) {
        return false;
      }
    }
    return true;
  }

  private static LoopNest flat(Layout[] operands, long size, long[] offsets) {
    long[] strides = new long[operands.length];
    for (int p = 0; p < strides.length; p++) {
      strides[p] = operands[p].isContiguous() ? 1 : 0;
    }
    return new LoopNest(new long[] {size}, strides, offsets, size);
  }

  private static LoopNest ordered(Layout[] operands, Shape shape, long[] offsets, boolean turns) {
    int[] order = order(operands, shape);
    if (turns) {
      turnAround(operands, shape, order, offsets);
    }
    int count = operands.length;
    int loops = 0;
    long[] dims = new long[order.length];
    long[][] strides = new long[order.length][];
    for (int k = 0; k < order.length; k++) {
      int axis = order[k];
      long dim = shape.dims()[axis];
      long[] next = new long[count];
      for (int p = 0; p < count; p++) {
        next[p] = operands[p].stridesShared()[axis];
      }
      if (turns && isBackwards(next)) {
        for (int p = 0; p < count; p++) {
          next[p] = -next[p];
        }
      }
      if (loops > 0 && continues(strides[loops - 1], next, dim)) {
        dims[loops - 1] *= dim;
        strides[loops - 1] = next;
      } else {
        dims[loops] = dim;
        strides[loops++] = next;
      }
    }
    long[] packed = new long[count * loops];
    for (int p = 0; p < count; p++) {
      for (int d = 0; d < loops; d++) {
        packed[p * loops + d] = strides[d][p];
      }
    }
    return new LoopNest(Arrays.copyOf(dims, loops), packed, offsets, shape.size());
  }

  /// The axes longer than 1 from outermost to innermost, sorted by insertion: the comparison knows
  /// no answer for axes on which no operand has two strides unlike 0, and leaves those in C order.
  private static int[] order(Layout[] operands, Shape shape) {
    int[] order = new int[shape.rank()];
    int count = 0;
    for (int axis = 0; axis < order.length; axis++) {
      if (shape.dims()[axis] == 1) {
        continue;
      }
      int target = count;
      for (int j = count - 1; j >= 0; j--) {
        int verdict = compare(operands, order[j], axis);
        if (verdict > 0) {
          break; // order[j] has the larger strides: it stays outside
        }
        if (verdict < 0) {
          target = j;
        }
      }
      System.arraycopy(order, target, order, target + 1, count - target);
      order[target] = axis;
      count++;
    }
    return Arrays.copyOf(order, count);
  }

  /// The sign of the difference of the strides on two axes, from the first operand that has one on
  /// both; equal strides count as C order.
  private static int compare(Layout[] operands, int outer, int inner) {
    for (Layout operand : operands) {
      long outerStride = Math.abs(operand.stridesShared()[outer]);
      long innerStride = Math.abs(operand.stridesShared()[inner]);
      if (outerStride != 0 && innerStride != 0) {
        return outerStride >= innerStride ? 1 : -1;
      }
    }
    return 0;
  }

  /// Moves the offsets to the other end of every axis that is to be walked backwards.
  private static void turnAround(Layout[] operands, Shape shape, int[] order, long[] offsets) {
    if (shape.size() == 0) {
      return;
    }
    long[] strides = new long[operands.length];
    for (int axis : order) {
      for (int p = 0; p < strides.length; p++) {
        strides[p] = operands[p].stridesShared()[axis];
      }
      if (isBackwards(strides)) {
        for (int p = 0; p < strides.length; p++) {
          offsets[p] += strides[p] * (shape.dims()[axis] - 1);
        }
      }
    }
  }

  private static boolean isBackwards(long[] strides) {
    for (long stride : strides) {
      if (stride != 0) {
        return stride < 0;
      }
    }
    return false;
  }

  private static boolean continues(long[] outer, long[] inner, long innerDim) {
    for (int p = 0; p < outer.length; p++) {
      if (outer[p] != inner[p] * innerDim) {
        return false;
      }
    }
    return true;
  }

  /// The same elements with the longest loop innermost if the innermost is shorter than `minimum`:
  /// for elementwise work, where a short inner loop would cost more than its strides.
  public LoopNest withInnerAtLeast(long minimum) {
    int last = dims.length - 1;
    if (dims[last] >= minimum) {
      return this;
    }
    int longest = last;
    for (int d = 0; d < last; d++) {
      longest = dims[d] > dims[longest] ? d : longest;
    }
    return withInner(longest);
  }

  /// The same elements with loop `d` innermost.
  public LoopNest withInner(int d) {
    int last = dims.length - 1;
    if (d == last) {
      return this;
    }
    long[] newDims = dims.clone();
    long[] newStrides = strides.clone();
    rotate(newDims, d, last);
    for (int p = 0; p < offsets.length; p++) {
      rotate(newStrides, p * dims.length + d, p * dims.length + last);
    }
    return new LoopNest(newDims, newStrides, offsets, size);
  }

  private static void rotate(long[] values, int from, int last) {
    long moved = values[from];
    System.arraycopy(values, from + 1, values, from, last - from);
    values[last] = moved;
  }

  /// The number of loops, at least 1.
  public int rank() {
    return dims.length;
  }

  /// The number of operands.
  public int operands() {
    return offsets.length;
  }

  /// A copy of the loop lengths, outermost first.
  public long[] dims() {
    return dims.clone();
  }

  /// The length of loop `d`; 0 is the outermost.
  public long dim(int d) {
    return dims[d];
  }

  /// How far loop `d` moves operand `operand`, in elements.
  public long stride(int operand, int d) {
    return strides[operand * dims.length + d];
  }

  /// A copy of the strides of one operand, outermost first.
  public long[] strides(int operand) {
    return Arrays.copyOfRange(strides, operand * dims.length, (operand + 1) * dims.length);
  }

  /// Where the walk of an operand begins.
  public long offset(int operand) {
    return offsets[operand];
  }

  /// A copy of the positions where the walks begin.
  public long[] offsets() {
    return offsets.clone();
  }

  /// The number of elements of each operand, the stretched ones counted as often as they are read.
  public long size() {
    return size;
  }

  /// Whether there is nothing to do.
  public boolean isEmpty() {
    return size == 0;
  }

  /// The length of the innermost loop.
  public long innerSize() {
    return dims[dims.length - 1];
  }

  /// How far the innermost loop moves an operand.
  public long innerStride(int operand) {
    return strides[(operand + 1) * dims.length - 1];
  }

  /// How many times the innermost loop runs: 0 if there is nothing to do.
  public long rows() {
    return size == 0 ? 0 : size / innerSize();
  }

  /// Whether there is one loop, every operand having stride 1.
  public boolean isContiguous() {
    if (dims.length != 1) {
      return false;
    }
    for (long stride : strides) {
      if (stride != 1) {
        return false;
      }
    }
    return true;
  }

  /// Walks all rows.
  public void forEachRow(RowVisitor visitor) {
    forEachRow(0, rows(), visitor);
  }

  /// Walks the rows `from .. to-1`, so that blocks or threads can share the work.
  ///
  /// @throws IllegalArgumentException if there are no such rows
  public void forEachRow(long from, long to, RowVisitor visitor) {
    checkRange(from, to, rows());
    if (from < to) {
      walk(from * innerSize(), to * innerSize(), visitor);
    }
  }

  /// Walks the elements `from .. to-1`, counted in the order of the walk: whole rows, and parts of
  /// rows at both ends. Splits work evenly even where there is a single row.
  ///
  /// @throws IllegalArgumentException if there are no such elements
  public void forEachPiece(long from, long to, RowVisitor visitor) {
    checkRange(from, to, size);
    if (from < to) {
      walk(from, to, visitor);
    }
  }

  private static void checkRange(long from, long to, long limit) {
    if (from < 0 || from > to || to > limit) {
      throw new IllegalArgumentException(from + " to " + to + " is not within 0 to " + limit);
    }
  }

  private void walk(long from, long to, RowVisitor visitor) {
    int rank = dims.length;
    int inner = rank - 1;
    long[] at = offsets.clone();
    long[] counters = new long[rank];
    long rest = from;
    for (int d = inner; d >= 0; d--) {
      counters[d] = rest % dims[d];
      rest /= dims[d];
      advance(at, d, counters[d]);
    }
    long left = to - from;
    long first = Math.min(left, dims[inner] - counters[inner]);
    visitor.visit(at, first);
    left -= first;
    advance(at, inner, -counters[inner]); // later rows begin at the left
    while (left > 0) {
      int d = inner - 1;
      while (counters[d] == dims[d] - 1) {
        advance(at, d, -counters[d]);
        counters[d--] = 0;
      }
      counters[d]++;
      advance(at, d, 1);
      long count = Math.min(left, dims[inner]);
      visitor.visit(at, count);
      left -= count;
    }
  }

  private void advance(long[] at, int d, long steps) {
    if (steps != 0) {
      for (int p = 0; p < at.length; p++) {
        at[p] += steps * strides[p * dims.length + d];
      }
    }
  }

  /// `(4, 3) strides [(3, 1), (1, 4)] offsets (0, 0)`.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(Broadcast.tuple(dims, ", ")).append(" strides [");
    for (int p = 0; p < offsets.length; p++) {
      text.append(p == 0 ? "" : ", ").append(Broadcast.tuple(strides(p), ", "));
    }
    return text.append("] offsets ").append(Broadcast.tuple(offsets, ", ")).toString();
  }
}
