package org.panarray.engine.memory;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.panarray.engine.MemorySize;

class MemoryPoolTest {
  @Test
  void blocksOfAnySizesInAnyOrderNeverOverlapAndZeroesAreZero() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<CpuBuffer> held = new ArrayList<>();
    List<Long> marks = new ArrayList<>();
    for (int step = 0; step < 3000; step++) {
      if (held.size() > 60 || !held.isEmpty() && random.nextBoolean()) {
        int i = random.nextInt(held.size());
        CpuBuffer buffer = held.remove(i);
        assertMarked(buffer.segment(), marks.remove(i), seed);
        buffer.close();
      } else {
        long bytes = CpuBuffer.SMALL + (long) (Math.exp(random.nextDouble() * 9) * 1500);
        boolean zeroed = random.nextInt(4) == 0;
        CpuBuffer buffer = zeroed ? CpuBuffer.allocateZeroed(bytes) : CpuBuffer.allocate(bytes);
        if (zeroed) {
          assertMarked(buffer.segment(), 0, seed);
        }
        mark(buffer.segment(), step + 1);
        held.add(buffer);
        marks.add((long) step + 1);
      }
      if (step % 500 == 499) {
        MemoryPool.trimIdle(System.nanoTime());
      }
    }
    held.forEach(CpuBuffer::close);
  }

  private static void mark(MemorySegment memory, long value) {
    for (long at = 0; at + 16 <= memory.byteSize(); at += 2040) {
      memory.set(JAVA_LONG.withByteAlignment(1), at, value);
    }
    memory.set(JAVA_LONG.withByteAlignment(1), memory.byteSize() - 8, value);
  }

  private static void assertMarked(MemorySegment memory, long value, long seed) {
    for (long at = 0; at + 16 <= memory.byteSize(); at += 2040) {
      assertEquals(value, memory.get(JAVA_LONG.withByteAlignment(1), at), "seed " + seed);
    }
    long last = memory.get(JAVA_LONG.withByteAlignment(1), memory.byteSize() - 8);
    assertEquals(value, last, "seed " + seed);
  }

  @Test
  void noBlockIsLentToTwo() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Void>> work = new ArrayList<>();
      for (int k = 0; k < 16; k++) {
        int number = k;
        work.add(() -> lendAndForget(number));
      }
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    }
  }

  /// Some buffers are closed, others only forgotten; those held keep their marks.
  private static @Nullable Void lendAndForget(int number) {
    Random random = new Random(number);
    CpuBuffer[] held = new CpuBuffer[8];
    long[] marks = new long[held.length];
    for (int step = 0; step < 400; step++) {
      int k = random.nextInt(held.length);
      if (held[k] != null) {
        assertMarked(held[k].segment(), marks[k], number);
        if (random.nextBoolean()) {
          held[k].close();
          held[k].close();
        }
      }
      held[k] = CpuBuffer.allocate(CpuBuffer.SMALL + random.nextInt(100_000));
      marks[k] = number * 1000L + step;
      mark(held[k].segment(), marks[k]);
      if (step % 100 == number) {
        MemoryPool.trim();
      }
    }
    return null;
  }

  @Test
  void whatIsUsedAgainCountsAsWhatIsMapped() {
    CollectionWindow window = new CollectionWindow();
    long size = 1 << 20;
    assertFalse(window.isPassed(size, 31 * size, 31 * size));
    assertTrue(window.isPassed(size, 32 * size, 32 * size));
    assertFalse(window.isPassed(size, 32 * size, 0), "there is nothing to be found");
    assertTrue(window.isMostlyKept(32 * size, 2 * size), "of 32 taken only 2 were found");
    window.collected(System.nanoTime(), 32 * size, 32 * size, 30 * size);
    assertFalse(window.isMostlyKept(64 * size, 16 * size), "half of 32 was found");
    assertFalse(window.isPassed(size, 63 * size, 32 * size));
    assertTrue(window.isPassed(size, 64 * size, 32 * size));
    window.collected(System.nanoTime(), 64 * size, 64 * size, 50 * size);
    assertFalse(window.isPassed(size, 113 * size, 50 * size), "most of it is in use");
    assertTrue(window.isPassed(size, 114 * size, 50 * size));
  }

  @Test
  void aSlabServesItsBlocksAndIsKeptForOthersWhenTheyAreBack() {
    Slabs slabs = new Slabs();
    long small = Slabs.blockBytes(20_000);
    long slab = Slabs.slabBytes(small);
    List<MemoryPool.Block> blocks = new ArrayList<>();
    blocks.add(slabs.takeFrom(NativeMemory.map(slab), small));
    for (MemoryPool.Block more = slabs.take(small); more != null; more = slabs.take(small)) {
      blocks.add(more);
    }
    assertEquals(slab / small, blocks.size());
    assertEquals(slab, slabs.use().peak());
    blocks.forEach(slabs::putBack);
    assertEquals(0, slabs.use().inUse());
    long whole = NativeMemory.HUGE_PAGE;
    assertEquals(whole, slabs.take(whole).segment(whole).byteSize());
    assertEquals(0, slabs.unmap(Long.MAX_VALUE));
  }

  @Test
  void whatHasNotBeenUsedForAWhileIsUnmapped() {
    Slabs slabs = new Slabs();
    long bytes = 16 << 20;
    slabs.putBack(slabs.takeFrom(NativeMemory.map(bytes), bytes));
    slabs.unmapIdle(System.nanoTime() - 1_000_000_000_000L);
    assertEquals(bytes, slabs.use().kept());
    slabs.unmapIdle(System.nanoTime() + 1);
    assertEquals(0, slabs.use().kept());
  }

  @Test
  void sizesAreWrittenAsNumPyDoes() {
    // python3 -c 'import numpy as np;
    // print(np._core._exceptions._ArrayMemoryError._size_to_string(n))'
    String[] expected = {
      "1023 bytes", "1.00 KiB", "10.0 KiB", "9.99 KiB", "99.9 KiB", "100. KiB", "999. KiB",
      "1000. KiB", "1023. KiB", "1.00 MiB", "95.4 MiB", "1.00 GiB", "8.00 TiB", "8.00 EiB"
    };
    long[] sizes = {
      1023,
      1025,
      10235,
      10234,
      102348,
      102349,
      1023487,
      1023488,
      1048063,
      1048064,
      100_000_000,
      (1 << 30) - 1,
      1L << 43,
      Long.MAX_VALUE
    };
    for (int i = 0; i < sizes.length; i++) {
      assertEquals(expected[i], MemorySize.text(sizes[i]));
    }
  }

  @Test
  void theLimitIsANumberOfBytes() {
    assertEquals(4L << 30, MemoryLimit.parse("4g"));
    assertEquals(512L << 20, MemoryLimit.parse(" 512M "));
    assertEquals(100_000, MemoryLimit.parse("100000"));
    assertEquals(3L << 10, MemoryLimit.parse("3k"));
    for (String wrong : new String[] {"", "g", "4gb", "1.5g", "99999999999t"}) {
      String text =
          assertThrows(IllegalArgumentException.class, () -> MemoryLimit.parse(wrong)).getMessage();
      assertTrue(text.startsWith("panarray.memory.limit is a number of bytes"), text);
    }
  }
}
