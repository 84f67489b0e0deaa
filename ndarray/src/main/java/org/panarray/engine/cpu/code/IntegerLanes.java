package org.panarray.engine.cpu.code;

import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;

/// Operations on integer lanes of any width that Java defines differently from NumPy.
public final class IntegerLanes {
  private IntegerLanes() {}

  /// The largest or smallest lane of unsigned integers. JDK 25 starts its own `UMAX` reduction from
  /// the smallest signed value, which is not the smallest unsigned one.
  static <E> long extremeUnsigned(Vector<E> a, boolean largest, int width) {
    long sign = -1L << (width - 1);
    Vector<E> turned = a.lanewise(VectorOperators.XOR, sign);
    long extreme = turned.reduceLanesToLong(largest ? VectorOperators.MAX : VectorOperators.MIN);
    return extreme ^ sign;
  }
}
