package org.panarray.engine.cpu.code;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.IS_NAN;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.OR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Operations on float32 lanes that `VectorOperators` lacks or defines differently from NumPy.
public final class FloatLanes {
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

  static FloatVector degToRad(FloatVector a) {
    return a.mul((float) (Math.PI / 180));
  }

  static FloatVector radToDeg(FloatVector a) {
    return a.mul(180f / (float) Math.PI);
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
}
