package org.panarray.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is different between two runs, where it is more than their noise.
///
/// Ratios are compared, not times: NumPy beside it tells how fast the machine was that day.
record Changes(List<Measured> old, List<Measured> now) {
  /// Less is noise even where the rounds of each run agree.
  private static final double NOISE = 1.1;

  /// A row that both runs have.
  record Change(Measured before, Measured after) {
    /// Above 1 is faster than before.
    double factor() {
      return after.ratio() / before.ratio();
    }

    /// Whether the rounds of both runs do not overlap.
    boolean isBeyondNoise() {
      return factor() > NOISE && after.low() > before.high()
          || factor() < 1 / NOISE && after.high() < before.low();
    }
  }

  /// The rows of both runs, the most slowed down first.
  List<Change> common() {
    Map<String, Measured> before = new LinkedHashMap<>();
    old.forEach(row -> before.put(row.title(), row));
    List<Change> common = new ArrayList<>();
    for (Measured row : now) {
      Measured known = before.get(row.title());
      if (known != null) {
        common.add(new Change(known, row));
      }
    }
    common.sort(Comparator.comparingDouble(Change::factor));
    return common;
  }

  String markdown() {
    List<Change> common = common();
    StringBuilder text =
        new StringBuilder("| work | ratio before | now | factor |\n|---|---|---|---|\n");
    for (Change change : common) {
      if (change.isBeyondNoise()) {
        text.append(
            String.join(
                " | ",
                "| " + change.after().title(),
                Report.shown(change.before().ratio()),
                Report.shown(change.after().ratio()),
                Report.shown(change.factor()) + " |\n"));
      }
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%n%d rows in both, %d changed beyond noise; geometric mean %.2f before, %.2f"
                    + " now%n",
                common.size(),
                common.stream().filter(Change::isBeyondNoise).count(),
                Measured.mean(common.stream().map(Change::before).toList()),
                Measured.mean(common.stream().map(Change::after).toList())))
        .toString();
  }
}
