package org.panarray.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.panarray.engine.cpu.CpuEngines;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Kernels check no offset: what an operand would let through they would touch.
final class OperandTest {
  @Test
  void elementsBeforeOrBehindTheBufferAreRefused() {
    Buffer buffer = CpuEngines.current().allocate(ElementType.FLOAT64, 4);
    assertEquals(4, operand(buffer, 4, -1, 3).layout().size());
    assertThrows(ValueError.class, () -> operand(buffer, 4, -1, 2));
    assertThrows(ValueError.class, () -> operand(buffer, 1, 1, -1));
    assertThrows(ValueError.class, () -> operand(buffer, 4, 1, 1));
    assertEquals(0, operand(buffer, 0, 1, 100).layout().size());
  }

  private static Operand operand(Buffer buffer, long size, long stride, long offset) {
    Layout layout = Layout.of(Shape.of(size), new long[] {stride}, offset);
    return new Operand(ElementType.FLOAT64, layout, buffer);
  }
}
