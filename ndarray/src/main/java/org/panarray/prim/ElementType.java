package org.panarray.prim;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.panarray.error.Required;

/// The storage types of array elements: NumPy's 14 numeric dtypes, in NumPy's type-number order,
/// and bfloat16 before the wider floats.
///
/// Promotion, casting and default accumulators are computed here from kind and size; a test
/// compares every cell with the tables recorded from NumPy.
public enum ElementType {
  BOOL(Kind.BOOL, 1, '?'),
  INT8(Kind.SIGNED, 1, 'b'),
  UINT8(Kind.UNSIGNED, 1, 'B'),
  INT16(Kind.SIGNED, 2, 'h'),
  UINT16(Kind.UNSIGNED, 2, 'H'),
  INT32(Kind.SIGNED, 4, 'i'),
  UINT32(Kind.UNSIGNED, 4, 'I'),
  INT64(Kind.SIGNED, 8, 'l'),
  UINT64(Kind.UNSIGNED, 8, 'L'),
  FLOAT16('e', FloatFormat.FLOAT16),
  BFLOAT16('E', FloatFormat.BFLOAT16),
  FLOAT32('f', FloatFormat.FLOAT32),
  FLOAT64('d', FloatFormat.FLOAT64),
  COMPLEX64('F', FLOAT32),
  COMPLEX128('D', FLOAT64);

  /// The kinds, in the order in which `same_kind` casting may ascend.
  public enum Kind {
    BOOL,
    UNSIGNED,
    SIGNED,
    FLOAT,
    COMPLEX
  }

  /// How freely one type may be cast to another; NumPy's `casting` argument.
  public enum Casting {
    NO,
    EQUIV,
    SAFE,
    SAME_KIND,
    UNSAFE;

    /// NumPy's spelling, such as `same_kind`.
    public String numpyName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final ElementType[] VALUES = values();
  private static final ElementType[][] PROMOTED = promotionTable();

  private final Kind kind;
  private final int byteSize;
  private final int byteShift;
  private final char code;
  private final @Nullable FloatFormat format;
  private final String numpyName = name().toLowerCase(Locale.ROOT);

  ElementType(Kind kind, int byteSize, char code) {
    this(kind, byteSize, code, null);
  }

  ElementType(char code, FloatFormat format) {
    this(Kind.FLOAT, format.bits() / 8, code, format);
  }

  ElementType(char code, ElementType part) {
    this(Kind.COMPLEX, 2 * part.byteSize, code, part.format);
  }

  ElementType(Kind kind, int byteSize, char code, @Nullable FloatFormat format) {
    this.kind = kind;
    this.byteSize = byteSize;
    this.byteShift = Integer.numberOfTrailingZeros(byteSize);
    this.code = code;
    this.format = format;
  }

  /// The type of a one-letter NumPy code (`l` and `q` are both int64).
  public static ElementType ofCode(char code) {
    char canonical = code == 'q' ? 'l' : code == 'Q' ? 'L' : code;
    for (ElementType type : VALUES) {
      if (type.code == canonical) {
        return type;
      }
    }
    throw new IllegalArgumentException("no element type has the code '" + code + "'");
  }

  public Kind kind() {
    return kind;
  }

  public int byteSize() {
    return byteSize;
  }

  /// The binary logarithm of [#byteSize].
  public int byteShift() {
    return byteShift;
  }

  /// NumPy's one-letter code on Linux, with `l` and `L` for the 64-bit integers.
  public char code() {
    return code;
  }

  /// NumPy's name, such as `float64`.
  public String numpyName() {
    return numpyName;
  }

  public boolean isBool() {
    return kind == Kind.BOOL;
  }

  /// True of the signed and unsigned integers; false of bool.
  public boolean isInteger() {
    return kind == Kind.SIGNED || kind == Kind.UNSIGNED;
  }

  public boolean isUnsigned() {
    return kind == Kind.UNSIGNED;
  }

  public boolean isFloat() {
    return kind == Kind.FLOAT;
  }

  public boolean isComplex() {
    return kind == Kind.COMPLEX;
  }

  /// True of floats and complex numbers: the types that gradients flow through.
  public boolean isInexact() {
    return kind == Kind.FLOAT || kind == Kind.COMPLEX;
  }

  /// The format of floats, and of the parts of complex numbers.
  ///
  /// @throws IllegalArgumentException of types that have no floating-point values
  public FloatFormat format() {
    if (format == null) {
      throw new IllegalArgumentException(this + " is not a floating type");
    }
    return format;
  }

  /// True of the floats that are stored in 16 bits and computed as float32.
  public boolean isNarrowFloat() {
    return kind == Kind.FLOAT && format().isNarrow();
  }

  /// The type in which values of this type are computed and added up before they are rounded:
  /// float32 for narrow floats, and else the type itself.
  public ElementType computed() {
    return isNarrowFloat() ? FLOAT32 : this;
  }

  /// The type of the real part: float32 for complex64, and the type itself when it is real.
  public ElementType realPart() {
    return switch (this) {
      case COMPLEX64 -> FLOAT32;
      case COMPLEX128 -> FLOAT64;
      default -> this;
    };
  }

  /// The complex type that holds this type's values as real parts.
  public ElementType complexCounterpart() {
    return promote(this, COMPLEX64);
  }

  /// The smallest type to which both cast safely: NumPy's `result_type` of two dtypes.
  public static ElementType promote(ElementType a, ElementType b) {
    return a == b ? a : PROMOTED[a.ordinal()][b.ordinal()];
  }

  /// NumPy's `can_cast(this, to, casting)`.
  public boolean canCast(ElementType to, Casting casting) {
    return switch (Required.argument(casting, "casting")) {
      case NO, EQUIV -> this == to;
      case SAFE -> promote(this, to) == to;
      case SAME_KIND -> promote(this, to) == to || kind.compareTo(to.kind) <= 0;
      case UNSAFE -> true;
    };
  }

  /// The type in which NumPy adds or multiplies up values of this type by default.
  public ElementType sumType() {
    return switch (kind) {
      case BOOL, SIGNED -> INT64;
      case UNSIGNED -> UINT64;
      case FLOAT, COMPLEX -> this;
    };
  }

  private static ElementType[][] promotionTable() {
    ElementType[][] table = new ElementType[VALUES.length][VALUES.length];
    for (ElementType a : VALUES) {
      for (ElementType b : VALUES) {
        table[a.ordinal()][b.ordinal()] = computePromotion(a, b);
      }
    }
    return table;
  }

  private static ElementType computePromotion(ElementType a, ElementType b) {
    if (a == b || b.isBool()) {
      return a;
    }
    if (a.isBool()) {
      return b;
    }
    if (a.isInteger() && b.isInteger()) {
      return promoteIntegers(a, b);
    }
    ElementType real = floatFor(a.realPart(), b.realPart());
    if (!a.isComplex() && !b.isComplex()) {
      return real;
    }
    return real == FLOAT64 ? COMPLEX128 : COMPLEX64;
  }

  private static ElementType promoteIntegers(ElementType a, ElementType b) {
    if (a.kind == b.kind) {
      return a.byteSize >= b.byteSize ? a : b;
    }
    ElementType signed = a.kind == Kind.SIGNED ? a : b;
    ElementType unsigned = a.kind == Kind.SIGNED ? b : a;
    if (unsigned.byteSize < signed.byteSize) {
      return signed;
    }
    return switch (unsigned.byteSize) {
      case 1 -> INT16;
      case 2 -> INT32;
      case 4 -> INT64;
      default -> FLOAT64; // no integer type holds both int64 and uint64
    };
  }

  /// The first float that holds both, in the order of the constants.
  private static ElementType floatFor(ElementType a, ElementType b) {
    for (ElementType type : VALUES) {
      if (type.isFloat() && type.holds(a) && type.holds(b)) {
        return type;
      }
    }
    return FLOAT64; // which counts as wide enough for 64-bit integers
  }

  /// Whether every value of a real type is one of this float.
  private boolean holds(ElementType real) {
    return real.isFloat()
        ? format().holds(real.format())
        : 8 * real.byteSize <= format().mantissaBits() + 1;
  }
}
