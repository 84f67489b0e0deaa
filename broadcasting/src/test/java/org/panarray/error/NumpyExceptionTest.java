package org.panarray.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumpyExceptionTest {
  @Test
  void everyExceptionIsTheOneAJavaProgrammerWouldCatch() {
    assertInstanceOf(IllegalArgumentException.class, new ValueError("x"));
    assertInstanceOf(IllegalArgumentException.class, new TypeError("x"));
    assertInstanceOf(IndexOutOfBoundsException.class, new IndexError("x"));
    assertInstanceOf(ValueError.class, new AxisError(2, 2));
    assertInstanceOf(ValueError.class, new LinAlgError("x"));
    assertInstanceOf(ArithmeticException.class, new OverflowError("x"));
    assertInstanceOf(ArithmeticException.class, new FloatingPointError("x"));
    assertInstanceOf(IllegalStateException.class, new DeviceMismatchError("x"));
    assertInstanceOf(IllegalStateException.class, new ClosedArrayError("x"));
    assertInstanceOf(RuntimeException.class, new MemoryError("x"));
  }

  @Test
  void everyExceptionKeepsItsTextAndPythonsName() {
    List<NumpyException> all =
        List.of(
            new ValueError("text"),
            new TypeError("text"),
            new IndexError("text"),
            new AxisError("text"),
            new LinAlgError("text"),
            new OverflowError("text"),
            new FloatingPointError("text"),
            new DeviceMismatchError("text"),
            new ClosedArrayError("text"),
            new MemoryError("text"));
    for (NumpyException error : all) {
      assertEquals("text", error.getMessage());
      assertEquals(error.getClass().getSimpleName(), error.pythonName());
    }
    assertEquals(
        "axis1: axis 3 is out of bounds for array of dimension 2",
        new AxisError("axis1", 3, 2).getMessage());
  }
}
