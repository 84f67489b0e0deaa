package org.panarray.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// The recorded ziggurats against the definition: layers of equal area under the density.
class RecordedTablesTest {
  // The recurrence from layer 255 down amplifies rounding: the last layers are 1e-13 off.
  private static final double TOLERANCE = 1e-12;

  @Test
  void normalLayersHaveEqualAreas() {
    double area = 0.00492867323397465493;
    double[] edges = edges(RecordedTables.N_WIDTH, 0x1p52);
    for (int i = 1; i < RecordedTables.LAYERS; i++) {
      assertRelative(Math.exp(-0.5 * edges[i] * edges[i]), RecordedTables.N_HEIGHT[i]);
      assertRelative(edges[i] * 0x1p-23, RecordedTables.N_WIDTH_FLOAT[i], 0x1p-23);
    }
    assertEqualAreas(edges, RecordedTables.N_HEIGHT, area);
    assertInside(edges, RecordedTables.N_INSIDE, 0x1p52);
  }

  @Test
  void exponentialLayersHaveEqualAreas() {
    double area = 0.0039496598225815571993;
    double[] edges = edges(RecordedTables.E_WIDTH, 0x1p53);
    for (int i = 1; i < RecordedTables.LAYERS; i++) {
      assertRelative(Math.exp(-edges[i]), RecordedTables.E_HEIGHT[i]);
      assertRelative(edges[i] * 0x1p-23, RecordedTables.E_WIDTH_FLOAT[i], 0x1p-23);
    }
    assertEqualAreas(edges, RecordedTables.E_HEIGHT, area);
    assertInside(edges, RecordedTables.E_INSIDE, 0x1p53);
  }

  @Test
  void factorialsAreTheirLogarithms() {
    double sum = 0;
    for (int k = 1; k < RecordedTables.LOG_FACTORIAL.length; k++) {
      sum += Math.log(k);
      assertEquals(sum, RecordedTables.LOG_FACTORIAL[k], sum * 1e-14);
    }
  }

  private static double[] edges(double[] widths, double mantissa) {
    double[] edges = new double[widths.length];
    for (int i = 0; i < widths.length; i++) {
      edges[i] = widths[i] * mantissa;
    }
    return edges;
  }

  private static void assertEqualAreas(double[] edges, double[] heights, double area) {
    assertRelative(area, edges[0] * heights[RecordedTables.LAYERS - 1]);
    for (int i = 2; i < RecordedTables.LAYERS; i++) {
      assertRelative(area, edges[i] * (heights[i - 1] - heights[i]), 1e-11);
    }
  }

  private static void assertInside(double[] edges, long[] inside, double mantissa) {
    assertRelative(edges[RecordedTables.LAYERS - 1] / edges[0] * mantissa, inside[0]);
    assertEquals(0, inside[1]);
    for (int i = 2; i < RecordedTables.LAYERS; i++) {
      assertRelative(edges[i - 1] / edges[i] * mantissa, inside[i]);
    }
  }

  private static void assertRelative(double expected, double actual) {
    assertRelative(expected, actual, TOLERANCE);
  }

  private static void assertRelative(double expected, double actual, double tolerance) {
    assertEquals(expected, actual, Math.abs(expected) * tolerance);
  }
}
