package org.panarray.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static Surface.Row row(String name, String kind, String group, double weight) {
    return new Surface.Row(name, "main", kind, "T1", group, weight);
  }

  @Test
  void aNameCountsOnlyWhenItExistsAndACaseOfItPasses() {
    Surface.Row zeros = row("numpy.zeros", "function", "A", 3);
    Surface.Row nothing = row("numpy.no_such_thing", "function", "A", 1);
    List<Surface.Row> rows = List.of(zeros, nothing);
    assertEquals(75, new Coverage(rows, Set.of("np.zeros")).byUse("A", Coverage::tierOne));
    assertEquals(0, new Coverage(rows, Set.of()).byUse("A", Coverage::tierOne));
    assertEquals(
        75,
        new Coverage(rows, Set.of("np.zeros", "np.no_such_thing")).byUse("A", Coverage::tierOne));
  }

  @Test
  void operatorsCountByTheirJavaNames() {
    Implemented implemented = new Implemented(Set.of("nd.__add__", "nd.__rsub__", "getitem"));
    assertTrue(implemented.has(row("numpy.ndarray.__add__", "operator", "O", 1)));
    assertTrue(implemented.has(row("numpy.ndarray.__rsub__", "operator", "O", 1)));
    assertTrue(implemented.has(row("numpy.ndarray.__getitem__", "operator", "O", 1)));
    assertFalse(implemented.has(row("numpy.ndarray.__mul__", "operator", "O", 1)));
  }

  @Test
  void theMarkedBlockOfTheReadmeIsReplacedAndNothingElse() {
    String text = "a\n<!-- coverage:begin -->\nold\n<!-- coverage:end -->\nb\n";
    assertEquals(
        "a\n<!-- coverage:begin -->\nnew\n<!-- coverage:end -->\nb\n",
        Coverage.withBlock(text, "new\n"));
    assertEquals("no marks", Coverage.withBlock("no marks", "new\n"));
  }

  @Test
  void theSurfaceHasTheRowsThatWereCounted() {
    List<Surface.Row> rows = Surface.read();
    assertEquals(2325, rows.size());
    assertEquals(971, rows.stream().filter(Coverage::tierOne).count());
  }
}
