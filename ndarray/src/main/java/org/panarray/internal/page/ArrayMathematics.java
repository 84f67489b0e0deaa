package org.panarray.internal.page;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.TypeError;
import org.panarray.internal.array.Elementwise;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MathKeyword;
import org.panarray.prim.ScalarOp;
import org.panarray.result.Divmod;

/// Mathematical functions as methods of an array.
public sealed interface ArrayMathematics permits NDArray {

  /// [Np#clip]; a bound may be null.
  default NDArray clip(@Nullable Object min, @Nullable Object max, Keyword.ForUfunc... keywords) {
    return Np.np.clip(this, min, max, keywords);
  }

  /// [Np#round(Object, MathKeyword.ForRound...)].
  default NDArray round(MathKeyword.ForRound... keywords) {
    return Np.np.round(this, keywords);
  }

  /// [Np#round(Object, int)].
  default NDArray round(int decimals) {
    return Np.np.round(this, decimals);
  }

  /// The real parts: a view of a complex array, a real array itself.
  default NDArray real() {
    return Np.np.real(this);
  }

  /// The imaginary parts: a view of a complex array, read-only zeros of a real one.
  default NDArray imag() {
    return Np.np.imag(this);
  }

  /// The complex conjugates; a real array itself.
  default NDArray conj() {
    NDArray self = (NDArray) this;
    if (!self.dtype().isNumeric()) {
      throw new TypeError("cannot conjugate non-numeric dtype");
    }
    return self.dtype().isComplex() ? Elementwise.apply(ScalarOp.CONJUGATE, self) : self;
  }

  /// Another name of [#conj].
  default NDArray conjugate() {
    return conj();
  }

  /// Whether some element equals the value: Python's `value in a`.
  ///
  /// ```java
  /// np.arange(3).contains(2) // true
  /// ```
  default boolean contains(Object value) {
    return Elementwise.equality(ScalarOp.EQUAL, this, value).any().asBoolean();
  }

  /// [Np#divmod].
  default Divmod divmod(Object other) {
    return Np.np.divmod(this, other);
  }
}
