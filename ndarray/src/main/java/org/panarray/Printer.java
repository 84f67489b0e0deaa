package org.panarray;

import org.panarray.prim.ElementType;
import org.panarray.text.ArrayFormatter;
import org.panarray.text.PrintOptions;
import org.panarray.text.PrintableArray;

/// Shows arrays to the formatter of `org.panarray.text`.
final class Printer {
  private Printer() {}

  static String str(NDArray array) {
    return ArrayFormatter.str(printable(array), PrintOptions.current());
  }

  static String repr(NDArray array) {
    return ArrayFormatter.repr(printable(array), PrintOptions.current());
  }

  static PrintableArray printable(NDArray array) {
    ElementReader reader = new ElementReader(array);
    long[] shape = array.dims();
    return new PrintableArray() {
      @Override
      public long[] shape() {
        return shape;
      }

      @Override
      public ElementType elementType() {
        return reader.type();
      }

      @Override
      public long longAt(long index) {
        return reader.longAt(index);
      }

      @Override
      public double realAt(long index) {
        return reader.realAt(index);
      }

      @Override
      public double imaginaryAt(long index) {
        return reader.imaginaryAt(index);
      }

      @Override
      public Object objectAt(long index) {
        return reader.boxedAt(index);
      }
    };
  }
}
