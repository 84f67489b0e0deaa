package org.panarray.prim;

import java.util.ArrayList;
import java.util.List;

/// Elementwise steps over one shape, of which later ones read the results of earlier ones: what an
/// engine can compute without keeping what lies between. The last step is the result.
///
/// @param inputs how many arrays the steps read that are there already
public record Chain(int inputs, List<Step> steps) {
  public Chain {
    steps = List.copyOf(steps);
  }

  /// One step.
  ///
  /// @param expr what is computed, of arguments 0, 1, ...
  /// @param reads what each argument is: below `inputs` an input, else the result of step `read -
  ///   inputs`
  public record Step(Expr expr, List<Integer> reads) {
    public Step {
      reads = List.copyOf(reads);
    }
  }

  /// The result as one expression of the inputs.
  public Expr expr() {
    List<Expr> results = new ArrayList<>(steps.size());
    for (Step step : steps) {
      results.add(
          step.expr()
              .replace(leaf -> leaf instanceof Expr.Arg arg ? read(step, arg, results) : leaf));
    }
    return results.getLast();
  }

  private Expr read(Step step, Expr.Arg arg, List<Expr> results) {
    int read = step.reads().get(arg.index());
    return read < inputs ? new Expr.Arg(read, arg.type()) : results.get(read - inputs);
  }
}
