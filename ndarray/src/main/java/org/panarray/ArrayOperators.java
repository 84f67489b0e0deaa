package org.panarray;

/// The operators of Python as methods, under the names that Kotlin's operators look for.
///
/// A `double` or `long` operand is a weak Python scalar: `float32Array.times(2.0)` stays float32.
sealed interface ArrayOperators permits NDArray {

  /// `this + other`.
  default NDArray plus(NDArray other) {
    return Np.np.add.call(this, other);
  }

  /// `this + other`.
  default NDArray plus(double other) {
    return Np.np.add.call(this, other);
  }

  /// `this + other`.
  default NDArray plus(long other) {
    return Np.np.add.call(this, other);
  }

  /// `this - other`.
  default NDArray minus(NDArray other) {
    return Np.np.subtract.call(this, other);
  }

  /// `this - other`.
  default NDArray minus(double other) {
    return Np.np.subtract.call(this, other);
  }

  /// `this - other`.
  default NDArray minus(long other) {
    return Np.np.subtract.call(this, other);
  }

  /// `this * other`.
  default NDArray times(NDArray other) {
    return Np.np.multiply.call(this, other);
  }

  /// `this * other`.
  default NDArray times(double other) {
    return Np.np.multiply.call(this, other);
  }

  /// `this * other`.
  default NDArray times(long other) {
    return Np.np.multiply.call(this, other);
  }

  /// `this / other`.
  default NDArray div(NDArray other) {
    return Np.np.divide.call(this, other);
  }

  /// `this / other`.
  default NDArray div(double other) {
    return Np.np.divide.call(this, other);
  }

  /// `this / other`.
  default NDArray div(long other) {
    return Np.np.divide.call(this, other);
  }

  /// `this % other`.
  default NDArray rem(NDArray other) {
    return Np.np.remainder.call(this, other);
  }

  /// `this % other`.
  default NDArray rem(double other) {
    return Np.np.remainder.call(this, other);
  }

  /// `this % other`.
  default NDArray rem(long other) {
    return Np.np.remainder.call(this, other);
  }

  /// `this // other`.
  default NDArray floorDiv(NDArray other) {
    return Np.np.floorDivide.call(this, other);
  }

  /// `this // other`.
  default NDArray floorDiv(double other) {
    return Np.np.floorDivide.call(this, other);
  }

  /// `this // other`.
  default NDArray floorDiv(long other) {
    return Np.np.floorDivide.call(this, other);
  }

  /// `this ** other`.
  default NDArray pow(NDArray other) {
    return Np.np.power.call(this, other);
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
    return Np.np.bitwiseAnd.call(this, other);
  }

  /// `this & other`.
  default NDArray and(boolean other) {
    return Np.np.bitwiseAnd.call(this, other);
  }

  /// `this & other`.
  default NDArray and(long other) {
    return Np.np.bitwiseAnd.call(this, other);
  }

  /// `this | other`.
  default NDArray or(NDArray other) {
    return Np.np.bitwiseOr.call(this, other);
  }

  /// `this | other`.
  default NDArray or(boolean other) {
    return Np.np.bitwiseOr.call(this, other);
  }

  /// `this | other`.
  default NDArray or(long other) {
    return Np.np.bitwiseOr.call(this, other);
  }

  /// `this ^ other`.
  default NDArray xor(NDArray other) {
    return Np.np.bitwiseXor.call(this, other);
  }

  /// `this ^ other`.
  default NDArray xor(boolean other) {
    return Np.np.bitwiseXor.call(this, other);
  }

  /// `this ^ other`.
  default NDArray xor(long other) {
    return Np.np.bitwiseXor.call(this, other);
  }

  /// `this << other`.
  default NDArray shl(NDArray other) {
    return Np.np.leftShift.call(this, other);
  }

  /// `this << other`.
  default NDArray shl(long other) {
    return Np.np.leftShift.call(this, other);
  }

  /// `this >> other`.
  default NDArray shr(NDArray other) {
    return Np.np.rightShift.call(this, other);
  }

  /// `this >> other`.
  default NDArray shr(long other) {
    return Np.np.rightShift.call(this, other);
  }

  /// `this < other`.
  default NDArray lt(NDArray other) {
    return Np.np.less.call(this, other);
  }

  /// `this < other`.
  default NDArray lt(double other) {
    return Np.np.less.call(this, other);
  }

  /// `this < other`.
  default NDArray lt(long other) {
    return Np.np.less.call(this, other);
  }

  /// `this <= other`.
  default NDArray le(NDArray other) {
    return Np.np.lessEqual.call(this, other);
  }

  /// `this <= other`.
  default NDArray le(double other) {
    return Np.np.lessEqual.call(this, other);
  }

  /// `this <= other`.
  default NDArray le(long other) {
    return Np.np.lessEqual.call(this, other);
  }

  /// `this > other`.
  default NDArray gt(NDArray other) {
    return Np.np.greater.call(this, other);
  }

  /// `this > other`.
  default NDArray gt(double other) {
    return Np.np.greater.call(this, other);
  }

  /// `this > other`.
  default NDArray gt(long other) {
    return Np.np.greater.call(this, other);
  }

  /// `this >= other`.
  default NDArray ge(NDArray other) {
    return Np.np.greaterEqual.call(this, other);
  }

  /// `this >= other`.
  default NDArray ge(double other) {
    return Np.np.greaterEqual.call(this, other);
  }

  /// `this >= other`.
  default NDArray ge(long other) {
    return Np.np.greaterEqual.call(this, other);
  }

  /// `this == other`.
  default NDArray eq(NDArray other) {
    return Np.np.equal.call(this, other);
  }

  /// `this == other`.
  default NDArray eq(double other) {
    return Np.np.equal.call(this, other);
  }

  /// `this == other`.
  default NDArray eq(long other) {
    return Np.np.equal.call(this, other);
  }

  /// `this != other`.
  default NDArray ne(NDArray other) {
    return Np.np.notEqual.call(this, other);
  }

  /// `this != other`.
  default NDArray ne(double other) {
    return Np.np.notEqual.call(this, other);
  }

  /// `this != other`.
  default NDArray ne(long other) {
    return Np.np.notEqual.call(this, other);
  }

  /// `this += other`, in place; returns this array.
  default NDArray plusAssign(NDArray other) {
    return Np.np.add.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this += other`, in place; returns this array.
  default NDArray plusAssign(double other) {
    return Np.np.add.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this += other`, in place; returns this array.
  default NDArray plusAssign(long other) {
    return Np.np.add.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this -= other`, in place; returns this array.
  default NDArray minusAssign(NDArray other) {
    return Np.np.subtract.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this -= other`, in place; returns this array.
  default NDArray minusAssign(double other) {
    return Np.np.subtract.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this -= other`, in place; returns this array.
  default NDArray minusAssign(long other) {
    return Np.np.subtract.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this *= other`, in place; returns this array.
  default NDArray timesAssign(NDArray other) {
    return Np.np.multiply.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this *= other`, in place; returns this array.
  default NDArray timesAssign(double other) {
    return Np.np.multiply.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this *= other`, in place; returns this array.
  default NDArray timesAssign(long other) {
    return Np.np.multiply.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this /= other`, in place; returns this array.
  default NDArray divAssign(NDArray other) {
    return Np.np.divide.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this /= other`, in place; returns this array.
  default NDArray divAssign(double other) {
    return Np.np.divide.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this /= other`, in place; returns this array.
  default NDArray divAssign(long other) {
    return Np.np.divide.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this %= other`, in place; returns this array.
  default NDArray remAssign(NDArray other) {
    return Np.np.remainder.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this %= other`, in place; returns this array.
  default NDArray remAssign(double other) {
    return Np.np.remainder.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this %= other`, in place; returns this array.
  default NDArray remAssign(long other) {
    return Np.np.remainder.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this //= other`, in place; returns this array.
  default NDArray floorDivAssign(NDArray other) {
    return Np.np.floorDivide.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this //= other`, in place; returns this array.
  default NDArray floorDivAssign(double other) {
    return Np.np.floorDivide.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this //= other`, in place; returns this array.
  default NDArray floorDivAssign(long other) {
    return Np.np.floorDivide.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this **= other`, in place; returns this array.
  default NDArray powAssign(NDArray other) {
    return Np.np.power.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
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
    return Np.np.bitwiseAnd.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this &= other`, in place; returns this array.
  default NDArray andAssign(boolean other) {
    return Np.np.bitwiseAnd.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this &= other`, in place; returns this array.
  default NDArray andAssign(long other) {
    return Np.np.bitwiseAnd.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this |= other`, in place; returns this array.
  default NDArray orAssign(NDArray other) {
    return Np.np.bitwiseOr.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this |= other`, in place; returns this array.
  default NDArray orAssign(boolean other) {
    return Np.np.bitwiseOr.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this |= other`, in place; returns this array.
  default NDArray orAssign(long other) {
    return Np.np.bitwiseOr.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this ^= other`, in place; returns this array.
  default NDArray xorAssign(NDArray other) {
    return Np.np.bitwiseXor.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this ^= other`, in place; returns this array.
  default NDArray xorAssign(boolean other) {
    return Np.np.bitwiseXor.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this ^= other`, in place; returns this array.
  default NDArray xorAssign(long other) {
    return Np.np.bitwiseXor.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this <<= other`, in place; returns this array.
  default NDArray shlAssign(NDArray other) {
    return Np.np.leftShift.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this <<= other`, in place; returns this array.
  default NDArray shlAssign(long other) {
    return Np.np.leftShift.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this >>= other`, in place; returns this array.
  default NDArray shrAssign(NDArray other) {
    return Np.np.rightShift.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `this >>= other`, in place; returns this array.
  default NDArray shrAssign(long other) {
    return Np.np.rightShift.callWith(new Object[] {this, other}, Kw.out((NDArray) this));
  }

  /// `-this`.
  default NDArray unaryMinus() {
    return Np.np.negative.call(this);
  }

  /// `+this`, a copy.
  default NDArray unaryPlus() {
    return Np.np.positive.call(this);
  }

  /// `~this`.
  default NDArray inv() {
    return Np.np.invert.call(this);
  }

  /// `abs(this)`.
  default NDArray abs() {
    return Np.np.absolute.call(this);
  }
}
