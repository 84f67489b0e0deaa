package org.panarray;

import org.jspecify.annotations.Nullable;

/// The factories of [PadKeyword]s, for [Kw].
abstract sealed class PadKw extends PolynomialKw permits StatisticsKw {
  PadKw() {}

  /// A number, or a pair for each axis; null for the whole axis.
  public static PadKeyword.StatLength statLength(@Nullable Object value) {
    return new PadKeyword.StatLength(value);
  }

  /// A number, or a pair for each axis.
  public static PadKeyword.ConstantValues constantValues(Object value) {
    return new PadKeyword.ConstantValues(value);
  }

  /// A number, or a pair for each axis.
  public static PadKeyword.EndValues endValues(Object value) {
    return new PadKeyword.EndValues(value);
  }

  /// `even` or `odd`.
  public static PadKeyword.ReflectType reflectType(String value) {
    return new PadKeyword.ReflectType(value);
  }

  /// NumPy's letters or names: `C`, `F`, `A`, `W`, `O`, `E`.
  public static PadKeyword.Requirements requirements(String... values) {
    return new PadKeyword.Requirements(values);
  }

  public static PadKeyword.Retstep retstep(boolean value) {
    return new PadKeyword.Retstep(value);
  }

  public static PadKeyword.Writeable writeable(boolean value) {
    return new PadKeyword.Writeable(value);
  }

  public static PadKeyword.Refcheck refcheck(boolean value) {
    return new PadKeyword.Refcheck(value);
  }

  /// `big` or `little`.
  public static PadKeyword.Bitorder bitorder(String value) {
    return new PadKeyword.Bitorder(value);
  }
}
