package org.panarray.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.panarray.NDArray;

/// The representative ten under JMH: `./panarray jmh`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "--add-modules=jdk.incubator.vector",
      "--enable-native-access=ALL-UNNAMED",
      "-Xmx4g"
    })
public class OperationsBenchmark {
  @Param({
    "x + y, float64, 100",
    "x + y, float64, 1e7",
    "x * y + x / y - y # np.fuse, float64, 1e7",
    "np.exp(x), float64, 1e6",
    "x.sum(), float64, 1e7",
    "m.sum(0), float64, 1e6",
    "m @ n, float64, 4e6",
    "np.sort(x), float64, 1e6",
    "x[i], float64, 1e6",
    "m.T.copy(), float64, 1e6"
  })
  String title = "";

  private Supplier<Object> work = () -> title;

  /// Makes the arrays.
  @Setup
  public void prepare() {
    Operation.Row row =
        Operations.rows().stream()
            .filter(candidate -> candidate.title().equals(title))
            .findFirst()
            .orElseThrow();
    Data data = row.data().getFirst();
    work = () -> row.operation().work().apply(data);
  }

  /// One call.
  @Benchmark
  public Object call() {
    return work.get() instanceof NDArray array ? array.eval() : ""; // what waits is not done
  }
}
