package org.panarray;

import java.util.ArrayList;
import java.util.List;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;

/// What `einsum` was called with: operands, and after them keywords, which Java cannot tell apart
/// in one list of arguments.
///
/// @param operands at least one
record EinsumCall(List<NDArray> operands, Keyword[] keywords) {

  static EinsumCall of(Object[] arguments) {
    List<NDArray> operands = new ArrayList<>();
    List<Keyword> keywords = new ArrayList<>();
    for (Object argument : arguments) {
      if (!(argument instanceof Keyword keyword)) {
        operands.add(ArrayLike.of(argument));
        continue;
      }
      if (!(keyword instanceof MatrixKeyword.Optimize || keyword instanceof Keyword.ForProduct)) {
        throw new TypeError(
            "einsum() got an unexpected keyword argument '"
                + keyword.getClass().getSimpleName()
                + "'");
      }
      keywords.add(keyword);
    }
    if (operands.isEmpty()) {
      throw new ValueError(
          "must specify the einstein sum subscripts string and at least one operand, or at least"
              + " one operand and its corresponding subscripts list");
    }
    return new EinsumCall(operands, keywords.toArray(Keyword[]::new));
  }

  NDArray evaluate(String subscripts) {
    ElementType type = operands.getFirst().element();
    for (NDArray operand : operands) {
      type = ElementType.promote(type, operand.element());
    }
    DType dtype = Keyword.dtypeIn(keywords);
    if (dtype != null) {
      Keyword.CastingRule rule = Keyword.find(Keyword.CastingRule.class, keywords);
      requireCasts(dtype.element(), rule == null ? Casting.SAFE : rule.value());
      type = dtype.element();
    }
    NDArray result = Einsum.evaluate(subscripts, operands, type, isGreedy());
    return Storing.to(keywords, "einsum", result);
  }

  private void requireCasts(ElementType type, Casting casting) {
    for (int i = 0; i < operands.size(); i++) {
      ElementType given = operands.get(i).element();
      if (!given.canCast(type, casting)) {
        throw new TypeError(
            "Iterator operand %d dtype could not be cast from dtype('%s') to dtype('%s') according to the rule '%s'"
                .formatted(i, given.numpyName(), type.numpyName(), casting.numpyName()));
      }
    }
  }

  List<int[]> path(String subscripts) {
    return Einsum.path(subscripts, operands, isGreedy());
  }

  private boolean isGreedy() {
    MatrixKeyword.Optimize optimize = Keyword.find(MatrixKeyword.Optimize.class, keywords);
    return optimize == null || optimize.value();
  }
}
