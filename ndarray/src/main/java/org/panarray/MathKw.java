package org.panarray;

import org.jspecify.annotations.Nullable;

/// The factories of [MathKeyword]s, for [Kw].
abstract sealed class MathKw extends RandomKw permits MatrixKw {
  public static MathKeyword.Decimals decimals(int value) {
    return new MathKeyword.Decimals(value);
  }

  public static MathKeyword.Nan nan(Object value) {
    return new MathKeyword.Nan(value);
  }

  public static MathKeyword.Posinf posinf(@Nullable Object value) {
    return new MathKeyword.Posinf(value);
  }

  public static MathKeyword.Neginf neginf(@Nullable Object value) {
    return new MathKeyword.Neginf(value);
  }

  public static MathKeyword.N n(int value) {
    return new MathKeyword.N(value);
  }

  public static MathKeyword.Prepend prepend(Object value) {
    return new MathKeyword.Prepend(value);
  }

  public static MathKeyword.Append append(Object value) {
    return new MathKeyword.Append(value);
  }

  public static MathKeyword.ToBegin toBegin(Object value) {
    return new MathKeyword.ToBegin(value);
  }

  public static MathKeyword.ToEnd toEnd(Object value) {
    return new MathKeyword.ToEnd(value);
  }

  public static MathKeyword.Discont discont(double value) {
    return new MathKeyword.Discont(value);
  }

  /// A `double` or `long`.
  public static MathKeyword.Period period(Object value) {
    return new MathKeyword.Period(value);
  }

  public static MathKeyword.X x(Object value) {
    return new MathKeyword.X(value);
  }

  /// A number or an array.
  public static MathKeyword.Dx dx(Object value) {
    return new MathKeyword.Dx(value);
  }

  public static MathKeyword.EdgeOrder edgeOrder(int value) {
    return new MathKeyword.EdgeOrder(value);
  }

  public static MathKeyword.Left left(Object value) {
    return new MathKeyword.Left(value);
  }

  public static MathKeyword.Right right(Object value) {
    return new MathKeyword.Right(value);
  }

  public static MathKeyword.Atol atol(Object value) {
    return new MathKeyword.Atol(value);
  }
}
