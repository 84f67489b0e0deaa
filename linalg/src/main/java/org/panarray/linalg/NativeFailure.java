package org.panarray.linalg;

/// Method handles declare `Throwable`; ours throw nothing checked.
final class NativeFailure {
  private NativeFailure() {}

  /// `failure` as something unchecked: itself wherever it already is.
  static RuntimeException of(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failure);
  }
}
