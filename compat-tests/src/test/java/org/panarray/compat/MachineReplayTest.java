package org.panarray.compat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was recorded on one machine holds on others: other kernels of OpenBLAS, none at all, shorter
/// vectors, no vectors.
@Tag("machines")
final class MachineReplayTest {
  private static final List<String> LINALG = List.of("linalg", "polynomials");
  private static final List<String> SAMPLE = List.of("--sample=7");

  @ParameterizedTest
  @ValueSource(strings = {"Nehalem", "Haswell", "SkylakeX"})
  void linearAlgebraIsTheSameOnOtherKernels(String core) throws Exception {
    ReplayProcess.withVariable("OPENBLAS_CORETYPE", core).replay(LINALG);
  }

  @Test
  void linearAlgebraIsTheSameInPlainJava() throws Exception {
    ReplayProcess.withFlags("-Dpanarray.blas=java").replay(LINALG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:UseAVX=2", "-XX:MaxVectorSize=16"})
  void aSampleOfTheCasesPassesOnShorterVectors(String flag) throws Exception {
    ReplayProcess.withFlags(flag).replay(SAMPLE);
  }

  @Test
  void aSampleOfTheCasesPassesWithoutTheVectorModule() throws Exception {
    ReplayProcess.withoutVectors().replay(SAMPLE);
  }
}
