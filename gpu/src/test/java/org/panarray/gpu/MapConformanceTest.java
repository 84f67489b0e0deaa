package org.panarray.gpu;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.panarray.gpu.Specimens.ENGINE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Formula;
import org.panarray.prim.Loops;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Every scalar operation on every type, and every cast, against the interpreter.
@OnStandIn
class MapConformanceTest {
  private static final int[] SIZES = {0, 1, 2, 3, 7, 8, 15, 16, 17, 63, 65, 1000, 4098};
  private static final int COUNT = 1500;

  @TestFactory
  Stream<DynamicTest> everyOperationAgreesWithTheInterpreterOnEveryType() {
    return Arrays.stream(ScalarOp.values())
        .map(op -> DynamicTest.dynamicTest(op.numpyName(), () -> check(op)));
  }

  @TestFactory
  Stream<DynamicTest> everyCastAgreesWithTheInterpreter() {
    return Arrays.stream(ElementType.values())
        .map(from -> DynamicTest.dynamicTest(from.numpyName(), () -> checkCasts(from)));
  }

  private static void check(ScalarOp op) {
    long seed = Long.getLong("seed", 20_261_120L); // rounding is compared: a fixed default
    List<Expr> exprs = new ArrayList<>();
    for (Loops.Loop loop : op.loops().loops()) {
      Expr[] arguments = new Expr[loop.inputs().size()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = new Expr.Arg(i, loop.inputs().get(i));
      }
      exprs.add(Expr.apply(op, arguments));
    }
    prepare(exprs);
    for (Expr expr : exprs) {
      List<ElementType> types = arguments(expr);
      Random random = new Random(seed);
      Operand[] inputs = new Operand[types.size()];
      for (int i = 0; i < inputs.length; i++) {
        // The interpreter's double does not overflow where single precision does.
        boolean rounds = op.arity() == 2 && op.ulps() > 0 || op == ScalarOp.SQUARE;
        boolean awkward = !(types.get(i).isComplex() && rounds);
        inputs[i] = Specimens.host(types.get(i), Shape.of(COUNT), random, awkward);
      }
      if (op == ScalarOp.POWER && types.get(1).isInteger()) {
        // Negative powers are an error: DeviceArraysTest.
        inputs[1] =
            Specimens.expected(
                new Primitive.Map(
                    Expr.apply(
                        ScalarOp.BITWISE_AND,
                        new Expr.Arg(0, types.get(1)),
                        new Expr.Const(15, types.get(1)))),
                inputs[1])[0];
      }
      Primitive map = new Primitive.Map(expr);
      double ulps = tolerance(op, expr.type());
      String difference =
          Specimens.difference(
              Specimens.expected(map, inputs)[0], Specimens.computed(map, inputs)[0], ulps);
      assertNull(
          difference, () -> op + " " + types + " seed " + seed + " " + where(inputs, difference));
    }
  }

  private static double tolerance(ScalarOp op, ElementType type) {
    if (type.isComplex()) {
      return switch (op) {
        // An error of one unit in the logarithm is multiplied by the exponent.
        case POWER, FLOAT_POWER -> 4096;
        // The interpreter rounds single precision once, NumPy and the kernels at every step.
        case MULTIPLY, DIVIDE, SQUARE, RECIPROCAL, SIGN -> 4;
        // NumPy's formula, log(hypot(1 + x, y)): an error of one unit grows as x becomes small.
        case LOG1P -> 1L << 30;
        default -> op.ulps() == 0 ? 0 : 64;
      };
    }
    if (!type.isFloat() || op.ulps() == 0 || Formula.of(op, type) != null) {
      return 0;
    }
    return switch (op) {
      // The terms may cancel: single precision loses what the interpreter's double keeps.
      case LOGADDEXP, LOGADDEXP2 -> type == ElementType.FLOAT64 ? 64 : 1 << 16;
      // The math library of the machine is not Java's, and rounding to a half twice may add one.
      default -> op.ulps() + 2;
    };
  }

  private static String where(Operand[] inputs, String difference) {
    int index = Integer.parseInt(difference.split("[ :]")[1]);
    StringBuilder text = new StringBuilder(difference).append(" for");
    for (Operand input : inputs) {
      var segment = ((CpuBuffer) input.buffer()).segment();
      text.append(' ')
          .append(ElementAccess.getReal(segment, input.type(), index))
          .append('+')
          .append(ElementAccess.getImaginary(segment, input.type(), index))
          .append('i');
    }
    return text.toString();
  }

  private static List<ElementType> arguments(Expr expr) {
    return ((Expr.Apply) expr).operands().stream().map(Expr::type).toList();
  }

  private static void checkCasts(ElementType from) {
    long seed = Long.getLong("seed", 20_261_120L); // rounding is compared: a fixed default
    List<Expr> exprs = new ArrayList<>();
    for (ElementType to : ElementType.values()) {
      if (to != from) {
        exprs.add(new Expr.Cast(new Expr.Arg(0, from), to));
      }
    }
    ENGINE
        .kernels()
        .prepare(exprs.stream().map(expr -> MapKernels.source(key(expr, List.of(from)))).toList());
    for (Expr expr : exprs) {
      Operand input = Specimens.host(from, Shape.of(COUNT), new Random(seed), true);
      Primitive map = new Primitive.Map(expr);
      String difference =
          Specimens.difference(
              Specimens.expected(map, input)[0], Specimens.computed(map, input)[0], 0);
      assertNull(
          difference,
          () ->
              from
                  + " to "
                  + expr.type()
                  + " seed "
                  + seed
                  + " "
                  + where(new Operand[] {input}, difference));
    }
  }

  /// Compiles the kernels in one go: one by one they would take minutes.
  private static void prepare(List<Expr> exprs) {
    ENGINE
        .kernels()
        .prepare(
            exprs.stream().map(expr -> MapKernels.source(key(expr, arguments(expr)))).toList());
  }

  private static MapKernels.Key key(Expr expr, List<ElementType> types) {
    return new MapKernels.Key(expr, types, MapKernels.Form.PACKED, 0, 1, true);
  }

  @Test
  void everyAwkwardSizeAndLayoutAgrees() {
    Expr expr =
        Expr.apply(
            ScalarOp.SUBTRACT,
            new Expr.Arg(0, ElementType.FLOAT64),
            Expr.cast(new Expr.Arg(1, ElementType.INT16), ElementType.FLOAT64));
    Random random = new Random(1);
    for (int n : SIZES) {
      Shape shape = Shape.of(n);
      Operand a = Specimens.host(ElementType.FLOAT64, Shape.of(2 * n + 1), random, true);
      Operand b = Specimens.host(ElementType.INT16, Shape.of(2 * n + 1), random, true);
      Operand scalar = Specimens.host(ElementType.INT16, Shape.SCALAR, random, true);
      Layout plain = Layout.contiguous(shape);
      Layout shifted = Layout.of(shape, new long[] {1}, 1);
      Layout stepped = Layout.of(shape, new long[] {2}, 0);
      Layout reversed = Layout.of(shape, new long[] {-1}, Math.max(0, n - 1));
      for (Layout first : List.of(plain, shifted, stepped, reversed)) {
        for (Layout second : List.of(plain, shifted, stepped, reversed)) {
          agree(new Primitive.Map(expr), a.with(first), b.with(second));
        }
        agree(new Primitive.Map(expr), a.with(first), scalar);
      }
    }
  }

  @Test
  void broadcastTransposedAndManyDimensionalOperandsAgree() {
    Expr expr =
        Expr.apply(
            ScalarOp.ADD,
            new Expr.Arg(0, ElementType.FLOAT32),
            new Expr.Arg(1, ElementType.FLOAT32));
    Random random = new Random(2);
    Operand a = Specimens.host(ElementType.FLOAT32, Shape.of(7, 5, 3), random, false);
    agree(
        new Primitive.Map(expr),
        a.with(a.layout().permute(2, 0, 1)),
        Specimens.host(ElementType.FLOAT32, Shape.of(3, 1, 5), random, false));
    Shape deep = Shape.of(2, 1, 3, 2, 2, 1, 2, 3, 2, 2);
    Operand b = Specimens.host(ElementType.FLOAT32, deep, random, false);
    agree(
        new Primitive.Map(expr),
        b,
        b.with(b.layout().permute(9, 1, 2, 3, 4, 5, 6, 7, 8, 0).broadcastTo(deep)));
  }

  @Test
  void coordinatesAreThoseOfTheOutput() {
    Expr expr =
        Expr.apply(
            ScalarOp.ADD,
            Expr.apply(
                ScalarOp.MULTIPLY, new Expr.Index(0), new Expr.Const(100, ElementType.INT64)),
            new Expr.Index(2));
    agree(new Primitive.Generate(Shape.of(3, 5, 7), expr));
    agree(new Primitive.Generate(Shape.of(0, 5, 7), expr));
    Expr line = Expr.cast(new Expr.Index(0), ElementType.FLOAT16);
    agree(new Primitive.Generate(Shape.of(1000), line));
    agree(new Primitive.Generate(Shape.SCALAR, new Expr.Const(-2.5, ElementType.COMPLEX64)));
  }

  @Test
  void aBoolMayBeAnyByte() {
    Operand bytes = Specimens.host(ElementType.UINT8, Shape.of(300), new Random(3), true);
    Operand bools = new Operand(ElementType.BOOL, bytes.layout(), bytes.buffer());
    Expr expr = Expr.cast(new Expr.Arg(0, ElementType.BOOL), ElementType.INT64);
    agree(new Primitive.Map(expr), bools);
  }

  private static void agree(Primitive primitive, Operand... inputs) {
    Operand[] expected = Specimens.expected(primitive, inputs);
    Operand[] actual = Specimens.computed(primitive, inputs);
    for (int i = 0; i < expected.length; i++) {
      assertNull(Specimens.difference(expected[i], actual[i], 0), () -> primitive.toString());
    }
  }
}
