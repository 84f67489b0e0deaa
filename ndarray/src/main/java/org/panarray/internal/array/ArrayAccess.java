package org.panarray.internal.array;

import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.DeviceScope;
import org.panarray.ErrorScope;
import org.panarray.ErrorState;
import org.panarray.MemoryScope;
import org.panarray.NDArray;
import org.panarray.PrintScope;
import org.panarray.Selection;
import org.panarray.engine.Buffer;
import org.panarray.engine.Device;
import org.panarray.engine.Operand;
import org.panarray.prim.ScalarOp;
import org.panarray.text.PrintOptions;

/// What the library may do with arrays, and blocks around them, and programs may not.
///
/// Java has no word for "public within this module": [NDArray] hands its inner doors over when it
/// is initialised, as the JDK's shared secrets do.
public abstract class ArrayAccess {
  private static @Nullable ArrayAccess handed;

  protected ArrayAccess() {}

  /// For [NDArray], once.
  public static synchronized void hand(ArrayAccess access) {
    if (handed != null) {
      throw new IllegalStateException("the doors of arrays were handed over before");
    }
    handed = access;
  }

  /// The doors; a constant for the compiler.
  public static ArrayAccess arrays() {
    return Holder.ACCESS;
  }

  private static synchronized ArrayAccess taken() {
    try {
      MethodHandles.lookup().ensureInitialized(NDArray.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    ArrayAccess access = handed;
    if (access == null) {
      throw new IllegalStateException("arrays have handed nothing over");
    }
    return access;
  }

  /// An array over memory of its own, whose elements mean what a dtype of that storage says.
  public abstract NDArray owning(DType dtype, Operand operand);

  /// An array over memory that must not be written.
  public abstract NDArray readOnly(DType dtype, Operand operand);

  /// An array whose elements, numbers, are computed when they are asked for.
  public abstract NDArray deferred(Deferred elements);

  /// A view of an array's memory as elements of a dtype.
  public abstract NDArray view(NDArray array, DType dtype, Operand seen, boolean writeable);

  /// Gives an array that was put off its memory.
  public abstract void computed(NDArray array, Operand result);

  /// What stands for the elements of an array that was put off, as long as they are not computed.
  public abstract @Nullable Deferred deferral(NDArray array);

  /// What is written of an array. Everything that changes elements asks for it, each time anew:
  /// what was put off is computed from those before.
  ///
  /// @throws ValueError `output array is read-only`
  public abstract Operand target(NDArray array);

  /// Whether an array may be written; computes nothing.
  public abstract boolean isWriteable(NDArray array);

  /// `array[items] op= value`, in which an element that is named twice takes part twice.
  public abstract void combine(ScalarOp op, NDArray array, @Nullable Object[] items, Object value);

  /// The values as they would be written to `array[items]`, in its shape.
  public abstract NDArray fitted(NDArray array, @Nullable Object[] items, NDArray values);

  /// The place `array[index]`.
  public abstract Selection place(NDArray array, @Nullable Object... index);

  /// Opens a block whose arrays give their memory back when it ends.
  public abstract MemoryScope memoryScope();

  /// Hands fresh memory to a block.
  public abstract void adopt(MemoryScope scope, Buffer buffer);

  /// Opens a block in which new arrays live on a device.
  public abstract DeviceScope deviceScope(Device device);

  /// Opens a block with its own handling of floating-point errors.
  public abstract ErrorScope errorScope(ErrorState state);

  /// Opens a block with its own print options.
  public abstract PrintScope printScope(PrintOptions options);

  private static final class Holder {
    static final ArrayAccess ACCESS = taken();
  }
}
