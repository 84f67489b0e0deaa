package org.panarray;

import org.jspecify.annotations.Nullable;
import org.panarray.text.PrintOptions;

/// A block with its own print options; see [Printing#printoptions].
public final class PrintScope implements AutoCloseable {
  private final Ambient ambient;
  private final @Nullable PrintOptions outer;

  PrintScope(Ambient ambient, PrintOptions options) {
    this.ambient = ambient;
    this.outer = ambient.printing;
    ambient.printing = options;
  }

  /// Restores the options from before the block.
  @Override
  public void close() {
    ambient.printing = outer;
  }
}
