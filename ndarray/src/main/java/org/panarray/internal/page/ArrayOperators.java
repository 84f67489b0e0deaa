package org.panarray.internal.page;

import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.Powers;
import org.panarray.prim.ScalarOp;

/// The operators of Python as methods, under the names that Kotlin's operators look for.
///
/// A `double` or `long` operand is a weak Python scalar: `float32Array.times(2.0)` stays float32.
public sealed interface ArrayOperators permits NDArray {

  /// `this + other`.
  default NDArray plus(NDArray other) {
    return Elementwise.apply(ScalarOp.ADD, this, other);
  }

  /// `this + other`.
  default NDArray plus(double other) {
    return Elementwise.apply(ScalarOp.ADD, this, other);
  }

  /// `this + other`.
  default NDArray plus(long other) {
    return Elementwise.apply(ScalarOp.ADD, this, other);
  }

  /// `this - other`.
  default NDArray minus(NDArray other) {
    return Elementwise.apply(ScalarOp.SUBTRACT, this, other);
  }

  /// `this - other`.
  default NDArray minus(double other) {
    return Elementwise.apply(ScalarOp.SUBTRACT, this, other);
  }

  /// `this - other`.
  default NDArray minus(long other) {
    return Elementwise.apply(ScalarOp.SUBTRACT, this, other);
  }

  /// `this * other`.
  default NDArray times(NDArray other) {
    return Elementwise.apply(ScalarOp.MULTIPLY, this, other);
  }

  /// `this * other`.
  default NDArray times(double other) {
    return Elementwise.apply(ScalarOp.MULTIPLY, this, other);
  }

  /// `this * other`.
  default NDArray times(long other) {
    return Elementwise.apply(ScalarOp.MULTIPLY, this, other);
  }

  /// `this / other`.
  default NDArray div(NDArray other) {
    return Elementwise.apply(ScalarOp.DIVIDE, this, other);
  }

  /// `this / other`.
  default NDArray div(double other) {
    return Elementwise.apply(ScalarOp.DIVIDE, this, other);
  }

  /// `this / other`.
  default NDArray div(long other) {
    return Elementwise.apply(ScalarOp.DIVIDE, this, other);
  }

  /// `this % other`.
  default NDArray rem(NDArray other) {
    return Elementwise.apply(ScalarOp.REMAINDER, this, other);
  }

  /// `this % other`.
  default NDArray rem(double other) {
    return Elementwise.apply(ScalarOp.REMAINDER, this, other);
  }

  /// `this % other`.
  default NDArray rem(long other) {
    return Elementwise.apply(ScalarOp.REMAINDER, this, other);
  }

  /// `this // other`.
  default NDArray floorDiv(NDArray other) {
    return Elementwise.apply(ScalarOp.FLOOR_DIVIDE, this, other);
  }

  /// `this // other`.
  default NDArray floorDiv(double other) {
    return Elementwise.apply(ScalarOp.FLOOR_DIVIDE, this, other);
  }

  /// `this // other`.
  default NDArray floorDiv(long other) {
    return Elementwise.apply(ScalarOp.FLOOR_DIVIDE, this, other);
  }

  /// `this ** other`.
  default NDArray pow(NDArray other) {
    return Elementwise.apply(ScalarOp.POWER, this, other);
  }

  /// `this ** other`.
  default NDArray pow(double other) {
    return Powers.of((NDArray) this, other);
  }

  /// `this ** other`.
  default NDArray pow(long other) {
    return Powers.of((NDArray) this, other);
  }

  /// `this & other`.
  default NDArray and(NDArray other) {
    return Elementwise.apply(ScalarOp.BITWISE_AND, this, other);
  }

  /// `this & other`.
  default NDArray and(boolean other) {
    return Elementwise.apply(ScalarOp.BITWISE_AND, this, other);
  }

  /// `this & other`.
  default NDArray and(long other) {
    return Elementwise.apply(ScalarOp.BITWISE_AND, this, other);
  }

  /// `this | other`.
  default NDArray or(NDArray other) {
    return Elementwise.apply(ScalarOp.BITWISE_OR, this, other);
  }

  /// `this | other`.
  default NDArray or(boolean other) {
    return Elementwise.apply(ScalarOp.BITWISE_OR, this, other);
  }

  /// `this | other`.
  default NDArray or(long other) {
    return Elementwise.apply(ScalarOp.BITWISE_OR, this, other);
  }

  /// `this ^ other`.
  default NDArray xor(NDArray other) {
    return Elementwise.apply(ScalarOp.BITWISE_XOR, this, other);
  }

  /// `this ^ other`.
  default NDArray xor(boolean other) {
    return Elementwise.apply(ScalarOp.BITWISE_XOR, this, other);
  }

  /// `this ^ other`.
  default NDArray xor(long other) {
    return Elementwise.apply(ScalarOp.BITWISE_XOR, this, other);
  }

  /// `this << other`.
  default NDArray shl(NDArray other) {
    return Elementwise.apply(ScalarOp.LEFT_SHIFT, this, other);
  }

  /// `this << other`.
  default NDArray shl(long other) {
    return Elementwise.apply(ScalarOp.LEFT_SHIFT, this, other);
  }

  /// `this >> other`.
  default NDArray shr(NDArray other) {
    return Elementwise.apply(ScalarOp.RIGHT_SHIFT, this, other);
  }

  /// `this >> other`.
  default NDArray shr(long other) {
    return Elementwise.apply(ScalarOp.RIGHT_SHIFT, this, other);
  }

  /// `this < other`.
  default NDArray lt(NDArray other) {
    return Elementwise.apply(ScalarOp.LESS, this, other);
  }

  /// `this < other`.
  default NDArray lt(double other) {
    return Elementwise.apply(ScalarOp.LESS, this, other);
  }

  /// `this < other`.
  default NDArray lt(long other) {
    return Elementwise.apply(ScalarOp.LESS, this, other);
  }

  /// `this <= other`.
  default NDArray le(NDArray other) {
    return Elementwise.apply(ScalarOp.LESS_EQUAL, this, other);
  }

  /// `this <= other`.
  default NDArray le(double other) {
    return Elementwise.apply(ScalarOp.LESS_EQUAL, this, other);
  }

  /// `this <= other`.
  default NDArray le(long other) {
    return Elementwise.apply(ScalarOp.LESS_EQUAL, this, other);
  }

  /// `this > other`.
  default NDArray gt(NDArray other) {
    return Elementwise.apply(ScalarOp.GREATER, this, other);
  }

  /// `this > other`.
  default NDArray gt(double other) {
    return Elementwise.apply(ScalarOp.GREATER, this, other);
  }

  /// `this > other`.
  default NDArray gt(long other) {
    return Elementwise.apply(ScalarOp.GREATER, this, other);
  }

  /// `this >= other`.
  default NDArray ge(NDArray other) {
    return Elementwise.apply(ScalarOp.GREATER_EQUAL, this, other);
  }

  /// `this >= other`.
  default NDArray ge(double other) {
    return Elementwise.apply(ScalarOp.GREATER_EQUAL, this, other);
  }

  /// `this >= other`.
  default NDArray ge(long other) {
    return Elementwise.apply(ScalarOp.GREATER_EQUAL, this, other);
  }

  /// `this == other`.
  default NDArray eq(NDArray other) {
    return Elementwise.equality(ScalarOp.EQUAL, this, other);
  }

  /// `this == other`.
  default NDArray eq(double other) {
    return Elementwise.equality(ScalarOp.EQUAL, this, other);
  }

  /// `this == other`.
  default NDArray eq(long other) {
    return Elementwise.equality(ScalarOp.EQUAL, this, other);
  }

  /// `this != other`.
  default NDArray ne(NDArray other) {
    return Elementwise.equality(ScalarOp.NOT_EQUAL, this, other);
  }

  /// `this != other`.
  default NDArray ne(double other) {
    return Elementwise.equality(ScalarOp.NOT_EQUAL, this, other);
  }

  /// `this != other`.
  default NDArray ne(long other) {
    return Elementwise.equality(ScalarOp.NOT_EQUAL, this, other);
  }

  /// `this += other`, in place; returns this array.
  default NDArray plusAssign(NDArray other) {
    return Elementwise.applyWith(ScalarOp.ADD, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this += other`, in place; returns this array.
  default NDArray plusAssign(double other) {
    return Elementwise.applyWith(ScalarOp.ADD, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this += other`, in place; returns this array.
  default NDArray plusAssign(long other) {
    return Elementwise.applyWith(ScalarOp.ADD, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this -= other`, in place; returns this array.
  default NDArray minusAssign(NDArray other) {
    return Elementwise.applyWith(
        ScalarOp.SUBTRACT, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this -= other`, in place; returns this array.
  default NDArray minusAssign(double other) {
    return Elementwise.applyWith(
        ScalarOp.SUBTRACT, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this -= other`, in place; returns this array.
  default NDArray minusAssign(long other) {
    return Elementwise.applyWith(
        ScalarOp.SUBTRACT, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this *= other`, in place; returns this array.
  default NDArray timesAssign(NDArray other) {
    return Elementwise.applyWith(
        ScalarOp.MULTIPLY, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this *= other`, in place; returns this array.
  default NDArray timesAssign(double other) {
    return Elementwise.applyWith(
        ScalarOp.MULTIPLY, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this *= other`, in place; returns this array.
  default NDArray timesAssign(long other) {
    return Elementwise.applyWith(
        ScalarOp.MULTIPLY, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this /= other`, in place; returns this array.
  default NDArray divAssign(NDArray other) {
    return Elementwise.applyWith(
        ScalarOp.DIVIDE, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this /= other`, in place; returns this array.
  default NDArray divAssign(double other) {
    return Elementwise.applyWith(
        ScalarOp.DIVIDE, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this /= other`, in place; returns this array.
  default NDArray divAssign(long other) {
    return Elementwise.applyWith(
        ScalarOp.DIVIDE, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this %= other`, in place; returns this array.
  default NDArray remAssign(NDArray other) {
    return Elementwise.applyWith(
        ScalarOp.REMAINDER, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this %= other`, in place; returns this array.
  default NDArray remAssign(double other) {
    return Elementwise.applyWith(
        ScalarOp.REMAINDER, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this %= other`, in place; returns this array.
  default NDArray remAssign(long other) {
    return Elementwise.applyWith(
        ScalarOp.REMAINDER, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this //= other`, in place; returns this array.
  default NDArray floorDivAssign(NDArray other) {
    return Elementwise.applyWith(
        ScalarOp.FLOOR_DIVIDE, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this //= other`, in place; returns this array.
  default NDArray floorDivAssign(double other) {
    return Elementwise.applyWith(
        ScalarOp.FLOOR_DIVIDE, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this //= other`, in place; returns this array.
  default NDArray floorDivAssign(long other) {
    return Elementwise.applyWith(
        ScalarOp.FLOOR_DIVIDE, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this **= other`, in place; returns this array.
  default NDArray powAssign(NDArray other) {
    return Elementwise.applyWith(
        ScalarOp.POWER, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this **= other`, in place; returns this array.
  default NDArray powAssign(double other) {
    return Powers.assign((NDArray) this, other);
  }

  /// `this **= other`, in place; returns this array.
  default NDArray powAssign(long other) {
    return Powers.assign((NDArray) this, other);
  }

  /// `this &= other`, in place; returns this array.
  default NDArray andAssign(NDArray other) {
    return Elementwise.applyWith(
        ScalarOp.BITWISE_AND, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this &= other`, in place; returns this array.
  default NDArray andAssign(boolean other) {
    return Elementwise.applyWith(
        ScalarOp.BITWISE_AND, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this &= other`, in place; returns this array.
  default NDArray andAssign(long other) {
    return Elementwise.applyWith(
        ScalarOp.BITWISE_AND, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this |= other`, in place; returns this array.
  default NDArray orAssign(NDArray other) {
    return Elementwise.applyWith(
        ScalarOp.BITWISE_OR, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this |= other`, in place; returns this array.
  default NDArray orAssign(boolean other) {
    return Elementwise.applyWith(
        ScalarOp.BITWISE_OR, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this |= other`, in place; returns this array.
  default NDArray orAssign(long other) {
    return Elementwise.applyWith(
        ScalarOp.BITWISE_OR, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this ^= other`, in place; returns this array.
  default NDArray xorAssign(NDArray other) {
    return Elementwise.applyWith(
        ScalarOp.BITWISE_XOR, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this ^= other`, in place; returns this array.
  default NDArray xorAssign(boolean other) {
    return Elementwise.applyWith(
        ScalarOp.BITWISE_XOR, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this ^= other`, in place; returns this array.
  default NDArray xorAssign(long other) {
    return Elementwise.applyWith(
        ScalarOp.BITWISE_XOR, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this <<= other`, in place; returns this array.
  default NDArray shlAssign(NDArray other) {
    return Elementwise.applyWith(
        ScalarOp.LEFT_SHIFT, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this <<= other`, in place; returns this array.
  default NDArray shlAssign(long other) {
    return Elementwise.applyWith(
        ScalarOp.LEFT_SHIFT, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this >>= other`, in place; returns this array.
  default NDArray shrAssign(NDArray other) {
    return Elementwise.applyWith(
        ScalarOp.RIGHT_SHIFT, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this >>= other`, in place; returns this array.
  default NDArray shrAssign(long other) {
    return Elementwise.applyWith(
        ScalarOp.RIGHT_SHIFT, new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `-this`.
  default NDArray unaryMinus() {
    return Elementwise.apply(ScalarOp.NEGATIVE, this);
  }

  /// `+this`, a copy.
  default NDArray unaryPlus() {
    return Elementwise.apply(ScalarOp.POSITIVE, this);
  }

  /// `~this`.
  default NDArray inv() {
    return Elementwise.apply(ScalarOp.INVERT, this);
  }

  /// `abs(this)`.
  default NDArray abs() {
    return Elementwise.apply(ScalarOp.ABSOLUTE, this);
  }
}
