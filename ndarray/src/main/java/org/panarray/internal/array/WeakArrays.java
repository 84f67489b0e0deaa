package org.panarray.internal.array;

import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.prim.ElementType;

/// Array-likes of one common dtype: NumPy's `result_type` with weak scalars.
public final class WeakArrays {
  private WeakArrays() {}

  /// The type of the values together: arrays decide, Java scalars adapt to them.
  private static ElementType commonType(Object... values) {
    ElementType strong = null;
    Weak weakest = null;
    for (Object value : values) {
      Weak weak = Weak.of(value);
      if (weak == null) {
        ElementType type = ArrayLike.of(value).dtype().element();
        strong = strong == null ? type : ElementType.promote(strong, type);
      } else if (weakest == null || weak.compareTo(weakest) > 0) {
        weakest = weak;
      }
    }
    return joint(strong, weakest);
  }

  /// The type of arrays of a type, where there are any, and of weak scalars.
  public static ElementType beside(@Nullable ElementType strong, Iterable<?> scalars) {
    Weak weakest = null;
    for (Object scalar : scalars) {
      Weak weak = Weak.of(scalar);
      if (weak != null && (weakest == null || weak.compareTo(weakest) > 0)) {
        weakest = weak;
      }
    }
    return joint(strong, weakest);
  }

  private static ElementType joint(@Nullable ElementType strong, @Nullable Weak weak) {
    if (strong == null) {
      return weak == null ? ElementType.FLOAT64 : weak.alone();
    }
    return weak == null ? strong : weak.beside(strong);
  }

  /// The dtype of the values together, of which some may be no numbers.
  public static DType commonDtype(Object... values) {
    DType other = TypeRules.otherCommon(values);
    return other == null ? DType.of(commonType(values)) : other;
  }

  /// The values as arrays of their common type. A Java integer that the type cannot hold wraps, as
  /// NumPy's does everywhere but in ufuncs and assignments.
  public static NDArray[] common(Object... values) {
    DType type = commonDtype(values);
    NDArray[] arrays = new NDArray[values.length];
    for (int i = 0; i < values.length; i++) {
      arrays[i] = Casts.to(ArrayLike.of(values[i]), type);
    }
    return arrays;
  }
}
