package org.panarray.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.panarray.NDArray;

/// Times a piece of work as `peer.py` does: calls in batches, the median of the batches.
final class Stopwatch {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// Milliseconds of compilation that are no work of interest, and in how many steps in a row.
  private static final long LITTLE = 5;

  private static final int STEPS = 4;

  /// The compiler is asked after so many calls, or where a loop has seen so many elements.
  private static final long CALLS = 5_000;

  private static final long ELEMENTS = 30_000_000;

  /// Of a sample: short ones escape where other programs take the processor, and the median with
  /// them.
  private static final int BATCHES = 50;

  private final Function<Data, Object> work;
  private final Data[] copies;
  private long number = 1;
  private long calls;
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

  /// Calls the work until it gets no faster and the compiler is idle, for at least and at most so
  /// much of the processors' time: on a busy machine the compiler needs longer.
  void warm(long least, long most) {
    long start = PROCESS.getProcessCpuTime();
    double before = Double.POSITIVE_INFINITY;
    long enough = Math.min(CALLS, ELEMENTS / copies[0].size);
    int quiet = 0;
    for (long spent = 0; spent < most; spent = PROCESS.getProcessCpuTime() - start) {
      long compiled = COMPILER.getTotalCompilationTime();
      long step = PROCESS.getProcessCpuTime();
      long own = THREADS.getCurrentThreadCpuTime();
      double now = sample(PROCESS::getProcessCpuTime, least / 4);
      step = PROCESS.getProcessCpuTime() - step;
      own = THREADS.getCurrentThreadCpuTime() - own;
      quiet = COMPILER.getTotalCompilationTime() - compiled > LITTLE ? 0 : quiet + 1;
      // The helpers of a kernel take their share, too: then it tells that nothing gets ready.
      boolean isIdle = own > 0.9 * step || quiet >= STEPS;
      if (spent > least && calls > enough && isIdle && now > 0.95 * before) {
        return;
      }
      before = Math.min(before, now);
    }
  }

  /// The median time of one call, measured for about this long.
  double sample(long nanos) {
    return sample(System::nanoTime, nanos);
  }

  private double sample(LongSupplier clock, long nanos) {
    long end = clock.getAsLong() + nanos;
    while (batch() < nanos / BATCHES && number < 1 << 24) {
      number *= 2;
    }
    List<Double> times = new ArrayList<>();
    do {
      times.add((double) batch() / number / copies.length);
    } while (clock.getAsLong() < end);
    return median(times.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private long batch() {
    calls += number * copies.length;
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
