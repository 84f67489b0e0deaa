package org.panarray.internal.page;

import java.util.List;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Devices;
import org.panarray.internal.array.TypeRules;
import org.panarray.internal.indexing.Taking;
import org.panarray.internal.ordering.Intersection;
import org.panarray.internal.ordering.Membership;
import org.panarray.internal.ordering.UniqueElements;
import org.panarray.keyword.Keyword;
import org.panarray.result.IntersectResult;
import org.panarray.result.UniqueAllResult;
import org.panarray.result.UniqueCountsResult;
import org.panarray.result.UniqueInverseResult;
import org.panarray.result.UniqueResult;

/// Sets: arrays taken as collections of values.
///
/// Results are sorted 1-d copies unless said otherwise; indices and counts are int64.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.set.html">NumPy's page</a>
public sealed interface Sets permits Np {

  /// The different values, sorted: `numpy.unique`. Keywords: `axis` (rows along it are the values;
  /// default: elements), `equalNan` (default true: all NaN are one value), `sorted`. With
  /// `returnIndex`, `returnInverse` or `returnCounts` the result is a [UniqueResult].
  ///
  /// ```java
  /// np.unique(new int[] {3, 1, 3}) // [1 3]
  /// np.unique(new int[] {3, 1, 3}, returnCounts(true)).counts() // [1 2]
  /// ```
  ///
  /// @throws org.panarray.error.AxisError where there is no such axis
  default NDArray unique(Object ar, Keyword.ForUnique... keywords) {
    return UniqueElements.of(ArrayLike.of(ar), keywords).values();
  }

  /// The different values and what `returnIndex`, `returnInverse` and `returnCounts` ask for.
  /// Keywords: `return_index`, `return_inverse`, `return_counts`, `axis`, `equal_nan`, `sorted`.
  default UniqueResult unique(Object ar, Keyword.ForUniqueParts... keywords) {
    return UniqueElements.of(ArrayLike.of(ar), keywords);
  }

  /// Values, first indices, inverse indices and counts: `numpy.unique_all`. Every NaN is a value of
  /// its own.
  default UniqueAllResult uniqueAll(Object x) {
    UniqueElements parts = new UniqueElements(ArrayLike.of(x), true, false);
    return new UniqueAllResult(parts.values(), parts.index(), parts.inverse(), parts.counts());
  }

  /// Values and counts: `numpy.unique_counts`. Every NaN is a value of its own.
  default UniqueCountsResult uniqueCounts(Object x) {
    UniqueElements parts = new UniqueElements(ArrayLike.of(x), false, false);
    return new UniqueCountsResult(parts.values(), parts.counts());
  }

  /// Values and inverse indices: `numpy.unique_inverse`. Every NaN is a value of its own.
  default UniqueInverseResult uniqueInverse(Object x) {
    UniqueElements parts = new UniqueElements(ArrayLike.of(x), true, false);
    return new UniqueInverseResult(parts.values(), parts.inverse());
  }

  /// The different values: `numpy.unique_values`. Every NaN is a value of its own.
  default NDArray uniqueValues(Object x) {
    return new UniqueElements(ArrayLike.of(x), false, false).values();
  }

  /// Whether each element is among the test elements: `numpy.isin`, bool of the shape of `element`.
  /// Keywords: `assumeUnique`, `invert`, `kind` (of no effect).
  ///
  /// ```java
  /// np.isin(np.arange(4), new int[] {1, 3}) // [False  True False  True]
  /// ```
  ///
  /// @throws ValueError `Invalid kind: 'x'. Please use None, 'sort' or 'table'.`
  default NDArray isin(Object element, Object testElements, Keyword.ForMembership... keywords) {
    Keyword.Kind kind = Keyword.find(Keyword.Kind.class, keywords);
    String by = kind == null ? null : kind.value();
    if (by != null && !by.equals("sort") && !by.equals("table")) {
      throw new ValueError("Invalid kind: '" + by + "'. Please use None, 'sort' or 'table'.");
    }
    Keyword.Invert invert = Keyword.find(Keyword.Invert.class, keywords);
    NDArray given = ArrayLike.of(element);
    NDArray test = Devices.beside(given, testElements, ArrayLike.of(testElements));
    NDArray elements = Devices.beside(test, element, given);
    if ("table".equals(by) && !(isWhole(elements) && isWhole(test))) {
      throw new ValueError(
          "The 'table' method is only supported for boolean or integer arrays. Please select 'sort'"
              + " or None for kind.");
    }
    NDArray found = isMember(elements, test.reshape(-1));
    return invert != null && invert.value() ? Np.np.logicalNot(found) : found;
  }

  private static boolean isWhole(NDArray array) {
    return array.dtype().isInteger() || array.dtype().isBool();
  }

  private static NDArray isMember(NDArray element, NDArray test) {
    if (test.size() == 0) {
      return Np.np.zerosLike(element, DType.BOOL);
    }
    DType type = TypeRules.promoted(element.dtype(), test.dtype());
    NDArray values = Casts.to(element, type);
    NDArray found = Membership.byTable(values, Casts.to(test, type));
    if (found != null) {
      return found;
    }
    NDArray sorted = Np.np.sort(Casts.to(test, type));
    NDArray places = Np.np.minimum(Np.np.searchsorted(sorted, values), test.size() - 1);
    return Np.np.equal(Taking.at(sorted, places), values);
  }

  /// The values that both have: `numpy.intersect1d`. Keyword: `assumeUnique`. With `returnIndices`
  /// the result is an [IntersectResult].
  ///
  /// ```java
  /// np.intersect1d(new int[] {1, 2, 3}, new int[] {3, 1, 5}) // [1 3]
  /// ```
  default NDArray intersect1d(Object ar1, Object ar2, Keyword.ForIntersect... keywords) {
    return Intersection.of(ArrayLike.of(ar1), ArrayLike.of(ar2), keywords).values();
  }

  /// The values that both have, with where they were where `returnIndices` asks for it. Keywords:
  /// `return_indices`, `assume_unique`.
  default IntersectResult intersect1d(
      Object ar1, Object ar2, Keyword.ForIntersectParts... keywords) {
    return Intersection.of(ArrayLike.of(ar1), ArrayLike.of(ar2), keywords);
  }

  /// The values that one or the other has: `numpy.union1d`.
  default NDArray union1d(Object ar1, Object ar2) {
    return unique(Np.np.concatenate(new Object[] {ar1, ar2}, Kw.axis((int[]) null)));
  }

  /// The values of the first that the second lacks: `numpy.setdiff1d`. With `assumeUnique` they
  /// keep their order. Keyword: `assume_unique`.
  default NDArray setdiff1d(Object ar1, Object ar2, Keyword.ForSets... keywords) {
    NDArray first =
        assumesUnique(keywords) ? ArrayLike.of(ar1).reshape(-1) : unique(ArrayLike.of(ar1));
    return Taking.where(first, isin(first, ar2, Kw.invert(true)));
  }

  /// The values that only one of them has: `numpy.setxor1d`. Keyword: `assumeUnique`.
  default NDArray setxor1d(Object ar1, Object ar2, Keyword.ForSets... keywords) {
    boolean ready = assumesUnique(keywords);
    NDArray first = ready ? ArrayLike.of(ar1) : unique(ArrayLike.of(ar1));
    NDArray second = ready ? ArrayLike.of(ar2) : unique(ArrayLike.of(ar2));
    NDArray all = Np.np.sort(joined(first, second));
    if (all.size() == 0) {
      return all;
    }
    NDArray starts = UniqueElements.starts(all);
    NDArray ends =
        Devices.on(
            all, () -> Np.np.concatenate(List.of(starts.get("1:"), Np.np.ones(1, DType.BOOL))));
    return Taking.where(all, starts.and(ends));
  }

  private static boolean assumesUnique(Keyword[] keywords) {
    Keyword.AssumeUnique given = Keyword.find(Keyword.AssumeUnique.class, keywords);
    return given != null && given.value();
  }

  private static NDArray joined(NDArray first, NDArray second) {
    return Np.np.concatenate(List.of(first.reshape(-1), second.reshape(-1)));
  }
}
