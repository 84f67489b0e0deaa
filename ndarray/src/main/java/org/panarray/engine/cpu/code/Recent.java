package org.panarray.engine.cpu.code;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// What was used last, made where it is not known: kernels by their keys. A kernel that is
/// forgotten is unloaded, for a hidden class lives as long as something refers to it: a program
/// that fuses ever new expressions keeps no more than these.
final class Recent<K, V> {
  private static final class Known<V> {
    private final V value;
    private volatile long used;

    private Known(V value) {
      this.value = value;
    }
  }

  private final int most;
  private final Function<K, V> make;
  private final Map<K, Known<V>> known = new ConcurrentHashMap<>();
  private final AtomicLong made = new AtomicLong();

  /// @param most how many are kept
  /// @param make what makes one that is not known
  Recent(int most, Function<K, V> make) {
    this.most = most;
    this.make = make;
  }

  /// The value for a key, made where it is not known.
  V get(K key) {
    Known<V> found = known.get(key);
    if (found == null) {
      found = known.computeIfAbsent(key, missing -> new Known<>(make.apply(missing)));
      made.incrementAndGet();
      if (known.size() > most) {
        forget();
      }
    }
    found.used = made.getPlain(); // no clock is read: others need time only to come and go
    return found.value;
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
    known.entrySet().stream()
        .map(entry -> Map.entry(entry.getValue().used, entry.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .limit(most / 4 + 1L)
        .toList()
        .forEach(age -> known.remove(age.getValue()));
  }
}
