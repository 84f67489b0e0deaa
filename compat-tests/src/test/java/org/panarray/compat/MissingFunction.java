package org.panarray.compat;

/// The API has nothing of this name yet.
final class MissingFunction extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingFunction(String name) {
    super(name);
  }
}
