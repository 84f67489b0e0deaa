package org.panarray.internal.array;

import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.prim.ScalarOp;

/// The operator `**` with a Java number, for which NumPy takes a simpler function where there is
/// one: results and warnings are that function's.
public final class Powers {
  private Powers() {}

  public static NDArray of(NDArray base, Number exponent) {
    ScalarOp simpler = simpler(base, exponent);
    return simpler == null ? Formula.power(base, exponent) : Elementwise.apply(simpler, base);
  }

  public static NDArray assign(NDArray base, Number exponent) {
    ScalarOp simpler = simpler(base, exponent);
    return simpler == null
        ? Elementwise.applyWith(ScalarOp.POWER, new Object[] {base, exponent}, Kw.out(base))
        : Elementwise.applyWith(simpler, new Object[] {base}, Kw.out(base));
  }

  private static @Nullable ScalarOp simpler(NDArray base, Number exponent) {
    boolean whole = exponent instanceof Long;
    if (whole && exponent.longValue() == 2 && !base.dtype().element().isBool()) {
      return ScalarOp.SQUARE;
    }
    if (!base.dtype().element().isInexact()) {
      return null;
    }
    if (whole && exponent.longValue() == -1) {
      return ScalarOp.RECIPROCAL;
    }
    return !whole && exponent.doubleValue() == 0.5 ? ScalarOp.SQRT : null;
  }
}
