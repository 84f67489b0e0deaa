package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.error.IndexError;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;
import org.panarray.shape.Shape;

/// Where index arrays point: pairs of places in the array indexed and in the gathered array.
///
/// The offsets of a block of index tuples are computed once and used for all of the axes that are
/// not indexed. For each element of the array indexed, tuples come in C order, so that the last of
/// several values stays. An index is checked where it is read, so that no thread that changes it
/// meanwhile makes anything reach outside.
final class IndexPaths {
  /// Tuples per block: offsets that stay in the first-level cache.
  private static final int BLOCK = 1024;

  /// Rows shorter than this are not worth a loop of their own.
  private static final long SHORT_ROW = 8;

  /// Receives places in elements, counted from where the two arrays' buffers begin.
  interface Visitor {
    /// One row of both arrays.
    void row(long indexed, long indexedStep, long gathered, long gatheredStep, long count);

    /// Single elements: tuple `j` at `indexed + offsets[j]` and `gathered + j * gatheredStep`.
    void elements(long indexed, long[] offsets, long gathered, long gatheredStep, int count);
  }

  private final Operand[] indices;
  private final MemorySegment[] segments;
  private final List<Integer> axes;
  private final long start;
  private final long[] dims;
  private final long[] strides;
  private final Layout tuples;
  private final long gatheredStart;
  private final LoopNest rest;

  /// @param source the layout of the array indexed
  /// @param gathered the layout of the gathered shape
  /// @param indices as many int64 arrays as `axes`, of one shape
  /// @param segments where they are found
  IndexPaths(
      Layout source,
      List<Integer> axes,
      int position,
      Layout gathered,
      Operand[] indices,
      MemorySegment[] segments) {
    this.indices = indices;
    this.segments = segments;
    this.axes = axes;
    int indexRank = indices[0].layout().rank();
    start = source.offset();
    gatheredStart = gathered.offset();
    dims = new long[axes.size()];
    strides = new long[axes.size()];
    boolean[] isIndexed = new boolean[source.rank()];
    for (int k = 0; k < dims.length; k++) {
      dims[k] = source.dim(axes.get(k));
      strides[k] = source.stride(axes.get(k));
      isIndexed[axes.get(k)] = true;
    }
    long[] tupleStrides = new long[indexRank];
    for (int axis = 0; axis < indexRank; axis++) {
      tupleStrides[axis] = gathered.stride(position + axis);
    }
    tuples = Layout.of(indices[0].layout().shape(), tupleStrides, 0);
    int restRank = source.rank() - dims.length;
    long[] restDims = new long[restRank];
    long[] sourceStrides = new long[restRank];
    long[] gatheredStrides = new long[restRank];
    int kept = 0;
    for (int axis = 0; axis < isIndexed.length; axis++) {
      if (!isIndexed[axis]) {
        restDims[kept] = source.dim(axis);
        sourceStrides[kept] = source.stride(axis);
        gatheredStrides[kept] = gathered.stride(kept < position ? kept : kept + indexRank);
        kept++;
      }
    }
    Shape restShape = Shape.of(restDims);
    rest =
        LoopNest.of(
            Layout.of(restShape, gatheredStrides, 0), Layout.of(restShape, sourceStrides, 0));
  }

  /// @throws IndexError for an index outside its axis, even where the result is empty
  void checkBounds() {
    for (int k = 0; k < indices.length; k++) {
      Layout layout = indices[k].layout();
      for (int axis = 0; axis < layout.rank() && layout.size() > 0; axis++) {
        if (layout.stride(axis) == 0) {
          layout = layout.slice(axis, 0, 1, 1);
        }
      }
      MemorySegment memory = segments[k];
      LoopNest nest = LoopNest.of(layout);
      long step = nest.innerStride(0) << 3;
      long dim = dims[k];
      boolean[] outside = {false};
      nest.forEachRow(
          (at, count) -> outside[0] |= isAnyOutside(memory, at[0] << 3, step, count, dim));
      if (outside[0]) {
        throw firstOutside(indices[k], axes.get(k), dim);
      }
    }
  }

  private static boolean isAnyOutside(
      MemorySegment memory, long at, long step, long count, long dim) {
    boolean found = false;
    for (long i = 0; i < count; i++) {
      long index = memory.get(JAVA_LONG_UNALIGNED, at + i * step);
      found |= index < -dim;
      found |= index >= dim;
    }
    return found;
  }

  private static IndexError firstOutside(Operand operand, int axis, long dim) {
    MemorySegment memory = ScalarMemory.segment(operand);
    for (long n = 0; ; n++) {
      long offset = operand.layout().offsetOfFlat(n);
      long index = memory.get(JAVA_LONG_UNALIGNED, offset << 3);
      if (index < -dim || index >= dim) {
        return new IndexError(
            "index " + index + " is out of bounds for axis " + axis + " with size " + dim);
      }
    }
  }

  /// Visits every pair of places, by rows of the axes that are not indexed or by tuples, whichever
  /// makes the inner loop longer and closer together.
  ///
  /// @throws IndexError for an index outside its axis, when the block before it has been visited
  void walk(Visitor visitor) {
    long count = tuples.size();
    if (count == 0 || rest.isEmpty()) {
      checkBounds();
      return;
    }
    long gatheredStep = rest.innerStride(0);
    long indexedStep = rest.innerStride(1);
    long run = evenRun(tuples);
    long tupleStep = evenStep(tuples, run);
    boolean rows =
        rest.innerSize() >= SHORT_ROW
            && (count < SHORT_ROW || Math.abs(gatheredStep) <= Math.abs(tupleStep));
    int block = (int) Math.min(run, BLOCK);
    long[] offsets = new long[block];
    int n;
    for (long from = 0; from < count; from += n) {
      int taken = (int) Math.min(block, run - from % run);
      n = taken;
      fill(from, taken, offsets);
      long gathered = gatheredStart + tuples.offsetOfFlat(from);
      rest.forEachRow(
          (at, length) -> {
            long indexedAt = start + at[1];
            long gatheredAt = gathered + at[0];
            if (rows) {
              for (int j = 0; j < taken; j++) {
                visitor.row(
                    indexedAt + offsets[j],
                    indexedStep,
                    gatheredAt + j * tupleStep,
                    gatheredStep,
                    length);
              }
            } else {
              for (long i = 0; i < length; i++) {
                visitor.elements(
                    indexedAt + i * indexedStep,
                    offsets,
                    gatheredAt + i * gatheredStep,
                    tupleStep,
                    taken);
              }
            }
          });
    }
  }

  /// How many elements in C order lie at equal distances, from each multiple of that number on.
  private static long evenRun(Layout layout) {
    long run = 1;
    long step = 0;
    for (int axis = layout.rank() - 1; axis >= 0; axis--) {
      long dim = layout.dim(axis);
      if (dim == 1) {
        continue;
      }
      if (run == 1) {
        step = layout.stride(axis);
      } else if (layout.stride(axis) != step * run) {
        break;
      }
      run *= dim;
    }
    return run;
  }

  /// The offsets to which tuples `from .. from+n-1` point.
  private void fill(long from, int n, long[] offsets) {
    boolean outside = false;
    for (int k = 0; k < indices.length; k++) {
      Layout layout = indices[k].layout();
      long run = evenRun(layout);
      long step = evenStep(layout, run) << 3;
      for (int done = 0; done < n; ) {
        int more = (int) Math.min(n - done, run - (from + done) % run);
        long at = layout.offsetOfFlat(from + done) << 3;
        outside |= add(k, at, step, offsets, done, done + more);
        done += more;
      }
    }
    if (outside) {
      checkBounds();
      throw new IndexError("an index was changed by another thread while it was used");
    }
  }

  /// The distance within a run.
  private static long evenStep(Layout layout, long run) {
    if (run == 1) {
      return 0;
    }
    int axis = layout.rank() - 1;
    while (layout.dim(axis) == 1) {
      axis--;
    }
    return layout.stride(axis);
  }

  /// Adds (or sets first) what the indices of one axis contribute; true if one was outside.
  private boolean add(int k, long at, long step, long[] offsets, int from, int to) {
    boolean first = k == 0;
    if (first && step == Long.BYTES) {
      return set(at, offsets, from, to);
    }
    MemorySegment memory = segments[k];
    long dim = dims[k];
    long stride = strides[k];
    boolean outside = false;
    for (int j = from; j < to; j++) {
      long index = memory.get(JAVA_LONG_UNALIGNED, at + (j - from) * step);
      index += index >> 63 & dim;
      outside |= Long.compareUnsigned(index, dim) >= 0;
      offsets[j] = (first ? 0 : offsets[j]) + index * stride;
    }
    return outside;
  }

  /// The usual case of [#add]: a single index array without gaps.
  private boolean set(long at, long[] offsets, int from, int to) {
    MemorySegment memory = segments[0];
    long dim = dims[0];
    long stride = strides[0];
    long worst = 0;
    for (int j = from; j < to; j++) {
      long index = memory.get(JAVA_LONG_UNALIGNED, at + ((long) (j - from) << 3));
      index += index >> 63 & dim;
      worst |= index | dim - 1 - index; // negative where one was outside
      offsets[j] = index * stride;
    }
    return worst < 0;
  }
}
