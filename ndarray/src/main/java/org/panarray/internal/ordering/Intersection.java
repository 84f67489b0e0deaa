package org.panarray.internal.ordering;

import java.util.List;
import org.panarray.NDArray;
import org.panarray.internal.array.Formula;
import org.panarray.internal.indexing.Counting;
import org.panarray.internal.indexing.Taking;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.keyword.Keyword;
import org.panarray.result.IntersectResult;

/// The values that two arrays have in common: equal neighbours when both are sorted together.
public final class Intersection {
  private Intersection() {}

  public static IntersectResult of(NDArray a, NDArray b, Keyword[] keywords) {
    Keyword.AssumeUnique given = Keyword.find(Keyword.AssumeUnique.class, keywords);
    NDArray first = a.reshape(-1);
    NDArray second = b.reshape(-1);
    NDArray firstIndex = null;
    NDArray secondIndex = null;
    if (given == null || !given.value()) {
      UniqueElements inFirst = new UniqueElements(first, true, true);
      UniqueElements inSecond = new UniqueElements(second, true, true);
      first = inFirst.values();
      second = inSecond.values();
      firstIndex = inFirst.index();
      secondIndex = inSecond.index();
    }
    NDArray all = Concatenation.concatenate(List.of(first, second));
    NDArray order = Ordering.argsort(all);
    NDArray sorted = Taking.at(all, order);
    NDArray left = sorted.get(":-1");
    NDArray places = Counting.flatnonzero(Formula.equal(sorted.get("1:"), left));
    NDArray inFirst = Taking.at(order.get(":-1"), places);
    NDArray inSecond = Taking.at(order.get("1:"), places).minus(first.size());
    return new IntersectResult(
        Taking.at(left, places),
        firstIndex == null ? inFirst : Taking.at(firstIndex, inFirst),
        secondIndex == null ? inSecond : Taking.at(secondIndex, inSecond));
  }
}
