package org.panarray.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.panarray.NDArray;

/// Times a piece of work as `peer.py` does: calls in batches, the median of the batches.
final class Stopwatch {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  /// Milliseconds of compilation that are no work of interest.
  private static final long LITTLE = 5;

  private final Function<Data, Object> work;
  private final Data[] copies;
  private long number = 1;
  private volatile Object sink = this; // what is computed must not be optimised away

  Stopwatch(Function<Data, Object> work, List<Data> copies) {
    this.work = work;
    this.copies = copies.toArray(Data[]::new);
  }

  /// The time of one call, the first if nothing was called before.
  double once() {
    long start = System.nanoTime();
    call(copies[0]);
    return System.nanoTime() - start;
  }

  /// Calls the work until it gets no faster and nothing is compiled any more, for at least and at
  /// most so much of the processors' time: on a busy machine the compiler needs longer.
  void warm(long least, long most) {
    long start = PROCESS.getProcessCpuTime();
    double before = Double.POSITIVE_INFINITY;
    while (true) {
      long compiled = COMPILER.getTotalCompilationTime();
      double now = sample(least / 4);
      boolean isSettled =
          now > 0.95 * before && COMPILER.getTotalCompilationTime() - compiled < LITTLE;
      long spent = PROCESS.getProcessCpuTime() - start;
      if (spent > most || (spent > least && isSettled)) {
        return;
      }
      before = Math.min(before, now);
    }
  }

  /// The median time of one call, measured for about this long.
  double sample(long nanos) {
    long elapsed;
    while ((elapsed = batch()) < nanos / 10 && number < 1 << 24) {
      number *= 2;
    }
    long end = System.nanoTime() + nanos - elapsed;
    List<Double> times = new ArrayList<>(List.of(perCall(elapsed)));
    while (System.nanoTime() < end) {
      times.add(perCall(batch()));
    }
    return median(times.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private double perCall(long batch) {
    return (double) batch / number / copies.length;
  }

  private long batch() {
    long start = System.nanoTime();
    for (Data data : copies) {
      for (long call = 0; call < number; call++) {
        call(data);
      }
    }
    return System.nanoTime() - start;
  }

  private void call(Data data) {
    Object result = work.apply(data);
    if (result instanceof NDArray array) {
      array.operand(); // a result that still waits is work not done
    }
    sink = result;
  }

  /// The last result.
  Object last() {
    return sink;
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
