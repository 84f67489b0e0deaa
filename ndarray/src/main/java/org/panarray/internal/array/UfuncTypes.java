package org.panarray.internal.array;

import java.math.BigInteger;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Loops;
import org.panarray.prim.ScalarOp;

/// Which loop a ufunc runs for given inputs: NEP 50 for the scalars, then NumPy's search.
public final class UfuncTypes {
  private UfuncTypes() {}

  /// The types by which the loop is searched; arrays are put into `arrays`, which stays null where
  /// an input is a weak scalar.
  public static ElementType[] resolve(ScalarOp op, Object[] inputs, @Nullable NDArray[] arrays) {
    ElementType strong = null;
    Weak weakest = null;
    for (int i = 0; i < inputs.length; i++) {
      Weak weak = Weak.of(inputs[i]);
      if (weak == null) {
        arrays[i] = ArrayLike.of(inputs[i]);
        ElementType type = arrays[i].dtype().element();
        strong = strong == null ? type : ElementType.promote(strong, type);
      } else if (weakest == null || weak.compareTo(weakest) > 0) {
        weakest = weak;
      }
    }
    ElementType[] types = new ElementType[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      NDArray array = arrays[i];
      if (array != null) {
        types[i] = array.dtype().element();
      } else {
        Weak weak = java.util.Objects.requireNonNull(Weak.of(inputs[i]));
        types[i] = scalarType(op, weak, weakest, strong, inputs[i]);
      }
    }
    return types;
  }

  private static ElementType scalarType(
      ScalarOp op, Weak weak, @Nullable Weak weakest, @Nullable ElementType strong, Object value) {
    if (weak == Weak.BOOL) {
      return ElementType.BOOL;
    }
    if (op.loops() == Loops.LDEXP && weak == Weak.INT) {
      return ElementType.INT64;
    }
    if (strong != null && op.loops() == Loops.COMPARE && weak == Weak.INT && strong.isInteger()) {
      return comparisonType(value, strong);
    }
    if (strong == null) {
      return value instanceof BigInteger big && big.bitLength() > 63
          ? ElementType.UINT64
          : (weakest != null && weakest != Weak.BOOL ? weakest : weak).alone();
    }
    return weak.beside(strong);
  }

  /// An integer beside an integer array is compared exactly even where it does not fit its type.
  private static ElementType comparisonType(Object value, ElementType strong) {
    BigInteger exact = exact(value);
    if (ElementWriter.holds(strong, exact)) {
      return strong;
    }
    if (exact.bitLength() > (exact.signum() < 0 ? 63 : 64)) {
      return ElementType.FLOAT64; // beyond every integer: see scalar
    }
    return exact.signum() < 0 || exact.bitLength() < 64 ? ElementType.INT64 : ElementType.UINT64;
  }

  private static BigInteger exact(Object value) {
    return value instanceof BigInteger big ? big : BigInteger.valueOf(((Number) value).longValue());
  }

  /// Whether a value is a Java integer that an integer type holds: beside it, int64 would give the
  /// same.
  public static boolean isExactIn(ElementType type, Object value) {
    return type.isInteger()
        && Weak.of(value) == Weak.INT
        && ElementWriter.holds(type, exact(value));
  }

  /// The scalar as a 0-d array of the loop's type.
  ///
  /// @throws org.panarray.error.OverflowError `Python integer 300 out of bounds for uint8`
  static NDArray scalar(ScalarOp op, Object value, ElementType type, @Nullable NDArray[] arrays) {
    boolean compared = op.loops() == Loops.COMPARE && value instanceof BigInteger;
    if (compared && type == ElementType.FLOAT64 && !hasFloats(arrays)) {
      // an infinity compares with every integer as a number beyond all of them does
      return ArrayLike.scalar(exact(value).signum() * Double.POSITIVE_INFINITY, type);
    }
    if (op.loops() == Loops.LOGICAL_2 && Weak.of(value) == Weak.INT) {
      return ArrayLike.scalar(exact(value).signum() == 0 ? 0 : 1, type); // only its truth counts
    }
    return ArrayLike.scalar(value, type);
  }

  private static boolean hasFloats(@Nullable NDArray[] arrays) {
    for (NDArray array : arrays) {
      if (array != null && array.dtype().isInexact()) {
        return true;
      }
    }
    return false;
  }

  /// The loop that the keyword `dtype` asks for: the one with this output type. Where all have it,
  /// the inputs decide.
  static Loops.@Nullable Loop loopFor(ScalarOp op, ElementType wanted, ElementType[] types) {
    if (op.loops().loops().stream().allMatch(loop -> loop.output() == wanted)) {
      return op.loopFor(types);
    }
    for (Loops.Loop loop : op.loops().loops()) {
      if (loop.output() == wanted && reaches(loop, types)) {
        return loop;
      }
    }
    return null;
  }

  /// Whether the inputs may become a loop's: any may where they are all of one type, and where they
  /// are not, as those of `ldexp`, what is safe to cast.
  private static boolean reaches(Loops.Loop loop, ElementType[] types) {
    boolean alike = loop.inputs().stream().distinct().count() == 1;
    boolean safe = true;
    for (int i = 0; i < types.length; i++) {
      safe &= types[i].canCast(loop.inputs().get(i), Casting.SAFE);
    }
    return alike || safe;
  }

  /// The exception for a product of matrices of which some have no numbers.
  public static TypeError noProduct(String name, NDArray a, NDArray b) {
    return new TypeError(
        "ufunc '%s' did not contain a loop with signature matching types (<class '%s'>, <class '%s'>)"
                .formatted(name, className(a.dtype()), className(b.dtype()))
            + " -> None");
  }

  /// The exception for what the keywords `dtype` and `signature` ask for in vain.
  public static TypeError noLoopAsked(ScalarOp op) {
    return new TypeError(
        "No loop matching the specified signature and casting was found for ufunc "
            + op.numpyName());
  }

  /// The exception for types without a loop, in NumPy's words.
  static TypeError noLoop(ScalarOp op, Object[] values, ElementType[] types, boolean asked) {
    if (asked) {
      return noLoopAsked(op);
    }
    if (op == ScalarOp.SUBTRACT) {
      return new TypeError(
          "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the"
              + " `^` operator, or the logical_xor function instead.");
    }
    if (op == ScalarOp.NEGATIVE) {
      return new TypeError(
          "The numpy boolean negative, the `-` operator, is not supported, use the `~` operator"
              + " or the logical_not function instead.");
    }
    boolean listed = op == ScalarOp.SIGN || op == ScalarOp.POSITIVE;
    listed |= op == ScalarOp.GCD || op == ScalarOp.LCM || op.loops() == Loops.COMPARE;
    if (listed) {
      StringJoiner inputs =
          types.length == 1 ? new StringJoiner(", ", "", " ") : new StringJoiner(", ", "(", ") ");
      for (int i = 0; i < types.length; i++) {
        Weak weak = i < values.length ? Weak.of(values[i]) : null;
        String name = weak == null || weak == Weak.BOOL ? className(types[i]) : weak.className();
        inputs.add("<class 'numpy.dtypes." + name + "'>");
      }
      return new TypeError(
          "ufunc '"
              + op.numpyName()
              + "' did not contain a loop with signature matching types "
              + inputs
              + "-> None");
    }
    return new TypeError(
        "ufunc '"
            + op.numpyName()
            + "' not supported for the input types, and the inputs could not be safely coerced to"
            + " any supported types according to the casting rule ''safe''");
  }

  /// What NumPy's messages call the class of an input's dtype.
  public static String className(Object input) {
    Weak weak = Weak.of(input);
    if (weak != null) {
      return "numpy.dtypes." + weak.className();
    }
    return className(ArrayLike.of(input).dtype());
  }

  /// What NumPy's messages call the class of a dtype.
  public static String className(DType dtype) {
    ElementRules rules = ElementRules.of(dtype);
    return "numpy.dtypes." + (rules == null ? className(dtype.element()) : rules.className());
  }

  private static String className(ElementType type) {
    String name = type.numpyName();
    if (type.isUnsigned()) {
      return "UInt" + name.substring(4) + "DType";
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "DType";
  }
}
