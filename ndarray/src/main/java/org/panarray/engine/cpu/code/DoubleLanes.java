package org.panarray.engine.cpu.code;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.IS_NAN;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.OR;

import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.panarray.prim.Angles;

/// Operations on float64 lanes that `VectorOperators` lacks or defines differently from NumPy.
public final class DoubleLanes {
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

  static DoubleVector degToRad(DoubleVector a) {
    return a.mul(Math.PI / 180);
  }

  static DoubleVector radToDeg(DoubleVector a) {
    return a.mul(180 / Math.PI);
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

  static DoubleVector angleQuarter(DoubleVector a) {
    return hasLarge(a) ? ofEach(a, Angles::quarter) : a.broadcast(0);
  }

  static DoubleVector angleRest(DoubleVector a) {
    return hasLarge(a) ? ofEach(a, Angles::rest) : a.broadcast(0);
  }

  static DoubleVector angleRestLow(DoubleVector a) {
    return hasLarge(a) ? ofEach(a, Angles::restLow) : a.broadcast(0);
  }

  private static boolean hasLarge(DoubleVector a) {
    return !a.abs().compare(VectorOperators.LE, Angles.LARGE).allTrue();
  }

  private static DoubleVector ofEach(DoubleVector a, DoubleUnaryOperator function) {
    double[] lanes = a.toArray();
    for (int k = 0; k < lanes.length; k++) {
      lanes[k] = function.applyAsDouble(lanes[k]);
    }
    return DoubleVector.fromArray(a.species(), lanes, 0);
  }
}
