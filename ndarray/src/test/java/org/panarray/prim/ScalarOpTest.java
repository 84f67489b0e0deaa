package org.panarray.prim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ScalarOpTest {
  /// What four units in the last place hide, a comparison of engines no longer sees.
  @Test
  void noBoundIsLooserThanTheLoosestThatIsNeeded() {
    List<ScalarOp> loose = Stream.of(ScalarOp.values()).filter(op -> op.ulps() > 4).toList();
    assertEquals(List.of(), loose);
  }
}
