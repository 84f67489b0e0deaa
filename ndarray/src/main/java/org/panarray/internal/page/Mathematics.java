package org.panarray.internal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.Finfo;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.Required;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.ElementFunctions;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.RealParts;
import org.panarray.internal.array.Storing;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.internal.statistics.Convolution;
import org.panarray.internal.statistics.Differences;
import org.panarray.internal.statistics.Gradients;
import org.panarray.internal.statistics.Interpolation;
import org.panarray.internal.statistics.SpecialFunctions;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MathKeyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.result.Divmod;
import org.panarray.result.Frexp;
import org.panarray.result.Modf;

/// Mathematical functions that are more than one operation on each element.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.math.html">NumPy's page</a>
public sealed interface Mathematics permits Np {

  /// The elements limited to an interval: `numpy.clip`. A bound may be null; Java scalars are weak.
  /// Keywords: `out`, `dtype`, `where`.
  ///
  /// ```java
  /// np.clip(np.arange(5), 1, 3) // [1 1 2 3 3]
  /// ```
  default NDArray clip(
      Object a, @Nullable Object aMin, @Nullable Object aMax, Keyword.ForUfunc... keywords) {
    return ElementFunctions.clip(a, aMin, aMax, keywords);
  }

  /// Rounded to integers, ties to even: `numpy.round`. Keywords: `decimals`, `out`.
  default NDArray round(Object a, MathKeyword.ForRound... keywords) {
    MathKeyword.Decimals decimals = Keyword.find(MathKeyword.Decimals.class, keywords);
    NDArray rounded = RealParts.round(ArrayLike.of(a), decimals == null ? 0 : decimals.value());
    return Storing.to(keywords, "rint", rounded);
  }

  /// Rounded to a number of decimals, ties to even; integers change where it is negative.
  ///
  /// ```java
  /// np.round(new double[] {1.255, 2.5}, 1) // [1.3 2.5]
  /// ```
  default NDArray round(Object a, int decimals) {
    return RealParts.round(ArrayLike.of(a), decimals);
  }

  /// Another name of [#round].
  default NDArray around(Object a, MathKeyword.ForRound... keywords) {
    return round(a, keywords);
  }

  /// Another name of [#round].
  default NDArray around(Object a, int decimals) {
    return round(a, decimals);
  }

  /// Rounded towards zero: `numpy.fix`; integers and bools stay what they are. Keyword: `out`.
  default NDArray fix(Object x, Keyword.ForOut... keywords) {
    return Elementwise.applyWith(ScalarOp.TRUNC, new Object[] {x}, keywords);
  }

  /// The angle of complex numbers in radians: `numpy.angle`, in `(-pi, pi]`.
  default NDArray angle(Object z) {
    return angle(z, false);
  }

  /// The angle of complex numbers, in degrees where `deg` holds.
  default NDArray angle(Object z, boolean deg) {
    NDArray array = ArrayLike.of(z);
    NDArray angle =
        array.dtype().isComplex()
            ? Elementwise.apply(ScalarOp.ARCTAN2, imag(array), real(array))
            : Elementwise.apply(ScalarOp.ARCTAN2, 0L, array);
    return deg ? Elementwise.apply(ScalarOp.MULTIPLY, angle, 180 / Math.PI) : angle;
  }

  /// The real parts: `numpy.real`, a view of a complex array; a real array itself.
  default NDArray real(Object val) {
    NDArray array = ArrayLike.of(val);
    return array.dtype().isComplex() ? Dispatch.apply(new Primitive.Part(false), array) : array;
  }

  /// The imaginary parts: `numpy.imag`, a view of a complex array; read-only zeros of a real one.
  default NDArray imag(Object val) {
    NDArray array = ArrayLike.of(val);
    return array.dtype().isComplex()
        ? Dispatch.apply(new Primitive.Part(true), array)
        : NewArrays.zerosLike(array).asReadOnly();
  }

  /// The real parts where all imaginary parts are negligible, below `tol` (default 100) times the
  /// machine precision, else the array: `numpy.real_if_close`.
  default NDArray realIfClose(Object a, MatrixKeyword.Tol... tol) {
    NDArray array = ArrayLike.of(a);
    if (!array.dtype().isComplex()) {
      return array;
    }
    double limit = tol.length == 0 ? 100 : ArrayLike.of(tol[tol.length - 1].value()).asDouble();
    if (limit > 1) {
      limit *= Finfo.of(array.dtype()).eps();
    }
    boolean close =
        Elementwise.apply(ScalarOp.LESS, Elementwise.apply(ScalarOp.ABSOLUTE, imag(array)), limit)
            .all()
            .asBoolean();
    return close ? real(array) : array;
  }

  /// NaN and infinities replaced: `numpy.nan_to_num`. Keywords: `nan` (default 0), `posinf` and
  /// `neginf` (default the largest and smallest number of the dtype), each a number or an array
  /// that broadcasts; `copy` (default true; with false the array itself is changed).
  ///
  /// ```java
  /// np.nanToNum(new double[] {1, np.nan, np.inf}, nan(-1), posinf(9)) // [ 1. -1.  9.]
  /// ```
  default NDArray nanToNum(Object x, MathKeyword.ForNanToNum... keywords) {
    NDArray array = ArrayLike.of(x);
    Keyword.Copy copy = Keyword.find(Keyword.Copy.class, keywords);
    boolean inPlace = copy != null && !copy.value();
    if (!array.dtype().isInexact()) {
      return inPlace ? array : NewArrays.copy(array);
    }
    NDArray result = RealParts.finite(array, keywords);
    return inPlace ? Storing.into("copyto", result, array, ElementType.Casting.SAME_KIND) : result;
  }

  /// `sin(pi x) / (pi x)`, 1 at 0: `numpy.sinc`.
  default NDArray sinc(Object x) {
    return SpecialFunctions.sinc(ArrayLike.of(x));
  }

  /// The modified Bessel function of the first kind, order 0: `numpy.i0`.
  ///
  /// @throws TypeError `i0 not supported for complex values`
  default NDArray i0(Object x) {
    return SpecialFunctions.i0(ArrayLike.of(x));
  }

  /// `floor(x1 / x2)` and the remainder: `numpy.divmod`. Keywords: those of ufuncs; `out` has one
  /// array or null for each result.
  ///
  /// ```java
  /// np.divmod(np.arange(4), 3).remainder() // [0 1 2 0]
  /// ```
  default Divmod divmod(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    Object[] inputs = {x1, x2};
    NDArray[] both =
        Faults.together(
            "divmod",
            () ->
                ElementFunctions.pair(
                    "divmod", ScalarOp.FLOOR_DIVIDE, ScalarOp.REMAINDER, inputs, keywords));
    return new Divmod(both[0], both[1]);
  }

  /// Fractional and integral parts, both with the sign of `x`: `numpy.modf`. Keywords: those of
  /// ufuncs; `out` has one array or null for each result.
  default Modf modf(Object x, Keyword.ForUfunc... keywords) {
    NDArray[] both =
        ElementFunctions.pair(
            "modf", ScalarOp.MODF_FRACTION, ScalarOp.MODF_INTEGRAL, new Object[] {x}, keywords);
    return new Modf(both[0], both[1]);
  }

  /// Mantissas and exponents of two: `numpy.frexp`. Keywords: those of ufuncs; `out` has one array
  /// or null for each result.
  default Frexp frexp(Object x, Keyword.ForUfunc... keywords) {
    NDArray[] both =
        ElementFunctions.pair(
            "frexp", ScalarOp.FREXP_MANTISSA, ScalarOp.FREXP_EXPONENT, new Object[] {x}, keywords);
    return new Frexp(both[0], both[1]);
  }

  /// Differences of neighbours: `numpy.diff`, of bools whether they differ. Keywords: `n` (how
  /// often, default 1), `axis` (default -1), `prepend`, `append`.
  ///
  /// ```java
  /// np.diff(new int[] {1, 4, 9}) // [3 5]
  /// ```
  ///
  /// @throws ValueError `order must be non-negative but got -1`
  default NDArray diff(Object a, MathKeyword.ForDiff... keywords) {
    return Differences.diff(ArrayLike.of(a), keywords);
  }

  /// Differences of neighbours, taken `n` times along the last axis.
  default NDArray diff(Object a, int n) {
    return diff(a, Kw.n(n));
  }

  /// Differences of neighbours of the flattened array: `numpy.ediff1d`. Keywords: `toBegin`,
  /// `toEnd`.
  default NDArray ediff1d(Object ary, MathKeyword.ForEdiff1d... keywords) {
    return Differences.flat(ArrayLike.of(ary), keywords);
  }

  /// The gradient along each axis, of `f`'s shape: `numpy.gradient`, central differences inside and
  /// one-sided ones at the ends. After `f` come distances (none: 1; one number for all axes; for
  /// each axis a number or the coordinates), then the keywords `axis` and `edgeOrder` (1 or 2).
  ///
  /// ```java
  /// np.gradient(new double[] {1, 2, 4, 7}).getFirst() // [1.  1.5 2.5 3. ]
  /// ```
  ///
  /// @throws ValueError where an axis is too short
  /// @throws TypeError `invalid number of arguments`
  default List<NDArray> gradient(Object f, Object... varargsThenKeywords) {
    return Gradients.of(ArrayLike.of(f), varargsThenKeywords);
  }

  /// As [#gradient(Object, Object...)] for distances of 1.
  default List<NDArray> gradient(Object f, MathKeyword.ForGradient... keywords) {
    return Gradients.of(ArrayLike.of(f), keywords);
  }

  /// As [#gradient(Object, Object...)] with one distance, or the coordinates of the one axis.
  default List<NDArray> gradient(Object f, Object spacing, MathKeyword.ForGradient... keywords) {
    Object[] all = new Object[Required.argument(keywords, "keywords").length + 1];
    all[0] = spacing;
    System.arraycopy(keywords, 0, all, 1, keywords.length);
    return Gradients.of(ArrayLike.of(f), all);
  }

  /// The integral by the trapezoidal rule: `numpy.trapezoid`. Keywords: `x` (coordinates), `dx`
  /// (their distance, default 1), `axis` (default -1).
  default NDArray trapezoid(Object y, MathKeyword.ForTrapezoid... keywords) {
    return Differences.trapezoid(ArrayLike.of(y), keywords);
  }

  /// Jumps larger than half a period taken back: `numpy.unwrap`. Keywords: `discont`, `axis`
  /// (default -1), `period` (default 2 pi).
  default NDArray unwrap(Object p, MathKeyword.ForUnwrap... keywords) {
    return Differences.unwrap(ArrayLike.of(p), keywords);
  }

  /// The full convolution of two vectors: `numpy.convolve`, `(n,)` and `(m,)` to `(n + m - 1,)`.
  default NDArray convolve(Object a, Object v) {
    return convolve(a, v, "full");
  }

  /// The convolution of two vectors: `full`, `same` (of the longer one's length) or `valid`
  /// (without the ends where they overlap in part).
  ///
  /// ```java
  /// np.convolve(new int[] {1, 2, 3}, new double[] {0, 1, 0.5}, "same") // [1.  2.5 4. ]
  /// ```
  ///
  /// @throws ValueError `a cannot be empty`, `mode must be one of 'valid', 'same', or 'full' ...`
  default NDArray convolve(Object a, Object v, String mode) {
    return Convolution.convolve(Dimensions.atleast1d(a), Dimensions.atleast1d(v), mode);
  }

  /// The cross-correlation of two vectors where they overlap completely: `numpy.correlate`.
  default NDArray correlate(Object a, Object v) {
    return correlate(a, v, "valid");
  }

  /// The cross-correlation `sum(a[n + k] * conj(v[n]))`: `valid`, `same` or `full`.
  ///
  /// @throws ValueError `first array argument cannot be empty`
  default NDArray correlate(Object a, Object v, String mode) {
    return Convolution.correlate(ArrayLike.of(a), ArrayLike.of(v), mode);
  }

  /// Values at `x` on the lines between the samples `(xp, fp)`: `numpy.interp`, float64 or
  /// complex128. Keywords: `left` and `right` (values outside, default the first and last sample),
  /// `period`.
  ///
  /// ```java
  /// np.interp(2.5, new double[] {1, 2, 3}, new double[] {3, 2, 0}) // 1.0
  /// ```
  ///
  /// @throws ValueError `fp and xp are not of the same length.`, `array of sample points is empty`
  default NDArray interp(Object x, Object xp, Object fp, MathKeyword.ForInterp... keywords) {
    return Interpolation.interpolate(x, xp, fp, keywords);
  }
}
