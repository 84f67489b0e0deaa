package org.panarray.process;

import static org.panarray.Np.np;

/// A program that makes its first calls on a stack with ever more room, from none, until one works,
/// and then on an ordinary one.
final class FullStack {
  private FullStack() {}

  private static final int DEEPEST = 3000;
  private static final int STEP = 25;

  /// Makes the calls.
  ///
  /// @param args `warm` where classes of arrays are to be loaded first
  public static void main(String[] args) throws InterruptedException {
    if (args[0].equals("warm")) {
      System.out.println(np.ones(3).plus(1).sum());
    }
    Thread small = new Thread(null, FullStack::rise, "small", 64 << 10);
    small.start();
    small.join();
    call();
    System.out.println("done");
  }

  private static void rise() {
    for (int depth = DEEPEST; depth >= 0; depth -= STEP) {
      try {
        below(depth);
        return;
      } catch (StackOverflowError | NoClassDefFoundError _) {
        // The next has more room; what the JVM remembers of its own classes is not ours to mend.
      }
    }
  }

  private static void below(int depth) {
    if (depth > 0) {
      below(depth - 1);
    } else {
      call();
    }
  }

  private static void call() {
    np.linalg.inv(np.eye(3).times(2));
    np.matmul(np.ones(new long[] {40, 40}), np.ones(new long[] {40, 40}));
  }
}
