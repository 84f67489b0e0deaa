package org.panarray;

import java.util.Map;
import org.panarray.error.TypeError;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.shape.Shape;

/// The type of an array's elements, as `numpy.dtype`.
///
/// A dtype may stand wherever a function takes the keyword `dtype`: `np.zeros(3, np.float32)` and
/// `np.zeros(3, dtype(np.float32))` are the same.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/arrays.dtypes.html">numpy.dtype</a>
public final class DType implements Keyword.AnyDtype {
  private static final DType[] ALL = new DType[ElementType.values().length];

  static {
    for (ElementType type : ElementType.values()) {
      ALL[type.ordinal()] = new DType(type);
    }
  }

  public static final DType BOOL = of(ElementType.BOOL);
  public static final DType INT8 = of(ElementType.INT8);
  public static final DType INT16 = of(ElementType.INT16);
  public static final DType INT32 = of(ElementType.INT32);
  public static final DType INT64 = of(ElementType.INT64);
  public static final DType UINT8 = of(ElementType.UINT8);
  public static final DType UINT16 = of(ElementType.UINT16);
  public static final DType UINT32 = of(ElementType.UINT32);
  public static final DType UINT64 = of(ElementType.UINT64);
  public static final DType FLOAT16 = of(ElementType.FLOAT16);
  public static final DType FLOAT32 = of(ElementType.FLOAT32);
  public static final DType FLOAT64 = of(ElementType.FLOAT64);
  public static final DType COMPLEX64 = of(ElementType.COMPLEX64);
  public static final DType COMPLEX128 = of(ElementType.COMPLEX128);

  private static final Map<String, ElementType> ALIASES =
      Map.ofEntries(
          Map.entry("int", ElementType.INT64),
          Map.entry("int_", ElementType.INT64),
          Map.entry("intp", ElementType.INT64),
          Map.entry("longlong", ElementType.INT64),
          Map.entry("uint", ElementType.UINT64),
          Map.entry("uintp", ElementType.UINT64),
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

  private final ElementType element;

  private DType(ElementType element) {
    this.element = element;
  }

  /// The dtype of an element type.
  public static DType of(ElementType element) {
    return ALL[element.ordinal()];
  }

  /// The dtype that NumPy reads from a string: a name (`float32`, `int`), a one-letter code (`f`) or
  /// a kind with a byte count (`<f4`, `|u1`; the byte order must be this machine's).
  ///
  /// @throws TypeError `data type 'x' not understood`
  public static DType of(String text) {
    for (DType dtype : ALL) {
      if (dtype.name().equals(text)) {
        return dtype;
      }
    }
    ElementType alias = ALIASES.get(text);
    if (alias != null) {
      return of(alias);
    }
    String bare =
        text.startsWith("<") || text.startsWith("=") || text.startsWith("|")
            ? text.substring(1)
            : text;
    for (DType dtype : ALL) {
      ElementType element = dtype.element;
      if (bare.equals(String.valueOf(dtype.kind()) + element.byteSize())
          || bare.equals(String.valueOf(element.code()))
          || bare.equals("q") && element == ElementType.INT64
          || bare.equals("Q") && element == ElementType.UINT64) {
        return dtype;
      }
    }
    throw new TypeError("data type '" + text + "' not understood");
  }

  public ElementType element() {
    return element;
  }

  /// NumPy's name, such as `float64`.
  public String name() {
    return element.numpyName();
  }

  /// NumPy's kind letter: `b`, `i`, `u`, `f` or `c`.
  public char kind() {
    return switch (element.kind()) {
      case BOOL -> 'b';
      case SIGNED -> 'i';
      case UNSIGNED -> 'u';
      case FLOAT -> 'f';
      case COMPLEX -> 'c';
    };
  }

  /// NumPy's one-letter type code, `dtype.char`.
  public char char_() {
    return element.code();
  }

  /// NumPy's number of the type: 0 for bool up to 15 for complex128, 23 for float16.
  public int num() {
    return switch (element) {
      case BOOL -> 0;
      case INT8 -> 1;
      case UINT8 -> 2;
      case INT16 -> 3;
      case UINT16 -> 4;
      case INT32 -> 5;
      case UINT32 -> 6;
      case INT64 -> 7;
      case UINT64 -> 8;
      case FLOAT32 -> 11;
      case FLOAT64 -> 12;
      case COMPLEX64 -> 14;
      case COMPLEX128 -> 15;
      case FLOAT16 -> 23;
    };
  }

  /// The dtype itself: there are no scalar types beside the dtypes, `np.float32` is one.
  public DType type() {
    return this;
  }

  /// Bytes that an element's address is a multiple of: that of one part of a complex number.
  public int alignment() {
    return element.isComplex() ? itemsize() / 2 : itemsize();
  }

  /// `=` for this machine's order of bytes, `|` where there is only one byte.
  public char byteorder() {
    return itemsize() == 1 ? '|' : '=';
  }

  /// Always true: arrays are in this machine's order of bytes.
  public boolean isnative() {
    return true;
  }

  /// Always false: no array holds Java objects.
  public boolean hasobject() {
    return false;
  }

  /// Always 0: an element is no array.
  public int ndim() {
    return 0;
  }

  /// Always `()`: an element is no array.
  public Shape shape() {
    return Shape.SCALAR;
  }

  /// Bytes per element.
  public int itemsize() {
    return element.byteSize();
  }

  /// NumPy's array-protocol string, such as `<f8`.
  public String str() {
    return (itemsize() == 1 ? "|" : "<") + kind() + itemsize();
  }

  /// Whether values may be cast to another dtype under a casting rule.
  public boolean canCast(DType to, Casting casting) {
    return element.canCast(to.element, casting);
  }

  /// As `repr(dtype)` prints it: `dtype('float32')`.
  public String repr() {
    return "dtype('" + name() + "')";
  }

  /// The name, as `str(dtype)` prints it.
  @Override
  public String toString() {
    return name();
  }
}
