package org.panarray.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.panarray.error.AxisError;
import org.panarray.error.ValueError;

class ShapeTest {
  @Test
  void aShapePrintsAsPythonsTuple() {
    assertEquals("()", Shape.SCALAR.toString());
    assertEquals("(3,)", Shape.of(3L).toString());
    assertEquals("(2, 3)", Shape.of(2, 3).toString());
    assertEquals("(2,3)", Shape.of(2, 3).compact());
    assertEquals("(3,)", Shape.of(3L).compact());
    assertEquals("()", Shape.SCALAR.compact());
  }

  @Test
  void shapesAreValues() {
    assertEquals(Shape.of(2, 3), Shape.of(new int[] {2, 3}));
    assertEquals(Shape.of(2, 3).hashCode(), Shape.of(2L, 3L).hashCode());
    assertNotEquals(Shape.of(2, 3), Shape.of(3, 2));
    assertSame(Shape.SCALAR, Shape.of(new long[0]));
    long[] dims = {2, 3};
    Shape shape = Shape.of(dims);
    dims[0] = 9;
    shape.toArray()[0] = 9;
    assertEquals(Shape.of(2, 3), shape);
  }

  @Test
  void sizesAndDimensionsCountFromBothEnds() {
    Shape shape = Shape.of(2, 3, 4);
    assertEquals(24, shape.size());
    assertEquals(3, shape.rank());
    assertEquals(4, shape.dim(-1));
    assertEquals(2, shape.dim(-3));
    assertThrows(AxisError.class, () -> shape.dim(3));
    assertEquals(1, Shape.SCALAR.size());
    assertTrue(Shape.SCALAR.isScalar());
    assertFalse(shape.isScalar());
    assertEquals(0, Shape.of(5, 0, 7).size());
    assertEquals(Long.MAX_VALUE, Shape.of(Long.MAX_VALUE).size());
    assertThrows(ValueError.class, () -> Shape.of(Long.MAX_VALUE, 2));
    assertThrows(ValueError.class, () -> Shape.of(1L << 62, 2));
  }

  @Test
  void dimensionsAreInsertedRemovedReplacedAndJoined() {
    Shape shape = Shape.of(2, 3);
    assertEquals(Shape.of(7, 2, 3), shape.insert(0, 7));
    assertEquals(Shape.of(2, 3, 7), shape.insert(2, 7));
    assertEquals(Shape.of(2, 3, 7), shape.insert(-1, 7));
    assertEquals(Shape.of(2, 7, 3), shape.insert(-2, 7));
    assertThrows(AxisError.class, () -> shape.insert(3, 7));
    assertEquals(Shape.of(3L), shape.remove(0));
    assertEquals(Shape.of(2L), shape.remove(-1));
    assertEquals(Shape.SCALAR, shape.removeAll(1, 0));
    assertEquals(Shape.of(2, 9), shape.with(-1, 9));
    assertEquals(Shape.of(2, 3, 4), shape.concat(Shape.of(4L)));
    assertSame(shape, shape.concat(Shape.SCALAR));
    assertEquals(Shape.of(2, 1), shape.reduced(new int[] {1}, true));
    assertEquals(Shape.of(2L), shape.reduced(new int[] {1}, false));
    assertEquals(Shape.of(3L), shape.range(1, 2));
    assertEquals(Shape.of(3, 2), shape.permute(1, 0));
  }

  @Test
  void broadcastingAllocatesNothingWhereAnOperandHasTheResult() {
    Shape matrix = Shape.of(2, 3);
    assertSame(matrix, Shape.broadcast(matrix, Shape.of(3L)));
    assertSame(matrix, Shape.broadcast(Shape.of(2, 1), matrix));
    assertSame(matrix, Shape.broadcast(Shape.SCALAR, matrix));
    assertEquals(Shape.of(2, 3), Shape.broadcast(Shape.of(2, 1), Shape.of(3L)));
    assertEquals(Shape.of(0, 3), Shape.broadcast(Shape.of(1, 3), Shape.of(0, 1)));
    assertEquals(Shape.SCALAR, Shape.broadcast());
    assertEquals(matrix, Shape.broadcast(matrix));
    ValueError error =
        assertThrows(ValueError.class, () -> Shape.broadcast(matrix, Shape.of(4L), Shape.SCALAR));
    assertEquals(
        "operands could not be broadcast together with shapes (2,3) (4,) () ", error.getMessage());
  }

  @Test
  void stretchedAxesAreThoseAGradientSumsOver() {
    assertArrayEquals(new int[] {0, 2}, Broadcast.stretchedAxes(Shape.of(3, 1), Shape.of(2, 3, 4)));
    assertArrayEquals(new int[0], Broadcast.stretchedAxes(Shape.of(3, 1), Shape.of(3, 1)));
    assertFalse(Broadcast.fits(Shape.of(2, 3), Shape.of(3L)));
    assertTrue(Broadcast.fits(Shape.of(1, 3), Shape.of(0, 3)));
  }

  @Test
  void axesAreNormalisedCheckedAndComplemented() {
    assertArrayEquals(new int[] {1, 0}, Axes.normalizeAll(new int[] {-1, 0}, 2));
    assertArrayEquals(new int[] {0, 1, 2}, Axes.all(3));
    assertArrayEquals(new int[] {1, 3}, Axes.complement(new int[] {2, 0}, 4));
    assertArrayEquals(new int[] {2, 0, 1}, Axes.inverse(1, 2, 0));
    assertEquals("[true, false]", Arrays.toString(Axes.mask(new int[] {-2}, 2)));
    AxisError error = assertThrows(AxisError.class, () -> Axes.normalize(2, 2));
    assertEquals("axis 2 is out of bounds for array of dimension 2", error.getMessage());
    ValueError twice =
        assertThrows(ValueError.class, () -> Axes.normalizeAll(new int[] {1, -1}, 2));
    assertEquals("duplicate value in 'axis'", twice.getMessage());
  }
}
