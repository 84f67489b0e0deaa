package org.panarray;

import org.jspecify.annotations.Nullable;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.page.State;

/// A block with its own floating-point error handling; see [State#errstate].
///
/// It is closed by the thread that opened it, after the blocks inside it.
public final class ErrorScope implements AutoCloseable {
  private final Ambient.Block block;

  ErrorScope(ErrorState state) {
    Ambient ambient = Ambient.current();
    @Nullable ErrorState outer = ambient.errors;
    this.block = ambient.open("np.errstate", () -> ambient.errors = outer);
    ambient.errors = state;
  }

  /// Restores the handling from before the block; idempotent.
  ///
  /// @throws IllegalStateException by another thread, which changes nothing; or while a block
  ///   inside is open, after both have ended
  @Override
  public void close() {
    block.close();
  }
}
