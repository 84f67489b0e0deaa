package org.panarray.keyword;

import org.jspecify.annotations.Nullable;
import org.panarray.Kw;

/// The keyword arguments of mathematical functions, made by [Kw].
public interface MathKeyword extends Keyword {
  /// Keywords of `round`.
  interface ForRound extends Keyword {}

  /// Keywords of `nan_to_num`.
  interface ForNanToNum extends Keyword {}

  /// Keywords of `diff`.
  interface ForDiff extends Keyword {}

  /// Keywords of `ediff1d`.
  interface ForEdiff1d extends MathKeyword {}

  /// Keywords of `gradient`.
  interface ForGradient extends Keyword {}

  /// Keywords of `unwrap`.
  interface ForUnwrap extends Keyword {}

  /// Keywords of `trapezoid`.
  interface ForTrapezoid extends Keyword {}

  /// Keywords of `interp`.
  interface ForInterp extends MathKeyword {}

  /// Keywords of `isclose` and `allclose`.
  interface ForClose extends Keyword {}

  /// `decimals`: digits after the point; a negative number rounds before it.
  record Decimals(int value) implements ForRound {}

  /// `nan`: what stands for NaN.
  record Nan(Object value) implements ForNanToNum {}

  /// `posinf`: what stands for positive infinity.
  record Posinf(@Nullable Object value) implements ForNanToNum {}

  /// `neginf`: what stands for negative infinity.
  record Neginf(@Nullable Object value) implements ForNanToNum {}

  /// `n`: how often differences are taken, or the length that is transformed.
  record N(int value) implements ForDiff, FftKeyword.ForTransform {}

  /// `prepend`: values before the first along the axis.
  record Prepend(Object value) implements ForDiff {}

  /// `append`: values after the last along the axis.
  record Append(Object value) implements ForDiff {}

  /// `toBegin`: values before the differences.
  record ToBegin(Object value) implements ForEdiff1d {}

  /// `toEnd`: values after the differences.
  record ToEnd(Object value) implements ForEdiff1d {}

  /// `discont`: the least jump that is taken for a wrap.
  record Discont(double value) implements ForUnwrap {}

  /// `period`: the length after which values repeat.
  record Period(Object value) implements ForUnwrap, ForInterp {}

  /// `x`: where the samples lie.
  record X(Object value) implements ForTrapezoid {}

  /// `dx`: the distance between samples.
  record Dx(Object value) implements ForTrapezoid {}

  /// `edgeOrder`: the accuracy of a gradient at the ends, 1 or 2.
  record EdgeOrder(int value) implements ForGradient {}

  /// `left`: the value before the first sample.
  record Left(Object value) implements ForInterp {}

  /// `right`: the value after the last sample.
  record Right(Object value) implements ForInterp {}

  /// `atol`: an absolute tolerance.
  record Atol(Object value) implements ForClose {}
}
