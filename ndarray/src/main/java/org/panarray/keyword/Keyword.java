package org.panarray.keyword;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType.Casting;

/// A keyword argument: a typed value given last, made by [Kw].
///
/// Each nested `For...` interface is the set of keywords that a family of functions understands, so
/// a keyword that does not apply is a compile error. A keyword record lists the families it is for.
public interface Keyword {
  /// Keywords of `np.array`.
  interface ForArray extends Keyword {}

  /// Keywords of `asarray` and `asanyarray`.
  interface ForAsarray extends ForArray {}

  /// Keywords of `asarray_chkfinite`.
  interface ForChkfinite extends ForAsarray {}

  /// Keywords of functions that take a dtype and nothing else.
  interface ForDtype extends ForChkfinite, ForTri, ForIndices {}

  /// Keywords of `zeros`, `ones`, `empty` and `full`.
  interface ForFill extends Keyword {}

  /// Keywords of `zeros_like` and its kin.
  interface ForLike extends Keyword {}

  /// Keywords of `ravel`, `flatten`, `tobytes` and `copy`.
  interface ForOrder extends ForReshape {}

  /// Keywords of `reshape`.
  interface ForReshape extends Keyword {}

  /// Keywords of `ndarray.astype`.
  interface ForAstype extends Keyword {}

  /// Keywords of `copyto`.
  interface ForCopyto extends Keyword {}

  /// Keywords of `arange`.
  interface ForRange extends Keyword {}

  /// Keywords of `linspace` that leave it with one result, and of `geomspace`.
  interface ForLinspace extends PadKeyword.ForLinspaceParts, ForLogspace {}

  /// Keywords of `logspace`.
  interface ForLogspace extends Keyword {}

  /// Keywords of `eye`.
  interface ForEye extends Keyword {}

  /// Keywords of `tri`.
  interface ForTri extends ForEye {}

  /// Keywords of every ufunc.
  interface ForUfunc extends Keyword {}

  /// Keywords of `matmul` and its kin.
  interface ForProduct extends Keyword {}

  /// Keywords of functions that take `out` and nothing else.
  interface ForOut extends ForUfunc, ForProduct {}

  /// Keywords of `sum`, `prod` and `ufunc.reduce`.
  interface ForReduction extends Keyword {}

  /// Keywords of `max` and `min`.
  interface ForExtremum extends ForReduction {}

  /// Keywords of `any` and `all`.
  interface ForTruth extends ForExtremum {}

  /// Keywords of `mean`.
  interface ForMean extends Keyword {}

  /// Keywords of `var` and `std`.
  interface ForVariance extends Keyword {}

  /// Keywords of `ndarray.var` and `ndarray.std`.
  interface ForArrayVariance extends ForVariance {}

  /// Keywords of `argmax`, `argmin` and `ptp`.
  interface ForArgReduction extends Keyword {}

  /// Keywords of `cumsum`, `cumprod` and `ufunc.accumulate`.
  interface ForScan extends Keyword {}

  /// Keywords of functions that take an axis and nothing else.
  interface ForAxis extends ForProduct {}

  /// Keywords of `concatenate` and `stack`.
  interface ForJoin extends Keyword {}

  /// Keywords of `vstack` and `hstack`.
  interface ForStack extends ForJoin {}

  /// Keywords of `sort` and `argsort`.
  interface ForSort extends Keyword {}

  /// Keywords of `partition` and `argpartition`.
  interface ForPartition extends Keyword {}

  /// Keywords of `searchsorted`.
  interface ForSearch extends Keyword {}

  /// Keywords of `count_nonzero`.
  interface ForCount extends Keyword {}

  /// Keywords of `unique` that change which parts it gives, and all others of it.
  interface ForUniqueParts extends Keyword {}

  /// Keywords of `unique` that leave it with one result.
  interface ForUnique extends ForUniqueParts {}

  /// Keywords of `setdiff1d` and `setxor1d`.
  interface ForSets extends Keyword {}

  /// Keywords of `isin`.
  interface ForMembership extends Keyword {}

  /// Keywords of `intersect1d` that change which parts it gives, and all others of it.
  interface ForIntersectParts extends Keyword {}

  /// Keywords of `intersect1d` that leave it with one result.
  interface ForIntersect extends ForIntersectParts {}

  /// Keywords of `bincount`.
  interface ForBincount extends Keyword {}

  /// Keywords of `take`.
  interface ForTake extends Keyword {}

  /// Keywords of `choose`.
  interface ForChoose extends Keyword {}

  /// Keywords of `compress`.
  interface ForCompress extends Keyword {}

  /// Keywords of `ravel_multi_index`.
  interface ForMultiIndex extends Keyword {}

  /// Keywords of `indices`.
  interface ForIndices extends Keyword {}

  /// Keywords of `meshgrid`.
  interface ForMeshgrid extends Keyword {}

  /// Every family that takes a dtype, once for both of its spellings: [Dtype] and [DType] itself.
  sealed interface AnyDtype
      extends ForArray,
          ForDtype,
          ForFill,
          ForLike,
          ForRange,
          ForLinspace,
          ForUfunc,
          ForProduct,
          ForReduction,
          ForMean,
          ForArrayVariance,
          ForScan,
          ForStack,
          StatisticsKeyword.ForCorrelation,
          StatisticsKeyword.ForCumulative,
          RandomKeyword.ForStandard,
          RandomKeyword.ForStandardExponential,
          RandomKeyword.ForIntegers,
          RandomKeyword.ForRandint,
          TextKeyword.ForLoadtxt,
          TextKeyword.ForGenfromtxt,
          TextKeyword.ForFromstring,
          TextKeyword.ForMemmap,
          MatrixKeyword.ForMatrixTrace,
          PadKeyword.ForFrombuffer,
          PadKeyword.ForRequire
      permits Dtype, DType {}

  /// `axis`: axes to work over, or null for NumPy's `None`.
  record Axis(int @Nullable [] axes)
      implements ForProduct,
          StatisticsKeyword.ForAverage,
          StatisticsKeyword.ForCumulative,
          ForPartition,
          ForCount,
          ForUnique,
          ForTake,
          ForCompress,
          ForMean,
          ForArgReduction,
          ForScan,
          ForAxis,
          ForJoin,
          ForSort,
          ForLinspace,
          RandomKeyword.ForChoice,
          RandomKeyword.ForPermuted,
          MatrixKeyword.ForCross,
          FftKeyword.ForTransform,
          MatrixKeyword.ForNorm,
          MathKeyword.ForDiff,
          MathKeyword.ForGradient,
          MathKeyword.ForUnwrap,
          MathKeyword.ForTrapezoid,
          PadKeyword.ForPackbits,
          ForTruth,
          ForArrayVariance,
          StatisticsKeyword.ForMedian {
    /// The one axis.
    ///
    /// @throws org.panarray.error.TypeError where several were given
    public int single() {
      if (axes == null || axes.length != 1) {
        throw new org.panarray.error.TypeError(
            "'tuple' object cannot be interpreted as an integer");
      }
      return axes[0];
    }
  }

  /// `keepdims`: keep the reduced axes with length one.
  record Keepdims(boolean value)
      implements ForProduct,
          StatisticsKeyword.ForAverage,
          ForCount,
          ForMean,
          ForArgReduction,
          ForTruth,
          ForArrayVariance,
          StatisticsKeyword.ForMedian,
          MatrixKeyword.ForMatrixNorm {}

  /// `dtype`.
  record Dtype(DType value) implements AnyDtype {}

  /// `out`: arrays to write the results to; null among several where a result is to be new.
  record Out(@Nullable NDArray[] arrays)
      implements StatisticsKeyword.ForCumulative,
          DateKeyword.ForBusday,
          ForTake,
          ForChoose,
          ForCompress,
          ForMean,
          ForArgReduction,
          ForScan,
          ForJoin,
          RandomKeyword.ForStandard,
          RandomKeyword.ForStandardExponential,
          RandomKeyword.ForPermuted,
          MatrixKeyword.ForTrace,
          MathKeyword.ForRound,
          FftKeyword.ForTransform,
          FftKeyword.ForTransforms,
          ForOut,
          ForTruth,
          ForArrayVariance,
          StatisticsKeyword.ForMedian {
    public Out {
      Required.argument(arrays, "out");
    }

    /// The only output.
    public NDArray single() {
      if (arrays.length != 1) {
        throw new ValueError("The 'out' tuple must have exactly one entry");
      }
      return Required.argument(arrays[0], "out");
    }
  }

  /// `where`: a bool array that broadcasts with the inputs.
  record Where(Object mask) implements ForUfunc, ForMean, ForTruth, ForArrayVariance, ForCopyto {}

  /// `initial`: the value that a reduction starts from.
  record Initial(Object value) implements ForExtremum {}

  /// `signature`: the types of a ufunc's loop, as text such as `dd->d` or one for each input and
  /// output, null for any.
  record Signature(@Nullable String text, @Nullable DType... types)
      implements ForUfunc, ForProduct {}

  /// `casting`.
  record CastingRule(Casting value)
      implements ForProduct,
          ForUfunc,
          ForAstype,
          ForStack,
          ForCopyto,
          DateKeyword.ForDatetimeAsString {}

  /// `order`: memory order of the result.
  record MemoryOrder(org.panarray.prim.Order value)
      implements ForProduct,
          ForMultiIndex,
          ForFill,
          ForLike,
          ForEye,
          ForUfunc,
          TextKeyword.ForMemmap,
          ForOrder,
          ForAstype,
          ForChkfinite {}

  /// `copy`.
  record Copy(boolean value)
      implements ForMeshgrid, MathKeyword.ForNanToNum, ForAsarray, ForReshape, ForAstype {}

  /// `ndmin`: the least number of dimensions of the result.
  record Ndmin(int value) implements ForArray, TextKeyword.ForLoadtxt, TextKeyword.ForGenfromtxt {}

  /// `ndmax`: the greatest number of dimensions that nested sequences may have.
  record Ndmax(int value) implements ForArray {}

  /// `shape` of a `*_like` result.
  record ShapeOf(long... dims) implements ForLike, TextKeyword.ForMemmap {}

  /// `num`: how many samples.
  record Num(long value) implements ForLinspace {}

  /// `endpoint`: whether the stop is the last sample.
  record Endpoint(boolean value) implements ForLinspace, RandomKeyword.ForIntegers {}

  /// `base` of `logspace`.
  record Base(Object value) implements ForLogspace {}

  /// `k`: which diagonal.
  record K(int value) implements ForTri {}

  /// `M`: the number of columns.
  record Columns(long value) implements ForTri {}

  /// `ddof`: delta degrees of freedom.
  record Ddof(double value) implements StatisticsKeyword.ForCovariance, ForArrayVariance {}

  /// `mean`: the mean, where it is known already.
  record KnownMean(Object value) implements ForArrayVariance {}

  /// `kind`: the sorting algorithm by NumPy's name, or null for its `None`, the default; every kind
  /// is served by a stable one.
  record Kind(@Nullable String value) implements ForSort, ForPartition, ForMembership {}

  /// `stable`.
  record Stable(boolean value) implements ForSort {}

  /// `side` of `searchsorted`: `left` or `right`.
  record Side(String value) implements ForSearch {
    public Side {
      Required.argument(value, "side");
    }
  }

  /// `sorter`: the order that sorts the array searched.
  record Sorter(Object order) implements ForSearch {}

  /// `return_index`: also where each value was first.
  record ReturnIndex(boolean value) implements ForUniqueParts {}

  /// `return_inverse`: also which value each element is.
  record ReturnInverse(boolean value) implements ForUniqueParts {}

  /// `return_counts`: also how often each value was there.
  record ReturnCounts(boolean value) implements ForUniqueParts {}

  /// `equal_nan`: whether all NaN are one value.
  record EqualNan(boolean value) implements ForUnique, MathKeyword.ForClose {}

  /// `sorted`: whether the values are to be in order; they always are.
  record Sorted(boolean value) implements ForUnique {}

  /// `assume_unique`: no value is there twice.
  record AssumeUnique(boolean value) implements ForSets, ForMembership, ForIntersect {}

  /// `invert`: the opposite.
  record Invert(boolean value) implements ForMembership {}

  /// `return_indices`: also where the values were.
  record ReturnIndices(boolean value) implements ForIntersectParts {}

  /// `weights`: how much each element counts.
  record Weights(Object values)
      implements StatisticsKeyword.ForAverage,
          StatisticsKeyword.ForQuantile,
          ForBincount,
          StatisticsKeyword.ForBinEdges {}

  /// `minlength`: the least length of the result.
  record Minlength(long value) implements ForBincount {}

  /// `sparse`: results that only broadcast to the whole grid.
  record Sparse(boolean value) implements ForMeshgrid, ForIndices {}

  /// `indexing`: `xy` or `ij`.
  record Indexing(String value) implements ForMeshgrid {
    public Indexing {
      Required.argument(value, "indexing");
    }
  }

  /// The keywords and one more behind them, which counts where it was given before.
  static <F extends Keyword> F[] with(IntFunction<F[]> array, F[] keywords, F more) {
    F[] all = array.apply(Required.argument(keywords, "keywords").length + 1);
    System.arraycopy(keywords, 0, all, 0, keywords.length);
    all[keywords.length] = more;
    return all;
  }

  /// The keyword of one type among those given, the last if there are several.
  static <T> @Nullable T find(Class<T> type, Keyword @Nullable [] keywords) {
    Required.argument(keywords, "keywords");
    for (int i = keywords.length - 1; i >= 0; i--) {
      if (type.isInstance(keywords[i])) {
        return type.cast(keywords[i]);
      }
    }
    return null;
  }

  /// The `dtype` among the keywords, whether given as a [DType] or as [Dtype].
  static @Nullable DType dtypeIn(Keyword[] keywords) {
    Dtype named = find(Dtype.class, keywords);
    return named != null ? named.value() : find(DType.class, keywords);
  }
}
