package org.panarray.engine.cpu.code;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EXP;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.IS_INFINITE;
import static jdk.incubator.vector.VectorOperators.IS_NAN;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LOG;
import static jdk.incubator.vector.VectorOperators.LOG1P;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.POW;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Operations on float64 lanes that `VectorOperators` lacks or defines differently from NumPy.
public final class DoubleLanes {
  private static final double LN_2 = 0.6931471805599453;
  private static final double LOG2_E = 1.4426950408889634;
  private static final double ROUNDING = 0x1.8p52;
  private static final double WHOLE = 0x1p52; // from here on every double is a whole number

  private DoubleLanes() {}

  private static LongVector bits(DoubleVector a) {
    return a.reinterpretAsLongs();
  }

  private static LongVector signBits(DoubleVector a) {
    return bits(a).lanewise(AND, Long.MIN_VALUE);
  }

  static DoubleVector copysign(DoubleVector a, DoubleVector sign) {
    return bits(a)
        .lanewise(AND, Long.MAX_VALUE)
        .lanewise(OR, signBits(sign))
        .reinterpretAsDoubles();
  }

  /// To the nearest whole number, ties to even, with the sign kept on zero.
  static DoubleVector rint(DoubleVector a) {
    DoubleVector size = a.abs();
    DoubleVector rounded = size.add(WHOLE).sub(WHOLE);
    DoubleVector result = bits(rounded).lanewise(OR, signBits(a)).reinterpretAsDoubles();
    return a.blend(result, size.compare(LT, WHOLE));
  }

  static DoubleVector floor(DoubleVector a) {
    DoubleVector near = rint(a);
    DoubleVector lower = near.sub(1);
    return near.blend(lower, near.compare(GT, a));
  }

  static DoubleVector ceil(DoubleVector a) {
    return floor(a.neg()).neg();
  }

  static DoubleVector trunc(DoubleVector a) {
    DoubleVector floor = floor(a.abs());
    return copysign(floor, a);
  }

  static DoubleVector maximum(DoubleVector a, DoubleVector b) {
    return b.blend(a, a.compare(GT, b).or(a.test(IS_NAN)));
  }

  static DoubleVector minimum(DoubleVector a, DoubleVector b) {
    return b.blend(a, a.compare(LT, b).or(a.test(IS_NAN)));
  }

  static DoubleVector fmax(DoubleVector a, DoubleVector b) {
    return b.blend(a, a.compare(GT, b).or(b.test(IS_NAN)));
  }

  static DoubleVector fmin(DoubleVector a, DoubleVector b) {
    return b.blend(a, a.compare(LT, b).or(b.test(IS_NAN)));
  }

  static DoubleVector sign(DoubleVector a) {
    DoubleVector zero = a.broadcast(0);
    DoubleVector result = zero.blend(1, a.compare(GT, 0)).blend(-1, a.compare(LT, 0));
    return result.blend(a, a.test(IS_NAN));
  }

  static DoubleVector reciprocal(DoubleVector a) {
    return a.broadcast(1).div(a);
  }

  static DoubleVector heaviside(DoubleVector a, DoubleVector atZero) {
    DoubleVector result = a.broadcast(0).blend(1, a.compare(GT, 0));
    return result.blend(atZero, a.compare(VectorOperators.EQ, 0)).blend(a, a.test(IS_NAN));
  }

  static DoubleVector degToRad(DoubleVector a) {
    return a.mul(Math.PI / 180);
  }

  static DoubleVector radToDeg(DoubleVector a) {
    return a.mul(180 / Math.PI);
  }

  static DoubleVector power(DoubleVector a, DoubleVector b) {
    DoubleVector result = a.lanewise(POW, b);
    VectorMask<Double> one = a.compare(VectorOperators.EQ, 1).or(b.compare(VectorOperators.EQ, 0));
    VectorMask<Double> turning = a.compare(VectorOperators.EQ, -1).and(b.test(IS_INFINITE));
    return result.blend(1, one.or(turning));
  }

  /// Two to the power: the whole part goes into the exponent, so that whole powers are exact.
  static DoubleVector exp2(DoubleVector a) {
    DoubleVector bounded = a.blend(-1100, a.compare(LT, -1100)).blend(1100, a.compare(GT, 1100));
    // Adding this rounds to a whole number and leaves it in the lowest bits.
    DoubleVector shifted = bounded.add(ROUNDING);
    DoubleVector whole = shifted.sub(ROUNDING);
    DoubleVector rest = bounded.sub(whole).mul(LN_2).lanewise(EXP);
    LongVector exponent = bits(shifted).sub(Double.doubleToRawLongBits(ROUNDING));
    LongVector half = exponent.lanewise(ASHR, 1);
    return rest.mul(powerOfTwo(half)).mul(powerOfTwo(exponent.sub(half)));
  }

  private static DoubleVector powerOfTwo(LongVector exponent) {
    return exponent.add(1023).lanewise(LSHL, 52).reinterpretAsDoubles();
  }

  /// The binary logarithm, exact for powers of two: their mantissa is zero.
  static DoubleVector log2(DoubleVector a) {
    DoubleVector result = a.lanewise(LOG).mul(LOG2_E);
    LongVector raw = bits(a);
    LongVector exponent = raw.lanewise(LSHR, 52);
    DoubleVector whole = (DoubleVector) exponent.sub(1023).convert(VectorOperators.L2D, 0);
    VectorMask<Double> power =
        raw.lanewise(AND, 0x000fffffffffffffL).compare(VectorOperators.EQ, 0).cast(a.species());
    VectorMask<Double> normal =
        a.compare(VectorOperators.GE, Double.MIN_NORMAL)
            .and(a.compare(LT, Double.POSITIVE_INFINITY));
    return result.blend(whole, power.and(normal));
  }

  static DoubleVector arcsinh(DoubleVector a) {
    DoubleVector size = a.abs();
    DoubleVector square = size.mul(size);
    DoubleVector inner = size.add(square.div(square.add(1).sqrt().add(1)));
    DoubleVector result = inner.lanewise(LOG1P);
    DoubleVector large = size.lanewise(LOG).add(LN_2);
    return copysign(result.blend(large, size.compare(GT, 0x1p28)), a);
  }

  static DoubleVector arccosh(DoubleVector a) {
    DoubleVector above = a.sub(1);
    DoubleVector result = above.add(above.add(above).add(above.mul(above)).sqrt()).lanewise(LOG1P);
    DoubleVector large = a.lanewise(LOG).add(LN_2);
    return result.blend(large, a.compare(GT, 0x1p28)).blend(Double.NaN, a.compare(LT, 1));
  }

  static DoubleVector arctanh(DoubleVector a) {
    DoubleVector size = a.abs();
    DoubleVector result = size.add(size).div(size.broadcast(1).sub(size)).lanewise(LOG1P).mul(0.5);
    DoubleVector signed = copysign(result, a);
    return signed.blend(Double.NaN, size.compare(GT, 1)).blend(a, size.compare(LE, 0x1p-28));
  }

  /// The largest lane that is not NaN.
  static double fmaxLanes(DoubleVector a) {
    VectorMask<Double> nan = a.test(IS_NAN);
    return nan.allTrue()
        ? Double.NaN
        : a.blend(Double.NEGATIVE_INFINITY, nan).reduceLanes(VectorOperators.MAX);
  }

  static double fminLanes(DoubleVector a) {
    VectorMask<Double> nan = a.test(IS_NAN);
    return nan.allTrue()
        ? Double.NaN
        : a.blend(Double.POSITIVE_INFINITY, nan).reduceLanes(VectorOperators.MIN);
  }

  static DoubleVector logaddexp(DoubleVector a, DoubleVector b) {
    DoubleVector larger = b.blend(a, a.compare(GT, b));
    DoubleVector distance = a.sub(b).abs().neg();
    DoubleVector result = larger.add(distance.lanewise(EXP).lanewise(LOG1P));
    return result.blend(a.add(LN_2), a.compare(VectorOperators.EQ, b));
  }

  static DoubleVector logaddexp2(DoubleVector a, DoubleVector b) {
    DoubleVector larger = b.blend(a, a.compare(GT, b));
    DoubleVector distance = a.sub(b).abs().neg();
    DoubleVector result = larger.add(exp2(distance).lanewise(LOG1P).mul(LOG2_E));
    return result.blend(a.add(1), a.compare(VectorOperators.EQ, b));
  }
}
