package org.panarray.internal.array;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.engine.Operand;
import org.panarray.prim.ElementType;
import org.panarray.shape.Shape;

/// The elements of an array that was put off. Any thread may ask for them.
///
/// It lets go of the work once that is done: then only other work that was put off, and reads this
/// result, watches for writes to it.
public final class Deferred {
  private final Shape shape;
  private final Device device;
  private final ElementType type;
  private @Nullable Pending work;
  private @Nullable Operand result;

  Deferred(Pending work) {
    this.shape = work.shape();
    this.device = work.device();
    this.type = work.expr().type();
    this.work = work;
  }

  public ElementType type() {
    return type;
  }

  public Shape shape() {
    return shape;
  }

  public Device device() {
    return device;
  }

  /// The work, or null once the array has its elements.
  synchronized @Nullable Pending work() {
    return work;
  }

  /// The elements of `array`, which is the one that was put off; computes them first.
  public Operand compute(NDArray array) {
    Pending waiting;
    synchronized (this) {
      if (result != null) {
        return result;
      }
      waiting = work;
    }
    Operand computed = ChainWork.compute(Objects.requireNonNull(waiting), array);
    synchronized (this) {
      result = computed;
      work = null;
    }
    return computed;
  }
}
