package org.panarray.engine.cpu.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.panarray.prim.ElementType.BFLOAT16;
import static org.panarray.prim.ElementType.BOOL;
import static org.panarray.prim.ElementType.COMPLEX128;
import static org.panarray.prim.ElementType.FLOAT16;
import static org.panarray.prim.ElementType.FLOAT32;
import static org.panarray.prim.ElementType.FLOAT64;
import static org.panarray.prim.ElementType.INT32;
import static org.panarray.prim.ElementType.INT64;
import static org.panarray.prim.ElementType.INT8;
import static org.panarray.prim.ElementType.UINT64;
import static org.panarray.prim.ElementType.UINT8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panarray.engine.memory.Home;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

/// The instructions of some kernels stand in the tree, so that a reviewer sees what a change of the
/// compiler does to them. `-Dpanarray.kernels.write=true` writes them anew.
class GoldenKernelsTest {
  /// Of the registers that the listings are for, whatever those of this machine are.
  private static final int VECTOR_BYTES = 32;

  private static final Path FOLDER = Path.of("src/test/resources/kernels");

  private static Expr x(int input, ElementType type) {
    return new Expr.Arg(input, type);
  }

  private static KernelKey map(Expr expr, boolean lanes) {
    return KernelKey.map(expr, 0, false, Home.NATIVE, lanes);
  }

  private static KernelKey unary(ScalarOp op, ElementType type, boolean lanes) {
    return map(Expr.apply(op, x(0, type)), lanes);
  }

  private static KernelKey binary(ScalarOp op, ElementType type, boolean lanes) {
    return map(Expr.apply(op, x(0, type), x(1, type)), lanes);
  }

  private static KernelKey fold(
      KernelKey.Form form, @Nullable ScalarOp op, ElementType type, boolean lanes) {
    return new KernelKey(x(0, type), form, op, 0, false, Home.NATIVE, lanes);
  }

  /// `exp(sin(x0))*x1`
  private static Expr chain(ElementType type) {
    Expr inner = Expr.apply(ScalarOp.EXP, Expr.apply(ScalarOp.SIN, x(0, type)));
    return Expr.apply(ScalarOp.MULTIPLY, inner, x(1, type));
  }

  /// `x0 if x0 > 0.5 else x1 * 2`
  private static Expr choice(ElementType type) {
    Expr large = Expr.apply(ScalarOp.GREATER, x(0, type), new Expr.Const(0.5, type));
    Expr other = Expr.apply(ScalarOp.MULTIPLY, x(1, type), new Expr.Const(2, type));
    return Expr.apply(ScalarOp.SELECT, large, x(0, type), other);
  }

  static Stream<KernelKey> kernels() {
    return Stream.of(maps(), expressions(), casts(), folds()).flatMap(s -> s);
  }

  private static Stream<KernelKey> maps() {
    return Stream.of(
        binary(ScalarOp.ADD, FLOAT64, true),
        binary(ScalarOp.ADD, FLOAT64, false),
        binary(ScalarOp.MULTIPLY, INT8, true),
        binary(ScalarOp.FLOOR_DIVIDE, INT64, true),
        binary(ScalarOp.LEFT_SHIFT, INT32, true),
        binary(ScalarOp.MAXIMUM, FLOAT32, true),
        binary(ScalarOp.LESS, UINT64, true),
        binary(ScalarOp.LOGICAL_AND, BOOL, true),
        binary(ScalarOp.ADD, FLOAT16, true),
        binary(ScalarOp.ADD, BFLOAT16, true),
        binary(ScalarOp.MULTIPLY, COMPLEX128, true),
        unary(ScalarOp.SQRT, FLOAT32, true),
        unary(ScalarOp.EXP, FLOAT64, true));
  }

  private static Stream<KernelKey> expressions() {
    Expr coordinate = Expr.cast(new Expr.Index(0), FLOAT64);
    Expr ramp = Expr.apply(ScalarOp.MULTIPLY, coordinate, x(0, FLOAT64));
    Expr product = Expr.apply(ScalarOp.MULTIPLY, x(0, FLOAT64), x(1, FLOAT64));
    return Stream.of(
        map(chain(FLOAT64), true),
        map(chain(FLOAT64), false),
        map(choice(FLOAT64), true),
        map(choice(FLOAT16), true),
        KernelKey.map(ramp, 1, false, Home.NATIVE, false),
        KernelKey.map(product, 2, false, Home.HEAP, true),
        KernelKey.map(product, 0, true, Home.ANY, false));
  }

  private static Stream<KernelKey> casts() {
    return Stream.of(
        map(Expr.cast(x(0, INT32), FLOAT64), true),
        map(Expr.cast(x(0, FLOAT64), UINT8), true),
        map(Expr.cast(x(0, FLOAT32), FLOAT16), true));
  }

  private static Stream<KernelKey> folds() {
    return Stream.of(
        fold(KernelKey.Form.PAIRWISE, ScalarOp.ADD, FLOAT64, true),
        fold(KernelKey.Form.PAIRWISE, ScalarOp.ADD, FLOAT32, false),
        fold(KernelKey.Form.REDUCE, ScalarOp.ADD, INT64, true),
        fold(KernelKey.Form.REDUCE, ScalarOp.MAXIMUM, FLOAT64, true),
        fold(KernelKey.Form.REDUCE, ScalarOp.LOGICAL_OR, BOOL, false),
        fold(KernelKey.Form.SCAN, ScalarOp.ADD, FLOAT64, false));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theInstructionsAreThoseThatWereReviewed(KernelKey key) throws IOException {
    byte[] bytes = KernelCompiler.classFile(key, VECTOR_BYTES);
    String listing = KernelListing.of(bytes);
    Path file = FOLDER.resolve(fileName(key));
    if (Boolean.getBoolean("panarray.kernels.write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, listing);
    }
    Inspection.verify(file.toString(), bytes);
    assertEquals(
        Files.readString(file),
        listing,
        "the kernel has changed; if it should have, write it with -Dpanarray.kernels.write=true");
  }

  @Test
  void noListingIsLeftOfAKernelThatIsNoLongerAsked() throws IOException {
    Set<String> expected = kernels().map(GoldenKernelsTest::fileName).collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(FOLDER)) {
      Set<String> there = files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
      assertEquals(new TreeSet<>(expected), new TreeSet<>(there));
    }
  }

  private static String fileName(KernelKey key) {
    String listing = KernelListing.of(KernelCompiler.classFile(key, VECTOR_BYTES));
    return listing.substring(0, listing.indexOf(": ")) + ".txt";
  }
}
