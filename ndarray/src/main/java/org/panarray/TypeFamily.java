package org.panarray;

import org.panarray.error.Required;
import org.panarray.internal.page.Types;

/// The abstract types of NumPy's scalar hierarchy, as [Types#issubdtype] takes them.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/arrays.scalars.html">Scalars</a>
public enum TypeFamily {
  /// Every dtype.
  GENERIC("buifcMm"),
  /// Integers, floats and complex numbers.
  NUMBER("uifcm"),
  /// Signed and unsigned integers.
  INTEGER("uim"),
  SIGNEDINTEGER("im"),
  UNSIGNEDINTEGER("u"),
  /// Floats and complex numbers.
  INEXACT("fc"),
  FLOATING("f"),
  COMPLEXFLOATING("c"),
  /// Dates of any unit.
  DATETIME64("M"),
  /// Durations of any unit, which NumPy counts among the signed integers.
  TIMEDELTA64("m");

  private final String kinds;

  TypeFamily(String kinds) {
    this.kinds = kinds;
  }

  /// Whether a dtype belongs to the family.
  public boolean contains(DType dtype) {
    return kinds.indexOf(Required.argument(dtype, "dtype").kind()) >= 0;
  }
}
