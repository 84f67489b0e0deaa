package org.panarray.internal.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.shape.Shape;

/// The subscripts of `einsum`, parsed: one label for each axis of each operand and of the result.
///
/// A letter is its code; an axis that `...` stands for is a negative number, counted from the end,
/// so that ellipses of different lengths line up as broadcasting does.
///
/// @param inputs the labels of each operand
/// @param output the labels of the result
public record Subscripts(List<List<Integer>> inputs, List<Integer> output) {

  /// @throws ValueError in NumPy's words where the text is not well formed or does not fit the
  ///     shapes
  static Subscripts parse(String text, List<Shape> shapes) {
    String bare = Required.argument(text, "text").replace(" ", "");
    int arrow = bare.indexOf("->");
    String left = arrow < 0 ? bare : bare.substring(0, arrow);
    if (left.indexOf('-') >= 0 || left.indexOf('>') >= 0) {
      throw new ValueError(
          "einstein sum subscript string does not contain proper '->' output specified");
    }
    String[] terms = left.split(",", -1);
    if (terms.length < shapes.size()) {
      throw new ValueError(
          "fewer operands provided to einstein sum function than specified in the subscripts"
              + " string");
    }
    if (terms.length > shapes.size()) {
      throw new ValueError(
          "more operands provided to einstein sum function than specified in the subscripts"
              + " string");
    }
    List<List<Integer>> inputs = new ArrayList<>();
    for (int i = 0; i < terms.length; i++) {
      inputs.add(input(terms[i], i, shapes.get(i).rank()));
    }
    List<Integer> output = arrow < 0 ? implied(inputs) : output(bare.substring(arrow + 2), inputs);
    return new Subscripts(inputs, output);
  }

  private static List<Integer> input(String term, int operand, int rank) {
    int letters = 0;
    int ellipsis = -1;
    for (int i = 0; i < term.length(); i++) {
      char c = term.charAt(i);
      if (c == '.') {
        if (ellipsis >= 0 || !term.startsWith("...", i)) {
          throw new ValueError(
              "einstein sum subscripts string contains a '.' that is not part of an ellipsis"
                  + " ('...') in operand "
                  + operand);
        }
        ellipsis = letters;
        i += 2;
      } else {
        requireLetter(c);
        letters++;
      }
    }
    int hidden = rank - letters;
    if (hidden < 0) {
      throw new ValueError(
          "einstein sum subscripts string contains too many subscripts for operand " + operand);
    }
    if (ellipsis < 0 && hidden > 0) {
      throw new ValueError(
          "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis"
              + " provided to broadcast the extra dimensions.");
    }
    return labels(term, hidden);
  }

  private static void requireLetter(char c) {
    if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
      throw new ValueError(
          "invalid subscript '"
              + c
              + "' in einstein sum subscripts string, subscripts must be letters");
    }
  }

  private static List<Integer> labels(String term, int hidden) {
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < term.length(); i++) {
      if (term.charAt(i) != '.') {
        labels.add((int) term.charAt(i));
        continue;
      }
      for (int k = hidden; k > 0; k--) {
        labels.add(-k);
      }
      i += 2;
    }
    return labels;
  }

  /// The axes of the ellipsis, then the letters that occur once, in order.
  private static List<Integer> implied(List<List<Integer>> inputs) {
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    inputs.forEach(labels -> labels.forEach(label -> counts.merge(label, 1, Integer::sum)));
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey() < 0 || entry.getValue() == 1)
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  private static List<Integer> output(String term, List<List<Integer>> inputs) {
    int hidden = 0;
    for (List<Integer> labels : inputs) {
      hidden = Math.max(hidden, (int) labels.stream().filter(label -> label < 0).count());
    }
    int ellipsis = term.indexOf("...");
    String letters =
        ellipsis < 0 ? term : term.substring(0, ellipsis) + term.substring(ellipsis + 3);
    if (letters.indexOf('.') >= 0) {
      throw new ValueError(
          "einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...') in"
              + " the output");
    }
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      requireLetter(c);
      if (letters.indexOf(c) != letters.lastIndexOf(c)) {
        throw new ValueError(
            "einstein sum subscripts string includes output subscript '" + c + "' multiple times");
      }
      if (inputs.stream().noneMatch(labels -> labels.contains((int) c))) {
        throw new ValueError(
            "einstein sum subscripts string included output subscript '"
                + c
                + "' which never appeared in an input");
      }
    }
    if (ellipsis < 0 && hidden > 0) {
      throw new ValueError(
          "output has more dimensions than subscripts given in einstein sum, but no '...' ellipsis"
              + " provided to broadcast the extra dimensions.");
    }
    return labels(term, hidden);
  }
}
