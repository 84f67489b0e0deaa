package org.panarray.internal.fft;

import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive.FftKind;

/// The sign of a transform's exponent, and what a norm means for it.
public enum Direction {
  FORWARD(FftKind.FORWARD),
  BACKWARD(FftKind.BACKWARD);

  final FftKind kind;

  Direction(FftKind kind) {
    this.kind = kind;
  }

  /// What sums of `n` elements are multiplied by, rounded as a number of the type.
  ///
  /// @throws ValueError `Invalid norm value x; should be "backward","ortho" or "forward".`
  double factor(@Nullable String norm, long n, ElementType type) {
    Direction divided =
        switch (norm) {
          case null -> BACKWARD;
          case "backward" -> BACKWARD;
          case "forward" -> FORWARD;
          case "ortho" -> null;
          default ->
              throw new ValueError(
                  "Invalid norm value "
                      + norm
                      + "; should be \"backward\","
                      + (this == BACKWARD ? " " : "")
                      + "\"ortho\" or \"forward\".");
        };
    if (divided == null) {
      return rounded(1 / rounded(Math.sqrt(n), type), type);
    }
    return divided == this ? rounded(1 / rounded(n, type), type) : 1;
  }

  /// The norm that means for the other direction what this one means for one.
  ///
  /// @throws ValueError `Invalid norm value x; should be "backward", "ortho" or "forward".`
  static @Nullable String swapped(@Nullable String norm) {
    return switch (norm) {
      case null -> "forward";
      case "backward" -> "forward";
      case "forward" -> "backward";
      case "ortho" -> norm;
      default ->
          throw new ValueError(
              "Invalid norm value " + norm + "; should be \"backward\", \"ortho\" or \"forward\".");
    };
  }

  private static double rounded(double value, ElementType type) {
    return type.format().nearest(value);
  }
}
