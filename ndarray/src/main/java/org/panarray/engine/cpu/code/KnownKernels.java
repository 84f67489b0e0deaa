package org.panarray.engine.cpu.code;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// The kernels that were used last. What is forgotten is unloaded, for a hidden class lives as long
/// as something refers to it: a program that fuses ever new expressions keeps no more than these.
final class KnownKernels {
  /// Some 5 MB of classes.
  static final int MOST = 1024;

  private static final class Known {
    private final Kernel kernel;
    private volatile long used;

    private Known(Kernel kernel) {
      this.kernel = kernel;
    }
  }

  private final int most;
  private final Function<KernelKey, Kernel> make;
  private final Map<KernelKey, Known> known = new ConcurrentHashMap<>();
  private final AtomicLong compiled = new AtomicLong();

  /// @param make what makes a kernel that is not known
  KnownKernels(int most, Function<KernelKey, Kernel> make) {
    this.most = most;
    this.make = make;
  }

  /// The kernel for a key, made where it is not known.
  Kernel get(KernelKey key) {
    Known found = known.get(key);
    if (found == null) {
      found = known.computeIfAbsent(key, missing -> new Known(make.apply(missing)));
      compiled.incrementAndGet();
      if (known.size() > most) {
        forget();
      }
    }
    found.used = compiled.getPlain(); // no clock is read: others need time only to come and go
    return found.kernel;
  }

  /// How many are known.
  int size() {
    return known.size();
  }

  /// Forgets the quarter that has not been used for longest.
  private synchronized void forget() {
    if (known.size() <= most) {
      return; // another thread was here
    }
    record Age(KernelKey key, long used) {}
    List<Age> ages =
        known.entrySet().stream()
            .map(entry -> new Age(entry.getKey(), entry.getValue().used))
            .sorted(Comparator.comparingLong(Age::used))
            .limit(most / 4 + 1L)
            .toList();
    ages.forEach(age -> known.remove(age.key()));
  }
}
