package org.panarray.engine.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.panarray.ChildJvm;
import org.panarray.engine.Engine;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.Columns.Family;
import org.panarray.prim.Columns.Lanes;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Formula;
import org.panarray.prim.Loops;
import org.panarray.prim.Primitive;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Functions have the same bits interpreted and compiled, on elements and on lanes, the first time
/// and every time.
public class ElementaryFunctionsTest {
  private static final int COUNT = 515; // not a multiple of any number of lanes
  private static final int REPEATS = 2_000;

  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    2,
    -2,
    0.5,
    -0.5,
    1e-310,
    -4e-324,
    1e-45,
    1e-40,
    -1e-40,
    1e300,
    -1e300,
    3e38,
    709.79,
    710.4,
    -745.1,
    -745.2,
    88.7,
    88.8,
    -103.9,
    -104,
    1024,
    -1075,
    127.99,
    -149.5,
    22,
    1e22,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MAX_VALUE
  };

  static Stream<ScalarOp> functions() {
    return Stream.of(ScalarOp.values()).filter(op -> Formula.of(op, ElementType.FLOAT64) != null);
  }

  /// What has no formula calls methods that are exact everywhere.
  @Test
  void no_function_of_floats_is_left_to_a_library_of_mathematics() {
    Set<String> others =
        Stream.of(ScalarOp.values())
            .filter(op -> op.family() == Family.FUNCTION && op.lanes() != Lanes.FORMULA)
            .map(ScalarOp::numpyName)
            .collect(Collectors.toSet());
    Set<String> exact =
        Set.of(
            "sqrt",
            "copysign",
            "modf_fraction",
            "modf_integral",
            "frexp_mantissa",
            "angle_quarter",
            "angle_rest",
            "angle_rest_low");
    assertEquals(exact, others);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void every_engine_gives_the_same_bits(ScalarOp op) {
    types(op).forEach(type -> compare(op, type, 2));
  }

  /// Through all tiers of the just-in-time compiler.
  @ParameterizedTest
  @EnumSource(
      value = ScalarOp.class,
      names = {"EXP", "SIN", "POWER"})
  void every_call_gives_the_same_bits(ScalarOp op) {
    compare(op, ElementType.FLOAT64, REPEATS);
  }

  @Tag("soak")
  @ParameterizedTest
  @MethodSource("functions")
  void every_call_of_every_function_gives_the_same_bits(ScalarOp op) {
    types(op).forEach(type -> compare(op, type, REPEATS));
  }

  private static void compare(ScalarOp op, ElementType type, int calls) {
    Primitive map = map(op, type);
    Operand[] inputs = inputs(op, type);
    byte[] expected = computed(CpuEngines.named("interpreter"), map, inputs);
    for (String name : List.of("scalar", "tiered", "vector")) {
      Engine engine = CpuEngines.named(name);
      assertSame(expected, computed(engine, map, inputs), inputs, op + " at first on " + name);
      byte[] last = expected;
      for (int k = 1; k < calls; k++) {
        last = computed(engine, map, inputs);
      }
      assertSame(expected, last, inputs, op + " after " + calls + " calls on " + name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xint", "-XX:TieredStopAtLevel=1", "-XX:UseAVX=2", "-XX:UseAVX=1"})
  void other_compilers_and_registers_give_the_same_bits(String option) throws Exception {
    List<String> lines = digests();
    String out = ChildJvm.run(ElementaryFunctionsTest.class, List.of(option));
    assertEquals(lines, out.lines().toList());
  }

  /// Prints one line for each function and type.
  public static void main(String[] args) {
    digests().forEach(System.out::println);
  }

  private static List<String> digests() {
    List<String> lines = new ArrayList<>();
    Engine lanes = CpuEngines.named("vector");
    functions()
        .forEach(
            op -> {
              for (ElementType type : types(op)) {
                for (Engine engine : List.of(lanes, CpuEngines.named("scalar"))) {
                  CRC32 sum = new CRC32();
                  sum.update(computed(engine, map(op, type), inputs(op, type)));
                  lines.add(op + " " + type + " " + Long.toHexString(sum.getValue()));
                }
              }
            });
    return lines;
  }

  private static List<ElementType> types(ScalarOp op) {
    return op.loops().loops().stream()
        .map(Loops.Loop::output)
        .filter(ElementType::isFloat)
        .toList();
  }

  private static Primitive map(ScalarOp op, ElementType type) {
    Expr[] arguments = new Expr[op.arity()];
    Arrays.setAll(arguments, k -> new Expr.Arg(k, type));
    return new Primitive.Map(Expr.apply(op, arguments));
  }

  /// Special numbers, ordinary ones, and any bits.
  private static Operand[] inputs(ScalarOp op, ElementType type) {
    SplittableRandom random = new SplittableRandom(op.ordinal());
    Operand[] inputs = new Operand[op.arity()];
    for (int k = 0; k < inputs.length; k++) {
      inputs[k] = operand(type);
      for (int i = 0; i < COUNT; i++) {
        double value =
            switch (random.nextInt(4)) {
              case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
              case 1 -> Double.longBitsToDouble(random.nextLong());
              case 2 -> random.nextDouble(-100, 100);
              default -> random.nextDouble(-1.5, 1.5);
            };
        ScalarMemory.set(
            inputs[k], i, Scalar.ofDouble(type, Double.isNaN(value) ? Double.NaN : value));
      }
    }
    return inputs;
  }

  private static Operand operand(ElementType type) {
    Layout layout = Layout.contiguous(Shape.of(COUNT));
    return new Operand(type, layout, CpuBuffer.allocate((long) COUNT * type.byteSize()));
  }

  private static byte[] computed(Engine engine, Primitive map, Operand[] inputs) {
    Operand output = operand(inputs[0].type());
    engine.run(map, inputs, new Operand[] {output});
    byte[] bytes = new byte[COUNT * output.type().byteSize()];
    MemorySegment segment = ((CpuBuffer) output.buffer()).segment();
    MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, 0, bytes, 0, bytes.length);
    return bytes;
  }

  private static void assertSame(byte[] expected, byte[] bytes, Operand[] inputs, String what) {
    int at = Arrays.mismatch(expected, bytes);
    if (at < 0) {
      return;
    }
    int size = inputs[0].type().byteSize();
    int element = at / size;
    String of =
        Stream.of(inputs).map(input -> ScalarMemory.get(input, element).re()).toList().toString();
    String own = hex(bytes, element * size, size);
    assertEquals(hex(expected, element * size, size), own, what + " of " + inputs[0].type() + of);
  }

  private static String hex(byte[] bytes, int from, int count) {
    StringBuilder text = new StringBuilder();
    for (int k = count - 1; k >= 0; k--) {
      text.append("%02x".formatted(bytes[from + k]));
    }
    return text.toString();
  }
}
