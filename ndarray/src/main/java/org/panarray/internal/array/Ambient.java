package org.panarray.internal.array;

import java.lang.ref.WeakReference;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.ErrorState;
import org.panarray.MemoryScope;
import org.panarray.engine.Device;
import org.panarray.text.PrintOptions;

/// What the blocks around the running code have set for this thread: the recorder, the default
/// device, the memory scope, the error handling and the print options.
///
/// A `ScopedValue` cannot be bound by `try (var scope = np.scope())`, which the public API offers,
/// so this one class holds a thread's state; every block restores what it found.
public final class Ambient {
  private static final ThreadLocal<Ambient> CURRENT = ThreadLocal.withInitial(Ambient::new);

  public @Nullable Recorder recorder;
  public @Nullable Fusion fusion;
  public boolean eager;
  public Device device = Device.CPU;
  public @Nullable ErrorState errors;
  public @Nullable String operation;
  public int @Nullable [] gathered;
  public @Nullable PrintOptions printing;
  private final Thread thread = Thread.currentThread();
  private @Nullable Block innermost;

  private Ambient() {}

  public static Ambient current() {
    return CURRENT.get();
  }

  /// Whether a gradient may be asked of what is computed now: then all of it passes the door, also
  /// where numbers that Java reads would do.
  public boolean isFollowed() {
    return recorder != null && recorder.follows();
  }

  /// One block that is open, from the call that opened it to its `close`.
  public final class Block {
    private final String call;
    private final Runnable restore;
    private final @Nullable WeakReference<MemoryScope> scope;
    private final @Nullable Block outer = innermost;

    private Block(String call, Runnable restore, @Nullable WeakReference<MemoryScope> scope) {
      this.call = call;
      this.restore = restore;
      this.scope = scope;
    }

    /// Restores what the block found, and before it what the blocks inside it found: they end with
    /// it. Once closed, closing is nothing.
    ///
    /// @throws IllegalStateException by another thread, which changes nothing; or if there were
    ///   blocks inside, after they have ended
    public void close() {
      requireThread();
      forgetUnreachable();
      if (!isOpen()) {
        return;
      }
      Block inner = null;
      for (Block ended = end(); ended != this; ended = end()) {
        inner = ended;
      }
      if (inner != null) {
        throw new IllegalStateException(
            call + " was closed before " + inner.call + " inside it, which has ended with it");
      }
    }

    /// Blocks are closed by the thread that opened them.
    ///
    /// @throws IllegalStateException by another thread than the one that opened the block
    public void requireThread() {
      if (Thread.currentThread() != thread) {
        throw new IllegalStateException(
            call + " was opened by " + thread + ", and only that thread can close it");
      }
    }

    private boolean isOpen() {
      Block block = innermost;
      while (block != null && block != this) {
        block = block.outer;
      }
      return block != null;
    }

    /// The memory scope that is open around this block, or is it.
    @Nullable MemoryScope scope() {
      for (Block block = this; block != null; block = block.outer) {
        MemoryScope found = block.scope == null ? null : block.scope.get();
        if (found != null) {
          return found;
        }
      }
      return null;
    }

    /// The memory scope around this block.
    public @Nullable MemoryScope outerScope() {
      return outer == null ? null : outer.scope();
    }
  }

  /// Opens a block.
  ///
  /// @param call what the block is called in errors
  /// @param restore what puts the state back
  public Block open(String call, Runnable restore) {
    return open(new Block(call, restore, null));
  }

  /// Opens a memory scope. It is held weakly, so that one which was forgotten does not hold its
  /// arrays for ever.
  public Block open(String call, MemoryScope scope) {
    forgetUnreachable();
    return open(new Block(call, () -> {}, new WeakReference<>(scope)));
  }

  private Block open(Block block) {
    innermost = block;
    return block;
  }

  private Block end() {
    Block ended = Objects.requireNonNull(innermost);
    innermost = ended.outer;
    ended.restore.run();
    return ended;
  }

  private void forgetUnreachable() {
    while (innermost != null && innermost.scope != null && innermost.scope.refersTo(null)) {
      innermost = innermost.outer;
    }
  }

  /// The innermost memory scope, if there is one.
  @Nullable MemoryScope scope() {
    return innermost == null ? null : innermost.scope();
  }
}
