package org.panarray.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.panarray.ChildJvm;

/// A first call that overflows a stack which is nearly full costs that call, not the process.
final class FullStackTest {
  @Test
  void theNextCallFindsOpenBlas() throws InterruptedException {
    ChildJvm.Ended ended = ChildJvm.SHORT.run(FullStack.class);
    assertEquals(0, ended.status(), ended::err);
    assertEquals(-1, ended.err().indexOf("plain Java"), ended::err);
  }
}
