package org.panarray.gpu;

import static org.panarray.Kw.axis;
import static org.panarray.Kw.dtype;
import static org.panarray.Np.np;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.panarray.NDArray;
import org.panarray.engine.Device;

/// Our half of the side-by-side benchmark on a GPU; `gpu/tools/gpu_bench.py` measures the same
/// cases with CuPy and PyTorch.
///
/// For each case `gpu_us` is the median time on the device of one call, from events around a batch,
/// and `host_us` the least time that the caller spends to queue one call.
public final class DeviceBenchmark {
  private static final double BUDGET_SECONDS = 1.5;
  private static final int MOST_SAMPLES = 30;
  private static final int MOST_CALLS = 200;

  private final CudaDevice device;
  private final Map<String, String> results = new LinkedHashMap<>();
  private final Path file;
  private final int shrink;

  private DeviceBenchmark(Path file, int shrink) {
    if (!StandInCuda.isReal()) {
      StandInCuda.obstacle().ifPresent(System.out::println);
    }
    this.device = CudaDevice.open(0);
    this.file = file;
    this.shrink = shrink;
  }

  /// Runs all cases.
  ///
  /// @param args the file to write, and by how much to divide all sizes, for trying it out out)
  public static void main(String[] args) throws Exception {
    int shrink = args.length > 1 ? Integer.parseInt(args[1]) : 1;
    DeviceBenchmark benchmark = new DeviceBenchmark(Path.of(args[0]), shrink);
    System.out.println(benchmark.device.name() + " " + benchmark.device.architecture());
    benchmark.run();
  }

  private int size(int elements) {
    return elements / shrink;
  }

  private NDArray values(String type, long... shape) {
    NDArray uniform =
        np.random
            .defaultRng(1)
            .random(Arrays.stream(shape).reduce(1, (a, b) -> a * b))
            .reshape(shape);
    return (type.equals("f32") ? uniform.astype(np.float32) : uniform).toDevice(Device.GPU);
  }

  private void run() throws Exception {
    int large = size(1 << 24);
    int square = size(4096);
    NDArray f32 = values("f32", large);
    NDArray f64 = values("f64", large);
    NDArray small = values("f64", 1 << 10);
    NDArray plane = values("f32", square, square);
    NDArray half = values("f64", square / 2, square / 2);
    NDArray places = np.random.defaultRng(2).permutation(large).toDevice(Device.GPU);
    measure("add_f32_16M", () -> f32.plus(f32));
    measure("add_f64_1K", () -> small.plus(small));
    measure("exp_f64_16M", () -> np.exp(f64));
    measure("sum_f64_16M", () -> f64.sum());
    measure("sum_axis0_f32_4Kx4K", () -> np.sum(plane, axis(0)));
    measure("sum_axis1_f32_4Kx4K", () -> np.sum(plane, axis(1)));
    measure("transpose_copy_f32_4Kx4K", () -> plane.transpose().copy());
    measure("cumsum_f64_16M", () -> np.cumsum(f64));
    measure("sort_f32_16M", () -> np.sort(f32));
    measure("take_f32_16M", () -> f32.get(places));
    measure("matmul_f32_4K", () -> np.matmul(plane, plane));
    measure("matmul_f64_2K", () -> np.matmul(half, half));
    measure("arange_f64_16M", () -> onDevice(large));
  }

  private static NDArray onDevice(int n) {
    try (var _ = np.device(Device.GPU)) {
      return np.arange(n, dtype(np.float64));
    }
  }

  private void measure(String name, Runnable call) throws Exception {
    try {
      results.put(name, measured(call));
    } catch (RuntimeException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      results.put(name, "{\"error\": \"%s\"}".formatted(reason.replace('"', '\'')));
    }
    System.out.println(name + " " + results.get(name));
    List<String> lines = new ArrayList<>();
    results.forEach((key, value) -> lines.add("  \"%s\": %s".formatted(key, value)));
    Files.writeString(file, "{\n" + String.join(",\n", lines) + "\n}\n");
  }

  private String measured(Runnable call) {
    Runnable once =
        () -> {
          try (var _ = np.scope()) {
            call.run();
          }
        };
    for (int i = 0; i < 5; i++) {
      once.run();
    }
    device.synchronize();
    long start = System.nanoTime();
    once.run();
    device.synchronize();
    double seconds = (System.nanoTime() - start) / 1e9;
    int calls = (int) Math.clamp(0.02 / Math.max(seconds, 1e-6), 1, MOST_CALLS);
    List<Double> onDevice = new ArrayList<>();
    double[] host = {Double.MAX_VALUE};
    long end = System.nanoTime() + (long) (BUDGET_SECONDS * 1e9);
    while (onDevice.size() < MOST_SAMPLES && (onDevice.isEmpty() || System.nanoTime() < end)) {
      double millis =
          device.elapsedMillis(
              () -> {
                long from = System.nanoTime();
                for (int i = 0; i < calls; i++) {
                  once.run();
                }
                host[0] = Math.min(host[0], (System.nanoTime() - from) / 1e3 / calls);
              });
      onDevice.add(millis * 1e3 / calls);
    }
    double[] sorted = onDevice.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "{\"gpu_us\": %.2f, \"gpu_min_us\": %.2f, \"host_us\": %.2f, \"n\": %d, \"batch\": %d}",
        sorted[sorted.length / 2],
        Arrays.stream(sorted).min().orElseThrow(),
        host[0],
        sorted.length,
        calls);
  }
}
