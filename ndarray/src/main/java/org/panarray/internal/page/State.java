package org.panarray.internal.page;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.panarray.DeviceScope;
import org.panarray.ErrorScope;
import org.panarray.ErrorState;
import org.panarray.MemoryScope;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.engine.Device;
import org.panarray.engine.MemoryUse;
import org.panarray.engine.cpu.CpuEngines;
import org.panarray.error.Required;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.internal.array.Engines;
import org.panarray.internal.array.Explaining;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Fusion;
import org.panarray.internal.array.Warnings;
import org.panarray.result.Explanation;

/// What surrounds a computation: memory scopes, devices, fusion and floating-point error handling.
public sealed interface State permits Np {

  /// Opens a block whose arrays give their memory back at its end; see [MemoryScope].
  default MemoryScope scope() {
    return ArrayAccess.arrays().memoryScope();
  }

  /// How much native memory arrays of the CPU hold, and how much is kept for the next ones.
  ///
  /// What is free goes back to the system after some ten seconds without use, at once by [#trim].
  /// `-Dpanarray.memory.limit=4g` sets what is never exceeded; without it that is what the machine
  /// or its container has, less what the heap may take, but at least half of it.
  default MemoryUse memory() {
    return CpuEngines.memory();
  }

  /// Gives the native memory that no array uses back to the system, after asking the collector
  /// which that is.
  default void trim() {
    CpuEngines.trim();
  }

  /// How many threads share the work of one call on the CPU, the caller among them: one for each
  /// processor, or what the environment variable `PANARRAY_NUM_THREADS` says.
  ///
  /// Results have the same bits for any number.
  default int threads() {
    return CpuEngines.threads();
  }

  /// Sets how many threads share the work of one call, for the whole process; 1 leaves all work to
  /// the caller. OpenBLAS keeps its own number, which `PANARRAY_NUM_THREADS` sets at its start.
  ///
  /// ```java
  /// np.threads(1); // this process is one of many
  /// ```
  ///
  /// @throws org.panarray.error.ValueError unless it is 1 to 256
  default void threads(int threads) {
    CpuEngines.threads(threads);
  }

  /// Makes new arrays live on a device until the block is closed.
  ///
  /// ```java
  /// try (var device = np.device(Device.GPU)) {
  ///   NDArray a = np.ones(1000); // on the GPU
  /// }
  /// ```
  ///
  /// @throws org.panarray.engine.DeviceUnavailable with what was looked for, where it is not there
  default DeviceScope device(Device device) {
    Engines.of(device);
    return ArrayAccess.arrays().deviceScope(device);
  }

  /// Whether a device is there.
  default boolean hasDevice(Device device) {
    try {
      Engines.of(device);
      return true;
    } catch (org.panarray.engine.DeviceUnavailable e) {
      return false;
    }
  }

  /// Waits until everything asked of the device so far is done.
  default void synchronize(Device device) {
    Engines.of(device).synchronize();
  }

  /// Runs a chain of elementwise operations as one kernel, with a reduction at its end if there is
  /// one, without temporaries, on any device and of any size.
  ///
  /// On the CPU this is how arrays of a thousand elements and more are computed anyway: what is
  /// elementwise waits until somebody asks for an element, a layout or anything else, and chains
  /// then run in pieces that stay in the caches. Nothing else shows of it: writes leave what waits
  /// alone, errors of shapes and dtypes and exceptions stay on their line, floating-point warnings
  /// follow the [#errstate] of their line. Arrays over the program's own memory never wait, nor
  /// does work that a gradient records, nor what may be at fault while a listener hears warnings.
  ///
  /// Inside a device's or a gradient's chain the steps tell of no floating-point faults; where
  /// [#errstate] says that one raises or calls a handler, they run one after another and tell.
  ///
  /// ```java
  /// NDArray x = np.array(new double[] {1, 2});
  /// NDArray y = np.array(new double[] {2, 4});
  /// NDArray r = np.fuse(() -> x.times(y).plus(x.div(y)).minus(y)); // [0.5 4.5]
  /// ```
  default NDArray fuse(Supplier<NDArray> body) {
    Ambient ambient = Ambient.current();
    Fusion outer = ambient.fusion;
    ambient.fusion = outer == null ? new Fusion() : outer;
    try {
      NDArray result = Required.argument(Required.argument(body, "body").get(), "body's result");
      if (outer == null) {
        ambient.fusion = null;
        result.operand();
      }
      return result;
    } finally {
      ambient.fusion = outer;
    }
  }

  /// Runs `body`, of which nothing waits: each operation is done when it is called, as in NumPy.
  /// What is computed is the same; see [#fuse] for what else waits, and [NDArray#eval] for one
  /// array.
  ///
  /// ```java
  /// NDArray x = np.arange(5000.0);
  /// NDArray y = np.eager(() -> np.sqrt(x.times(2)));
  /// y.get(2) // 2.0
  /// ```
  default <T> T eager(Supplier<T> body) {
    Ambient ambient = Ambient.current();
    boolean outer = ambient.eager;
    ambient.eager = true;
    try {
      return Required.argument(body, "body").get();
    } finally {
      ambient.eager = outer;
    }
  }

  /// What the engines were asked for while `body` ran on this thread: every primitive with shapes,
  /// dtypes and device, a fused chain as the one expression that it became.
  ///
  /// ```java
  /// NDArray x = np.linspace(0, 1, 1000);
  /// Explanation e = np.explain(() -> np.fuse(() -> np.exp(np.sin(x)).times(x).sum()));
  /// e.steps().size() // 1
  /// e.steps().getFirst().primitive() // reduce add of exp(sin(x0))*x0 over [0]
  /// ```
  ///
  /// Printed, without [#fuse]:
  ///
  /// ```text
  /// 4 primitives, 24008 bytes of fresh memory
  /// map sin(x0)                   float64(1000,) -> float64(1000,)
  /// map exp(x0)                   float64(1000,) -> float64(1000,)
  /// map x0*x1                     float64(1000,), float64(1000,) -> float64(1000,)
  /// reduce add of x0 over [0]     float64(1000,) -> float64()
  /// ```
  default Explanation explain(Runnable body) {
    return Explaining.explain(Required.argument(body, "body"));
  }

  /// The process's floating-point error handling: `numpy.geterr`; inside [#errstate] the block's.
  default ErrorState geterr() {
    return Faults.current();
  }

  /// Sets the floating-point error handling of the process or, inside [#errstate], until the block
  /// ends, and returns the one before: `numpy.seterr`.
  default ErrorState seterr(ErrorState state) {
    return Faults.set(state);
  }

  /// Sets what mode `CALL` calls, with the fault's name and bit: `numpy.seterrcall`.
  default void seterrcall(@Nullable BiConsumer<String, Integer> func) {
    Faults.setHandler(func);
  }

  /// Sends warnings (category and text) to a listener instead of the error stream; null restores
  /// it.
  default void setWarningListener(@Nullable BiConsumer<String, String> listener) {
    Warnings.setListener(listener);
  }

  /// Floating-point error handling until the block is closed: `numpy.errstate`.
  ///
  /// ```java
  /// try (var state = np.errstate(ErrorState.all(ErrorState.Mode.IGNORE))) {
  ///   NDArray logs = np.log(np.zeros(2)); // [-inf -inf]
  /// }
  /// ```
  default ErrorScope errstate(ErrorState state) {
    return ArrayAccess.arrays().errorScope(Required.argument(state, "state"));
  }
}
