package org.panarray.prim;

/// The sum of two terms of a formula, the second of which is small.
record Pair(Term high, Term low) {
  Term whole() {
    return high.plus(low);
  }

  /// The sum, and what it rounds away.
  Pair normal() {
    Term sum = whole();
    return new Pair(sum, high.minus(sum).plus(low));
  }
}
