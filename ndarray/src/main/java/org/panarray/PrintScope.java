package org.panarray;

import org.jspecify.annotations.Nullable;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.page.Printing;
import org.panarray.text.PrintOptions;

/// A block with its own print options; see [Printing#printoptions].
///
/// It is closed by the thread that opened it, after the blocks inside it.
public final class PrintScope implements AutoCloseable {
  private final Ambient.Block block;

  PrintScope(PrintOptions options) {
    Ambient ambient = Ambient.current();
    @Nullable PrintOptions outer = ambient.printing;
    this.block = ambient.open("np.printoptions", () -> ambient.printing = outer);
    ambient.printing = options;
  }

  /// Restores the options from before the block; idempotent.
  ///
  /// @throws IllegalStateException by another thread, which changes nothing; or while a block
  ///   inside is open, after both have ended
  @Override
  public void close() {
    block.close();
  }
}
