package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.panarray.Np.np;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.panarray.error.ClosedArrayError;

/// A scope that ends while another thread computes on its arrays: what is made afterwards must not
/// change, and the virtual machine must live.
class SharedScopeTest {
  @Test
  void aScopeEndsWhileAnotherThreadComputes() throws Exception {
    assertEquals("0 changed", ChildJvm.run(Program.class, List.of("-Xmx512m"), "6").strip());
  }

  @Test
  @Tag("soak")
  void aScopeEndsWhileAnotherThreadComputesManyTimes() throws Exception {
    assertEquals("0 changed", ChildJvm.run(Program.class, List.of("-Xmx512m"), "200").strip());
  }

  /// Counts the rounds in which an unrelated array changed.
  static final class Program {
    private static final long[] SIZES = {8_000_000, 3_000, 200_000, 1_500_000};

    private Program() {}

    public static void main(String[] arguments) throws InterruptedException {
      int rounds = Integer.parseInt(arguments[0]);
      int changed = 0;
      for (int round = 0; round < rounds; round++) {
        changed += round(SIZES[round % SIZES.length], round % 3);
      }
      System.out.println(changed + " changed");
    }

    private static int round(long size, int between) throws InterruptedException {
      MemoryScope scope = np.scope();
      NDArray x = np.full(size, 3.0);
      NDArray y = np.full(size, 3.0);
      Thread computing = Thread.ofPlatform().start(() -> compute(x, y));
      while (x.getDouble(0) == 3.0 && computing.isAlive()) {
        Thread.onSpinWait();
      }
      Thread.sleep(between);
      scope.close();
      NDArray o = np.full(size, 7.0); // takes the freed memory, if it was freed
      np.trim(); // or the memory is no longer there
      computing.join();
      return o.min().asDouble() == 7.0 && o.max().asDouble() == 7.0 ? 0 : 1;
    }

    private static void compute(NDArray x, NDArray y) {
      try {
        for (int i = 0; i < 20; i++) {
          np.sqrt(x, Kw.out(x));
          np.add(x, 1.0, Kw.out(x));
          np.sort(y);
          y.setDouble(x.sum().asDouble(), 0);
        }
      } catch (ClosedArrayError e) {
        return; // as it should
      }
    }
  }
}
