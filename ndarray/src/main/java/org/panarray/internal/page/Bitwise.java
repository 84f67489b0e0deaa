package org.panarray.internal.page;

import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Devices;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.statistics.BitPacking;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.PadKeyword;
import org.panarray.prim.ScalarOp;

/// Operations on the bits of integers and bools, element by element.
///
/// Inputs are array-likes that broadcast; Java primitives are weak Python scalars. Results are
/// fresh
/// arrays, or `out`.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.bitwise.html">NumPy's page</a>
public sealed interface Bitwise permits Np {

  /// The bits set in both: `numpy.bitwise_and`.
  default NDArray bitwiseAnd(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.BITWISE_AND, x1, x2);
  }

  /// As [#bitwiseAnd(Object, Object)], with keywords.
  default NDArray bitwiseAnd(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.BITWISE_AND, new Object[] {x1, x2}, keywords);
  }

  /// The bits set in either: `numpy.bitwise_or`.
  default NDArray bitwiseOr(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.BITWISE_OR, x1, x2);
  }

  /// As [#bitwiseOr(Object, Object)], with keywords.
  default NDArray bitwiseOr(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.BITWISE_OR, new Object[] {x1, x2}, keywords);
  }

  /// The bits set in exactly one: `numpy.bitwise_xor`.
  default NDArray bitwiseXor(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.BITWISE_XOR, x1, x2);
  }

  /// As [#bitwiseXor(Object, Object)], with keywords.
  default NDArray bitwiseXor(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.BITWISE_XOR, new Object[] {x1, x2}, keywords);
  }

  /// The bits that are not set; of bools the logical not: `numpy.invert`.
  default NDArray invert(Object x) {
    return Elementwise.apply(ScalarOp.INVERT, x);
  }

  /// As [#invert(Object)], with keywords.
  default NDArray invert(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.INVERT, new Object[] {x}, keywords);
  }

  /// Another name of [#invert]: the bits that are not set; of bools the logical not:
  /// `numpy.bitwise_not`.
  default NDArray bitwiseNot(Object x) {
    return Elementwise.apply(ScalarOp.INVERT, x);
  }

  /// As [#bitwiseNot(Object)], with keywords.
  default NDArray bitwiseNot(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.INVERT, new Object[] {x}, keywords);
  }

  /// Another name of [#invert]: the bits that are not set; of bools the logical not:
  /// `numpy.bitwise_invert`.
  default NDArray bitwiseInvert(Object x) {
    return Elementwise.apply(ScalarOp.INVERT, x);
  }

  /// As [#bitwiseInvert(Object)], with keywords.
  default NDArray bitwiseInvert(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.INVERT, new Object[] {x}, keywords);
  }

  /// `x1 * 2**x2`; a shift by the width or more gives 0: `numpy.left_shift`.
  default NDArray leftShift(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LEFT_SHIFT, x1, x2);
  }

  /// As [#leftShift(Object, Object)], with keywords.
  default NDArray leftShift(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LEFT_SHIFT, new Object[] {x1, x2}, keywords);
  }

  /// Another name of [#leftShift]: `x1 * 2**x2`; a shift by the width or more gives 0:
  /// `numpy.bitwise_left_shift`.
  default NDArray bitwiseLeftShift(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LEFT_SHIFT, x1, x2);
  }

  /// As [#bitwiseLeftShift(Object, Object)], with keywords.
  default NDArray bitwiseLeftShift(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LEFT_SHIFT, new Object[] {x1, x2}, keywords);
  }

  /// `x1 // 2**x2`; a shift by the width or more gives 0, or -1 of a negative `x1`:
  /// `numpy.right_shift`.
  default NDArray rightShift(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.RIGHT_SHIFT, x1, x2);
  }

  /// As [#rightShift(Object, Object)], with keywords.
  default NDArray rightShift(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.RIGHT_SHIFT, new Object[] {x1, x2}, keywords);
  }

  /// Another name of [#rightShift]: `x1 // 2**x2`; a shift by the width or more gives 0, or -1 of
  /// a negative `x1`: `numpy.bitwise_right_shift`.
  default NDArray bitwiseRightShift(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.RIGHT_SHIFT, x1, x2);
  }

  /// As [#bitwiseRightShift(Object, Object)], with keywords.
  default NDArray bitwiseRightShift(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.RIGHT_SHIFT, new Object[] {x1, x2}, keywords);
  }

  /// Eight truth values to a byte: `numpy.packbits`, uint8; the last byte is filled up with zeros.
  /// Keywords: `axis` (default: all elements in C order), `bitorder` (`big`, or `little`: the first
  /// value is the lowest bit).
  ///
  /// ```java
  /// np.packbits(new int[] {1, 0, 0, 0, 0, 0, 0, 1, 1}) // [129 128]
  /// np.unpackbits(np.array(new int[] {3}, np.uint8), bitorder("little")) // [1 1 0 0 0 0 0 0]
  /// ```
  ///
  /// @throws org.panarray.error.TypeError `Expected an input array of integer or boolean data type`
  default NDArray packbits(Object a, PadKeyword.ForPackbits... keywords) {
    NDArray bits = ArrayLike.of(a);
    return Devices.on(bits, () -> BitPacking.pack(bits, keywords));
  }

  /// The bits of bytes as numbers 0 and 1: `numpy.unpackbits`, uint8. Keywords: `axis`, `bitorder`,
  /// `count` (how many bits; more are zeros, a negative number leaves that many away at the end).
  ///
  /// @throws org.panarray.error.TypeError `Expected an input array of unsigned byte data type`
  /// @throws org.panarray.error.ValueError `-count larger than number of elements`
  default NDArray unpackbits(Object a, PadKeyword.ForUnpackbits... keywords) {
    NDArray packed = ArrayLike.of(a);
    return Devices.on(packed, () -> BitPacking.unpack(packed, keywords));
  }

  /// The number of bits set in the absolute value, as uint8: `numpy.bitwise_count`.
  default NDArray bitwiseCount(Object x) {
    return Elementwise.apply(ScalarOp.BITWISE_COUNT, x);
  }

  /// As [#bitwiseCount(Object)], with keywords.
  default NDArray bitwiseCount(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.BITWISE_COUNT, new Object[] {x}, keywords);
  }
}
