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

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Operations on float32 lanes that `VectorOperators` lacks or defines differently from NumPy.
public final class FloatLanes {
  private static final float LN_2 = 0.6931472f;
  private static final float LOG2_E = 1.442695f;
  private static final float ROUNDING = 0x1.8p23f;
  private static final float WHOLE = 0x1p23f; // from here on every float is a whole number

  private FloatLanes() {}

  private static IntVector bits(FloatVector a) {
    return a.reinterpretAsInts();
  }

  private static IntVector signBits(FloatVector a) {
    return bits(a).lanewise(AND, Integer.MIN_VALUE);
  }

  static FloatVector copysign(FloatVector a, FloatVector sign) {
    return bits(a)
        .lanewise(AND, Integer.MAX_VALUE)
        .lanewise(OR, signBits(sign))
        .reinterpretAsFloats();
  }

  /// To the nearest whole number, ties to even, with the sign kept on zero.
  static FloatVector rint(FloatVector a) {
    FloatVector size = a.abs();
    FloatVector rounded = size.add(WHOLE).sub(WHOLE);
    FloatVector result = bits(rounded).lanewise(OR, signBits(a)).reinterpretAsFloats();
    return a.blend(result, size.compare(LT, WHOLE));
  }

  static FloatVector floor(FloatVector a) {
    FloatVector near = rint(a);
    FloatVector lower = near.sub(1);
    return near.blend(lower, near.compare(GT, a));
  }

  static FloatVector ceil(FloatVector a) {
    return floor(a.neg()).neg();
  }

  static FloatVector trunc(FloatVector a) {
    FloatVector floor = floor(a.abs());
    return copysign(floor, a);
  }

  static FloatVector maximum(FloatVector a, FloatVector b) {
    return b.blend(a, a.compare(GT, b).or(a.test(IS_NAN)));
  }

  static FloatVector minimum(FloatVector a, FloatVector b) {
    return b.blend(a, a.compare(LT, b).or(a.test(IS_NAN)));
  }

  static FloatVector fmax(FloatVector a, FloatVector b) {
    return b.blend(a, a.compare(GT, b).or(b.test(IS_NAN)));
  }

  static FloatVector fmin(FloatVector a, FloatVector b) {
    return b.blend(a, a.compare(LT, b).or(b.test(IS_NAN)));
  }

  static FloatVector sign(FloatVector a) {
    FloatVector zero = a.broadcast(0);
    FloatVector result = zero.blend(1, a.compare(GT, 0)).blend(-1, a.compare(LT, 0));
    return result.blend(a, a.test(IS_NAN));
  }

  static FloatVector reciprocal(FloatVector a) {
    return a.broadcast(1).div(a);
  }

  static FloatVector heaviside(FloatVector a, FloatVector atZero) {
    FloatVector result = a.broadcast(0).blend(1, a.compare(GT, 0));
    return result.blend(atZero, a.compare(VectorOperators.EQ, 0)).blend(a, a.test(IS_NAN));
  }

  static FloatVector degToRad(FloatVector a) {
    return a.mul((float) (Math.PI / 180));
  }

  static FloatVector radToDeg(FloatVector a) {
    return a.mul(180f / (float) Math.PI);
  }

  static FloatVector power(FloatVector a, FloatVector b) {
    FloatVector result = a.lanewise(POW, b);
    VectorMask<Float> one = a.compare(VectorOperators.EQ, 1).or(b.compare(VectorOperators.EQ, 0));
    VectorMask<Float> turning = a.compare(VectorOperators.EQ, -1).and(b.test(IS_INFINITE));
    return result.blend(1, one.or(turning));
  }

  /// Two to the power: the whole part goes into the exponent, so that whole powers are exact.
  static FloatVector exp2(FloatVector a) {
    FloatVector bounded = a.blend(-160, a.compare(LT, -160)).blend(160, a.compare(GT, 160));
    // Adding this rounds to a whole number and leaves it in the lowest bits.
    FloatVector shifted = bounded.add(ROUNDING);
    FloatVector whole = shifted.sub(ROUNDING);
    FloatVector rest = bounded.sub(whole).mul(LN_2).lanewise(EXP);
    IntVector exponent = bits(shifted).sub(Float.floatToRawIntBits(ROUNDING));
    IntVector half = exponent.lanewise(ASHR, 1);
    return rest.mul(powerOfTwo(half)).mul(powerOfTwo(exponent.sub(half)));
  }

  private static FloatVector powerOfTwo(IntVector exponent) {
    return exponent.add(127).lanewise(LSHL, 23).reinterpretAsFloats();
  }

  /// The binary logarithm, exact for powers of two: their mantissa is zero.
  static FloatVector log2(FloatVector a) {
    FloatVector result = a.lanewise(LOG).mul(LOG2_E);
    IntVector raw = bits(a);
    IntVector exponent = raw.lanewise(LSHR, 23);
    FloatVector whole = (FloatVector) exponent.sub(127).convert(VectorOperators.I2F, 0);
    VectorMask<Float> power =
        raw.lanewise(AND, 0x007fffff).compare(VectorOperators.EQ, 0).cast(a.species());
    VectorMask<Float> normal =
        a.compare(VectorOperators.GE, Float.MIN_NORMAL).and(a.compare(LT, Float.POSITIVE_INFINITY));
    return result.blend(whole, power.and(normal));
  }

  static FloatVector arcsinh(FloatVector a) {
    FloatVector size = a.abs();
    FloatVector square = size.mul(size);
    FloatVector inner = size.add(square.div(square.add(1).sqrt().add(1)));
    FloatVector result = inner.lanewise(LOG1P);
    FloatVector large = size.lanewise(LOG).add(LN_2);
    return copysign(result.blend(large, size.compare(GT, 0x1p12f)), a);
  }

  static FloatVector arccosh(FloatVector a) {
    FloatVector above = a.sub(1);
    FloatVector result = above.add(above.add(above).add(above.mul(above)).sqrt()).lanewise(LOG1P);
    FloatVector large = a.lanewise(LOG).add(LN_2);
    return result.blend(large, a.compare(GT, 0x1p12f)).blend(Float.NaN, a.compare(LT, 1));
  }

  static FloatVector arctanh(FloatVector a) {
    FloatVector size = a.abs();
    FloatVector result = size.add(size).div(size.broadcast(1).sub(size)).lanewise(LOG1P).mul(0.5f);
    FloatVector signed = copysign(result, a);
    return signed.blend(Float.NaN, size.compare(GT, 1)).blend(a, size.compare(LE, 0x1p-12f));
  }

  /// The largest lane that is not NaN.
  static float fmaxLanes(FloatVector a) {
    VectorMask<Float> nan = a.test(IS_NAN);
    return nan.allTrue()
        ? Float.NaN
        : a.blend(Float.NEGATIVE_INFINITY, nan).reduceLanes(VectorOperators.MAX);
  }

  static float fminLanes(FloatVector a) {
    VectorMask<Float> nan = a.test(IS_NAN);
    return nan.allTrue()
        ? Float.NaN
        : a.blend(Float.POSITIVE_INFINITY, nan).reduceLanes(VectorOperators.MIN);
  }

  static FloatVector logaddexp(FloatVector a, FloatVector b) {
    FloatVector larger = b.blend(a, a.compare(GT, b));
    FloatVector distance = a.sub(b).abs().neg();
    FloatVector result = larger.add(distance.lanewise(EXP).lanewise(LOG1P));
    return result.blend(a.add(LN_2), a.compare(VectorOperators.EQ, b));
  }

  static FloatVector logaddexp2(FloatVector a, FloatVector b) {
    FloatVector larger = b.blend(a, a.compare(GT, b));
    FloatVector distance = a.sub(b).abs().neg();
    FloatVector result = larger.add(exp2(distance).lanewise(LOG1P).mul(LOG2_E));
    return result.blend(a.add(1), a.compare(VectorOperators.EQ, b));
  }
}
