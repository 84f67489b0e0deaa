package org.panarray.process;

import static org.panarray.Np.np;

import org.panarray.error.LinAlgError;

/// A program that makes its first calls on a stack with ever more room, from none, until one works,
/// and then on an ordinary one.
final class FullStack {
  private FullStack() {}

  private static final int DEEPEST = 3000;
  private static final int STEP = 25;

  /// Makes the calls, after one that goes up to the door of linear algebra: what other classes lose
  /// that are initialised on a full stack is not what is asked here.
  public static void main(String[] args) throws InterruptedException {
    System.out.println(np.eye(3).times(2).sum());
    try {
      np.linalg.inv(np.ones(3));
    } catch (LinAlgError refused) {
      System.out.println(refused.getMessage());
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
  }
}
