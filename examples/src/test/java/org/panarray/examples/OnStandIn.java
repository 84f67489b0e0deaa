package org.panarray.examples;

import org.panarray.gpu.StandInCuda;

/// Runs a program's `main` where the stand-in for CUDA takes the place of a GPU: the first argument is
/// the name of the class.
final class OnStandIn {
  /// The exit status where the stand-in cannot be built here.
  static final int NO_STAND_IN = 77;

  private OnStandIn() {}

  public static void main(String[] args) throws Exception {
    if (StandInCuda.obstacle().isPresent()) {
      System.out.println(StandInCuda.obstacle().get());
      System.exit(NO_STAND_IN);
    }
    Class.forName(args[0])
        .getMethod("main", String[].class)
        .invoke(null, (Object) java.util.Arrays.copyOfRange(args, 1, args.length));
  }
}
