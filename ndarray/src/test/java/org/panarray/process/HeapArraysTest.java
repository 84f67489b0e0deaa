package org.panarray.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.panarray.ChildJvm;

/// Results are the same wherever arrays lie: on the Java heap, as under the launcher, in native
/// memory, or some here and some there.
class HeapArraysTest {
  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-Xmn16m", "-Dpanarray.memory.heap=1m");

  @Test
  void whereArraysLieIsNotSeen() throws Exception {
    assertEquals("", ChildJvm.run(HeapArrays.class, OPTIONS));
  }
}
