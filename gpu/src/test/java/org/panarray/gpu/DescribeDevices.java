package org.panarray.gpu;

/// Prints what was found on this machine, or what was looked for.
public final class DescribeDevices {
  private DescribeDevices() {}

  public static void main(String[] args) {
    if (!StandInCuda.isReal()) {
      StandInCuda.obstacle().ifPresent(System.out::println);
    }
    System.out.print(new CudaEngineProvider().describe());
  }
}
