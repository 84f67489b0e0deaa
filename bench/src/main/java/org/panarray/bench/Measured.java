package org.panarray.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What was measured of one row: our figure and NumPy's, in nanoseconds or bytes.
///
/// @param page the heading it stands under
/// @param title what was done
/// @param size to how many elements; empty for programs
/// @param unit `ns` or `bytes`
/// @param ours the median of our rounds
/// @param numpys the median of NumPy's
/// @param ratio the median of the rounds' ratios, NumPy's figure over ours
/// @param low the lowest of these ratios
/// @param high the highest
/// @param first the first call here, in nanoseconds; 0 where there is none
/// @param numpysFirst the first call there
/// @param others the ratios of other libraries to us, as `ratio`, by name
record Measured(
    String page,
    String title,
    String size,
    String unit,
    double ours,
    double numpys,
    double ratio,
    double low,
    double high,
    double first,
    double numpysFirst,
    Map<String, Double> others) {

  /// A row from the rounds of both sides, which alternated.
  static Measured of(String page, String title, String size, String unit, List<double[]> rounds) {
    double[] ratios = rounds.stream().mapToDouble(round -> round[1] / round[0]).sorted().toArray();
    return new Measured(
        page,
        title,
        size,
        unit,
        Stopwatch.median(rounds.stream().mapToDouble(round -> round[0]).toArray()),
        Stopwatch.median(rounds.stream().mapToDouble(round -> round[1]).toArray()),
        Stopwatch.median(ratios),
        ratios[0],
        ratios[ratios.length - 1],
        0,
        0,
        Map.of());
  }

  /// The same with the times of the first calls and the ratios of other libraries.
  Measured with(double newFirst, double newNumpysFirst, Map<String, Double> newOthers) {
    return new Measured(
        page,
        title,
        size,
        unit,
        ours,
        numpys,
        ratio,
        low,
        high,
        newFirst,
        newNumpysFirst,
        new TreeMap<>(newOthers));
  }

  /// The line of the results' JSON.
  String json() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("page", page);
    object.put("title", title);
    object.put("size", size);
    object.put("unit", unit);
    object.put("ours", ours);
    object.put("numpys", numpys);
    object.put("ratio", ratio);
    object.put("low", low);
    object.put("high", high);
    object.put("first", first);
    object.put("numpysFirst", numpysFirst);
    others.forEach((library, value) -> object.put("other " + library, value));
    return Json.write(object);
  }

  /// The row that such a line holds.
  static Measured of(String json) {
    Map<String, String> object = Json.read(json);
    Map<String, Double> others = new TreeMap<>();
    object.forEach(
        (key, value) -> {
          if (key.startsWith("other ")) {
            others.put(key.substring(6), Double.valueOf(value));
          }
        });
    return new Measured(
        object.getOrDefault("page", ""),
        object.getOrDefault("title", ""),
        object.getOrDefault("size", ""),
        object.getOrDefault("unit", ""),
        number(object, "ours"),
        number(object, "numpys"),
        number(object, "ratio"),
        number(object, "low"),
        number(object, "high"),
        number(object, "first"),
        number(object, "numpysFirst"),
        others);
  }

  private static double number(Map<String, String> object, String key) {
    return Double.parseDouble(object.getOrDefault(key, "0"));
  }

  /// A figure in its unit, as a reader wants it.
  String figure(double value) {
    if (unit.equals("bytes")) {
      return String.format(Locale.ROOT, "%.0f MB", value / (1 << 20));
    }
    return value == 0
        ? ""
        : value < 1e4
            ? String.format(Locale.ROOT, "%.0f ns", value)
            : value < 1e6
                ? String.format(Locale.ROOT, "%.1f us", value / 1e3)
                : String.format(Locale.ROOT, "%.2f ms", value / 1e6);
  }

  /// The geometric mean of ratios; NaN of none.
  static double mean(List<Measured> rows) {
    return Math.exp(
        rows.stream().mapToDouble(row -> Math.log(row.ratio)).average().orElse(Double.NaN));
  }

  /// How many rows are clearly slower than NumPy.
  static long slow(List<Measured> rows) {
    return rows.stream().filter(row -> row.ratio < SLOW).count();
  }

  static final double SLOW = 0.9;
}
