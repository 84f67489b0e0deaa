package org.panarray.prim;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panarray.prim.ElementType.Kind;

/// The names that NumPy has for its dtypes: `float32`, `int`, `f`, `<f4`.
public final class TypeNames {
  private static final Map<String, ElementType> ALIASES =
      Map.ofEntries(
          Map.entry("int", ElementType.INT64),
          Map.entry("int_", ElementType.INT64),
          Map.entry("n", ElementType.INT64),
          Map.entry("p", ElementType.INT64),
          Map.entry("N", ElementType.UINT64),
          Map.entry("P", ElementType.UINT64),
          Map.entry("intp", ElementType.INT64),
          Map.entry("long", ElementType.INT64),
          Map.entry("longlong", ElementType.INT64),
          Map.entry("uint", ElementType.UINT64),
          Map.entry("uintp", ElementType.UINT64),
          Map.entry("ulong", ElementType.UINT64),
          Map.entry("ulonglong", ElementType.UINT64),
          Map.entry("float", ElementType.FLOAT64),
          Map.entry("double", ElementType.FLOAT64),
          Map.entry("half", ElementType.FLOAT16),
          Map.entry("single", ElementType.FLOAT32),
          Map.entry("complex", ElementType.COMPLEX128),
          Map.entry("cdouble", ElementType.COMPLEX128),
          Map.entry("csingle", ElementType.COMPLEX64),
          Map.entry("bool_", ElementType.BOOL),
          Map.entry("byte", ElementType.INT8),
          Map.entry("ubyte", ElementType.UINT8),
          Map.entry("short", ElementType.INT16),
          Map.entry("ushort", ElementType.UINT16),
          Map.entry("intc", ElementType.INT32),
          Map.entry("uintc", ElementType.UINT32));

  private static final Pattern KIND_AND_SIZE = Pattern.compile("([biufc])\\s*\\+?0*(\\d{1,2})");

  /// Texts, bytes, times, records, objects and extended floats.
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "[<>=|]?([SaUV]\\d*|[mM](8?(\\[[^]]*])?)|c?|f16|g|c32|G|O\\d*|T)"
              + "|float128|complex256|c?longdouble|object_?|str_?|bytes_?|unicode|void"
              + "|datetime64.*|timedelta64.*|.*[(,].*|\\d+[a-zA-Z].*");

  private TypeNames() {}

  /// The type that a text names, apart from its byte order; null if none has the name.
  public static @Nullable ElementType find(String text) {
    boolean ordered = !text.isEmpty() && "<>=|".indexOf(text.charAt(0)) >= 0;
    String bare = ordered ? text.substring(1) : text;
    if (text.equals(descriptor(ElementType.BFLOAT16))) {
      return ElementType.BFLOAT16;
    }
    Matcher sized = KIND_AND_SIZE.matcher(bare);
    if (sized.matches()) {
      return sized(sized.group(1).charAt(0), Integer.parseInt(sized.group(2)));
    }
    if (bare.length() == 1) {
      return ofCode(bare.charAt(0));
    }
    return ordered ? null : ofName(bare);
  }

  /// Whether NumPy has a dtype of this name that does not exist here.
  public static boolean isElsewhere(String text) {
    return !text.isEmpty() && find(text) == null && ELSEWHERE.matcher(text).matches();
  }

  private static @Nullable ElementType sized(char letter, int bytes) {
    for (ElementType type : ElementType.values()) {
      if (letter(type.kind()) == letter
          && type.byteSize() == bytes
          && type != ElementType.BFLOAT16) { // whose name with a size is float16's
        return type;
      }
    }
    return null;
  }

  private static @Nullable ElementType ofCode(char code) {
    for (ElementType type : ElementType.values()) {
      if (type.code() == code) {
        return type;
      }
    }
    return switch (code) {
      case 'q', 'p', 'n' -> ElementType.INT64;
      case 'Q', 'P', 'N' -> ElementType.UINT64;
      default -> null;
    };
  }

  private static @Nullable ElementType ofName(String name) {
    for (ElementType type : ElementType.values()) {
      if (type.numpyName().equals(name)) {
        return type;
      }
    }
    return ALIASES.get(name);
  }

  /// What stands for the type in `dtype.str` and in files, in this machine's byte order: `<f8`,
  /// `|u1`.
  ///
  /// Of bfloat16 it is `<V2`, as ml_dtypes has it and JAX saves it: `<f2` are halves, and NumPy
  /// loads this as two bytes that `view(ml_dtypes.bfloat16)` gives their meaning. Bytes without a
  /// meaning are saved as `|V2`, so that the two are told apart.
  public static String descriptor(ElementType type) {
    char order = type.byteSize() == 1 ? '|' : '<';
    char letter = type == ElementType.BFLOAT16 ? 'V' : letter(type.kind());
    return "" + order + letter + type.byteSize();
  }

  /// NumPy's letter of a kind.
  public static char letter(Kind kind) {
    return switch (kind) {
      case BOOL -> 'b';
      case SIGNED -> 'i';
      case UNSIGNED -> 'u';
      case FLOAT -> 'f';
      case COMPLEX -> 'c';
    };
  }
}
