package org.panarray;

import java.util.ArrayList;
import java.util.List;
import org.panarray.engine.Buffer;

/// A block whose arrays give their memory back when it ends, instead of when the collector finds them.
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
/// [org.panarray.error.ClosedArrayError]. Blocks nest; a block belongs to the thread that opened it.
public final class MemoryScope implements AutoCloseable {
  private final Ambient ambient;
  private final List<Buffer> buffers = new ArrayList<>();
  private boolean closed;

  MemoryScope(Ambient ambient) {
    this.ambient = ambient;
    ambient.scopes.push(this);
  }

  void add(Buffer buffer) {
    buffers.add(buffer);
  }

  /// Lets an array outlive this block; it then belongs to the block around, if there is one.
  public NDArray keep(NDArray array) {
    Buffer kept = array.operand().buffer();
    if (buffers.removeIf(buffer -> buffer == kept)) {
      for (MemoryScope outer : ambient.scopes) {
        if (outer != this) {
          outer.add(kept);
          break;
        }
      }
    }
    return array;
  }

  /// Gives back the memory of every array made in the block; idempotent.
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      ambient.scopes.remove(this);
      buffers.forEach(Buffer::close);
    }
  }
}
