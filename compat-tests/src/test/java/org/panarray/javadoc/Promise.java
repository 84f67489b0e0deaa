package org.panarray.javadoc;

import org.jspecify.annotations.Nullable;

/// What an example says that a value prints; called from inside of examples.
public final class Promise {
  private Promise() {}

  /// Compares what was promised with what is printed.
  ///
  /// @throws AssertionError where the value prints otherwise
  public static void kept(String expected, @Nullable Object value) {
    String actual = String.valueOf(value);
    if (!actual.strip().equals(expected.strip())) {
      throw new AssertionError("expected\n" + expected + "\nbut it prints\n" + actual);
    }
  }
}
