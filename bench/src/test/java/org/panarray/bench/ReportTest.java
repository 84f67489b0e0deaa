package org.panarray.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static Measured row(String title, double... ratios) {
    List<double[]> rounds =
        Arrays.stream(ratios).mapToObj(ratio -> new double[] {100, 100 * ratio}).toList();
    return Measured.of("page", title, "1e6", "ns", rounds);
  }

  @Test
  void aRowIsTheMedianOfItsRounds() {
    Measured row = row("x", 2, 0.5, 1, 8, 1.5);
    assertEquals(100, row.ours());
    assertEquals(150, row.numpys());
    assertEquals(1.5, row.ratio());
    assertEquals(0.5, row.low());
    assertEquals(8, row.high());
  }

  @Test
  void meansAreGeometric() {
    List<Measured> rows = List.of(row("a", 0.5), row("b", 8), row("c", 0.9), row("d", 0.89));
    assertEquals(2, Measured.mean(rows.subList(0, 2)), 1e-12);
    assertEquals(2, Measured.slow(rows));
    assertTrue(Double.isNaN(Measured.mean(List.of())));
  }

  @Test
  void onlyWhatIsBeyondTheRoundsOfBothRunsHasChanged() {
    List<Measured> old =
        List.of(row("same", 1), row("noisy", 0.5, 1, 2), row("faster", 1, 1.1), row("gone", 1));
    List<Measured> now =
        List.of(row("faster", 3, 4), row("noisy", 1.5, 1.6), row("same", 1.05), row("new", 1));
    Changes changes = new Changes(old, now);
    assertEquals(
        List.of("same", "noisy", "faster"),
        changes.common().stream().map(change -> change.after().title()).toList());
    assertEquals(
        List.of("faster"),
        changes.common().stream()
            .filter(Changes.Change::isBeyondNoise)
            .map(change -> change.after().title())
            .toList());
    assertTrue(changes.markdown().contains("3 rows in both, 1 changed beyond noise"));
  }

  @Test
  void rowsAreReadFromTheJsonThatHoldsThem() {
    Measured row =
        row("np.einsum('ij->i', m) < \"x\" \\ 2, {cold}", 1, 2, 4)
            .with(5, 6.25, Map.of("jax", 0.5, "numexpr", 2.0));
    Report report = new Report("a\nb \"c\"\n", List.of(row, row("y", 1)));
    assertEquals(report.rows(), Report.rows(report.json()));
    assertEquals(
        Map.of("error", "a\nb\t\"\u00e9\u00e9"),
        Json.read("{\"error\": \"a\\nb\\t\\\"\\u00e9é\"}"));
  }

  @Test
  void theReportNamesTheSlowestAndWritesFiguresInTheirUnits() {
    Measured memory =
        Measured.of("memory", "kmeans", "", "bytes", List.of(new double[] {3 << 20, 1 << 20}));
    String text = new Report("", List.of(row("slow", 0.25), row("fast", 4), memory)).markdown();
    assertTrue(text.contains("| page | 2 | 1.00 | 1 | 0.25: `slow` |"), text);
    assertTrue(text.contains("| kmeans | 3 MB | 1 MB | 0.33 |"), text);
    assertTrue(text.contains("| slow | 100 ns | 25 ns | 0.25 |"), text);
  }

  @Test
  void thePictureHasADotForEachRow() {
    String svg = Chart.svg(List.of(row("x < y", 0.5), row("z", 1000)));
    assertEquals(2, svg.split("<circle").length - 1);
    assertTrue(svg.contains("<title>x &lt; y: 0.50</title>"), svg);
  }

  @Test
  void globsBeginAtWords() {
    Options sort = Options.of("sort*", "--compare", "old.json", "--out=new", "--sample");
    assertTrue(sort.ask("any", "np.sort(x), float64, 1e6"));
    assertTrue(sort.ask("sorting", "np.unique(x)"));
    assertFalse(sort.ask("any", "np.argsort(x)"));
    assertTrue(Options.of("*sort(x)*1e6").ask("any", "np.argsort(x), float64, 1e6"));
    assertFalse(Options.of("x + y").ask("any", "x * y + x"));
    assertTrue(Options.of().ask("any", "all"));
    assertEquals(
        "old.json new", sort.value("--compare").orElse("") + " " + sort.value("--out").orElse(""));
    assertThrows(IllegalArgumentException.class, () -> Options.of("--swep"));
  }

  @Test
  void resultsThatDifferAreSeen() {
    assertEquals("", Agreement.difference(np.array(1.0), np.array(1.0 + 1e-15), 0));
    assertEquals("", Agreement.difference(np.array(Double.NaN), np.array(Double.NaN), 0));
    assertFalse(Agreement.difference(np.array(1.0), np.array(1.0 + 1e-12), 0).isEmpty());
    assertEquals("", Agreement.difference(np.array(1.0), np.array(1.0 + 1e-12), 1e-10));
    assertFalse(Agreement.difference(np.array(Double.NaN), np.array(1.0), 0).isEmpty());
    assertFalse(Agreement.difference(np.array(1), np.array(2), 1).isEmpty());
    assertFalse(Agreement.difference(np.array(1), np.array(1.0), 0).isEmpty());
  }
}
