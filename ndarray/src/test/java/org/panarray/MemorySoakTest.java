package org.panarray;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.io.IOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.panarray.engine.MemoryUse;
import org.panarray.error.MemoryError;
import org.panarray.error.ValueError;

/// A program that goes on for a long time in little memory: temporaries, exceptions, scopes closed
/// and forgotten, ever new fusions. `-Dpanarray.soak.seconds=1800` sets how long; two minutes else.
class MemorySoakTest {
  @Test
  @Tag("soak")
  void whatALongProgramHoldsDoesNotGrow() throws Exception {
    String seconds = System.getProperty("panarray.soak.seconds", "120");
    String text = ChildJvm.run(Program.class, List.of("-Xmx256m"), seconds);
    List<long[]> samples = new ArrayList<>();
    for (String line : text.strip().split("\n")) {
      String[] numbers = line.split(" ");
      long[] sample = new long[numbers.length];
      for (int i = 0; i < sample.length; i++) {
        sample[i] = Long.parseLong(numbers[i]);
      }
      samples.add(sample);
    }
    // Native bytes in use and kept, classes, KiB of metaspace, of heap and of the process.
    long[] slack = {4 << 20, 4 << 20, 600, 6_000, 20_000, 150_000};
    long[] third = samples.get(samples.size() / 3);
    long[] last = samples.getLast();
    for (int i = 0; i < slack.length; i++) {
      assertTrue(last[i] <= third[i] + slack[i], "column " + i + " grows:\n" + text);
    }
  }

  /// Prints a line of figures at twelve moments.
  static final class Program {
    private static final int SAMPLES = 12;
    private static final Random RANDOM = new Random(7);

    private Program() {}

    public static void main(String[] arguments) throws IOException {
      for (int i = 0; i < 1500; i++) {
        fusion(np.ones(10)); // as many kernels as are kept
      }
      long length = Long.parseLong(arguments[0]) * 1_000_000_000L;
      long start = System.nanoTime();
      for (int sample = 1; sample <= SAMPLES; sample++) {
        while (System.nanoTime() - start < length / SAMPLES * sample) {
          round();
        }
        print();
      }
    }

    private static void round() {
      for (int i = 0; i < 50; i++) {
        long size = 1 + (long) Math.exp(RANDOM.nextDouble() * 15);
        NDArray x = np.full(size, 1.5);
        check(x.times(2).plus(x).max().asDouble() == 4.5);
        scopes(x);
        exceptions(x);
        fusion(x.get(":1000"));
        check(!x.toString().isEmpty());
      }
    }

    @SuppressWarnings("MustBeClosedChecker") // some are forgotten on purpose
    private static void scopes(NDArray x) {
      try (var scope = np.scope()) {
        scope.keep(x.times(3)).plus(1);
        if (RANDOM.nextInt(4) == 0) {
          throw new IllegalStateException("a program's own");
        }
      } catch (IllegalStateException e) {
        check("a program's own".equals(e.getMessage()));
      }
      if (RANDOM.nextInt(10) == 0) {
        MemoryScope forgotten = np.scope();
        forgotten.keep(x.plus(1));
        x.plus(2);
      }
    }

    private static void exceptions(NDArray x) {
      try {
        x.plus(np.ones(x.size() + 2));
        check(x.size() == 1);
      } catch (ValueError e) {
        check(e.getMessage().contains("broadcast"));
      }
      try {
        np.zeros(1L << 45);
      } catch (MemoryError e) {
        check(e.getMessage().contains("256. TiB"));
      }
    }

    /// One of 4^8 chains of operations.
    private static void fusion(NDArray x) {
      int code = RANDOM.nextInt(1 << 16);
      NDArray fused =
          np.fuse(
              () -> {
                NDArray value = x;
                for (int k = 0; k < 8; k++) {
                  value =
                      switch (code >> 2 * k & 3) {
                        case 0 -> value.plus(x);
                        case 1 -> value.minus(x);
                        case 2 -> value.times(x);
                        default -> np.maximum(value, x);
                      };
                }
                return value;
              });
      check(fused.size() == x.size());
    }

    private static void check(boolean fact) {
      if (!fact) {
        throw new AssertionError();
      }
    }

    private static void print() throws IOException {
      np.trim();
      System.gc();
      MemoryUse use = np.memory();
      ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
      long metaspace = 0;
      for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
        metaspace += pool.getName().contains("Metaspace") ? pool.getUsage().getUsed() : 0;
      }
      long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      Path status = Path.of("/proc/self/statm");
      long pages =
          Files.exists(status) ? Long.parseLong(Files.readString(status).split(" ")[1]) : 0;
      System.out.printf(
          "%d %d %d %d %d %d%n",
          use.inUse(),
          use.kept(),
          classes.getLoadedClassCount(),
          metaspace >> 10,
          heap >> 10,
          pages << 2);
    }
  }
}
