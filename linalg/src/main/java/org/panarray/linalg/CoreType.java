package org.panarray.linalg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes OpenBLAS use AVX-512 on AMD processors that have it.
///
/// OpenBLAS takes its Haswell kernels on every AMD core, Zen 4 and 5 included. Its SKYLAKEX kernels
/// run there too and are 1.7 times as fast (dgemm of 2000 by 2000 on two Zen 5 cores: 185-195
/// against 110 GFLOP/s). The choice is read from the environment when the library loads.
final class CoreType {
  private CoreType() {}

  private static final String VARIABLE = "OPENBLAS_CORETYPE";
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /// What OpenBLAS itself asks for before it takes its SKYLAKEX kernels.
  private static final List<String> NEEDED =
      List.of("avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl");

  /// Returns what was decided, for people to read.
  static String chooseBeforeLoading() {
    String given = System.getenv(VARIABLE);
    if (given != null) {
      return VARIABLE + "=" + given + " as given";
    }
    if (isAmdWithAvx512(processorLines()) && OpenBlasLoader.setEnvironment(VARIABLE, "SKYLAKEX")) {
      return VARIABLE + "=SKYLAKEX set, because this is an AMD processor with AVX-512";
    }
    return "core type left to OpenBLAS";
  }

  private static List<String> processorLines() {
    try {
      return Files.isReadable(PROCESSORS) ? Files.readAllLines(PROCESSORS) : List.of();
    } catch (IOException _) {
      return List.of();
    }
  }

  static boolean isAmdWithAvx512(List<String> processorLines) {
    Set<String> flags = new HashSet<>();
    boolean amd = false;
    for (String line : processorLines) {
      amd |= line.startsWith("vendor_id") && line.endsWith("AuthenticAMD");
      if (line.startsWith("flags") && flags.isEmpty()) {
        flags.addAll(Arrays.asList(line.substring(line.indexOf(':') + 1).strip().split(" ")));
      }
    }
    return amd && flags.containsAll(NEEDED);
  }
}
