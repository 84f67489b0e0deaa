package org.panarray;

import java.util.ServiceLoader;
import org.panarray.engine.EngineProvider;
import org.panarray.engine.cpu.CpuEngines;
import org.panarray.linalg.LinearAlgebra;

/// Tells what Panarray found on this machine: `./panarray doctor`.
public final class Doctor {
  private Doctor() {}

  /// Prints the report.
  public static void main(String[] args) {
    System.out.print(report());
  }

  /// JDK, processor, vector unit, linear algebra, memory pool and devices, a few lines each.
  public static String report() {
    StringBuilder report = new StringBuilder();
    section(
        report,
        "java",
        System.getProperty("java.vm.vendor")
            + " "
            + Runtime.version()
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " processors, heap up to "
            + (Runtime.getRuntime().maxMemory() >> 20)
            + " MiB");
    section(report, "vectors", CpuEngines.current().describe());
    section(report, "blas", LinearAlgebra.get().describe());
    section(report, "memory", CpuEngines.describeMemory());
    boolean found = false;
    for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
      section(
          report, provider.kind().name().toLowerCase(java.util.Locale.ROOT), describe(provider));
      found = true;
    }
    if (!found) {
      section(report, "gpu", "the module org.panarray.gpu is not on the class or module path");
    }
    return report.toString();
  }

  private static String describe(EngineProvider provider) {
    try {
      return provider.describe();
    } catch (RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void section(StringBuilder report, String name, String text) {
    String label = String.format("%-8s", name);
    for (String line : text.strip().split("\n")) {
      report.append(label).append(line).append('\n');
      label = " ".repeat(8);
    }
  }
}
