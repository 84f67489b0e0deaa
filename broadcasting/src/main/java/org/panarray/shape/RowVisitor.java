package org.panarray.shape;

/// Receives the rows of a [LoopNest].
@FunctionalInterface
public interface RowVisitor {
  /// One run along the innermost axis: element `i` of operand `p` is at `offsets[p] + i *
  /// nest.innerStride(p)` for `i` from 0 to `count-1`.
  ///
  /// @param offsets one position for each operand; reused, so read it and do not keep or change it
  /// @param count the length of the run
  void visit(long[] offsets, long count);
}
