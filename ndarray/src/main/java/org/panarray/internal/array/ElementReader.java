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
import org.panarray.shape.Layout;

/// Reads single elements of an array as Java values; an array of another device is copied once.
///
/// Whether the array is open was asked when the reader was made: none outlives the call it serves.
public final class ElementReader {
  private final NDArray host;
  private final MemorySegment memory;
  private final ElementType type;
  private final Layout layout;

  public ElementReader(NDArray array) {
    this.host = array.toDevice(Device.CPU);
    Operand operand = host.operand();
    this.memory = ((CpuBuffer) operand.buffer()).segment();
    this.type = host.dtype().element();
    this.layout = operand.layout();
  }

  public ElementType type() {
    return type;
  }

  public long size() {
    return host.size();
  }

  /// Element `flat` in C order, or the integer part of a real one.
  public long longAt(long flat) {
    long value = ElementAccess.getLong(memory, type, layout.offsetOfFlat(flat));
    Reference.reachabilityFence(host);
    return value;
  }

  public double realAt(long flat) {
    double value = ElementAccess.getReal(memory, type, layout.offsetOfFlat(flat));
    Reference.reachabilityFence(host);
    return value;
  }

  public double imaginaryAt(long flat) {
    double value = ElementAccess.getImaginary(memory, type, layout.offsetOfFlat(flat));
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
