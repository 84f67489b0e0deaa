package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Kw.axis;
import static org.panarray.Kw.dtype;
import static org.panarray.Kw.out;
import static org.panarray.Np.np;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Fusion;
import org.panarray.internal.array.Recorder;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;

class FusionTest {
  /// What passes the door.
  private static final class Log implements Recorder {
    final List<Primitive> primitives = new ArrayList<>();

    @Override
    public void recorded(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
      primitives.add(primitive);
    }

    @Override
    public void written(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
      primitives.add(primitive);
    }
  }

  private static List<Primitive> passing(Supplier<NDArray> body) {
    Log log = new Log();
    Dispatch.recording(log, body);
    return log.primitives;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 7, 8, 15, 16, 17, 63, 65, 1000, 4098})
  void aFusedChainGivesTheBitsOfTheSeparateSteps(long size) {
    NDArray x = np.random.defaultRng(1).random(size).plus(0.5);
    NDArray y = np.random.defaultRng(2).random(size).plus(0.5);
    Supplier<NDArray> chain = () -> x.times(y).plus(x.div(y)).minus(y);
    assertTrue(np.equal(np.fuse(chain), chain.get()).all().asBoolean());
  }

  @Test
  void aChainIsOneKernelAndAReductionAtItsEndReadsNoTemporary() {
    NDArray x = np.arange(12.0).reshape(3, 4);
    NDArray y = np.arange(4.0).plus(1);
    assertEquals(1, passing(() -> np.fuse(() -> x.times(y).plus(x.div(y)).minus(y))).size());
    List<Primitive> sum = passing(() -> np.fuse(() -> np.sum(x.times(y), axis(1))));
    assertEquals(1, sum.size());
    assertTrue(sum.getFirst() instanceof Primitive.Reduce);
    assertEquals(
        np.sum(x.times(y), axis(1)).toString(),
        np.fuse(() -> np.sum(x.times(y), axis(1))).toString());
  }

  @Test
  void broadcastingTypesAndScalarsAreThoseOfTheSteps() {
    NDArray x = np.arange(6).reshape(2, 3);
    NDArray y = np.array(new float[] {1, 2, 3});
    NDArray fused = np.fuse(() -> x.times(y).plus(2).div(3.0));
    NDArray steps = x.times(y).plus(2).div(3.0);
    assertEquals(steps.dtype(), fused.dtype());
    assertEquals(steps.toString(), fused.toString());
  }

  @Test
  void aWriteToAnInputComesAfterWhatWasPutOff() {
    NDArray x = np.ones(4);
    NDArray result =
        np.fuse(
            () -> {
              NDArray doubled = x.times(2);
              x.at().set(100);
              return doubled.plus(x);
            });
    assertEquals("[102. 102. 102. 102.]", result.toString());
  }

  static Stream<Arguments> writes() {
    return Stream.of(
        write("setDouble", x -> x.setDouble(100, 0)),
        write("setDouble by cast", x -> x.setDouble(1e300, 0)),
        write("setLong", x -> x.setLong(100, 0)),
        write("toMemorySegment", x -> x.toMemorySegment().fill((byte) 1)),
        write("flat", x -> x.flat().set(0, 100)),
        write("fill", x -> x.fill(100)),
        write("out of random", x -> np.random.defaultRng(1).random(dtype(DType.FLOAT32), out(x))),
        write("shuffle", x -> np.random.defaultRng(1).shuffle(x)),
        write("sort", x -> x.at().set(np.sort(x.times(-1)))),
        write("put", x -> np.put(x, 0, 100)),
        write("through a view", x -> x.get("1:").setDouble(100, 0)),
        write("resize", x -> x.resize(2)),
        write("resize to nothing", x -> x.resize(0)));
  }

  private static Arguments write(String name, Consumer<NDArray> write) {
    return Arguments.of(name, write);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writes")
  void everyWayToWriteComesAfterWhatWasPutOff(String name, Consumer<NDArray> write) {
    NDArray fused = np.arange(4, dtype(DType.FLOAT32));
    NDArray plain = fused.copy();
    NDArray result =
        np.fuse(
            () -> {
              NDArray doubled = fused.times(2);
              write.accept(fused);
              return doubled;
            });
    write.accept(plain);
    assertEquals("[0. 2. 4. 6.]", result.toString());
    assertEquals(plain.toString(), fused.toString());
  }

  @Test
  void aResultThatWasPutOffCanBeWrittenByElement() {
    NDArray x = np.arange(3.0);
    NDArray result =
        np.fuse(
            () -> {
              NDArray doubled = x.times(2);
              NDArray more = doubled.plus(1);
              doubled.setDouble(100, 0);
              return more.plus(doubled);
            });
    assertEquals("[101.   5.   9.]", result.toString());
  }

  @Test
  void whatIsNotElementwiseRunsAtOnce() {
    NDArray x = np.arange(6.0).reshape(2, 3);
    NDArray result = np.fuse(() -> x.plus(1).T().matmul(x.plus(2)));
    assertEquals(x.plus(1).T().matmul(x.plus(2)).toString(), result.toString());
    assertEquals("6.0", np.fuse(() -> x.plus(1).get("1, ::-1")).get(0).toString());
  }

  @Test
  void aMisfitIsTheErrorOfTheStep() {
    ValueError error =
        assertThrows(ValueError.class, () -> np.fuse(() -> np.ones(3).plus(np.ones(4))));
    assertEquals(
        "operands could not be broadcast together with shapes (3,) (4,) ", error.getMessage());
  }

  @Test
  void longChainsAreCutWhereAKernelWouldHaveTooManyInputs() {
    NDArray[] parts = new NDArray[40];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = np.full(100, i);
    }
    NDArray sum =
        np.fuse(
            () -> {
              NDArray total = parts[0];
              for (NDArray part : parts) {
                total = total.plus(part);
              }
              return total;
            });
    assertEquals(780.0, sum.getDouble(99));
  }

  @Test
  void aChainOf300OperationsIsCutIntoKernelsThatCanBeCompiled() {
    NDArray x = np.random.defaultRng(3).random(1000);
    NDArray y = np.random.defaultRng(4).random(1000);
    Supplier<NDArray> chain =
        () -> {
          NDArray total = x;
          for (int i = 0; i < 100; i++) {
            total = np.sqrt(total.times(x)).plus(y);
          }
          return total;
        };
    assertTrue(np.arrayEqual(np.fuse(chain), chain.get()));
    List<Primitive> kernels = passing(() -> np.fuse(chain));
    assertTrue(kernels.size() < 30, kernels.size() + " kernels");
    for (Primitive kernel : kernels) {
      int nodes = nodes(((Primitive.Map) kernel).expr());
      assertTrue(nodes <= Fusion.MAX_NODES, nodes + " nodes");
    }
  }

  @Test
  void squaresOfSquaresDoNotGrowWithoutBound() {
    Supplier<NDArray> chain =
        () -> {
          NDArray x = np.full(5, 1.0);
          for (int i = 0; i < 60; i++) {
            x = x.times(x);
          }
          return x;
        };
    assertEquals(1.0, np.fuse(chain).getDouble(4));
  }

  private static int nodes(Expr expr) {
    return switch (expr) {
      case Expr.Arg _, Expr.Const _, Expr.Index _ -> 1;
      case Expr.Cast cast -> 1 + nodes(cast.operand());
      case Expr.Apply apply -> 1 + apply.operands().stream().mapToInt(FusionTest::nodes).sum();
    };
  }

  @Test
  void aChainMayBeAsLongAsTheProgram() {
    NDArray x = np.ones(10);
    NDArray sum =
        np.fuse(
            () -> {
              NDArray y = x;
              for (int i = 0; i < 100_000; i++) {
                y = y.plus(x);
              }
              return np.sum(y);
            });
    assertEquals(1_000_010.0, sum.asDouble());
  }

  /// The steps of exp and log name their arguments as kernels name their inputs.
  @Test
  void aNumberBesideAFunctionIsNotTakenForItsArgument() {
    NDArray x = np.linspace(0.1, 2, Kw.num(1000));
    NDArray steps = np.sin(np.log(np.add(1, np.exp(x))));
    NDArray fused = np.fuse(() -> np.sin(np.log(np.add(1, np.exp(x)))));
    assertTrue(np.allclose(steps, fused), fused::toString);
    NDArray total = np.fuse(() -> np.sum(np.multiply(3, np.exp(np.log(x)))));
    assertEquals(3 * np.sum(x).asDouble(), total.asDouble(), 1e-9);
  }
}
