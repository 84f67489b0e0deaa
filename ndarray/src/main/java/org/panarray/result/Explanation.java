package org.panarray.result;

import java.util.List;

/// What `np.explain` saw, to be printed.
///
/// @param steps in the order in which they were done
public record Explanation(List<Step> steps) {
  /// The widest column of primitives; longer ones push what follows.
  private static final int WIDEST = 60;

  /// One primitive.
  ///
  /// @param primitive what was done, an expression of the inputs `x0`, `x1` as one line
  /// @param inputs dtypes and shapes
  /// @param outputs likewise
  /// @param memory where the outputs are
  /// @param bytes how many of fresh memory
  /// @param device who did it
  public record Step(
      String primitive,
      List<String> inputs,
      List<String> outputs,
      Memory memory,
      long bytes,
      String device) {

    /// One line.
    @Override
    public String toString() {
      return line(primitive.length());
    }

    private String line(int width) {
      String types = String.join(", ", inputs) + " -> " + String.join(", ", outputs);
      String where =
          switch (memory) {
            case FRESH -> "";
            case VIEW -> "  view";
            case EXISTING -> "  into existing memory";
          };
      String line = primitive + " ".repeat(Math.max(0, width - primitive.length()));
      return line + "  " + types.strip() + where + (device.equals("cpu") ? "" : "  on " + device);
    }
  }

  /// Where the outputs of a step are.
  public enum Memory {
    FRESH,
    /// The input's, seen otherwise.
    VIEW,
    /// That of an array which was there.
    EXISTING
  }

  public Explanation {
    steps = List.copyOf(steps);
  }

  /// How many bytes all steps took for their results.
  public long bytes() {
    return steps.stream().mapToLong(Step::bytes).sum();
  }

  /// A line for each step below a line of totals.
  @Override
  public String toString() {
    int longest = steps.stream().mapToInt(step -> step.primitive().length()).max().orElse(0);
    int width = Math.min(WIDEST, longest);
    String count = steps.size() == 1 ? "1 primitive, " : steps.size() + " primitives, ";
    StringBuilder text = new StringBuilder(count + bytes() + " bytes of fresh memory");
    steps.forEach(step -> text.append('\n').append(step.line(width)));
    return text.toString();
  }
}
