package org.panarray.prim;

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
  public Expr expr(List<ElementType> types) {
    List<Expr> known = new java.util.ArrayList<>(inputs + steps.size());
    for (int k = 0; k < inputs; k++) {
      known.add(new Expr.Arg(k, types.get(k)));
    }
    for (Step step : steps) {
      known.add(Expr.substitute(step.expr(), step.reads().stream().map(known::get).toList()));
    }
    return known.getLast();
  }
}
