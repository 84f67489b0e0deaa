package org.panarray.text;

import org.panarray.prim.ElementType;

/// What the formatter needs to know of an array: shape, type and elements by flat index in
/// C order.
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

  /// The element as a Java object, for formatters that users supply.
  Object objectAt(long index);
}
