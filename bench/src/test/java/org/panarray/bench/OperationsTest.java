package org.panarray.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperationsTest {
  /// A number that all shapes of [Data] divide.
  private static final String SMALL = "6400";

  private final List<String> titles = Operations.rows().stream().map(Operation.Row::title).toList();

  @Test
  void noTwoRowsHaveOneTitle() {
    assertEquals(titles.size(), new HashSet<>(titles).size());
    assertTrue(titles.size() >= 220, () -> titles.size() + " rows");
  }

  @Test
  void theRepresentativeRowsAreInTheTable() {
    assertEquals(10, Operations.REPRESENTATIVE.size());
    assertTrue(titles.containsAll(Operations.REPRESENTATIVE));
  }

  @Test
  void sizesFitTheShapesThatAreAskedFor() {
    for (Operation.Row row : Operations.rows()) {
      int size = (int) Double.parseDouble(row.size());
      double side = Math.sqrt(size);
      String code = " " + row.operation().numpy().replaceAll("\\W+", " ") + " ";
      assertTrue(!code.matches(".* [mnd] .*") || side == Math.rint(side), row::title);
      assertTrue(!code.matches(".* w .*") || size % 100 == 0, row::title);
      assertTrue(!code.matches(".* [tu] .*") || size % 64 == 0, row::title);
    }
  }

  @Test
  void bothSidesComputeTheSame() {
    assumeTrue(Peer.of("numpy").isPresent(), "there is no python3 with NumPy");
    List<String> differences = new ArrayList<>();
    try (Runner runner = new Runner(Pace.SHORT)) {
      for (Operation operation : Operations.table()) {
        Set<String> dtypes = new LinkedHashSet<>();
        operation.rows().forEach(row -> dtypes.add(row.dtype()));
        for (String dtype : dtypes) {
          Operation.Row row = new Operation.Row(operation, dtype, SMALL, false);
          String difference = runner.difference(row);
          if (!difference.isEmpty()) {
            differences.add(row.title() + ": " + difference);
          }
        }
      }
    }
    assertEquals(List.of(), differences);
  }
}
