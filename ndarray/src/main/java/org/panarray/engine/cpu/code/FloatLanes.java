package org.panarray.engine.cpu.code;

import static jdk.incubator.vector.VectorOperators.IS_NAN;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// Operations on float32 lanes that `VectorOperators` lacks or defines differently from NumPy.
public final class FloatLanes {
  private FloatLanes() {}

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
