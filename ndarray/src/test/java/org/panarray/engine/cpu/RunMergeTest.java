package org.panarray.engine.cpu;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.panarray.engine.cpu.kernel.RunMerge;
import org.panarray.engine.cpu.kernel.SortKernel;
import org.panarray.prim.ElementType;

class RunMergeTest {
  @Test
  void runsOfAnyLengthBecomeOneInWhichEqualElementsKeepTheirOrder() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int trial = 0; trial < 300; trial++) {
      int count = 1 + random.nextInt(200);
      int run = 1 + random.nextInt(40);
      int step = 1 + random.nextInt(3);
      int start = random.nextInt(3);
      double[] values = new double[count];
      Arrays.setAll(values, i -> random.nextInt(9) == 0 ? Double.NaN : random.nextInt(20) - 10.0);
      double[] places = new double[start + count * step];
      for (int from = 0; from < count; from += run) {
        Arrays.sort(values, from, Math.min(count, from + run));
      }
      for (int i = 0; i < count; i++) {
        places[start + i * step] = values[i];
      }
      MemorySegment memory = MemorySegment.ofArray(places);
      RunMerge.merge(memory, start, step, count, run, 3, SortKernel.order(ElementType.FLOAT64));
      Arrays.sort(values);
      for (int i = 0; i < count; i++) {
        double found = memory.getAtIndex(JAVA_DOUBLE, start + (long) i * step);
        assertEquals(values[i] + 0.0, found + 0.0, "seed " + seed);
      }
    }
  }
}
