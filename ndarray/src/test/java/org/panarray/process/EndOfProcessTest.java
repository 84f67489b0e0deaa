package org.panarray.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.panarray.ChildJvm;

/// OpenBLAS's destructor must not meet a call: both would wait for ever.
final class EndOfProcessTest {
  private static final int TERMINATED = 128 + 15;

  @RepeatedTest(3)
  void aTerminatedProcessEndsWhileOpenBlasComputes() throws Exception {
    assertEquals(TERMINATED, terminate("300"));
  }

  @Test
  void aProcessThatLeavesEndsWithItsStatus() throws InterruptedException {
    ChildJvm.Ended ended = ChildJvm.SHORT.run(EndlessWork.class, "100", "exit");
    assertEquals(7, ended.status(), ended::err);
  }

  /// The eigenvalues take longer than the hook waits.
  @Test
  void aCallThatLastsDoesNotKeepTheProcess() throws Exception {
    assertEquals(TERMINATED, terminate("2500"));
  }

  private static int terminate(String size) throws InterruptedException, IOException {
    Process process = ChildJvm.SHORT.start(EndlessWork.class, size);
    try {
      assertEquals("working", process.inputReader().readLine());
      TimeUnit.MILLISECONDS.sleep(200);
      process.destroy();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still there");
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
