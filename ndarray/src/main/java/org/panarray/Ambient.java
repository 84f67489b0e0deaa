package org.panarray;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Device;
import org.panarray.text.PrintOptions;

/// What the blocks around the running code have set for this thread: the recorder, the default
/// device, the memory scope, the error handling and the print options.
///
/// A `ScopedValue` cannot be bound by `try (var scope = np.scope())`, which the public API offers, so
/// this one class holds a thread's state; every block restores what it found.
final class Ambient {
  private static final ThreadLocal<Ambient> CURRENT = ThreadLocal.withInitial(Ambient::new);

  @Nullable Recorder recorder;
  @Nullable Fusion fusion;
  Device device = Device.CPU;
  @Nullable ErrorState errors;
  @Nullable PrintOptions printing;
  final Deque<MemoryScope> scopes = new ArrayDeque<>(0);

  private Ambient() {}

  static Ambient current() {
    return CURRENT.get();
  }
}
