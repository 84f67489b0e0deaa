package org.panarray.internal.files;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.array.ElementReader;
import org.panarray.internal.array.ElementRules;
import org.panarray.internal.array.Storage;
import org.panarray.prim.ElementType;
import org.panarray.text.ArrayFormatter;
import org.panarray.text.PrintOptions;
import org.panarray.text.PrintableArray;

/// Shows arrays to the formatter of `org.panarray.text`.
public final class Printer {
  private static volatile PrintOptions process = PrintOptions.DEFAULT;

  private Printer() {}

  public static String str(NDArray array) {
    return ArrayFormatter.str(printable(array), options());
  }

  static String repr(NDArray array) {
    return ArrayFormatter.repr(printable(array), options());
  }

  /// The options in force: those of the innermost block, else those of the process.
  public static PrintOptions options() {
    PrintOptions scoped = Ambient.current().printing;
    return scoped != null ? scoped : process;
  }

  /// Changes the options in force; inside a block only until it ends.
  public static void setOptions(PrintOptions options) {
    Ambient ambient = Ambient.current();
    if (ambient.printing != null) {
      ambient.printing = options;
    } else {
      process = options;
    }
  }

  public static PrintableArray printable(NDArray array) {
    ElementReader reader = new ElementReader(Storage.of(array));
    ElementRules rules = ElementRules.of(array.dtype());
    PrintableArray.Texts texts = rules == null ? null : new Written(rules, reader);
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

      @Override
      public PrintableArray.@Nullable Texts texts() {
        return texts;
      }
    };
  }

  /// Elements that their dtype writes.
  private record Written(ElementRules rules, ElementReader reader) implements PrintableArray.Texts {
    @Override
    public String element(long index) {
      return rules.elementText(reader.longAt(index));
    }

    @Override
    public String scalar(long index) {
      return rules.scalarText(reader.longAt(index));
    }

    @Override
    public String type() {
      return rules.typeText();
    }

    @Override
    public String kind() {
      return rules.formatterName();
    }
  }
}
