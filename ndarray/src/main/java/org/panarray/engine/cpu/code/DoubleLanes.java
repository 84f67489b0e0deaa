package org.panarray.engine.cpu.code;

import static jdk.incubator.vector.VectorOperators.IS_NAN;

import java.util.function.DoubleUnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.panarray.prim.Angles;

/// Operations on float64 lanes that `VectorOperators` lacks or defines differently from NumPy.
public final class DoubleLanes {
  private DoubleLanes() {}

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
