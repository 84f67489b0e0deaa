package org.panarray.compat;

/// The layouts in which the array inputs of a case are replayed.
enum MemoryLayoutVariant {
  /// As recorded.
  AS_RECORDED('C'),
  /// In Fortran order.
  FORTRAN('F'),
  /// Stored backwards along every axis: negative strides.
  REVERSED('R'),
  /// Every second element of an array twice as long along every axis.
  STEP_TWO('S'),
  /// A window inside a larger array.
  OFFSET('O'),
  /// Stored with its axes rotated.
  TRANSPOSED_BACK('T'),
  /// One element broadcast over the shape, where all elements are equal.
  ZERO_STRIDE('Z');

  private final char letter;

  MemoryLayoutVariant(char letter) {
    this.letter = letter;
  }

  static MemoryLayoutVariant of(char letter) {
    for (MemoryLayoutVariant variant : values()) {
      if (variant.letter == letter) {
        return variant;
      }
    }
    throw new IllegalArgumentException("no layout has the letter " + letter);
  }
}
