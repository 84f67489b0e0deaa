package org.panarray.engine.cpu;

import org.panarray.engine.cpu.code.KernelKey;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;

/// How the elements of a float sum or product are walked, so that they are combined in NumPy's
/// order.
///
/// NumPy's innermost loop runs along the axis with the smallest strides. If that is a reduced axis,
/// each of its rows is added up pairwise, and the sums of the rows one after the other; if it is a
/// kept one, every sum is made one by one. Products are always made one by one. Where two loops
/// over reduced axes cannot be merged, NumPy copies both through its buffer of 8192 elements and
/// adds that up pairwise; here each row is added up by itself, so that the last bits may differ
/// from NumPy's.
///
/// @param nest the loops; the innermost is folded where the output stands still on it
/// @param rows how an innermost loop on which the output stands still is folded
record SumWalk(LoopNest nest, KernelKey.Form rows) {
  private static final int SHORT_ROW = 32;

  /// Rows of so few sums cost more as calls than their columns cost as strides.
  private static final int COLUMNS = 8;

  /// Rows of so many numbers NumPy adds up in partial sums, shorter ones one by one.
  private static final int PARTIAL_SUMS = 8;

  /// @param layouts the output's, standing still along the reduced axes, and the inputs'
  /// @param rows how NumPy folds a row; of parts, which lie side by side on the last axis, there
  ///   are two in an element
  static SumWalk of(Layout[] layouts, KernelKey.Form rows) {
    boolean parts = rows == KernelKey.Form.PAIRWISE_PARTS;
    LoopNest nest = LoopNest.forwards(layouts);
    int last = nest.rank() - 1;
    int inner = parts && last > 0 && nest.dim(last) == 2 ? last - 1 : last;
    boolean folds = nest.stride(0, inner) == 0;
    if (folds && nest.dim(inner) >= (parts ? PARTIAL_SUMS / 2 : PARTIAL_SUMS)) {
      return new SumWalk(nest.withInner(inner), rows);
    }
    if (folds) {
      int reduced = reducedLoops(nest);
      return reduced > 1
          ? new SumWalk(nest.withInner(inner), rows)
          : new SumWalk(nest.withInnerAtLeast(SHORT_ROW), KernelKey.Form.REDUCE);
    }
    int innermostReduced = inner - 1;
    while (innermostReduced >= 0 && nest.stride(0, innermostReduced) != 0) {
      innermostReduced--;
    }
    boolean columns =
        innermostReduced >= 0
            && nest.innerSize() < COLUMNS
            && nest.dim(innermostReduced) > nest.innerSize();
    return new SumWalk(columns ? nest.withInner(innermostReduced) : nest, KernelKey.Form.REDUCE);
  }

  private static int reducedLoops(LoopNest nest) {
    int loops = 0;
    for (int d = 0; d < nest.rank(); d++) {
      loops += nest.stride(0, d) == 0 ? 1 : 0;
    }
    return loops;
  }
}
