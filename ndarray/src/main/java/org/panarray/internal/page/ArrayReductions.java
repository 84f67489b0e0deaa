package org.panarray.internal.page;

import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.keyword.Keyword;

/// Reductions and scans as methods of an array; the keywords are those of [Np].
public sealed interface ArrayReductions permits NDArray {

  /// The sum: `np.sum(this, ...)`. Keywords: `axis`, `dtype`, `out`, `keepdims`, `initial`,
  /// `where`.
  default NDArray sum(Keyword.ForReduction... keywords) {
    return Np.np.sum(this, keywords);
  }

  /// The sum along one axis.
  default NDArray sum(int axis) {
    return Np.np.sum(this, Kw.axis(axis));
  }

  /// The product: `np.prod(this, ...)`. Keywords: `axis`, `dtype`, `out`, `keepdims`, `initial`,
  /// `where`.
  default NDArray prod(Keyword.ForReduction... keywords) {
    return Np.np.prod(this, keywords);
  }

  /// The product along one axis.
  default NDArray prod(int axis) {
    return Np.np.prod(this, Kw.axis(axis));
  }

  /// The largest element: `np.max(this, ...)`. Keywords: `axis`, `out`, `keepdims`, `initial`,
  /// `where`.
  default NDArray max(Keyword.ForExtremum... keywords) {
    return Np.np.max(this, keywords);
  }

  /// The largest element along one axis.
  default NDArray max(int axis) {
    return Np.np.max(this, Kw.axis(axis));
  }

  /// The smallest element: `np.min(this, ...)`. Keywords: `axis`, `out`, `keepdims`, `initial`,
  /// `where`.
  default NDArray min(Keyword.ForExtremum... keywords) {
    return Np.np.min(this, keywords);
  }

  /// The smallest element along one axis.
  default NDArray min(int axis) {
    return Np.np.min(this, Kw.axis(axis));
  }

  /// The truth of all elements: `np.all(this, ...)`. Keywords: `axis`, `out`, `keepdims`,
  /// `where`.
  default NDArray all(Keyword.ForTruth... keywords) {
    return Np.np.all(this, keywords);
  }

  /// The truth of all elements along one axis.
  default NDArray all(int axis) {
    return Np.np.all(this, Kw.axis(axis));
  }

  /// The truth of any element: `np.any(this, ...)`. Keywords: `axis`, `out`, `keepdims`, `where`.
  default NDArray any(Keyword.ForTruth... keywords) {
    return Np.np.any(this, keywords);
  }

  /// The truth of any element along one axis.
  default NDArray any(int axis) {
    return Np.np.any(this, Kw.axis(axis));
  }

  /// The arithmetic mean: `np.mean(this, ...)`. Keywords: `axis`, `dtype`, `out`, `keepdims`,
  /// `where`.
  default NDArray mean(Keyword.ForMean... keywords) {
    return Np.np.mean(this, keywords);
  }

  /// The arithmetic mean along one axis.
  default NDArray mean(int axis) {
    return Np.np.mean(this, Kw.axis(axis));
  }

  /// The variance: `np.var(this, ...)`. Keywords: `axis`, `dtype`, `out`, `ddof`, `keepdims`,
  /// `where`, `mean`.
  default NDArray var(Keyword.ForArrayVariance... keywords) {
    return Np.np.var(this, keywords);
  }

  /// The variance along one axis.
  default NDArray var(int axis) {
    return Np.np.var(this, Kw.axis(axis));
  }

  /// The standard deviation: `np.std(this, ...)`. Keywords: `axis`, `dtype`, `out`, `ddof`,
  /// `keepdims`, `where`, `mean`.
  default NDArray std(Keyword.ForArrayVariance... keywords) {
    return Np.np.std(this, keywords);
  }

  /// The standard deviation along one axis.
  default NDArray std(int axis) {
    return Np.np.std(this, Kw.axis(axis));
  }

  /// The running sum: `np.cumsum(this, ...)`. Keywords: `axis`, `dtype`, `out`.
  default NDArray cumsum(Keyword.ForScan... keywords) {
    return Np.np.cumsum(this, keywords);
  }

  /// The running sum along one axis.
  default NDArray cumsum(int axis) {
    return Np.np.cumsum(this, Kw.axis(axis));
  }

  /// The running product: `np.cumprod(this, ...)`. Keywords: `axis`, `dtype`, `out`.
  default NDArray cumprod(Keyword.ForScan... keywords) {
    return Np.np.cumprod(this, keywords);
  }

  /// The running product along one axis.
  default NDArray cumprod(int axis) {
    return Np.np.cumprod(this, Kw.axis(axis));
  }
}
