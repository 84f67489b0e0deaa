package org.panarray.compat;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panarray.gpu.StandInCuda;

/// The recorded cases on the engines that [ReplayTest] does not use: a sample of them by default,
/// all under the tag `soak`. A process chooses its CPU engine when it starts, so each has its own.
class EngineReplayTest {
  private static final List<String> ON_DEVICE =
      List.of("ufuncs", "ufunc_methods", "reductions", "indexing_get", "linalg", "fft");

  @ParameterizedTest
  @ValueSource(strings = {"interpreter", "scalar", "vector"})
  void aSampleOfTheCasesPassesOnTheOtherCpuEngines(String engine) throws Exception {
    ReplayProcess.withFlags("-Dpanarray.engine=" + engine).replay(List.of("--sample=5"));
  }

  @Tag("soak")
  @ParameterizedTest
  @ValueSource(strings = {"interpreter", "scalar", "vector", "tiered"})
  void everyCasePassesOnEveryCpuEngine(String engine) throws Exception {
    ReplayProcess.withFlags("-Dpanarray.engine=" + engine).replay(List.of("--all-layouts"));
  }

  @Test
  void aSampleOfTheCasesPassesOnTheCudaStandIn() throws Exception {
    onDevice("--sample=121");
  }

  @Tag("soak")
  @Test
  void manyCasesPassOnTheCudaStandIn() throws Exception {
    onDevice("--sample=17");
  }

  private static void onDevice(String sample) throws Exception {
    Optional<String> obstacle = StandInCuda.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    List<String> arguments = new ArrayList<>(ON_DEVICE);
    arguments.add("--device=gpu");
    arguments.add(sample);
    ReplayProcess.withFlags("-Dpanarray.gpu.required=" + StandInCuda.isReal()).replay(arguments);
  }
}
