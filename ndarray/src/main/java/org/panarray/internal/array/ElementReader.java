package org.panarray.internal.array;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import org.panarray.Complex;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;

/// Reads single elements of an array as Java values; an array of another device is copied once.
///
/// Whether the array is open was asked when the reader was made: none outlives the call it serves.
public final class ElementReader {
  private static final int MANY = 64;

  private final NDArray host;
  private final MemorySegment memory;
  private final ElementType type;
  private final Layout layout;
  private final long first; // where an array without gaps begins, else -1

  public ElementReader(NDArray array) {
    this.host = array.toDevice(Device.CPU);
    Operand operand = host.operand();
    this.memory = ((CpuBuffer) operand.buffer()).segment();
    this.type = host.dtype().element();
    this.layout = operand.layout();
    this.first = layout.isContiguous() ? layout.offset() : -1;
  }

  /// A reader of all elements in C order, for arrays of `wanted`: they are put in order and
  /// converted at once where each has a place in that type, which is ten times faster than one by
  /// one.
  public static ElementReader inOrder(NDArray array, ElementType wanted) {
    if (array.size() < MANY || !array.dtype().isNumeric()) {
      return new ElementReader(array);
    }
    Recorder recorder = Dispatch.setRecorder(null); // numbers leave the tape
    try {
      NDArray host = array.toDevice(Device.CPU);
      boolean fits = host.dtype().element().canCast(wanted, Casting.SAFE);
      NDArray converted = fits ? Casts.to(host, wanted) : host;
      boolean ordered = converted.layout().isContiguous();
      return new ElementReader(
          ordered ? converted : Dispatch.apply(new Primitive.Copy(Order.C), converted));
    } finally {
      Dispatch.setRecorder(recorder);
    }
  }

  private long position(long flat) {
    return first >= 0 ? first + flat : layout.offsetOfFlat(flat);
  }

  /// Fills a Java array of primitives with the elements from `flat` on, where they are copied as
  /// they are; false where they must be converted one by one.
  public boolean fill(Object row, long flat) {
    MemorySegment target = first < 0 ? null : JavaRows.of(row, type);
    if (target == null) {
      return false;
    }
    MemorySegment.copy(memory, (first + flat) << type.byteShift(), target, 0, target.byteSize());
    Reference.reachabilityFence(host);
    return true;
  }

  public ElementType type() {
    return type;
  }

  public long size() {
    return host.size();
  }

  /// Element `flat` in C order, or the integer part of a real one.
  public long longAt(long flat) {
    long value = ElementAccess.getLong(memory, type, position(flat));
    Reference.reachabilityFence(host);
    return value;
  }

  public double realAt(long flat) {
    double value = ElementAccess.getReal(memory, type, position(flat));
    Reference.reachabilityFence(host);
    return value;
  }

  public double imaginaryAt(long flat) {
    double value = ElementAccess.getImaginary(memory, type, position(flat));
    Reference.reachabilityFence(host);
    return value;
  }

  /// The element as the Java value that is closest: `Boolean`, `Long`, `BigInteger` for a uint64
  /// beyond `long`, `Double` or [Complex].
  public Object boxedAt(long flat) {
    return switch (type.kind()) {
      case BOOL -> longAt(flat) != 0;
      case SIGNED -> longAt(flat);
      case UNSIGNED -> {
        long bits = longAt(flat);
        yield bits >= 0 ? (Object) bits : new java.math.BigInteger(Long.toUnsignedString(bits));
      }
      case FLOAT -> realAt(flat);
      case COMPLEX -> new Complex(realAt(flat), imaginaryAt(flat));
    };
  }
}
