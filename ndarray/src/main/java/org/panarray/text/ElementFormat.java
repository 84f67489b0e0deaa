package org.panarray.text;

import java.util.Map;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.panarray.prim.FloatFormat;

/// Writes the elements of one array in a common width, chosen from the elements that will be
/// printed.
sealed interface ElementFormat
    permits ElementFormat.Bools,
        ElementFormat.Integers,
        ElementFormat.Floats,
        ElementFormat.Complexes,
        ElementFormat.Written,
        ElementFormat.UserFormat {

  /// The text of the element at a flat index.
  String format(long index);

  /// The format for an array of which the elements at the flat indices `printed` are shown.
  static ElementFormat of(PrintableArray array, long[] printed, PrintOptions options) {
    Function<Object, String> user = userFormatter(array, options.formatter());
    if (user != null) {
      return new UserFormat(array, user);
    }
    PrintableArray.Texts texts = array.texts();
    if (texts != null) {
      return Written.of(texts, printed);
    }
    return switch (array.elementType().kind()) {
      case BOOL -> new Bools(array, array.shape().length == 0);
      case SIGNED, UNSIGNED -> Integers.of(array, printed, options.sign());
      case FLOAT -> {
        FloatFormat format = array.elementType().format();
        LongToDoubleFunction values = array::realAt;
        yield new Floats(values, new FloatColumn(values, printed, format, options, options.sign()));
      }
      case COMPLEX -> Complexes.of(array, printed, options);
    };
  }

  private static @Nullable Function<Object, String> userFormatter(
      PrintableArray array, Map<String, Function<Object, String>> formatters) {
    if (formatters.isEmpty()) {
      return null;
    }
    PrintableArray.Texts texts = array.texts();
    String[] keys =
        texts != null
            ? new String[] {texts.kind(), "all"}
            : switch (array.elementType().kind()) {
              case BOOL -> new String[] {"bool", "all"};
              case SIGNED, UNSIGNED -> new String[] {"int", "int_kind", "all"};
              case FLOAT -> new String[] {"float", "float_kind", "all"};
              case COMPLEX -> new String[] {"complexfloat", "complex_kind", "all"};
            };
    for (String key : keys) {
      Function<Object, String> found = formatters.get(key);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// `True` and `False`, right-aligned except in a 0-d array.
  record Bools(PrintableArray array, boolean scalar) implements ElementFormat {
    @Override
    public String format(long index) {
      return array.longAt(index) == 0 ? "False" : scalar ? "True" : " True";
    }
  }

  /// Integers in the width of the longest.
  record Integers(PrintableArray array, String sign, int width) implements ElementFormat {
    static Integers of(PrintableArray array, long[] printed, String sign) {
      boolean unsigned = array.elementType().isUnsigned();
      long flip = unsigned ? Long.MIN_VALUE : 0;
      long smallest = Long.MAX_VALUE;
      long largest = Long.MIN_VALUE;
      for (long index : printed) {
        long value = array.longAt(index) ^ flip;
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
      }
      if (printed.length == 0) {
        return new Integers(array, sign, 0);
      }
      boolean anyNegative = !unsigned && smallest < 0;
      boolean allNegative = !unsigned && largest < 0;
      String usedSign = sign.equals(" ") && anyNegative ? "-" : sign;
      int prefix = !allNegative && !usedSign.equals("-") ? 1 : 0;
      int width =
          Math.max(
              text(largest ^ flip, unsigned).length() + prefix,
              text(smallest ^ flip, unsigned).length());
      return new Integers(array, usedSign, width);
    }

    @Override
    public String format(long index) {
      long value = array.longAt(index);
      boolean unsigned = array.elementType().isUnsigned();
      String text = text(value, unsigned);
      if (!sign.equals("-") && (unsigned || value >= 0)) {
        text = sign + text;
      }
      return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String text(long value, boolean unsigned) {
      return unsigned ? Long.toUnsignedString(value) : Long.toString(value);
    }
  }

  /// Floating-point numbers, aligned at the point.
  record Floats(LongToDoubleFunction values, FloatColumn column) implements ElementFormat {
    @Override
    public String format(long index) {
      return column.format(values.applyAsDouble(index));
    }
  }

  /// Complex numbers: real and imaginary parts are two columns.
  record Complexes(PrintableArray array, FloatColumn real, FloatColumn imaginary)
      implements ElementFormat {
    static Complexes of(PrintableArray array, long[] printed, PrintOptions options) {
      FloatFormat format = array.elementType().format();
      return new Complexes(
          array,
          new FloatColumn(array::realAt, printed, format, options, options.sign()),
          new FloatColumn(array::imaginaryAt, printed, format, options, "+"));
    }

    @Override
    public String format(long index) {
      String right = imaginary.format(array.imaginaryAt(index));
      String digits = right.stripTrailing();
      return real.format(array.realAt(index)) + digits + "j" + right.substring(digits.length());
    }
  }

  /// What a dtype writes, right-aligned.
  record Written(PrintableArray.Texts texts, int width) implements ElementFormat {
    static Written of(PrintableArray.Texts texts, long[] printed) {
      int width = 0;
      for (long index : printed) {
        width = Math.max(width, texts.element(index).length());
      }
      return new Written(texts, width);
    }

    @Override
    public String format(long index) {
      String text = texts.element(index);
      return " ".repeat(width - text.length()) + text;
    }
  }

  /// Whatever a function of the user writes.
  record UserFormat(PrintableArray array, Function<Object, String> function)
      implements ElementFormat {
    @Override
    public String format(long index) {
      return function.apply(array.objectAt(index));
    }
  }
}
