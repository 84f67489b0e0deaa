package org.panarray.engine.cpu.fourier;

/// A transform of one sequence at a time.
sealed interface Single permits Stages, Split, Chirp {
  /// Arrays to work in.
  ///
  /// @param room elements that they have at least
  Lines lines(int room);

  /// Transforms the sequence at the beginning of the arrays.
  void run(Lines lines);
}
