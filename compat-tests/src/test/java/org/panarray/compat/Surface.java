package org.panarray.compat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// NumPy's public names with their tier and how much real code uses them (`surface.tsv`).
final class Surface {
  /// @param name such as `numpy.linalg.svd`
  /// @param section of the reference: main, ndarray, linalg, ...
  /// @param kind function, ufunc, method, ...
  /// @param tier T1 the numeric core, T2 later, X without meaning in Java
  /// @param group A namespace, M ndarray members, O operators
  /// @param weight share of use within the group, in percent
  record Row(String name, String section, String kind, String tier, String group, double weight) {}

  private Surface() {}

  static List<Row> read() {
    List<String> lines = CaseFile.lines("/surface.tsv");
    List<String> header = Arrays.asList(lines.getFirst().split("\t"));
    int kind = header.indexOf("kind");
    int tier = header.indexOf("tier");
    int group = header.indexOf("weight_group");
    int weight = header.indexOf("use_weight");
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      double share = cells[weight].isEmpty() ? 0 : Double.parseDouble(cells[weight]);
      rows.add(new Row(cells[0], cells[1], cells[kind], cells[tier], cells[group], share));
    }
    return rows;
  }
}
