package org.panarray.bench;

import java.util.Formatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The ratios as a picture: a line for each page, a dot for each row, logarithmic.
final class Chart {
  private static final int LEFT = 170;
  private static final int WIDTH = 900;
  private static final int LINE = 30;
  private static final int TOP = 40;
  private static final double LOWEST = 0.01;
  private static final double HIGHEST = 100;
  private static final double[] MARKS = {0.01, 0.1, 0.5, 1, 2, 10, 100};

  private Chart() {}

  static String svg(List<Measured> rows) {
    Map<String, List<Measured>> pages =
        rows.stream()
            .collect(
                Collectors.groupingBy(Measured::page, LinkedHashMap::new, Collectors.toList()));
    int height = TOP + LINE * pages.size() + 20;
    Formatter svg = new Formatter(Locale.ROOT);
    svg.format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"12\">\n",
        LEFT + WIDTH + 20, height);
    svg.format("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>\n");
    svg.format(
        "<text x=\"10\" y=\"18\">NumPy's time over Panarray's: right of 1 is faster</text>\n");
    for (double mark : MARKS) {
      double x = place(mark);
      String colour = mark == 1 ? "black" : "lightgray";
      svg.format(
          "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"/>\n",
          x, TOP - 8, x, height - 18, colour);
      svg.format(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n", x, height - 4, mark);
    }
    int line = 0;
    for (Map.Entry<String, List<Measured>> page : pages.entrySet()) {
      page(svg, page.getKey(), page.getValue(), TOP + LINE * line++ + LINE / 2);
    }
    return svg.format("</svg>\n").toString();
  }

  private static void page(Formatter svg, String name, List<Measured> rows, int y) {
    svg.format(
        "<text x=\"10\" y=\"%d\">%s (%.2f)</text>\n", y + 4, escaped(name), Measured.mean(rows));
    for (int number = 0; number < rows.size(); number++) {
      Measured row = rows.get(number);
      svg.format(
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\" fill-opacity=\"0.6\"><title>%s:"
              + " %.2f</title></circle>\n",
          place(row.ratio()),
          y + (number % 5 - 2) * 4.0, // dots at the same place stay apart
          row.ratio() < Measured.SLOW ? "crimson" : "steelblue",
          escaped(row.title()),
          row.ratio());
    }
    svg.format(
        "<path d=\"M%.1f %d v18\" stroke=\"black\" stroke-width=\"2\"/>\n",
        place(Measured.mean(rows)), y - 9);
  }

  private static double place(double ratio) {
    double bounded = Math.clamp(ratio, LOWEST, HIGHEST);
    return LEFT + WIDTH * Math.log(bounded / LOWEST) / Math.log(HIGHEST / LOWEST);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
