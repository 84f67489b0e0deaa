package org.panarray.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every function that has floating-point results of floating-point arrays has the gradient that
/// differences say, in at least one recorded case, or stands in `gradients.txt` with the reason.
class GradientSweepTest {
  private final GradientPages pages = new GradientPages();
  private final List<String> faults = new ArrayList<>();

  /// Each function until a case of it is checked.
  @Test
  void everyFunctionIsDifferentiatedOrListedWithItsReason() {
    for (String function : pages.functions()) {
      if (!pages.reasons().containsKey(function)) {
        unlisted(function, pages.row(function, 1));
      }
    }
    assertEquals(List.of(), faults);
  }

  @Tag("soak")
  @Test
  void everyCaseOfEveryFunctionIsDifferentiated() {
    for (String function : pages.functions()) {
      GradientPages.Row row = pages.row(function, Integer.MAX_VALUE);
      if (!pages.reasons().containsKey(function)) {
        unlisted(function, row);
      } else if (row.count(GradientSweep.Kind.CHECKED) > 0) {
        faults.add(function + " is listed, but a case of it is checked by now: delete the line");
      }
      faults.addAll(row.wrong());
    }
    assertEquals(List.of(), faults.stream().distinct().toList());
  }

  @Test
  void onlyFunctionsWithCasesAreListed() {
    List<String> unknown =
        pages.reasons().entrySet().stream()
            .filter(line -> !pages.functions().contains(line.getKey()) || line.getValue().isBlank())
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(List.of(), unknown);
  }

  private void unlisted(String function, GradientPages.Row row) {
    faults.addAll(row.wrong());
    if (row.isInexact() && row.count(GradientSweep.Kind.CHECKED) == 0) {
      faults.add(function + " is neither checked nor listed " + row.counts() + row.refused());
    }
  }
}
