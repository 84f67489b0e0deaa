package org.panarray.internal.indexing;

import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.engine.HostMemory;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.ElementRange;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// One element that integers alone name, as in `a[3]` and `a[i, j] = v`: read and written where it
/// lies, without a plan, a primitive and a kernel.
///
/// That way an element took 3.5 us until the kernels were compiled and 110 ns from then on. It is
/// still the way of whatever is not plain: other indices and those out of bounds, dtypes that are
/// no numbers, other devices, values that do not fit, and arrays that a recorder looks at.
public final class SingleElement {
  private static final Layout SCALAR = Layout.contiguous(Shape.SCALAR);

  private SingleElement() {}

  /// `a[i, j]` as an array of its own, or null where this is not the way.
  public static @Nullable NDArray get(NDArray array, @Nullable Object[] index) {
    if (!isPlain(array)) {
      return null;
    }
    Operand operand = array.operand();
    long offset = offset(operand.layout(), index, index.length);
    if (offset < 0 || !(operand.buffer() instanceof HostMemory)) {
      return null;
    }
    NDArray result = Dispatch.emptyBeside(array, operand.type(), SCALAR);
    ElementAccess.copy(operand, offset, result.operand());
    Reference.reachabilityFence(array);
    return result;
  }

  /// `a[i, j] = value`; false where this is not the way, and nothing is written.
  ///
  /// @param index the integers, and more behind them
  /// @param count how many they are
  public static boolean set(NDArray array, @Nullable Object[] index, int count, Object value) {
    if (!isPlain(array) || !ArrayAccess.arrays().isWriteable(array)) {
      return false;
    }
    Operand operand = array.operand();
    long offset = offset(operand.layout(), index, count);
    if (offset < 0 || !(operand.buffer() instanceof HostMemory)) {
      return false;
    }
    return switch (value) {
      case Double real -> write(array, offset, real);
      case Float real -> write(array, offset, real.doubleValue());
      case Integer whole -> write(array, offset, whole.longValue());
      case Long whole -> write(array, offset, whole.longValue());
      case Boolean truth -> write(array, offset, truth ? 1L : 0L);
      default -> false;
    };
  }

  private static boolean isPlain(NDArray array) {
    Ambient ambient = Ambient.current();
    return ambient.recorder == null && ambient.fusion == null && array.dtype().isNumeric();
  }

  /// Where the element lies, or -1.
  private static long offset(Layout layout, @Nullable Object[] index, int count) {
    if (count != layout.rank() || count == 0) {
      return -1;
    }
    long offset = layout.offset();
    for (int axis = 0; axis < count; axis++) {
      long given;
      if (index[axis] instanceof Integer i) {
        given = i;
      } else if (index[axis] instanceof Long i) {
        given = i;
      } else {
        return -1;
      }
      long length = layout.dim(axis);
      long place = given < 0 ? given + length : given;
      if (place < 0 || place >= length) {
        return -1;
      }
      offset += place * layout.stride(axis);
    }
    return offset;
  }

  private static boolean write(NDArray array, long offset, double value) {
    if (!ElementRange.holds(array.operand().type(), value)) {
      return false;
    }
    Operand target = ArrayAccess.arrays().target(array);
    ElementAccess.set(target, offset, value);
    return written(target);
  }

  private static boolean write(NDArray array, long offset, long value) {
    ElementType type = array.operand().type();
    if (type.isInexact()) {
      return write(array, offset, (double) value);
    }
    if (!ElementRange.holds(type, value)) {
      return false;
    }
    Operand target = ArrayAccess.arrays().target(array);
    ElementAccess.set(target, offset, value);
    return written(target);
  }

  private static boolean written(Operand target) {
    target.buffer().markWritten();
    Reference.reachabilityFence(target);
    return true;
  }
}
