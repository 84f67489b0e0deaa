package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.IndexWalk;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.error.IndexError;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;
import org.panarray.shape.Shape;

/// Where index arrays point: pairs of offsets into the array indexed and into the gathered array.
///
/// The offsets of a block of index tuples are computed once and used for all of the axes that are
/// not indexed. For each element of the array indexed, tuples come in C order, so that the last of
/// several values stays.
public final class IndexPaths {
  /// Tuples per block: two arrays of offsets that stay in the first-level cache.
  private static final int BLOCK = 1024;

  /// Rows shorter than this are not worth a loop of their own.
  private static final long SHORT_ROW = 8;

  /// Receives one row of both arrays.
  @FunctionalInterface
  interface RowMove {
    void move(long indexed, long indexedStep, long gathered, long gatheredStep, long count);
  }

  /// Receives single elements of both arrays: tuple `j` at `indexed[j] + indexedShift` and
  /// `gathered[j] + gatheredShift`.
  @FunctionalInterface
  interface ElementMove {
    void move(long[] indexed, long indexedShift, long[] gathered, long gatheredShift, int count);
  }

  private final Operand[] indices;
  private final long start;
  private final long[] dims;
  private final long[] strides;
  private final Layout tuples;
  private final long gatheredStart;
  private final LoopNest rest;

  /// @param source the array indexed
  /// @param gathered the array of the gathered shape
  /// @param indices as many int64 arrays as `axes`, of one shape
  /// @throws IndexError for an index outside its axis, even where the result is empty
  IndexPaths(Layout source, List<Integer> axes, int position, Layout gathered, Operand[] indices) {
    this.indices = indices;
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
    checkBounds(axes);
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

  private void checkBounds(List<Integer> axes) {
    for (int k = 0; k < indices.length; k++) {
      Layout layout = indices[k].layout();
      for (int axis = 0; axis < layout.rank() && layout.size() > 0; axis++) {
        if (layout.stride(axis) == 0) {
          layout = layout.slice(axis, 0, 1, 1);
        }
      }
      MemorySegment memory = ScalarMemory.segment(indices[k]);
      LoopNest nest = LoopNest.of(layout);
      long step = nest.innerStride(0);
      long dim = dims[k];
      boolean[] outside = {false};
      nest.forEachRow(
          (at, count) -> {
            boolean found = false;
            for (long i = 0; i < count; i++) {
              long index = memory.get(JAVA_LONG_UNALIGNED, (at[0] + i * step) << 3);
              found |= index < -dim;
              found |= index >= dim;
            }
            outside[0] |= found;
          });
      if (outside[0]) {
        throw firstOutside(indices[k], axes.get(k), dim);
      }
    }
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
  void walk(RowMove byRow, ElementMove byTuple) {
    long count = tuples.size();
    if (count == 0 || rest.isEmpty()) {
      return;
    }
    long gatheredStep = rest.innerStride(0);
    long indexedStep = rest.innerStride(1);
    long tupleStep = tuples.rank() == 0 ? 0 : tuples.stride(tuples.rank() - 1);
    boolean rows =
        rest.innerSize() >= SHORT_ROW
            && (count < SHORT_ROW || Math.abs(gatheredStep) <= Math.abs(tupleStep));
    int block = (int) Math.min(count, BLOCK);
    long[] indexed = new long[block];
    long[] gathered = new long[block];
    for (long from = 0; from < count; from += block) {
      int n = (int) Math.min(block, count - from);
      fill(from, n, indexed, gathered);
      rest.forEachRow(
          (at, length) -> {
            if (rows) {
              for (int j = 0; j < n; j++) {
                byRow.move(
                    at[1] + indexed[j], indexedStep, at[0] + gathered[j], gatheredStep, length);
              }
            } else {
              for (long i = 0; i < length; i++) {
                byTuple.move(
                    indexed, at[1] + i * indexedStep, gathered, at[0] + i * gatheredStep, n);
              }
            }
          });
    }
  }

  private void fill(long from, int n, long[] indexed, long[] gathered) {
    offsets(tuples, from, n, gathered);
    for (int j = 0; j < n; j++) {
      gathered[j] += gatheredStart;
      indexed[j] = start;
    }
    long[] places = new long[n];
    for (int k = 0; k < indices.length; k++) {
      MemorySegment memory = ScalarMemory.segment(indices[k]);
      offsets(indices[k].layout(), from, n, places);
      long dim = dims[k];
      long stride = strides[k];
      for (int j = 0; j < n; j++) {
        long index = memory.get(JAVA_LONG_UNALIGNED, places[j] << 3);
        indexed[j] += (index + (index >> 63 & dim)) * stride;
      }
    }
  }

  /// The offsets of the elements `from .. from+n-1` in C order.
  private static void offsets(Layout layout, long from, int n, long[] offsets) {
    int rank = layout.rank();
    if (rank == 0) {
      offsets[0] = layout.offset();
      return;
    }
    long[] index = new long[rank];
    long left = from;
    for (int axis = rank - 1; axis >= 0; axis--) {
      index[axis] = left % layout.dim(axis);
      left /= layout.dim(axis);
    }
    int last = rank - 1;
    long step = layout.stride(last);
    int done = 0;
    while (done < n) {
      long offset = IndexWalk.offset(layout, index);
      int run = (int) Math.min(n - done, layout.dim(last) - index[last]);
      for (int i = 0; i < run; i++) {
        offsets[done + i] = offset + i * step;
      }
      done += run;
      index[last] = 0;
      for (int axis = last - 1; axis >= 0; axis--) {
        if (++index[axis] < layout.dim(axis)) {
          break;
        }
        index[axis] = 0;
      }
    }
  }
}
