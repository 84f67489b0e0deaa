package org.panarray;

import org.panarray.error.Required;
import org.panarray.internal.page.Types;

/// The abstract types of NumPy's scalar hierarchy, as [Types#issubdtype] takes them.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/arrays.scalars.html">Scalars</a>
public enum TypeFamily {
  /// Every dtype.
  GENERIC("buifc"),
  /// Integers, floats and complex numbers.
  NUMBER("uifc"),
  /// Signed and unsigned integers.
  INTEGER("ui"),
  SIGNEDINTEGER("i"),
  UNSIGNEDINTEGER("u"),
  /// Floats and complex numbers.
  INEXACT("fc"),
  FLOATING("f"),
  COMPLEXFLOATING("c");

  private final String kinds;

  TypeFamily(String kinds) {
    this.kinds = kinds;
  }

  /// Whether a dtype belongs to the family.
  public boolean contains(DType dtype) {
    return kinds.indexOf(Required.argument(dtype, "dtype").kind()) >= 0;
  }
}
