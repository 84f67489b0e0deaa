package org.panarray.internal.array;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.ErrorState;
import org.panarray.MemoryScope;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.engine.Operand;
import org.panarray.engine.Read;
import org.panarray.engine.Reads;
import org.panarray.internal.array.PendingInput.Leaf;
import org.panarray.prim.Expr;
import org.panarray.shape.Shape;

/// One elementwise step that was put off: what it computes from what, and what stood around the
/// line that asked for it.
final class Pending implements PendingInput {
  private final Expr expr;
  private final Shape shape;
  private final Device device;
  private final boolean promised;
  private final ErrorState errors;
  private final @Nullable String operation;
  private final @Nullable MemoryScope scope;
  private final int steps;
  private volatile PendingInput @Nullable [] inputs;
  private volatile @Nullable Leaf result;
  private int readers; // guarded by this, as the result

  /// @param promised whether the program asked for one kernel
  /// @param inputs what the arguments of the expression are; each knows that it is read
  Pending(
      Ambient ambient,
      boolean promised,
      Device device,
      Expr expr,
      Shape shape,
      PendingInput[] inputs) {
    this.expr = expr;
    this.shape = shape;
    this.device = device;
    this.promised = promised;
    this.errors = Faults.current(ambient);
    this.operation = ambient.operation;
    this.scope = ambient.scope();
    this.inputs = inputs;
    int sum = 1;
    for (PendingInput input : inputs) {
      sum += input instanceof Pending other ? other.steps : 0;
    }
    this.steps = sum;
  }

  Expr expr() {
    return expr;
  }

  Shape shape() {
    return shape;
  }

  Device device() {
    return device;
  }

  /// Whether the program asked for one kernel, by `np.fuse`.
  boolean isPromised() {
    return promised;
  }

  ErrorState errors() {
    return errors;
  }

  @Nullable String operation() {
    return operation;
  }

  @Nullable MemoryScope scope() {
    return scope;
  }

  /// How many steps wait here, counted as often as they are read.
  int steps() {
    return steps;
  }

  /// Notes a step that reads this one; false where the result is there, and should be read itself.
  synchronized boolean attach() {
    if (result != null) {
      return false;
    }
    readers++;
    return true;
  }

  /// How many steps were made that read this one.
  synchronized int readers() {
    return readers;
  }

  /// Whether somebody has asked for the values already; from now on somebody has.
  synchronized boolean isRead() {
    return readers++ > 0;
  }

  /// The inputs, or null once the result is there.
  PendingInput @Nullable [] inputs() {
    return inputs;
  }

  /// What other steps read once this one is done.
  ///
  /// @throws NullPointerException before
  Leaf result() {
    return Objects.requireNonNull(result);
  }

  /// Lets go of what it reads: the step is done, or is part of another that is.
  synchronized void release() {
    PendingInput[] read = inputs;
    inputs = null;
    if (read != null) {
      release(read);
    }
  }

  static void release(@Nullable PendingInput[] read) {
    for (PendingInput input : read) {
      if (input instanceof Leaf leaf) {
        leaf.read().done();
      }
    }
  }

  /// Takes a result, if it is the first.
  ///
  /// @return the first
  synchronized Operand settle(@Nullable NDArray array, Operand computed) {
    Leaf first = result;
    if (first == null) {
      Reads reads = computed.buffer().reads();
      Read read = reads == null ? null : reads.of(computed);
      first = new Leaf(array, read == null ? new Read(computed) : read);
      if (readers == 0) {
        first.read().done();
      }
      result = first;
      release();
      return computed;
    }
    return known();
  }

  /// The values, once they are there.
  Operand known() {
    Read read = result().read();
    Operand known = read.begin();
    read.end();
    return known;
  }
}
