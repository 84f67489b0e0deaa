package org.panarray;

/// Fills the borders of one line, for [Np#pad(Object, Object, PadFunction)].
@FunctionalInterface
public interface PadFunction {
  /// Fills both ends of one line.
  ///
  /// @param vector the line, a view to be written
  /// @param iaxisPadWidth how many elements before and after to fill
  /// @param iaxis the axis that the line runs along
  void fill(NDArray vector, long[] iaxisPadWidth, int iaxis);
}
