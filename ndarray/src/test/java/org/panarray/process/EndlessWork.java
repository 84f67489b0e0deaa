package org.panarray.process;

import static org.panarray.Kw.size;
import static org.panarray.Np.np;

import org.panarray.NDArray;

/// A program whose threads work in OpenBLAS until the process ends.
final class EndlessWork {
  private EndlessWork() {}

  /// Works.
  ///
  /// @param args the size of the matrices; then `exit` where the program ends itself
  public static void main(String[] args) throws InterruptedException {
    int n = Integer.parseInt(args[0]);
    NDArray a = np.random.defaultRng(1).standardNormal(size(n, n));
    start(() -> np.linalg.eigvals(a));
    start(() -> a.matmul(a));
    start(() -> np.linalg.solve(a, a));
    Thread.sleep(args.length > 1 ? 300 : 0);
    System.out.println("working");
    if (args.length > 1) {
      System.exit(7);
    }
    Thread.sleep(600_000);
  }

  private static void start(Runnable work) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (true) {
                work.run();
              }
            });
  }
}
