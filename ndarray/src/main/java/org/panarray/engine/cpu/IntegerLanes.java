package org.panarray.engine.cpu;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/// Operations on integer lanes of any width that Java defines differently from NumPy.
final class IntegerLanes {
  private IntegerLanes() {}

  /// Zero where the (unsigned) count reaches the width.
  static <E> Vector<E> leftShift(Vector<E> a, Vector<E> count, int width) {
    Vector<E> shifted = a.lanewise(VectorOperators.LSHL, count);
    return a.broadcast(0).blend(shifted, count.compare(VectorOperators.ULT, width));
  }

  static <E> Vector<E> rightShiftUnsigned(Vector<E> a, Vector<E> count, int width) {
    Vector<E> shifted = a.lanewise(VectorOperators.LSHR, count);
    return a.broadcast(0).blend(shifted, count.compare(VectorOperators.ULT, width));
  }

  /// The sign alone where the (unsigned) count reaches the width.
  static <E> Vector<E> rightShift(Vector<E> a, Vector<E> count, int width) {
    Vector<E> last = a.broadcast(width - 1);
    Vector<E> bounded = last.blend(count, count.compare(VectorOperators.ULT, width));
    return a.lanewise(VectorOperators.ASHR, bounded);
  }

  static <E> Vector<E> sign(Vector<E> a) {
    Vector<E> result = a.broadcast(0).blend(1, a.compare(VectorOperators.GT, 0));
    return result.blend(-1, a.compare(VectorOperators.LT, 0));
  }

  static <E> Vector<E> signUnsigned(Vector<E> a) {
    return a.broadcast(0).blend(1, a.compare(VectorOperators.NE, 0));
  }

  /// The largest or smallest lane of unsigned integers. JDK 25 starts its own `UMAX` reduction from
  /// the smallest signed value, which is not the smallest unsigned one.
  static <E> long extremeUnsigned(Vector<E> a, boolean largest, int width) {
    long sign = -1L << (width - 1);
    Vector<E> turned = a.lanewise(VectorOperators.XOR, sign);
    long extreme = turned.reduceLanesToLong(largest ? VectorOperators.MAX : VectorOperators.MIN);
    return extreme ^ sign;
  }
}
