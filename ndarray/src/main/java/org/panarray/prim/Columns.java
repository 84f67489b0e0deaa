package org.panarray.prim;

/// The kinds of values in the columns of [ScalarOp].
public final class Columns {
  private Columns() {}

  /// What holds of an operation or does not.
  public enum Trait implements Row.Value {
    /// A reduction may combine elements in any order.
    REGROUPS,
    /// Has no loop for bools, and refuses to search among the integers.
    NO_BOOLS,
    /// Treats the parts of complex numbers alike.
    PARTWISE,
    /// Moves or chooses floats, which raises no fault.
    SILENT,
    /// A fold stays infinite or NaN once it has become so by a fault.
    STICKY,
    /// An infinite or NaN operand makes the result infinite or NaN, whatever the others are.
    CARRIES,
    /// NumPy's `ufunc.at` has a loop of its own.
    INDEXED,
    /// Integers overflow, which wraps in NumPy and is undefined in C.
    WRAPS,
    /// Halves have functions of their own in C.
    ON_NARROW
  }

  /// What kind of code computes an operation.
  public enum Family {
    /// An instruction of the processor, perhaps with one operand twice or after a 1.
    ARITHMETIC,
    /// Division to a whole number, and what it leaves.
    DIVISION,
    /// A static method, of doubles or of complex numbers.
    FUNCTION,
    /// To a whole number: a method of floats, nothing to integers.
    ROUNDING,
    /// Absolute value and sign.
    MAGNITUDE,
    EXTREMUM,
    /// A number, or a part of a complex one, as it is.
    PART,
    /// One operand or another.
    CHOICE,
    COMPARISON,
    /// Of truth values, whatever the type.
    LOGICAL,
    /// A question about one number.
    PREDICATE,
    /// Bit by bit.
    BITWISE,
    SHIFT,
    /// A method of integers.
    WHOLE,
    /// A constant factor.
    ANGLE,
    /// The next number, or the distance to it.
    NEIGHBOUR,
    /// By powers of two.
    EXPONENT,
    /// A product and a sum, rounded once.
    FUSED,
    /// The bits of a float, or the float of bits.
    PATTERN
  }

  /// The neutral element of an operation's reduction.
  public enum Identity implements Row.Value {
    NONE,
    ZERO,
    ONE,
    ALL_ONES,
    NEGATIVE_INFINITY
  }

  /// What a gradient finds: a derivative almost everywhere; that of the one operand that was
  /// chosen; or zero wherever the function does not jump. Tests hold each row to its word.
  public enum Smoothness {
    SMOOTH,
    CHOSEN,
    FLAT
  }

  /// Which types an operation has lanes for.
  public enum Lanes implements Row.Value {
    NO_LANES,
    /// Every type that has lanes at all.
    LANES,
    /// Real floats.
    FLOAT_LANES,
    /// Real floats, by a [Formula] of simpler operations.
    FORMULA
  }

  /// A function of one or two bools.
  public enum Truth implements Row.Value {
    SAME,
    NOT,
    FALSE,
    TRUE,
    OR,
    AND,
    XOR,
    EQUAL,
    LESS,
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL
  }

  /// What an operation does to the sign of a real float if it does nothing else.
  public enum SignBit implements Row.Value {
    COMPUTED,
    KEPT,
    CLEARED,
    FLIPPED
  }

  /// At which operands an infinite result is exact.
  public enum Pole implements Row.Value {
    NONE,
    /// The second operand is zero.
    DIVISOR,
    /// The first operand is zero.
    ZERO,
    MINUS_ONE,
    /// One and minus one.
    ONES,
    /// The imaginary units.
    IMAGINARY_ONES
  }

  /// When a result below the smallest normal number has lost digits.
  public enum Underflow implements Row.Value {
    NEVER,
    /// If it is not exactly the product.
    PRODUCT,
    /// If its product with the second operand is not exactly the first.
    QUOTIENT,
    /// If its product with the operand is not exactly 1.
    RECIPROCAL,
    /// If a finite number that is not zero was raised to a finite power.
    POWER,
    /// If the operand is finite.
    EXPONENTIAL,
    /// If neither operand is zero.
    LENGTH,
    /// If the first operand is not zero, the second finite.
    SCALED,
    /// If the operands differ.
    STEP,
    /// If moving the exponent back gives another number.
    SHIFTED
  }
}
