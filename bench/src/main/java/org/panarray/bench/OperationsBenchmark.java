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
    "ADD_100",
    "ADD_1E7",
    "FUSED_1E7",
    "EXP_1E6",
    "SUM_1E7",
    "SUM_AXIS",
    "MATMUL_2000",
    "SORT_1E6",
    "TAKE_1E6",
    "TRANSPOSED_COPY"
  })
  String workload = "ADD_100";

  private Supplier<Object> work = () -> workload;

  /// Makes the arrays.
  @Setup
  public void prepare() {
    work = Workload.valueOf(workload).prepare();
  }

  /// One call.
  @Benchmark
  public Object call() {
    return work.get();
  }
}
