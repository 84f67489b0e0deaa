package org.panarray.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.panarray.ChildJvm;

/// Calls whose kernels are compiled leave no garbage that grows with their operands: a vector or a
/// number that became an object costs more than the work on it.
class GarbageTest {
  @Test
  void warmCallsLeaveNoObjectsBehind() throws Exception {
    assertEquals("", ChildJvm.run(GarbageOfCalls.class, List.of("-Dpanarray.engine=vector")));
  }
}
