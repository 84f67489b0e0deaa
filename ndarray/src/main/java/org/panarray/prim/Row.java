package org.panarray.prim;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.panarray.prim.Columns.Family;
import org.panarray.prim.Columns.Identity;
import org.panarray.prim.Columns.Lanes;
import org.panarray.prim.Columns.Pole;
import org.panarray.prim.Columns.SignBit;
import org.panarray.prim.Columns.Smoothness;
import org.panarray.prim.Columns.Trait;
import org.panarray.prim.Columns.Truth;
import org.panarray.prim.Columns.Underflow;

/// A row of [ScalarOp]: what every operation has to say, then in any order what is not the usual.
///
/// What is left unsaid costs speed or fails a test, but gives no other result in silence: what does
/// not say that it regroups is folded in order, what says nothing of lanes runs on single elements.
final class Row {
  final String numpyName;
  final Loops loops;
  final Family family;
  final Smoothness smoothness;
  final String c;
  private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
  Identity identity = Identity.NONE;
  Identity rightNeutral = Identity.NONE;
  @Nullable String operator;
  @Nullable String method;
  Lanes lanes = Lanes.NO_LANES;
  @Nullable String laneName;
  @Nullable Written formula;
  @Nullable OnLanes onLanes;
  Truth onBools = Truth.SAME;
  SignBit signBit = SignBit.COMPUTED;
  Pole pole = Pole.NONE;
  Underflow underflow = Underflow.NEVER;
  int wholeDivisor = -1;
  int ulps;

  private Row(String numpyName, Loops loops, Family family, Smoothness smoothness, String c) {
    this.numpyName = numpyName;
    this.loops = loops;
    this.family = family;
    this.smoothness = smoothness;
    this.c = c;
  }

  static Row row(String numpyName, Loops loops, Family family, Smoothness smoothness, String c) {
    return new Row(numpyName, loops, family, smoothness, c);
  }

  /// A value of a column.
  sealed interface Value
      permits Trait,
          Identity,
          Lanes,
          Truth,
          SignBit,
          Pole,
          Underflow,
          Named,
          Counted,
          Right,
          Written,
          OnLanes {}

  /// A column of names.
  record Named(Name column, String name) implements Value {}

  enum Name {
    OPERATOR,
    METHOD,
    LANE
  }

  /// A column of numbers.
  record Counted(Count column, int number) implements Value {}

  enum Count {
    ULPS,
    DIVISOR
  }

  /// The formula of a function.
  ///
  /// @param isDirect whether float32 is computed by the same formula, not by way of float64
  record Written(BinaryOperator<Term> formula, boolean isDirect) implements Value {}

  /// The formula by which lanes of floats compute what is an instruction or a method for single
  /// floats.
  record OnLanes(BinaryOperator<Term> formula) implements Value {}

  /// What is neutral on the right only.
  record Right(Identity identity) implements Value {}

  /// The JVM's instruction without its type, and the constant of `VectorOperators`.
  static Value op(String name) {
    return new Named(Name.OPERATOR, name);
  }

  /// The static method of doubles.
  static Value java(String method) {
    return new Named(Name.METHOD, method);
  }

  /// What computes it on lanes of floats where that has another name.
  static Value lane(String name) {
    return new Named(Name.LANE, name);
  }

  /// How far an engine may be from NumPy.
  static Value within(int bound) {
    return new Counted(Count.ULPS, bound);
  }

  /// The operand by which integers are divided.
  static Value divisor(int operand) {
    return new Counted(Count.DIVISOR, operand);
  }

  /// The formula of a function, for float64; float32 passes through it.
  static Value formula(UnaryOperator<Term> formula) {
    return new Written((x, _) -> formula.apply(x), false);
  }

  /// The formula of a function, for float64 and float32.
  static Value direct(UnaryOperator<Term> formula) {
    return new Written((x, _) -> formula.apply(x), true);
  }

  /// As [#formula], of a function with two arguments.
  static Value ofTwo(BinaryOperator<Term> formula) {
    return new Written(formula, false);
  }

  /// As [#direct], of a function with two arguments.
  static Value directOfTwo(BinaryOperator<Term> formula) {
    return new Written(formula, true);
  }

  /// The steps of an operation that lanes of floats lack.
  static Value onLanes(UnaryOperator<Term> formula) {
    return new OnLanes((x, _) -> formula.apply(x));
  }

  /// As [#onLanes], of an operation with two operands.
  static Value onLanesOfTwo(BinaryOperator<Term> formula) {
    return new OnLanes(formula);
  }

  static Value right(Identity neutral) {
    return new Right(neutral);
  }

  Row with(Value... values) {
    for (Value value : values) {
      switch (value) {
        case Trait trait -> traits.add(trait);
        case Identity neutral -> {
          identity = neutral;
          rightNeutral = neutral;
        }
        case Right right -> rightNeutral = right.identity();
        case Lanes types -> lanes = types;
        case Truth truth -> onBools = truth;
        case SignBit sign -> signBit = sign;
        case Pole place -> pole = place;
        case Underflow loss -> underflow = loss;
        case Written written -> {
          formula = written;
          lanes = Lanes.FORMULA;
        }
        case OnLanes steps -> onLanes = steps;
        case Named named -> name(named);
        case Counted count -> count(count);
      }
    }
    return this;
  }

  private void name(Named named) {
    switch (named.column()) {
      case OPERATOR -> operator = named.name();
      case METHOD -> method = named.name();
      case LANE -> laneName = named.name();
    }
  }

  private void count(Counted count) {
    switch (count.column()) {
      case ULPS -> ulps = count.number();
      case DIVISOR -> wholeDivisor = count.number();
    }
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }
}
