package org.panarray;

import org.panarray.internal.page.Arithmetic;
import org.panarray.internal.page.Binning;
import org.panarray.internal.page.Bitwise;
import org.panarray.internal.page.Comparison;
import org.panarray.internal.page.Creation;
import org.panarray.internal.page.Datetimes;
import org.panarray.internal.page.Diagonals;
import org.panarray.internal.page.Exponential;
import org.panarray.internal.page.IndexGrids;
import org.panarray.internal.page.Indexing;
import org.panarray.internal.page.Io;
import org.panarray.internal.page.Joining;
import org.panarray.internal.page.Logic;
import org.panarray.internal.page.Manipulation;
import org.panarray.internal.page.Mathematics;
import org.panarray.internal.page.MemoryMaps;
import org.panarray.internal.page.Padding;
import org.panarray.internal.page.Polynomials;
import org.panarray.internal.page.Printing;
import org.panarray.internal.page.Products;
import org.panarray.internal.page.Ranges;
import org.panarray.internal.page.Rearranging;
import org.panarray.internal.page.Reductions;
import org.panarray.internal.page.Rounding;
import org.panarray.internal.page.Sets;
import org.panarray.internal.page.Sorting;
import org.panarray.internal.page.State;
import org.panarray.internal.page.Statistics;
import org.panarray.internal.page.TextTables;
import org.panarray.internal.page.Trigonometric;
import org.panarray.internal.page.Types;
import org.panarray.internal.page.Windows;
import org.panarray.prim.ScalarOp;

/// The functions of NumPy's main namespace, in Java's spelling: `zeros_like` is `zerosLike`.
///
/// ```java
/// import static org.panarray.Np.np;
/// NDArray a = np.arange(6).reshape(2, 3);
/// np.sum(a, 0) // [3 5 7]
/// ```
///
/// The methods come from one interface for each page of NumPy's reference. A ufunc is a method and
/// a field: `np.add(a, b)` and `np.add.reduce(a)`.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.html">NumPy's routines by topic</a>
public final class Np
    implements Creation,
        Ranges,
        Trigonometric,
        Exponential,
        Arithmetic,
        Rounding,
        Comparison,
        Bitwise,
        Indexing,
        IndexGrids,
        Diagonals,
        Manipulation,
        Rearranging,
        Padding,
        Polynomials,
        Windows,
        Joining,
        Reductions,
        Statistics,
        Sorting,
        Sets,
        Binning,
        Logic,
        Mathematics,
        Products,
        Types,
        Datetimes,
        State,
        Io,
        TextTables,
        MemoryMaps,
        Printing {
  /// The namespace.
  public static final Np np = new Np();

  public final double pi = Math.PI;
  public final double e = Math.E;
  public final double inf = Double.POSITIVE_INFINITY;
  public final double nan = Double.NaN;
  public final double eulerGamma = 0.5772156649015329;
  public final org.panarray.shape.Index newaxis = org.panarray.shape.Index.NEWAXIS;

  /// The library's corners.
  public final Lib lib = new Lib();

  /// Functions that answer in complex numbers where real ones have no answer.
  public final Emath emath = new Emath();

  /// Linear algebra.
  public final Linalg linalg = new Linalg();

  /// Fourier transforms.
  public final Fft fft = new Fft();

  /// Random arrays.
  public final Random random = new Random();

  public final TypeFamily generic = TypeFamily.GENERIC;
  public final TypeFamily number = TypeFamily.NUMBER;
  public final TypeFamily integer = TypeFamily.INTEGER;
  public final TypeFamily signedinteger = TypeFamily.SIGNEDINTEGER;
  public final TypeFamily unsignedinteger = TypeFamily.UNSIGNEDINTEGER;
  public final TypeFamily inexact = TypeFamily.INEXACT;
  public final TypeFamily floating = TypeFamily.FLOATING;
  public final TypeFamily complexfloating = TypeFamily.COMPLEXFLOATING;
  public final TypeFamily datetime64 = TypeFamily.DATETIME64;
  public final TypeFamily timedelta64 = TypeFamily.TIMEDELTA64;

  public final DType bool = DType.BOOL;
  public final DType bool_ = DType.BOOL;
  public final DType int8 = DType.INT8;
  public final DType int16 = DType.INT16;
  public final DType int32 = DType.INT32;
  public final DType int64 = DType.INT64;
  public final DType int_ = DType.INT64;
  public final DType intp = DType.INT64;
  public final DType uint8 = DType.UINT8;
  public final DType uint16 = DType.UINT16;
  public final DType uint32 = DType.UINT32;
  public final DType uint64 = DType.UINT64;
  public final DType uint = DType.UINT64;
  public final DType uintp = DType.UINT64;
  public final DType byte_ = DType.INT8;
  public final DType ubyte = DType.UINT8;
  public final DType short_ = DType.INT16;
  public final DType ushort = DType.UINT16;
  public final DType intc = DType.INT32;
  public final DType uintc = DType.UINT32;
  public final DType long_ = DType.INT64;
  public final DType ulong = DType.UINT64;
  public final DType longlong = DType.INT64;
  public final DType ulonglong = DType.UINT64;
  public final DType float16 = DType.FLOAT16;
  public final DType bfloat16 = DType.BFLOAT16;
  public final DType float32 = DType.FLOAT32;
  public final DType float64 = DType.FLOAT64;
  public final DType complex64 = DType.COMPLEX64;
  public final DType complex128 = DType.COMPLEX128;
  public final DType half = DType.FLOAT16;
  public final DType single = DType.FLOAT32;
  public final DType double_ = DType.FLOAT64;
  public final DType csingle = DType.COMPLEX64;
  public final DType cdouble = DType.COMPLEX128;
  public final boolean True_ = true;
  public final boolean False_ = false;

  public final GridObjects.DenseGrid mgrid = new GridObjects.DenseGrid();
  public final GridObjects.OpenGrid ogrid = new GridObjects.OpenGrid();
  public final GridObjects.Joiner r_ = new GridObjects.Joiner(false);
  public final GridObjects.Joiner c_ = new GridObjects.Joiner(true);
  public final GridObjects.IndexMaker s_ = new GridObjects.IndexMaker();
  public final GridObjects.IndexMaker indexExp = s_;

  public final Ufunc sin = new Ufunc(ScalarOp.SIN);
  public final Ufunc cos = new Ufunc(ScalarOp.COS);
  public final Ufunc tan = new Ufunc(ScalarOp.TAN);
  public final Ufunc arcsin = new Ufunc(ScalarOp.ARCSIN);
  public final Ufunc asin = arcsin;
  public final Ufunc arccos = new Ufunc(ScalarOp.ARCCOS);
  public final Ufunc acos = arccos;
  public final Ufunc arctan = new Ufunc(ScalarOp.ARCTAN);
  public final Ufunc atan = arctan;
  public final Ufunc arctan2 = new Ufunc(ScalarOp.ARCTAN2);
  public final Ufunc atan2 = arctan2;
  public final Ufunc hypot = new Ufunc(ScalarOp.HYPOT);
  public final Ufunc sinh = new Ufunc(ScalarOp.SINH);
  public final Ufunc cosh = new Ufunc(ScalarOp.COSH);
  public final Ufunc tanh = new Ufunc(ScalarOp.TANH);
  public final Ufunc arcsinh = new Ufunc(ScalarOp.ARCSINH);
  public final Ufunc asinh = arcsinh;
  public final Ufunc arccosh = new Ufunc(ScalarOp.ARCCOSH);
  public final Ufunc acosh = arccosh;
  public final Ufunc arctanh = new Ufunc(ScalarOp.ARCTANH);
  public final Ufunc atanh = arctanh;
  public final Ufunc degrees = new Ufunc(ScalarOp.DEGREES);
  public final Ufunc radians = new Ufunc(ScalarOp.RADIANS);
  public final Ufunc deg2rad = new Ufunc(ScalarOp.DEG2RAD);
  public final Ufunc rad2deg = new Ufunc(ScalarOp.RAD2DEG);
  public final Ufunc exp = new Ufunc(ScalarOp.EXP);
  public final Ufunc expm1 = new Ufunc(ScalarOp.EXPM1);
  public final Ufunc exp2 = new Ufunc(ScalarOp.EXP2);
  public final Ufunc log = new Ufunc(ScalarOp.LOG);
  public final Ufunc log10 = new Ufunc(ScalarOp.LOG10);
  public final Ufunc log2 = new Ufunc(ScalarOp.LOG2);
  public final Ufunc log1p = new Ufunc(ScalarOp.LOG1P);
  public final Ufunc logaddexp = new Ufunc(ScalarOp.LOGADDEXP);
  public final Ufunc logaddexp2 = new Ufunc(ScalarOp.LOGADDEXP2);
  public final Ufunc sqrt = new Ufunc(ScalarOp.SQRT);
  public final Ufunc cbrt = new Ufunc(ScalarOp.CBRT);
  public final Ufunc square = new Ufunc(ScalarOp.SQUARE);
  public final Ufunc add = new Ufunc(ScalarOp.ADD);
  public final Ufunc subtract = new Ufunc(ScalarOp.SUBTRACT);
  public final Ufunc multiply = new Ufunc(ScalarOp.MULTIPLY);
  public final Ufunc divide = new Ufunc(ScalarOp.DIVIDE);
  public final Ufunc trueDivide = divide;
  public final Ufunc floorDivide = new Ufunc(ScalarOp.FLOOR_DIVIDE);
  public final Ufunc remainder = new Ufunc(ScalarOp.REMAINDER);
  public final Ufunc mod = remainder;
  public final Ufunc fmod = new Ufunc(ScalarOp.FMOD);
  public final Ufunc power = new Ufunc(ScalarOp.POWER);
  public final Ufunc pow = power;
  public final Ufunc floatPower = new Ufunc(ScalarOp.FLOAT_POWER);
  public final Ufunc negative = new Ufunc(ScalarOp.NEGATIVE);
  public final Ufunc positive = new Ufunc(ScalarOp.POSITIVE);
  public final Ufunc reciprocal = new Ufunc(ScalarOp.RECIPROCAL);
  public final Ufunc absolute = new Ufunc(ScalarOp.ABSOLUTE);
  public final Ufunc abs = absolute;
  public final Ufunc fabs = new Ufunc(ScalarOp.FABS);
  public final Ufunc sign = new Ufunc(ScalarOp.SIGN);
  public final Ufunc heaviside = new Ufunc(ScalarOp.HEAVISIDE);
  public final Ufunc maximum = new Ufunc(ScalarOp.MAXIMUM);
  public final Ufunc minimum = new Ufunc(ScalarOp.MINIMUM);
  public final Ufunc fmax = new Ufunc(ScalarOp.FMAX);
  public final Ufunc fmin = new Ufunc(ScalarOp.FMIN);
  public final Ufunc conjugate = new Ufunc(ScalarOp.CONJUGATE);
  public final Ufunc conj = conjugate;
  public final Ufunc gcd = new Ufunc(ScalarOp.GCD);
  public final Ufunc lcm = new Ufunc(ScalarOp.LCM);
  public final Ufunc rint = new Ufunc(ScalarOp.RINT);
  public final Ufunc floor = new Ufunc(ScalarOp.FLOOR);
  public final Ufunc ceil = new Ufunc(ScalarOp.CEIL);
  public final Ufunc trunc = new Ufunc(ScalarOp.TRUNC);
  public final Ufunc signbit = new Ufunc(ScalarOp.SIGNBIT);
  public final Ufunc copysign = new Ufunc(ScalarOp.COPYSIGN);
  public final Ufunc nextafter = new Ufunc(ScalarOp.NEXTAFTER);
  public final Ufunc spacing = new Ufunc(ScalarOp.SPACING);
  public final Ufunc ldexp = new Ufunc(ScalarOp.LDEXP);
  public final Ufunc equal = new Ufunc(ScalarOp.EQUAL);
  public final Ufunc notEqual = new Ufunc(ScalarOp.NOT_EQUAL);
  public final Ufunc less = new Ufunc(ScalarOp.LESS);
  public final Ufunc lessEqual = new Ufunc(ScalarOp.LESS_EQUAL);
  public final Ufunc greater = new Ufunc(ScalarOp.GREATER);
  public final Ufunc greaterEqual = new Ufunc(ScalarOp.GREATER_EQUAL);
  public final Ufunc logicalAnd = new Ufunc(ScalarOp.LOGICAL_AND);
  public final Ufunc logicalOr = new Ufunc(ScalarOp.LOGICAL_OR);
  public final Ufunc logicalXor = new Ufunc(ScalarOp.LOGICAL_XOR);
  public final Ufunc logicalNot = new Ufunc(ScalarOp.LOGICAL_NOT);
  public final Ufunc isfinite = new Ufunc(ScalarOp.ISFINITE);
  public final Ufunc isinf = new Ufunc(ScalarOp.ISINF);
  public final Ufunc isnan = new Ufunc(ScalarOp.ISNAN);
  public final Ufunc bitwiseAnd = new Ufunc(ScalarOp.BITWISE_AND);
  public final Ufunc bitwiseOr = new Ufunc(ScalarOp.BITWISE_OR);
  public final Ufunc bitwiseXor = new Ufunc(ScalarOp.BITWISE_XOR);
  public final Ufunc invert = new Ufunc(ScalarOp.INVERT);
  public final Ufunc bitwiseNot = invert;
  public final Ufunc bitwiseInvert = invert;
  public final Ufunc leftShift = new Ufunc(ScalarOp.LEFT_SHIFT);
  public final Ufunc bitwiseLeftShift = leftShift;
  public final Ufunc rightShift = new Ufunc(ScalarOp.RIGHT_SHIFT);
  public final Ufunc bitwiseRightShift = rightShift;
  public final Ufunc bitwiseCount = new Ufunc(ScalarOp.BITWISE_COUNT);

  private Np() {}
}
