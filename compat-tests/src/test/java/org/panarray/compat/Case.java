package org.panarray.compat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// One recorded call of NumPy, as its line says it.
///
/// @param page the file it stands in
/// @param line its line number there
/// @param function such as `np.sum`, `nd.reshape`, `getitem`
/// @param let inputs used more than once or changed by the call, and the context
/// @param arguments positional and keyword arguments
/// @param mode how exact the answer must be and in which layouts it holds
/// @param result what NumPy returned or raised
/// @param after what the call left in the inputs that it changed
/// @param warnings category and text of each warning
record Case(
    String page,
    int line,
    String function,
    String let,
    String arguments,
    Mode mode,
    String result,
    String after,
    String warnings) {

  static Case parse(String page, int line, String text) {
    String[] columns = text.split("\t", -1);
    return new Case(
        page,
        line,
        columns[0],
        columns[1],
        columns[2],
        Mode.parse(columns[3]),
        columns[4],
        columns.length > 5 ? columns[5] : "",
        columns.length > 6 ? columns[6] : "");
  }

  /// What is called, without what is answered: the name of the case in lists.
  String call() {
    return function + (let.isEmpty() ? "" : " {" + let + "}") + " (" + arguments + ")";
  }

  /// Category and text of each warning, once.
  Set<String> warned() {
    Set<String> each = new TreeSet<>();
    for (String warning : warnings.isEmpty() ? new String[0] : warnings.split("; ")) {
      int space = warning.indexOf(' ');
      String text = ((Literal.Text) LiteralParser.value(warning.substring(space + 1))).value();
      each.add(warning.substring(0, space) + " " + text);
    }
    return each;
  }

  boolean raises() {
    return result.startsWith("!");
  }

  /// @param tolerance how far a number may be from NumPy's
  /// @param errorText whether the words of an error count as well as its class
  /// @param order whether the memory order of the result counts
  /// @param layouts in which NumPy gives the same answer
  record Mode(
      Tolerance tolerance, boolean errorText, boolean order, List<MemoryLayoutVariant> layouts) {
    static Mode parse(String text) {
      String[] words = text.split(" ");
      boolean errorText = true;
      boolean order = true;
      List<MemoryLayoutVariant> layouts = List.of();
      for (int i = 1; i < words.length; i++) {
        if (words[i].equals("t")) {
          errorText = false;
        } else if (words[i].equals("o")) {
          order = false;
        } else {
          layouts = words[i].chars().mapToObj(c -> MemoryLayoutVariant.of((char) c)).toList();
        }
      }
      return new Mode(Tolerance.parse(words[0]), errorText, order, layouts);
    }
  }
}
