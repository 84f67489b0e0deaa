package org.panarray.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.panarray.ChildJvm;

/// No thread is too small for a call into OpenBLAS: a stack that overflows in native code ends the
/// process with SIGSEGV and without a word.
///
/// `-Dpanarray.soak.stacks=everywhere` tries every size on every kind of thread, for half an hour.
final class SmallStacksTest {
  private static final String SIZES = System.getProperty("panarray.soak.stacks", "all");

  @Test
  void everyRoutineReturnsOnEveryKindOfThread() throws InterruptedException {
    sweep(ChildJvm.SHORT.with("OPENBLAS_NUM_THREADS", "2"), "some");
  }

  @Test
  @Tag("soak")
  void everyRoutineReturnsAtEverySize() throws InterruptedException {
    sweep(ChildJvm.SHORT, SIZES);
  }

  @Test
  @Tag("soak")
  void everyRoutineReturnsWithOneThreadOfOpenBlas() throws InterruptedException {
    sweep(ChildJvm.SHORT.with("OPENBLAS_NUM_THREADS", "1"), SIZES);
  }

  private static void sweep(ChildJvm jvm, String sizes) throws InterruptedException {
    ChildJvm.Ended ended = jvm.run(SmallStacks.class, sizes);
    String last = ended.out().substring(Math.max(0, ended.out().length() - 300));
    assertEquals(0, ended.status(), () -> last + ended.err());
    assertEquals("done", last.substring(last.lastIndexOf('\n', last.length() - 2) + 1).strip());
  }
}
