package org.panarray.engine.cpu;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// How far functions are from what they should be: in float64 against twice as many digits at
/// random points, in float32 against float64 at every number there is.
class ElementaryAccuracyTest {
  private static final int BLOCK = 1 << 16;

  enum Function {
    EXP(ScalarOp.EXP, -700, 709, 1, Doubled::exp),
    EXP2(ScalarOp.EXP2, -1000, 1020, 1, x -> x.times(LOG_2).exp()),
    EXPM1(ScalarOp.EXPM1, -3, 3, 1, Doubled::expm1),
    LOG(ScalarOp.LOG, 0.1, 10, 1, Doubled::log),
    LOG2(ScalarOp.LOG2, 0.1, 10, 1, x -> x.log().over(LOG_2)),
    LOG10(ScalarOp.LOG10, 0.1, 10, 1, x -> x.log().over(Doubled.of(10).log())),
    LOG1P(ScalarOp.LOG1P, -0.9, 3, 1, Doubled::log1p),
    SIN(ScalarOp.SIN, -20, 20, 1, Doubled::sin),
    COS(ScalarOp.COS, -20, 20, 1, Doubled::cos),
    TAN(ScalarOp.TAN, -20, 20, 1, x -> x.sin().over(x.cos())),
    ARCSIN(ScalarOp.ARCSIN, -0.99, 0.99, 1, Doubled::arcsin),
    ARCCOS(ScalarOp.ARCCOS, -0.99, 0.99, 1, x -> HALF_PI.minus(x.arcsin())),
    ARCTAN(ScalarOp.ARCTAN, -5, 5, 1, Doubled::arctan),
    SINH(ScalarOp.SINH, -5, 5, 2, x -> x.expm1().plus(x.expm1().over(x.exp())).times(0.5)),
    COSH(ScalarOp.COSH, -5, 5, 2, x -> x.exp().plus(x.negative().exp()).times(0.5)),
    TANH(ScalarOp.TANH, -5, 5, 2, x -> x.times(2).expm1().over(x.times(2).expm1().plus(2))),
    ARCSINH(ScalarOp.ARCSINH, 0.5, 50, 2, x -> x.plus(x.times(x).plus(1).root()).log()),
    ARCCOSH(ScalarOp.ARCCOSH, 1.5, 50, 2, x -> x.plus(x.times(x).plus(-1).root()).log()),
    CBRT(ScalarOp.CBRT, -50, 50, 1, Doubled::cubeRoot),
    ARCTANH(
        ScalarOp.ARCTANH,
        -0.99,
        0.99,
        2,
        x -> x.times(2).over(x.negative().plus(1)).log1p().times(0.5));

    private final ScalarOp op;
    private final double from;
    private final double to;
    private final double bound;
    private final UnaryOperator<Doubled> exact;

    Function(ScalarOp op, double from, double to, double bound, UnaryOperator<Doubled> exact) {
      this.op = op;
      this.from = from;
      this.to = to;
      this.bound = bound;
      this.exact = exact;
    }
  }

  private static final Doubled LOG_2 = Doubled.of(2).log();
  private static final Doubled HALF_PI = new Doubled(1.5707963267948966, 6.123233995736766e-17);

  @ParameterizedTest
  @EnumSource
  void doubles_are_within_their_bound(Function function) {
    worst(function, 1);
  }

  @Tag("soak")
  @ParameterizedTest
  @EnumSource
  void many_doubles_are_within_their_bound(Function function) {
    worst(function, 50);
  }

  private static void worst(Function function, int blocks) {
    SplittableRandom random = new SplittableRandom(11);
    double worst = 0;
    double where = 0;
    for (int block = 0; block < blocks; block++) {
      Operand x = operand(ElementType.FLOAT64);
      for (int k = 0; k < BLOCK / 16; k++) {
        double value = random.nextDouble(function.from, function.to);
        ScalarMemory.set(x, k, Scalar.ofDouble(ElementType.FLOAT64, value));
      }
      Operand y = computed(function.op, x);
      for (int k = 0; k < BLOCK / 16; k++) {
        double argument = ScalarMemory.get(x, k).re();
        double value = ScalarMemory.get(y, k).re();
        Doubled exact = function.exact.apply(Doubled.of(argument));
        double missing = exact.minus(Doubled.of(value)).high();
        double ulps = Math.abs(missing) / Math.ulp(exact.high());
        if (!(ulps <= worst)) {
          worst = ulps;
          where = argument;
        }
      }
    }
    assertTrue(worst <= function.bound, function + ": " + worst + " ulp at " + where);
  }

  /// One block in four thousand of all floats.
  @ParameterizedTest
  @EnumSource
  void floats_are_within_their_bound(Function function) {
    worstOfFloats(function, 4001);
  }

  /// One block in a hundred; all of them, some twenty minutes, in a long soak.
  @Tag("soak")
  @ParameterizedTest
  @EnumSource
  void all_floats_are_within_their_bound(Function function) {
    worstOfFloats(function, Long.getLong("panarray.soak.seconds", 120) >= 1800 ? 1 : 101);
  }

  /// Compares with float64, where the bound holds too.
  private static void worstOfFloats(Function function, long blocks) {
    for (long first = Integer.MIN_VALUE; first <= Integer.MAX_VALUE; first += blocks * BLOCK) {
      Operand x = operand(ElementType.FLOAT32);
      Operand wide = operand(ElementType.FLOAT64);
      for (int k = 0; k < BLOCK; k++) {
        float value = Float.intBitsToFloat((int) (first + k));
        ScalarMemory.set(x, k, Scalar.ofDouble(ElementType.FLOAT32, value));
        ScalarMemory.set(wide, k, Scalar.ofDouble(ElementType.FLOAT64, value));
      }
      Operand y = computed(function.op, x);
      Operand exact = computed(function.op, wide);
      for (int k = 0; k < BLOCK; k++) {
        float value = (float) ScalarMemory.get(y, k).re();
        double expected = ScalarMemory.get(exact, k).re();
        boolean near = Math.abs(value - expected) <= function.bound * Math.ulp((float) expected);
        boolean same = Float.compare(value, (float) expected) == 0; // infinities and NaN
        assertTrue(near || same, function + " of " + ScalarMemory.get(x, k).re() + ": " + value);
      }
    }
  }

  private static Operand operand(ElementType type) {
    CpuBuffer buffer = CpuBuffer.allocate((long) BLOCK * type.byteSize());
    return new Operand(type, Layout.contiguous(Shape.of(BLOCK)), buffer);
  }

  private static Operand computed(ScalarOp op, Operand x) {
    Operand y = operand(x.type());
    Expr expr = Expr.apply(op, new Expr.Arg(0, x.type()));
    CpuEngines.named("tiered").run(new Primitive.Map(expr), new Operand[] {x}, new Operand[] {y});
    return y;
  }
}
