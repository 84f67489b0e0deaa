package org.panarray.internal.linear;

import org.panarray.NDArray;
import org.panarray.error.LinAlgError;
import org.panarray.error.TypeError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Formula;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;

/// What `np.linalg` asks of its arguments, and the types in which it computes.
///
/// NumPy computes in float64 or complex128 always and rounds once at the end to the type of the
/// result, which is float32 or complex64 where all inputs are; so do we.
public final class Matrices {
  private Matrices() {}

  /// A stack of matrices.
  ///
  /// @throws LinAlgError `1-dimensional array given. Array must be at least two-dimensional`
  public static NDArray stacked(Object a) {
    NDArray array = ArrayLike.of(a);
    if (array.ndim() < 2) {
      throw new LinAlgError(
          array.ndim() + "-dimensional array given. Array must be at least two-dimensional");
    }
    return array;
  }

  /// A stack of square matrices.
  ///
  /// @throws LinAlgError `Last 2 dimensions of the array must be square`
  public static NDArray square(Object a) {
    NDArray array = stacked(a);
    if (array.shape(-1) != array.shape(-2)) {
      throw new LinAlgError("Last 2 dimensions of the array must be square");
    }
    return array;
  }

  /// One matrix.
  ///
  /// @throws LinAlgError `3-dimensional array given. Array must be two-dimensional`
  public static NDArray plane(NDArray array) {
    if (array.ndim() != 2) {
      throw new LinAlgError(
          array.ndim() + "-dimensional array given. Array must be two-dimensional");
    }
    return array;
  }

  /// The type of a result, real or complex.
  ///
  /// @throws TypeError `array type float16 is unsupported in linalg`
  public static ElementType resultType(NDArray... arrays) {
    boolean complex = false;
    boolean wide = false;
    for (NDArray array : arrays) {
      ElementType type = array.dtype().element();
      if (type.isNarrowFloat()) {
        throw new TypeError("array type " + type.numpyName() + " is unsupported in linalg");
      }
      complex |= type.isComplex();
      wide |= type != ElementType.FLOAT32 && type != ElementType.COMPLEX64;
    }
    ElementType real = wide ? ElementType.FLOAT64 : ElementType.FLOAT32;
    return complex ? real.complexCounterpart() : real;
  }

  /// The results of a factorization computed in double width, with floats rounded to the width of
  /// the result.
  public static NDArray[] run(Primitive.Factorization primitive, NDArray... inputs) {
    ElementType result = resultType(inputs);
    NDArray[] outputs = runWide(primitive, inputs);
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = narrowed(outputs[i], result);
    }
    return outputs;
  }

  /// The results of a factorization in double width.
  public static NDArray[] runWide(Primitive.Factorization primitive, NDArray... inputs) {
    ElementType wide =
        resultType(inputs).isComplex() ? ElementType.COMPLEX128 : ElementType.FLOAT64;
    NDArray[] cast = new NDArray[inputs.length];
    for (int i = 0; i < cast.length; i++) {
      cast[i] = Casts.to(inputs[i], wide);
    }
    return Dispatch.applyAll(primitive, cast);
  }

  /// Floats in the width of a type; integers stay.
  public static NDArray narrowed(NDArray array, ElementType result) {
    ElementType type = array.dtype().element();
    boolean narrow = result.realPart() == ElementType.FLOAT32 && type.isInexact();
    return narrow
        ? Casts.to(array, type.isComplex() ? ElementType.COMPLEX64 : ElementType.FLOAT32)
        : array;
  }

  /// The distance from 1 to the next number of a type, and float64's of types without one.
  static double epsilon(ElementType type) {
    return type.realPart() == ElementType.FLOAT32 ? Math.ulp(1f) : Math.ulp(1.0);
  }

  /// The conjugate transpose of the last two axes; of real matrices a view.
  public static NDArray adjoint(NDArray array) {
    NDArray transposed = AxisOrder.swapaxes(array, -1, -2);
    return array.dtype().isComplex() ? Formula.conjugate(transposed) : transposed;
  }
}
