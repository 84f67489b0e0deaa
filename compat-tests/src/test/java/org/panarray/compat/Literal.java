package org.panarray.compat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value in a case, as Python would write it.
sealed interface Literal {
  /// Python's `None`.
  record None() implements Literal {}

  /// Python's `...`.
  record Dots() implements Literal {}

  record Bool(boolean value) implements Literal {}

  record Int(BigInteger value) implements Literal {}

  record Real(double value) implements Literal {}

  record ComplexNumber(double real, double imag) implements Literal {}

  record Text(String value) implements Literal {}

  record RawBytes(byte[] value) implements Literal {}

  /// A dtype by its code, such as `f8`.
  record Dtype(String code) implements Literal {}

  /// `slice(start, stop, step)`.
  record SliceOf(Literal start, Literal stop, Literal step) implements Literal {}

  /// A tuple or a list.
  record Sequence(boolean tuple, List<Literal> items) implements Literal {}

  /// An array, generated or written out, and the views taken of it.
  record ArrayOf(Block block, List<ViewStep> views) implements Literal {}

  /// An input named in the `let` column, and the views taken of it.
  record Reference(String name, List<ViewStep> views) implements Literal {}

  /// A random generator after some calls.
  record Generator(List<BigInteger> seed, List<Call> calls) implements Literal {}

  /// A function that both sides know by name.
  record Named(String name) implements Literal {}

  /// A constant of the namespace, such as the abstract dtype `integer`.
  record Constant(String name) implements Literal {}

  /// An array in an answer.
  record ArrayAnswer(Block block, boolean scalar, ArrayFlags flags) implements Literal {}

  /// An answer too long to be written out: dtype, shape and the SHA-256 of the bytes.
  record Digest(String code, long[] shape, String sha256, boolean scalar, ArrayFlags flags)
      implements Literal {}

  /// A call with literal arguments: positional, then by keyword.
  record Call(String name, List<Literal> positional, Map<String, Literal> keywords) {}

  /// The layout of an array in an answer.
  ///
  /// @param cContiguous in C order without gaps
  /// @param fContiguous in Fortran order without gaps
  /// @param strides in elements, 0 for axes of length one; null where C order says it
  /// @param readOnly not writeable
  /// @param shared shares memory with an input
  record ArrayFlags(
      boolean cContiguous,
      boolean fContiguous,
      long @Nullable [] strides,
      boolean readOnly,
      boolean shared) {}

  /// A step from an array to a view of it.
  sealed interface ViewStep {
    record Transposed() implements ViewStep {}

    record InFortranOrder() implements ViewStep {}

    record ReadOnly() implements ViewStep {}

    record AxesTransposed(long[] axes) implements ViewStep {}

    record BroadcastTo(long[] shape) implements ViewStep {}

    record Indexed(String index) implements ViewStep {}

    /// A NumPy scalar instead of a 0-d array.
    record AsScalar() implements ViewStep {}
  }
}
