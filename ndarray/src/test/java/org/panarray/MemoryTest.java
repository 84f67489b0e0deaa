package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.error.ClosedArrayError;
import org.panarray.error.MemoryError;
import org.panarray.error.OverflowError;
import org.panarray.error.ValueError;

class MemoryTest {
  private static final long LARGE = 100_000;

  @ParameterizedTest
  @ValueSource(longs = {3, LARGE})
  void anArrayOfAClosedScopeIsAnErrorWhateverIsAskedOfIt(long size) {
    NDArray lost;
    NDArray view;
    try (var _ = np.scope()) {
      lost = np.ones(size);
      view = lost.get("1:");
    }
    assertThrows(ClosedArrayError.class, () -> lost.plus(1));
    assertThrows(ClosedArrayError.class, () -> view.sum());
    assertThrows(ClosedArrayError.class, () -> lost.getDouble(0));
    assertThrows(ClosedArrayError.class, () -> lost.setDouble(1, 0));
    assertThrows(ClosedArrayError.class, () -> lost.toString());
    assertThrows(ClosedArrayError.class, () -> lost.toMemorySegment());
    assertThrows(ClosedArrayError.class, () -> np.ones(size).plusAssign(lost));
    assertEquals("(" + size + ",)", lost.shape().toString());
  }

  @Test
  void whatIsKeptOutlivesItsScopeAndBelongsToTheOneAround() {
    NDArray kept;
    try (var _ = np.scope()) {
      try (var inner = np.scope()) {
        kept = inner.keep(np.ones(LARGE).times(2));
      }
      assertEquals(2.0 * LARGE, kept.sum().asDouble());
    }
    NDArray lost = kept;
    assertThrows(ClosedArrayError.class, () -> lost.sum());
  }

  @Test
  void closingAScopeTwiceIsHarmless() {
    MemoryScope scope = np.scope();
    np.ones(LARGE);
    scope.close();
    scope.close();
  }

  @Test
  void memoryIsReusedWithoutShowingWhatWasThere() {
    for (int i = 0; i < 20; i++) {
      try (var _ = np.scope()) {
        np.full(LARGE, 7.0);
      }
      try (var _ = np.scope()) {
        assertEquals(0.0, np.zeros(LARGE).sum().asDouble());
      }
    }
  }

  @Test
  void manyLargeTemporariesDoNotExhaustTheMachine() {
    NDArray total = np.zeros(1 << 20);
    for (int i = 0; i < 500; i++) { // 4 GB in all
      total = total.plus(1);
    }
    assertEquals(500.0, total.getDouble(12345));
  }

  @Test
  void moreThanTheSystemHasIsAMemoryError() {
    assertThrows(MemoryError.class, () -> np.empty(1L << 55));
  }

  @Test
  void aSegmentIsSharedBothWays() {
    NDArray x = np.arange(6.0).reshape(2, 3);
    x.toMemorySegment().set(ValueLayout.JAVA_DOUBLE_UNALIGNED, 8, 42);
    assertEquals(42, x.getDouble(0, 1));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate(ValueLayout.JAVA_INT, 4);
      NDArray y = np.frombuffer(memory, np.int32);
      y.setLong(5, 2);
      assertEquals(5, memory.getAtIndex(ValueLayout.JAVA_INT, 2));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3, 1000, LARGE})
  void aSegmentIsAlignedForItsLayoutWhateverTheSize(long size) {
    NDArray x = np.arange((double) size);
    NDArray view = x.get("::-1");
    MemorySegment segment = x.toMemorySegment();
    for (long i = 0; i < size; i++) {
      assertEquals(i, segment.getAtIndex(ValueLayout.JAVA_DOUBLE, i));
      segment.setAtIndex(ValueLayout.JAVA_DOUBLE, i, 2.0 * i);
    }
    assertEquals(0.0 + size * (size - 1.0), x.sum().asDouble());
    assertEquals(0.0 + size * (size - 1.0), view.sum().asDouble());
    assertEquals(segment.address(), x.toMemorySegment().address());
  }

  @Test
  void aSegmentOutlivesTheScopeOfItsArray() {
    MemorySegment segment;
    try (var _ = np.scope()) {
      segment = np.full(LARGE, 3.0).toMemorySegment();
    }
    np.full(LARGE, 9.0);
    np.trim();
    assertEquals(3.0, segment.getAtIndex(ValueLayout.JAVA_DOUBLE, LARGE - 1));
  }

  @Test
  void freeMemoryIsKeptAndGivenBackOnTrim() {
    try (var _ = np.scope()) {
      np.full(8 * LARGE, 1.0);
      assertTrue(np.memory().inUse() >= 64 * LARGE);
    }
    assertTrue(np.memory().kept() >= 64 * LARGE);
    assertTrue(np.memory().peak() >= 64 * LARGE);
    np.trim();
    assertTrue(np.memory().kept() < 64 * LARGE, np.memory().toString());
  }

  @Test
  void oneElementIsWrittenAsNumPyAssignsPythonsNumbers() {
    // a = np.zeros(1, np.uint8); a[0] = 300
    assertOverflow("Python integer 300 out of bounds for uint8", np.uint8, 300L);
    assertOverflow("Python integer 300 out of bounds for uint8", np.uint8, 300.7);
    assertOverflow("Python integer -1 out of bounds for uint64", np.uint64, -1L);
    assertOverflow("Python integer 2147483648 out of bounds for int32", np.int32, 1L << 31);
    assertOverflow("cannot convert float infinity to integer", np.int64, Double.POSITIVE_INFINITY);
    NDArray whole = np.zeros(2, np.int8);
    assertThrows(ValueError.class, () -> whole.setDouble(Double.NaN, 0));
    whole.setDouble(-1.5, 0);
    whole.setLong(-128, 1);
    assertEquals("[  -1 -128]", whole.toString());
    NDArray truth = np.zeros(1, np.bool);
    truth.setDouble(Double.NaN, 0);
    assertTrue(truth.asBoolean());
    NDArray wide = np.zeros(1, np.uint64);
    wide.setDouble(1e19, 0);
    assertEquals("[10000000000000000000]", wide.toString());
    NDArray half = np.zeros(1, np.float16);
    half.setDouble(Double.NEGATIVE_INFINITY, 0);
    assertEquals("[-inf]", half.toString());
  }

  private static void assertOverflow(String text, DType dtype, Number value) {
    NDArray x = np.zeros(1, dtype);
    Executable set =
        value instanceof Long whole
            ? () -> x.setLong(whole, 0)
            : () -> x.setDouble(value.doubleValue(), 0);
    assertEquals(text, assertThrows(OverflowError.class, set).getMessage());
    assertEquals(0, x.asLong());
  }

  @Test
  void segmentsOfAnArrayKeepItsMemoryAlive() {
    MemorySegment segment = np.full(LARGE, 3.0).toMemorySegment();
    for (int i = 0; i < 5; i++) {
      System.gc();
      np.full(LARGE, 9.0);
    }
    assertEquals(3.0, segment.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, 8 * (LARGE - 1)));
  }

  @Test
  void javaArraysGoInAndOutWithTheirTypes() {
    double[][] rows = {{1, 2, 3}, {4, 5, 6}};
    assertEquals(np.float64, np.array(rows).dtype());
    assertEquals(4.0, ((double[][]) np.array(rows).toArray())[1][0]);
    assertEquals(np.int32, np.array(new int[] {1, 2}).dtype());
    assertEquals(np.int64, np.array(java.util.List.of(1, 2)).dtype());
    assertEquals(np.bool, np.array(new boolean[] {true}).dtype());
    assertEquals(np.float32, np.array(new float[] {1}).dtype());
    assertEquals("[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]", np.array(rows).tolist().toString());
    NDArray array = np.array(rows);
    assertSame(array, np.asarray(array));
    assertTrue(np.array(array) != array);
  }

  @Test
  void whatIsCutFromALargeFreedBlockDoesNotOverlap() {
    CpuBuffer large = CpuBuffer.allocate(16 << 20);
    large.close();
    NDArray[] parts = new NDArray[200];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = np.full(16_000 + i, i);
    }
    for (int i = 0; i < parts.length; i++) {
      assertEquals(i, parts[i].min().asLong());
      assertEquals(i, parts[i].max().asLong());
    }
    assertEquals(0, np.zeros(16_000).max().asLong());
  }
}
