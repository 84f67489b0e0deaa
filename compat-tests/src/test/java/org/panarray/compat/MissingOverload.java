package org.panarray.compat;

/// The API has the name, but nothing that takes these arguments: a compile error in a program.
final class MissingOverload extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingOverload(String message) {
    super(message);
  }
}
