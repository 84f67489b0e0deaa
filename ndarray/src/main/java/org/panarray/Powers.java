package org.panarray;

import org.jspecify.annotations.Nullable;

/// The operator `**` with a Java number, for which NumPy takes a simpler function where there is one:
/// results and warnings are that function's.
final class Powers {
  private Powers() {}

  static NDArray of(NDArray base, Number exponent) {
    Ufunc simpler = simpler(base, exponent);
    return simpler == null ? Np.np.power.call(base, exponent) : simpler.call(base);
  }

  static NDArray assign(NDArray base, Number exponent) {
    Ufunc simpler = simpler(base, exponent);
    return simpler == null
        ? Np.np.power.callWith(new Object[] {base, exponent}, Kw.out(base))
        : simpler.callWith(new Object[] {base}, Kw.out(base));
  }

  private static @Nullable Ufunc simpler(NDArray base, Number exponent) {
    boolean whole = exponent instanceof Long;
    if (whole && exponent.longValue() == 2 && !base.element().isBool()) {
      return Np.np.square;
    }
    if (!base.element().isInexact()) {
      return null;
    }
    if (whole && exponent.longValue() == -1) {
      return Np.np.reciprocal;
    }
    return !whole && exponent.doubleValue() == 0.5 ? Np.np.sqrt : null;
  }
}
