package org.panarray;

import org.jspecify.annotations.Nullable;

/// A block with its own floating-point error handling; see [State#errstate].
public final class ErrorScope implements AutoCloseable {
  private final Ambient ambient;
  private final @Nullable ErrorState outer;

  ErrorScope(Ambient ambient, ErrorState state) {
    this.ambient = ambient;
    this.outer = ambient.errors;
    ambient.errors = state;
  }

  /// Restores the handling from before the block.
  @Override
  public void close() {
    ambient.errors = outer;
  }
}
