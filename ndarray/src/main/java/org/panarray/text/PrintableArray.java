package org.panarray.text;

import org.jspecify.annotations.Nullable;
import org.panarray.prim.ElementType;

/// What the formatter needs to know of an array: shape, type and elements by flat index in C order.
public interface PrintableArray {
  /// The lengths of the axes; empty for a 0-d array. Not to be modified.
  long[] shape();

  /// The type of the elements.
  ElementType elementType();

  /// A bool (0 or 1) or integer element; an unsigned one as its 64 bits.
  long longAt(long index);

  /// A floating element, or the real part of a complex one.
  double realAt(long index);

  /// The imaginary part of a complex element.
  double imaginaryAt(long index);

  /// The texts of elements that are no numbers; null of numbers.
  default @Nullable Texts texts() {
    return null;
  }

  /// How a dtype writes its elements and itself.
  interface Texts {
    /// The element in an array.
    String element(long index);

    /// The element as a scalar.
    String scalar(long index);

    /// The dtype in the `repr` of an array.
    String type();

    /// What a user's formatter of such elements is called.
    String kind();
  }

  /// The element as a Java object, for formatters that users supply.
  Object objectAt(long index);
}
