package org.panarray.io;

import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;

/// The element type and byte order of a `.npy` file: its `descr` entry, such as `<f8`.
record NpyDescriptor(ElementType type, boolean bigEndian) {

  /// What NumPy writes: `<` or `>` and a kind with a byte count, `|` where the order is idle.
  String text() {
    char order = type.byteSize() == 1 ? '|' : bigEndian ? '>' : '<';
    return order + kindAndSize(type);
  }

  /// Reads a `descr` entry.
  ///
  /// @throws ValueError if it names no dtype, or one that has no place here: objects, texts, dates,
  ///     records
  static NpyDescriptor of(PythonLiteral literal) {
    if (literal instanceof PythonLiteral.Text(String text)) {
      NpyDescriptor known = find(text);
      if (known != null) {
        return known;
      }
      String bare = withoutOrder(text);
      if (bare.equals("O") || bare.equals("O8") || bare.equals("O4") || bare.equals("object")) {
        throw objects();
      }
      if (bare.matches("[SaUV]\\d*|[mM]8?(\\[\\w+])?|f16|g|c32|G")) {
        throw unsupported(literal);
      }
    }
    if (literal instanceof PythonLiteral.Sequence sequence) {
      throw holdsObjects(sequence) ? objects() : unsupported(literal);
    }
    throw new ValueError("descr is not a valid dtype descriptor: " + literal.repr());
  }

  private static @Nullable NpyDescriptor find(String text) {
    String bare = withoutOrder(text);
    boolean big = text.startsWith(">") || text.startsWith("!");
    for (ElementType type : ElementType.values()) {
      if (bare.equals(kindAndSize(type))
          || bare.equals(String.valueOf(type.code()))
          || bare.equals(type.numpyName())) {
        return new NpyDescriptor(type, big && type.byteSize() > 1);
      }
    }
    return switch (bare) {
      case "q" -> new NpyDescriptor(ElementType.INT64, big);
      case "Q" -> new NpyDescriptor(ElementType.UINT64, big);
      default -> null;
    };
  }

  private static String withoutOrder(String text) {
    return !text.isEmpty() && "<>=|!".indexOf(text.charAt(0)) >= 0 ? text.substring(1) : text;
  }

  private static String kindAndSize(ElementType type) {
    String letter =
        switch (type.kind()) {
          case BOOL -> "b";
          case SIGNED -> "i";
          case UNSIGNED -> "u";
          case FLOAT -> "f";
          case COMPLEX -> "c";
        };
    return letter + type.byteSize();
  }

  private static boolean holdsObjects(PythonLiteral.Sequence sequence) {
    for (PythonLiteral item : sequence.items()) {
      if (item instanceof PythonLiteral.Sequence inner && holdsObjects(inner)) {
        return true;
      }
      if (item instanceof PythonLiteral.Text(String text) && text.matches("\\|O[48]?")) {
        return true;
      }
    }
    return false;
  }

  private static ValueError objects() {
    return new ValueError("Object arrays cannot be loaded when allow_pickle=False");
  }

  private static ValueError unsupported(PythonLiteral literal) {
    return new ValueError(
        "only bool, integer, float and complex arrays can be loaded, not descr " + literal.repr());
  }
}
