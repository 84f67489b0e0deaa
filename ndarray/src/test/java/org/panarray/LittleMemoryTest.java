package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.panarray.Np.np;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panarray.error.MemoryError;

/// Programs that ask for more than they may have.
class LittleMemoryTest {
  @Test
  void whatExceedsTheLimitIsAnErrorAfterWhichTheProgramGoesOn() throws Exception {
    List<String> options = List.of("-Xmx64m", "-Dpanarray.memory.limit=64m");
    String expected =
        """
        Unable to allocate 128. MiB for an array with shape (16777216,) and data type float64
        Unable to allocate 76.3 MiB for an array with shape (10000000,) and data type float64
        Unable to allocate 15.3 MiB for an array with shape (2000000,) and data type float64
        Unable to allocate 30.5 MiB for an array with shape (4000000,) and data type float64
        7.0 7.0
        Unable to allocate 100. MiB for an array with shape (104857600,) and data type int8
        goes on: 2000.0
        """;
    assertEquals(expected, ChildJvm.run(Limited.class, options).replace("\r\n", "\n"));
  }

  @Test
  void aHeapThatIsFullIsAnErrorAfterWhichTheProgramGoesOn() throws Exception {
    String text = ChildJvm.run(Filled.class, List.of("-Xmx32m", "-XX:MaxDirectMemorySize=1m"));
    assertEquals("goes on: 2000.0", text.strip());
  }

  /// Prints the errors of one call after another.
  static final class Limited {
    private Limited() {}

    public static void main(String[] arguments) {
      tell(() -> np.ones(1 << 24));
      tell(() -> np.arange(1e7));
      tell(
          () -> {
            List<NDArray> held = new ArrayList<>();
            while (held.size() < Integer.MAX_VALUE) {
              held.add(np.zeros(2_000_000));
            }
          });
      NDArray x = np.full(5_000_000, 7.0);
      // The result would be written over what is still to be read, so it wants memory beside.
      tell(() -> np.add(x.get("1:4000001"), 1.0, Kw.out(x.get(":4000000"))));
      System.out.println(x.min().asDouble() + " " + x.max().asDouble());
      tell(() -> np.empty(new long[] {100 << 20}, np.int8));
      System.out.println("goes on: " + np.ones(1000).plus(1).sum().asDouble());
    }

    private static void tell(Runnable work) {
      try {
        work.run();
        System.out.println("no error");
      } catch (MemoryError e) {
        System.out.println(e.getMessage());
      }
    }
  }

  /// Fills the heap with small arrays.
  static final class Filled {
    private Filled() {}

    public static void main(String[] arguments) {
      for (int i = 0; i < 3; i++) {
        fill();
      }
      System.out.println("goes on: " + np.ones(1000).plus(1).sum().asDouble());
    }

    private static void fill() {
      List<NDArray> held = new ArrayList<>(1 << 16);
      try {
        while (held.size() < Integer.MAX_VALUE) {
          held.add(np.zeros(2000));
        }
      } catch (MemoryError
          | OutOfMemoryError e) { // the second where it is no array that is refused
        held.clear();
      }
    }
  }
}
