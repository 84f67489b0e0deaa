package org.panarray.engine.memory;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.Operand;
import org.panarray.prim.ElementType;
import org.panarray.prim.Scalar;

/// Elements in memory as [Scalar] values: what the interpreter reads and writes.
public final class ScalarMemory {
  private ScalarMemory() {}

  public static MemorySegment segment(Operand operand) {
    return ((CpuBuffer) operand.buffer()).segment();
  }

  public static Scalar get(Operand operand, long offset) {
    return get(segment(operand), operand.type(), offset);
  }

  public static Scalar get(MemorySegment segment, ElementType type, long offset) {
    return switch (type.kind()) {
      case BOOL, SIGNED, UNSIGNED ->
          Scalar.ofLong(type, ElementAccess.getLong(segment, type, offset));
      case FLOAT -> Scalar.ofDouble(type, ElementAccess.getReal(segment, type, offset));
      case COMPLEX ->
          Scalar.ofComplex(
              type,
              ElementAccess.getReal(segment, type, offset),
              ElementAccess.getImaginary(segment, type, offset));
    };
  }

  public static void set(Operand operand, long offset, Scalar value) {
    set(segment(operand), operand.type(), offset, value);
  }

  public static void set(MemorySegment segment, ElementType type, long offset, Scalar value) {
    switch (type.kind()) {
      case BOOL, SIGNED, UNSIGNED -> ElementAccess.setLong(segment, type, offset, value.bits());
      case FLOAT, COMPLEX ->
          ElementAccess.setComplex(segment, type, offset, value.re(), value.im());
    }
  }
}
