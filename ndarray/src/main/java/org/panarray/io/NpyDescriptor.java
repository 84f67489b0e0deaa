package org.panarray.io;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;
import org.panarray.prim.TypeNames;

/// The element type and byte order of a `.npy` file: its `descr` entry, such as `<f8`.
///
/// @param meaning the dtype of elements that are no numbers, such as `M8[D]`, else null
record NpyDescriptor(ElementType type, boolean bigEndian, @Nullable String meaning) {
  private static final Pattern TIME = Pattern.compile("[<>=]?([Mm]8(?:\\[.*])?)");

  /// What NumPy writes: `<` or `>` and a kind with a byte count, `|` where the order is idle.
  String text() {
    char order = type.byteSize() == 1 ? '|' : bigEndian ? '>' : '<';
    if (meaning != null) {
      return order + meaning;
    }
    return order + TypeNames.descriptor(type).substring(1);
  }

  /// Reads a `descr` entry.
  ///
  /// @throws ValueError if it names no dtype, or one that has no place here: objects, texts, dates,
  ///   records
  static NpyDescriptor of(PythonLiteral literal) {
    return switch (literal) {
      case PythonLiteral.Text(String text) -> of(text, literal);
      case PythonLiteral.Sequence sequence ->
          throw holdsObjects(sequence) ? objects() : unsupported(literal);
      default -> throw invalid(literal);
    };
  }

  private static NpyDescriptor of(String text, PythonLiteral literal) {
    ElementType type = TypeNames.find(text);
    if (type != null) {
      return new NpyDescriptor(type, text.startsWith(">") && type.byteSize() > 1, null);
    }
    Matcher time = TIME.matcher(text);
    if (time.matches()) {
      return new NpyDescriptor(ElementType.INT64, text.startsWith(">"), time.group(1));
    }
    if (isObject(text)) {
      throw objects();
    }
    throw TypeNames.isElsewhere(text) ? unsupported(literal) : invalid(literal);
  }

  private static boolean isObject(String text) {
    return text.matches("[<>=|]?O[48]?|object_?");
  }

  private static boolean holdsObjects(PythonLiteral.Sequence sequence) {
    for (PythonLiteral item : sequence.items()) {
      if (item instanceof PythonLiteral.Sequence inner && holdsObjects(inner)) {
        return true;
      }
      if (item instanceof PythonLiteral.Text(String text) && isObject(text)) {
        return true;
      }
    }
    return false;
  }

  private static ValueError objects() {
    return new ValueError("Object arrays cannot be loaded when allow_pickle=False");
  }

  private static ValueError invalid(PythonLiteral literal) {
    return new ValueError("descr is not a valid dtype descriptor: " + literal.repr());
  }

  private static ValueError unsupported(PythonLiteral literal) {
    return new ValueError(
        "dtype "
            + literal.repr()
            + " is not supported: only arrays of bools, numbers and times can be loaded. The"
            + " bytes of the elements follow the header; np.fromfile(file, dtype, offset) reads"
            + " them as another dtype");
  }
}
