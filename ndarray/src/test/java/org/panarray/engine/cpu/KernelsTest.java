package org.panarray.engine.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panarray.engine.Engine;
import org.panarray.engine.FloatFault;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.EngineComparison.Traversal;
import org.panarray.engine.cpu.code.KernelCompiler;
import org.panarray.engine.cpu.code.KernelKey;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.error.TypeError;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Formula;
import org.panarray.prim.Loops;
import org.panarray.prim.Primitive;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

class KernelsTest {
  private static final List<Engine> ENGINES =
      List.of(CpuEngines.named("scalar"), CpuEngines.named("vector"), CpuEngines.named("tiered"));

  private final EngineComparison comparison = new EngineComparison(20240601);
  private int turn;

  @ParameterizedTest
  @EnumSource(ScalarOp.class)
  void every_loop_of_an_operation_computes_what_the_interpreter_does_in_every_traversal(
      ScalarOp op) {
    for (Loops.Loop loop : op.loops().loops()) {
      Expr[] arguments = new Expr[loop.inputs().size()];
      for (int k = 0; k < arguments.length; k++) {
        arguments[k] = new Expr.Arg(k, loop.inputs().get(k));
      }
      Expr expr = new Expr.Apply(op, List.of(arguments), loop.output());
      for (Engine engine : ENGINES) {
        for (Traversal traversal : Traversal.values()) {
          checkMap(engine, op, expr, loop.inputs(), traversal);
        }
      }
    }
  }

  private void checkMap(
      Engine engine, ScalarOp op, Expr expr, List<ElementType> types, Traversal traversal) {
    int[] sizes = EngineComparison.AWKWARD_SIZES;
    int size = sizes[1 + turn++ % (sizes.length - 3)];
    Shape shape = turn % 3 == 0 ? Shape.of(3, size) : Shape.of(size);
    Operand[] inputs = new Operand[types.size()];
    boolean ordinary = op == ScalarOp.POWER && types.getFirst().isInteger();
    for (int k = 0; k < inputs.length; k++) {
      // One input in the traversal under test, the others contiguous: each in its turn.
      boolean chosen = inputs.length == 1 || turn % (inputs.length + 1) != k;
      Traversal own = chosen ? traversal : Traversal.CONTIGUOUS;
      Layout layout = comparison.layout(own, shape);
      inputs[k] = comparison.operand(types.get(k), layout, ordinary);
    }
    String what = engine.name() + " " + op + types + " " + traversal + " " + shape;
    comparison.check(engine, new Primitive.Map(expr), inputs, tolerance(op, types), what);
  }

  @Test
  void large_float16_arrays_are_computed_as_small_ones_are() {
    Shape shape = Shape.of(20_000);
    Layout layout = comparison.layout(Traversal.CONTIGUOUS, shape);
    Layout still = comparison.layout(Traversal.STILL, shape);
    List<ElementType> types = List.of(ElementType.FLOAT16, ElementType.FLOAT16);
    for (Engine engine : ENGINES) {
      for (ScalarOp op : List.of(ScalarOp.EXP, ScalarOp.LOG, ScalarOp.SQRT, ScalarOp.NEGATIVE)) {
        Expr expr = Expr.apply(op, new Expr.Arg(0, ElementType.FLOAT16));
        Operand[] inputs = {comparison.operand(ElementType.FLOAT16, layout, false)};
        String what = engine.name() + " " + op;
        comparison.check(engine, new Primitive.Map(expr), inputs, tolerance(op, types), what);
      }
      for (Layout second : List.of(layout, still)) {
        Expr[] arguments = {
          new Expr.Arg(0, ElementType.FLOAT16), new Expr.Arg(1, ElementType.FLOAT16)
        };
        Expr expr = Expr.apply(ScalarOp.HYPOT, arguments);
        Operand[] inputs = {
          comparison.operand(ElementType.FLOAT16, layout, false),
          comparison.operand(ElementType.FLOAT16, second, false)
        };
        String what = engine.name() + " hypot " + second;
        double ulps = tolerance(ScalarOp.HYPOT, types);
        comparison.check(engine, new Primitive.Map(expr), inputs, ulps, what);
      }
    }
  }

  @Test
  void a_rare_fault_is_found_behind_many_of_another_kind() {
    for (ElementType type :
        List.of(ElementType.FLOAT16, ElementType.FLOAT32, ElementType.FLOAT64)) {
      double huge = type.format().largest();
      Layout layout = Layout.contiguous(Shape.of(30_000));
      Operand x = comparison.operand(type, layout, true);
      Operand sum = comparison.operand(type, layout, true);
      for (long k = 0; k < 30_000; k++) {
        ScalarMemory.set(x, k, Scalar.ofDouble(type, huge));
      }
      Expr expr = Expr.apply(ScalarOp.SUBTRACT, new Expr.Arg(0, type), new Expr.Arg(1, type));
      Operand y = comparison.operand(type, layout, true);
      for (long k = 0; k < 30_000; k++) {
        ScalarMemory.set(y, k, Scalar.ofDouble(type, -huge));
      }
      for (Engine engine : ENGINES) {
        Operand[] inputs = {x, y};
        Operand[] outputs = {sum};
        Primitive map = new Primitive.Map(expr);
        assertEquals(FloatFault.OVERFLOW, engine.run(map, inputs, outputs), type.toString());
        ScalarMemory.set(x, 25_001, Scalar.ofDouble(type, Double.POSITIVE_INFINITY));
        ScalarMemory.set(y, 25_001, Scalar.ofDouble(type, Double.POSITIVE_INFINITY));
        int both = FloatFault.OVERFLOW | FloatFault.INVALID;
        assertEquals(both, engine.run(map, inputs, outputs), type.toString());
        ScalarMemory.set(x, 25_001, Scalar.ofDouble(type, Double.NaN));
        assertEquals(FloatFault.OVERFLOW, engine.run(map, inputs, outputs), type.toString());
        ScalarMemory.set(x, 25_001, Scalar.ofDouble(type, huge));
        ScalarMemory.set(y, 25_001, Scalar.ofDouble(type, -huge));
      }
    }
  }

  /// What is no formula may be off by the row's bound on both sides; complex functions lose a
  /// little more.
  private static double tolerance(ScalarOp op, List<ElementType> types) {
    boolean complex = types.getFirst().isComplex();
    boolean choosesZero =
        switch (op) {
          case MAXIMUM, MINIMUM, FMAX, FMIN, CLIP -> true; // of two zeros either
          default -> false;
        };
    if (Formula.of(op, types.getFirst()) != null) {
      return 0;
    }
    return complex ? 4 : choosesZero ? 1e-9 : 3.0 * op.ulps();
  }

  @Test
  void every_cast_is_that_of_the_interpreter() {
    for (ElementType from : ElementType.values()) {
      for (ElementType to : ElementType.values()) {
        Expr expr = Expr.cast(new Expr.Arg(0, from), to);
        for (Engine engine : ENGINES) {
          for (Traversal traversal : List.of(Traversal.CONTIGUOUS, Traversal.STRIDED)) {
            Operand[] inputs = {
              comparison.operand(from, comparison.layout(traversal, Shape.of(1000)), false)
            };
            comparison.check(
                engine,
                new Primitive.Map(expr),
                inputs,
                0,
                engine.name() + " " + from + " to " + to + " " + traversal);
          }
        }
      }
    }
  }

  @Test
  void fused_expressions_of_random_shape_are_computed_as_by_the_interpreter() {
    long seed = Long.getLong("panarray.test.seed", 7);
    System.out.println("seed " + seed);
    EngineComparison random = new EngineComparison(seed);
    for (int round = 0; round < 300; round++) {
      List<ElementType> types = new ArrayList<>();
      Expr expr = tree(random, types, 4);
      if (types.isEmpty()) {
        continue;
      }
      Shape shape = Shape.of(random.random.nextInt(1, 5), random.random.nextInt(1, 200));
      Operand[] inputs = new Operand[types.size()];
      for (int k = 0; k < inputs.length; k++) {
        Traversal[] all = Traversal.values();
        Layout layout = random.layout(all[random.random.nextInt(all.length)], shape);
        inputs[k] = random.operand(types.get(k), layout, false);
      }
      for (Engine engine : ENGINES) {
        random.check(
            engine,
            new Primitive.Map(expr),
            inputs,
            0,
            engine.name() + " seed " + seed + " round " + round + " " + expr);
      }
    }
  }

  private static final ScalarOp[] EXACT = {
    ScalarOp.ADD,
    ScalarOp.SUBTRACT,
    ScalarOp.MULTIPLY,
    ScalarOp.LESS,
    ScalarOp.EQUAL,
    ScalarOp.SELECT,
    ScalarOp.ABSOLUTE,
    ScalarOp.SQUARE,
    ScalarOp.FLOOR,
    ScalarOp.NEGATIVE,
    ScalarOp.LOGICAL_NOT,
    ScalarOp.LOGICAL_AND,
    ScalarOp.LEFT_SHIFT,
    ScalarOp.BITWISE_XOR,
    ScalarOp.SIGN,
    ScalarOp.REMAINDER,
    ScalarOp.SQRT,
    ScalarOp.ISNAN,
    ScalarOp.DIVIDE
  };

  private static Expr tree(EngineComparison random, List<ElementType> types, int depth) {
    ElementType[] leaves = {
      ElementType.BOOL, ElementType.INT8, ElementType.UINT16, ElementType.INT32,
      ElementType.UINT32, ElementType.INT64, ElementType.FLOAT32, ElementType.FLOAT64,
      ElementType.FLOAT16
    };
    if (depth == 0 || random.random.nextInt(6) == 0) {
      ElementType type = leaves[random.random.nextInt(leaves.length)];
      if (random.random.nextInt(5) == 0) {
        return new Expr.Const(random.random.nextInt(5), type);
      }
      types.add(type);
      return new Expr.Arg(types.size() - 1, type);
    }
    while (true) {
      ScalarOp op = EXACT[random.random.nextInt(EXACT.length)];
      Expr[] operands = new Expr[op.arity()];
      List<ElementType> trial = new ArrayList<>(types);
      for (int k = 0; k < operands.length; k++) {
        operands[k] = tree(random, trial, depth - 1);
      }
      if (op == ScalarOp.SELECT) {
        operands[0] = Expr.cast(operands[0], ElementType.BOOL);
      }
      ElementType[] own = new ElementType[operands.length];
      for (int k = 0; k < own.length; k++) {
        own[k] = operands[k].type();
      }
      if (op.loops().resolve(own) != null) {
        try {
          Expr made = Expr.promoted(op, operands);
          types.clear();
          types.addAll(trial);
          return made;
        } catch (TypeError _) {
          // Such as the sign of a bool: another operation is tried.
        }
      }
    }
  }

  @Test
  void the_largest_kernels_that_fusion_asks_for_are_small_enough_to_be_compiled() {
    int nodes = 64; // Fusion's limit
    for (Home home : Home.values()) {
      for (ElementType type : ElementType.values()) {
        List<ScalarOp> ops =
            switch (type.kind()) {
              case BOOL -> List.of(ScalarOp.LOGICAL_XOR, ScalarOp.MAXIMUM);
              case SIGNED, UNSIGNED -> List.of(ScalarOp.LEFT_SHIFT, ScalarOp.FLOOR_DIVIDE);
              case FLOAT -> List.of(ScalarOp.ADD, ScalarOp.EXP, ScalarOp.POWER, ScalarOp.RINT);
              case COMPLEX -> List.of(ScalarOp.MULTIPLY, ScalarOp.EXP);
            };
        for (ScalarOp op : ops) {
          int arity = op.loops().loops().getFirst().inputs().size();
          Expr expr = new Expr.Arg(0, type);
          Expr[] same = java.util.Collections.nCopies(arity, expr).toArray(Expr[]::new);
          int counted = arity - 1 + Formula.nodes(Expr.apply(op, same));
          for (int used = 1; used + counted <= nodes; used += counted) {
            Expr[] operands = {expr, new Expr.Arg(used % 12, type)};
            expr = Expr.apply(op, java.util.Arrays.copyOf(operands, arity));
          }
          KernelKey key = KernelKey.map(expr, 0, false, home, true);
          ClassModel model = ClassFile.of().parse(KernelCompiler.classFile(key));
          for (MethodModel method : model.methods()) {
            int bytes = method.findAttribute(Attributes.code()).orElseThrow().codeLength();
            assertTrue(bytes < 8000, bytes + " bytes for " + op + " of " + type + " " + home);
          }
        }
      }
    }
  }
}
