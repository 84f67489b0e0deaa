package org.panarray;

import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.TypeNames;
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

  private final ElementType element;

  private DType(ElementType element) {
    this.element = element;
  }

  /// The dtype of an element type.
  public static DType of(ElementType element) {
    return ALL[Required.argument(element, "dtype").ordinal()];
  }

  /// The dtype that NumPy reads from a string: a name (`float32`, `int`), a one-letter code (`f`) or
  /// a kind with a byte count (`<f4`, `|u1`; the byte order must be this machine's).
  ///
  /// @throws TypeError `data type 'x' not understood`; `data type 'V2' is not supported` for dtypes
  ///     that only NumPy has, those in foreign byte order among them
  public static DType of(String text) {
    ElementType element = TypeNames.find(Required.argument(text, "dtype"));
    boolean foreign = element != null && text.startsWith(">") && element.byteSize() > 1;
    if (element != null && !foreign) {
      return of(element);
    }
    throw new TypeError(
        foreign || TypeNames.isElsewhere(text)
            ? "data type '"
                + text
                + "' is not supported: arrays hold bool, integer, float and complex elements in"
                + " this machine's byte order"
            : "data type '" + text + "' not understood");
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
    return TypeNames.letter(element.kind());
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
    return element.canCast(Required.argument(to, "to").element, casting);
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
