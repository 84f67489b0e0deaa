package org.panarray.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/// Times a piece of work as `numpy_peer.py` does: calls in batches, the median of the batches.
final class Stopwatch {
  private final Supplier<Object> work;
  private long number = 1;
  private volatile Object sink = this; // what is computed must not be optimised away

  Stopwatch(Supplier<Object> work) {
    this.work = work;
  }

  /// Calls the work for about this long, so that it is compiled.
  void warm(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      sink = work.get();
    }
  }

  /// The median time of one call, measured for about this long.
  double sample(long nanos) {
    while (batch() <= nanos / 10 && number <= 1 << 24) {
      number *= 2;
    }
    List<Double> times = new ArrayList<>();
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end || times.size() < 3) {
      times.add((double) batch() / number);
    }
    Collections.sort(times);
    return times.get(times.size() / 2);
  }

  private long batch() {
    long start = System.nanoTime();
    for (long i = 0; i < number; i++) {
      sink = work.get();
    }
    return System.nanoTime() - start;
  }

  /// The last result.
  Object last() {
    return sink;
  }
}
