package org.panarray.internal.fft;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.IndexError;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.Slices;
import org.panarray.internal.array.Storing;
import org.panarray.keyword.FftKeyword;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MathKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.prim.Primitive.FftKind;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Axes;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Transforms along one axis.
public final class OneAxis {
  private OneAxis() {}

  /// The keywords of a transform, the length as far as it was given.
  private record Asked(
      @Nullable Integer n, int axis, @Nullable String norm, @Nullable NDArray out) {
    static Asked in(Keyword[] keywords) {
      MathKeyword.N n = Keyword.find(MathKeyword.N.class, keywords);
      Keyword.Axis axis = Keyword.find(Keyword.Axis.class, keywords);
      FftKeyword.Norm norm = Keyword.find(FftKeyword.Norm.class, keywords);
      return new Asked(
          n == null ? null : n.value(),
          axis == null ? -1 : axis.single(),
          norm == null ? null : norm.value(),
          outIn(keywords));
    }

    long length(NDArray a) {
      return n != null ? n : lengthOf(a, axis);
    }

    /// The length of what a half spectrum belongs to, if it is even.
    long doubled(NDArray a) {
      return n != null ? n : (lengthOf(a, axis) - 1) * 2;
    }
  }

  static @Nullable NDArray outIn(Keyword[] keywords) {
    Keyword.Out out = Keyword.find(Keyword.Out.class, keywords);
    return out == null ? null : out.single();
  }

  private static long lengthOf(NDArray a, int axis) {
    if (axis < -a.ndim() || axis >= a.ndim()) {
      throw new IndexError("tuple index out of range");
    }
    return a.shape(axis);
  }

  public static NDArray complex(
      Direction direction, NDArray a, FftKeyword.ForTransform[] keywords) {
    Asked asked = Asked.in(keywords);
    return complex(direction, a, asked.length(a), asked.axis(), asked.norm(), asked.out());
  }

  public static NDArray real(NDArray a, FftKeyword.ForTransform[] keywords) {
    Asked asked = Asked.in(keywords);
    return real(a, asked.length(a), asked.axis(), asked.norm(), asked.out());
  }

  public static NDArray hermitian(NDArray a, FftKeyword.ForTransform[] keywords) {
    Asked asked = Asked.in(keywords);
    return hermitian(a, asked.doubled(a), asked.axis(), asked.norm(), asked.out());
  }

  public static NDArray hfft(NDArray a, FftKeyword.ForTransform[] keywords) {
    Asked asked = Asked.in(keywords);
    long n = asked.doubled(a);
    String norm = Direction.swapped(asked.norm());
    NDArray spectrum = Elementwise.apply(ScalarOp.CONJUGATE, a);
    return hermitian(spectrum, n, asked.axis(), norm, null);
  }

  public static NDArray ihfft(NDArray a, FftKeyword.ForTransform[] keywords) {
    Asked asked = Asked.in(keywords);
    long n = asked.length(a);
    String norm = Direction.swapped(asked.norm());
    NDArray spectrum =
        Elementwise.apply(ScalarOp.CONJUGATE, real(a, n, asked.axis(), norm, asked.out()));
    NDArray out = asked.out();
    return out == null ? spectrum : Storing.into("conjugate", spectrum, out, SAME_KIND);
  }

  private static final ElementType.Casting SAME_KIND = ElementType.Casting.SAME_KIND;

  static NDArray complex(
      Direction direction,
      NDArray a,
      long n,
      int axis,
      @Nullable String norm,
      @Nullable NDArray out) {
    double factor = factor(direction, a, n, norm);
    int along = Axes.normalize(axis, a.ndim());
    requireShape(out, a, along, n);
    NDArray fitted = fitted(inexact(a), along, n);
    return stored(new Primitive.Fft(direction.kind, n, along, factor), fitted, out);
  }

  static NDArray real(NDArray a, long n, int axis, @Nullable String norm, @Nullable NDArray out) {
    double factor = factor(Direction.FORWARD, a, n, norm);
    int along = Axes.normalize(axis, a.ndim());
    requireShape(out, a, along, n / 2 + 1);
    if (a.dtype().isComplex()) {
      throw new TypeError(
          "ufunc 'rfft_n_"
              + (n % 2 == 0 ? "even" : "odd")
              + "' not supported for the input types, and the inputs could not be safely coerced to"
              + " any supported types according to the casting rule ''safe''");
    }
    NDArray fitted = fitted(inexact(a), along, n);
    return stored(new Primitive.Fft(FftKind.REAL, n, along, factor), fitted, out);
  }

  static NDArray hermitian(
      NDArray a, long n, int axis, @Nullable String norm, @Nullable NDArray out) {
    double factor = factor(Direction.BACKWARD, a, n, norm);
    int along = Axes.normalize(axis, a.ndim());
    requireShape(out, a, along, n);
    NDArray spectrum = inexact(a);
    spectrum = Casts.to(spectrum, spectrum.dtype().element().complexCounterpart());
    NDArray fitted = fitted(spectrum, along, n / 2 + 1);
    Primitive.Fft fft = new Primitive.Fft(FftKind.HERMITIAN, n, along, factor);
    boolean narrow = out == null && a.dtype().element().isNarrowFloat();
    NDArray result = stored(fft, fitted, out);
    return narrow ? Casts.to(result, a.dtype().element()) : result;
  }

  private static double factor(Direction direction, NDArray a, long n, @Nullable String norm) {
    if (n < 1) {
      throw new ValueError("Invalid number of FFT data points (" + n + ") specified.");
    }
    ElementType type = a.dtype().element();
    return direction.factor(norm, n, type.isInexact() ? type.realPart() : ElementType.FLOAT64);
  }

  private static void requireShape(@Nullable NDArray out, NDArray a, int axis, long length) {
    if (out != null && (out.ndim() != a.ndim() || out.shape(axis) != length)) {
      throw new ValueError("output array has wrong shape.");
    }
  }

  private static NDArray inexact(NDArray a) {
    ElementType type = a.dtype().element();
    return Casts.to(a, type.isInexact() ? type.computed() : ElementType.FLOAT64);
  }

  /// The array with another length along an axis: cut, or with zeros at the end.
  private static NDArray fitted(NDArray a, int axis, long length) {
    long missing = length - a.shape(axis);
    if (missing <= 0) {
      return missing == 0 ? a : Slices.part(a, axis, 0, length);
    }
    Shape shape = a.shape().with(axis, missing);
    NDArray zeros = Dispatch.zeros(a.dtype().element(), Layout.like(a.layout(), shape));
    return Dispatch.apply(new Primitive.Concat(axis), a, zeros.toDevice(a.device()));
  }

  private static NDArray stored(Primitive.Fft fft, NDArray a, @Nullable NDArray out) {
    if (out == null) {
      return Dispatch.apply(fft, a);
    }
    NDArray result = Dispatch.apply(fft, a);
    return Storing.into(name(fft), result, out, SAME_KIND);
  }

  /// What NumPy calls the ufunc.
  private static String name(Primitive.Fft fft) {
    return switch (fft.kind()) {
      case FORWARD -> "fft";
      case BACKWARD -> "ifft";
      case REAL -> fft.length() % 2 == 0 ? "rfft_n_even" : "rfft_n_odd";
      case HERMITIAN -> "irfft";
    };
  }
}
