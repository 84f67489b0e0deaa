package org.panarray.random;

import org.panarray.error.ValueError;

/// A parameter of a distribution.
///
/// @param name NumPy's name, as its error messages spell it
/// @param constraint what is asked of its values
public record Parameter(String name, Constraint constraint) {
  /// Checks one value.
  ///
  /// @param scalar whether the parameter was given as a scalar
  /// @throws ValueError in NumPy's words
  public void check(double value, boolean scalar) {
    if (!constraint.holds(value)) {
      throw new ValueError(constraint.refusal(name, value, scalar));
    }
  }
}
