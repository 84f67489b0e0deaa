package org.panarray.grad;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.Columns.Smoothness;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Loops;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

class ElementwiseGradientTest {

  record Case(ScalarOp op, Loops.Loop loop) {
    @Override
    public String toString() {
      return op + " " + loop;
    }
  }

  static Stream<Case> smoothLoops() {
    return Stream.of(ScalarOp.values())
        .filter(op -> op.smoothness() != Smoothness.FLAT)
        .flatMap(
            op ->
                op.loops().loops().stream()
                    .filter(ElementwiseGradientTest::isDouble)
                    .map(loop -> new Case(op, loop)));
  }

  private static boolean isDouble(Loops.Loop loop) {
    return loop.inputs().stream()
            .anyMatch(t -> t == ElementType.FLOAT64 || t == ElementType.COMPLEX128)
        && loop.inputs().stream().noneMatch(t -> t == ElementType.INT32);
  }

  @ParameterizedTest
  @MethodSource("smoothLoops")
  void everySmoothOperationHasTheDerivativeOfItsValue(Case tested) {
    Random random = new Random(tested.toString().hashCode());
    int arity = tested.op().arity();
    NDArray[] fixed = new NDArray[arity];
    int[] slot = new int[arity];
    java.util.List<NDArray> inexact = new java.util.ArrayList<>();
    for (int i = 0; i < arity; i++) {
      ElementType type = tested.loop().inputs().get(i);
      NDArray x = input(tested.op(), type, random);
      slot[i] = type.isInexact() ? inexact.size() : -1;
      fixed[i] = x;
      if (type.isInexact()) {
        inexact.add(x);
      }
    }
    Expr[] operands = new Expr[arity];
    for (int i = 0; i < arity; i++) {
      operands[i] = new Expr.Arg(i, tested.loop().inputs().get(i));
    }
    Primitive map = new Primitive.Map(Expr.apply(tested.op(), operands));
    GradientCheck.smooth(
        tested.toString(),
        inputs -> {
          NDArray[] all = new NDArray[arity];
          for (int i = 0; i < arity; i++) {
            all[i] = slot[i] < 0 ? fixed[i] : inputs[slot[i]];
          }
          return Dispatch.apply(map, all);
        },
        inexact.toArray(NDArray[]::new));
  }

  static Stream<Case> loopsWithoutASlope() {
    return loops(Smoothness.FLAT).filter(tested -> tested.loop().output().isInexact());
  }

  private static Stream<Case> loops(Smoothness smoothness) {
    return Stream.of(ScalarOp.values())
        .filter(op -> op.smoothness() == smoothness)
        .flatMap(
            op ->
                op.loops().loops().stream()
                    .filter(ElementwiseGradientTest::isDouble)
                    .map(loop -> new Case(op, loop)));
  }

  /// Small moves of every input change nothing, but for the few that cross a jump.
  @ParameterizedTest
  @MethodSource("loopsWithoutASlope")
  void whatIsMarkedZeroIsConstantBetweenItsJumps(Case tested) {
    Random random = new Random(tested.toString().hashCode());
    NDArray[] inputs = inputs(tested, random, 100);
    NDArray before = apply(tested, inputs);
    for (int i = 0; i < inputs.length; i++) {
      NDArray[] moved = inputs.clone();
      moved[i] = inputs[i].plus(GradientCheck.normal(random, inputs[i]).times(1e-7));
      long changed = np.countNonzero(np.notEqual(apply(tested, moved), before)).asLong();
      assertTrue(changed <= 5, tested + " changes with input " + i + " at " + changed + " of 100");
    }
  }

  private static NDArray[] inputs(Case tested, Random random, long count) {
    return tested.loop().inputs().stream()
        .map(
            type ->
                type.isBool()
                    ? GradientCheck.normal(random, DType.FLOAT64, count).gt(0)
                    : GradientCheck.normal(random, DType.of(type), count).times(3))
        .toArray(NDArray[]::new);
  }

  private static NDArray apply(Case tested, NDArray... inputs) {
    Expr[] operands = new Expr[inputs.length];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = new Expr.Arg(i, tested.loop().inputs().get(i));
    }
    return Dispatch.apply(new Primitive.Map(Expr.apply(tested.op(), operands)), inputs);
  }

  private static NDArray input(ScalarOp op, ElementType type, Random random) {
    NDArray x = GradientCheck.normal(random, DType.FLOAT64, 7);
    if (type.isBool()) {
      return x.gt(0);
    }
    if (type.isInteger()) {
      return x.times(3).astype(DType.of(type));
    }
    NDArray inside =
        switch (op) {
          case ARCSIN, ARCCOS, ARCTANH -> np.tanh(x).times(0.9);
          case ARCCOSH -> np.exp(x).plus(1.1);
          case LOG, LOG2, LOG10, LOG1P, SQRT, CBRT, POWER, FLOAT_POWER -> np.exp(x);
          case REMAINDER, FMOD -> np.exp(x);
          default -> x;
        };
    if (!type.isComplex()) {
      return inside;
    }
    NDArray imaginary = GradientCheck.normal(random, DType.FLOAT64, 7).times(0.5);
    return inside.plus(np.multiply(imaginary, org.panarray.Complex.I));
  }
}
