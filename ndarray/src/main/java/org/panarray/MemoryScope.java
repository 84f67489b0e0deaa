package org.panarray;

import java.util.ArrayList;
import java.util.List;
import org.panarray.engine.Buffer;
import org.panarray.error.ClosedArrayError;
import org.panarray.error.Required;
import org.panarray.internal.array.Ambient;

/// A block whose arrays give their memory back when it ends, instead of when the collector finds
/// them.
///
/// ```java
/// NDArray result;
/// try (var scope = np.scope()) {
///   NDArray temporary = np.ones(new long[] {1000, 1000}).times(2);
///   result = scope.keep(temporary.sum());
/// }
/// result // 2000000.0
/// ```
///
/// Any use of an array of the block after its end, other than those kept, is a
/// [org.panarray.error.ClosedArrayError]. A thread that is computing on one when the block ends
/// finishes: its memory goes back when the collector finds that nobody uses it.
///
/// Blocks nest; a block is closed by the thread that opened it, after the blocks inside it. One
/// that is forgotten holds its arrays until the collector finds it unreachable.
public final class MemoryScope implements AutoCloseable {
  private final Ambient.Block block;
  private final List<Buffer> buffers = new ArrayList<>(); // any thread computes what was put off
  private boolean closed;

  MemoryScope() {
    this.block = Ambient.current().open("np.scope", this);
  }

  /// @throws ClosedArrayError of an array that was put off in the block, and computed too late
  synchronized void add(Buffer buffer) {
    if (closed) {
      throw new ClosedArrayError("the array's memory was given back when its scope was closed");
    }
    buffers.add(buffer);
  }

  /// Lets an array outlive this block; it then belongs to the block around, if there is one.
  public NDArray keep(NDArray array) {
    Buffer kept = Required.argument(array, "array").operand().buffer();
    if (remove(kept)) {
      MemoryScope outer = block.outerScope();
      if (outer != null) {
        outer.add(kept);
      }
    }
    return array;
  }

  private synchronized boolean remove(Buffer kept) {
    return buffers.removeIf(buffer -> buffer == kept);
  }

  /// Gives back the memory of every array made in the block; idempotent.
  ///
  /// @throws IllegalStateException by another thread, which changes nothing; or while a block
  ///   inside is open, after both have ended
  @Override
  public void close() {
    block.requireThread();
    try {
      block.close();
    } finally {
      closeAll();
    }
  }

  private synchronized void closeAll() {
    closed = true;
    buffers.forEach(Buffer::close);
    buffers.clear();
  }
}
