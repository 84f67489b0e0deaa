package org.panarray;

import org.jspecify.annotations.Nullable;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.internal.time.TimeReading;
import org.panarray.internal.time.TimeType;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.TypeNames;
import org.panarray.shape.Shape;

/// The type of an array's elements, as `numpy.dtype`: what lies in memory, and what that means.
///
/// A dtype may stand wherever a function takes the keyword `dtype`: `np.zeros(3, np.float32)` and
/// `np.zeros(3, dtype(np.float32))` are the same.
///
/// Engines know the [#storage] alone. Functions ask for the [#element] and so refuse what is no
/// number, unless they have a rule for it: nothing computes with storage whose meaning it ignores.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/arrays.dtypes.html">numpy.dtype</a>
public abstract sealed class DType implements Keyword.AnyDtype permits DType.OfNumbers, TimeType {
  private static final DType[] NUMBERS = new DType[ElementType.values().length];

  static {
    for (ElementType type : ElementType.values()) {
      NUMBERS[type.ordinal()] = new OfNumbers(type);
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

  /// The upper half of a float32: as wide a range, with 8 binary digits. NumPy has no such dtype;
  /// it is that of the package ml_dtypes, which JAX and TensorFlow use with NumPy.
  ///
  /// It behaves as float16 does, with its format instead: computed in float32 and rounded after
  /// each operation, added up in float32 and rounded once, refused by linear algebra, beside a Java
  /// `double` bfloat16. Two narrow floats meet in float32, as do bfloat16 and 16-bit integers,
  /// where ml_dtypes has no answer. Casts from float64 round once. The kind is `f`, so that
  /// programs that ask for floats find one (ml_dtypes says `V`, raw bytes, which no array here
  /// holds); the rest is as there: `char` `E`, `str` `<V2`, by which files are written and read.
  public static final DType BFLOAT16 = of(ElementType.BFLOAT16);

  public static final DType FLOAT32 = of(ElementType.FLOAT32);
  public static final DType FLOAT64 = of(ElementType.FLOAT64);
  public static final DType COMPLEX64 = of(ElementType.COMPLEX64);
  public static final DType COMPLEX128 = of(ElementType.COMPLEX128);

  private final ElementType storage;
  private final boolean numeric;

  private DType(ElementType storage, boolean numeric) {
    this.storage = storage;
    this.numeric = numeric;
  }

  /// A dtype whose elements are no numbers.
  protected DType(ElementType storage) {
    this(storage, false);
  }

  /// The dtype of numbers of an element type.
  public static DType of(ElementType element) {
    return NUMBERS[Required.argument(element, "dtype").ordinal()];
  }

  /// The dtype that NumPy reads from a string: a name (`float32`, `int`), a one-letter code (`f`)
  /// or a kind with a byte count (`<f4`, `|u1`; the byte order must be this machine's).
  ///
  /// @throws TypeError `data type 'x' not understood`; `data type 'V2' is not supported` for dtypes
  ///   that only NumPy has, those in foreign byte order among them
  public static DType of(String text) {
    TimeType time = TimeType.find(Required.argument(text, "dtype"));
    if (time != null) {
      return time;
    }
    ElementType element = TypeNames.find(text);
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

  /// The dtype of a Java object that is no number, such as a `LocalDate`; null of any other.
  public static @Nullable DType ofObject(Object value) {
    return TimeReading.typeOf(Required.argument(value, "value"));
  }

  /// What lies in memory.
  public final ElementType storage() {
    return storage;
  }

  /// Whether elements are what lies in memory: bools, integers, floats or complex numbers.
  public final boolean isNumeric() {
    return numeric;
  }

  /// Whether elements are floats or complex numbers.
  public final boolean isInexact() {
    return numeric && storage.isInexact();
  }

  public final boolean isComplex() {
    return numeric && storage.isComplex();
  }

  public final boolean isFloat() {
    return numeric && storage.isFloat();
  }

  public final boolean isInteger() {
    return numeric && storage.isInteger();
  }

  public final boolean isBool() {
    return numeric && storage.isBool();
  }

  /// Whether an element may be none, as NaN and NaT are.
  public boolean hasNan() {
    return isInexact();
  }

  /// The type of the numbers that the elements are.
  ///
  /// @throws TypeError where they are no numbers: of a function that has no rule for them
  public final ElementType element() {
    if (!numeric) {
      throw new TypeError("this function is not supported for elements of " + repr());
    }
    return storage;
  }

  /// NumPy's name, such as `float64`.
  public abstract String name();

  /// NumPy's kind letter: `b`, `i`, `u`, `f`, `c`, `M` or `m`.
  public abstract char kind();

  /// NumPy's one-letter type code, `dtype.char`.
  public abstract char char_();

  /// NumPy's number of the type: 0 for bool up to 15 for complex128, 21 for dates, 22 for
  /// durations, 23 for float16; the first of a user's types, 256, for bfloat16.
  public abstract int num();

  /// The dtype itself: there are no scalar types beside the dtypes, `np.float32` is one.
  public DType type() {
    return this;
  }

  /// Bytes that an element's address is a multiple of: that of one part of a complex number.
  public int alignment() {
    return storage.isComplex() ? itemsize() / 2 : itemsize();
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
    return storage.byteSize();
  }

  /// NumPy's array-protocol string, such as `<f8`.
  public abstract String str();

  /// Whether values may be cast to another dtype under a casting rule.
  public abstract boolean canCast(DType to, Casting casting);

  /// Whether numbers may be cast to this dtype, which is of none.
  protected abstract boolean takes(ElementType numbers, Casting casting);

  /// As `repr(dtype)` prints it: `dtype('float32')`.
  public String repr() {
    return "dtype('" + name() + "')";
  }

  /// The name, as `str(dtype)` prints it.
  @Override
  public String toString() {
    return name();
  }

  /// Numbers: there is one dtype for each element type.
  public static final class OfNumbers extends DType {
    private OfNumbers(ElementType element) {
      super(element, true);
    }

    @Override
    public String name() {
      return storage().numpyName();
    }

    @Override
    public char kind() {
      return TypeNames.letter(storage().kind());
    }

    @Override
    public char char_() {
      return storage().code();
    }

    @Override
    public int num() {
      return switch (storage()) {
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
        case BFLOAT16 -> 256;
      };
    }

    @Override
    public String str() {
      return TypeNames.descriptor(storage());
    }

    @Override
    public boolean canCast(DType to, Casting casting) {
      return Required.argument(to, "to").isNumeric()
          ? storage().canCast(to.storage(), casting)
          : to.takes(storage(), casting);
    }

    @Override
    protected boolean takes(ElementType numbers, Casting casting) {
      return numbers.canCast(storage(), casting);
    }
  }
}
