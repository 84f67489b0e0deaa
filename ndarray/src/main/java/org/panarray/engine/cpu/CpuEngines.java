package org.panarray.engine.cpu;

import org.panarray.engine.Engine;
import org.panarray.engine.MemoryUse;
import org.panarray.engine.cpu.code.Kernels;
import org.panarray.engine.interpreter.Interpreter;
import org.panarray.engine.memory.MemoryPool;

/// The engines of the CPU, and which of them runs:
/// `-Dpanarray.engine=interpreter|scalar|vector|tiered`.
///
/// `tiered` begins with loops that are quick at once and goes over to those of `vector` when the
/// JIT has compiled them: the same bits, as by all four.
public final class CpuEngines {
  private static volatile Engine current = named(System.getProperty("panarray.engine", "tiered"));

  private CpuEngines() {}

  /// The engine that runs.
  public static Engine current() {
    return current;
  }

  /// The engine `interpreter`, `scalar`, `vector` or `tiered`; the same object each time.
  ///
  /// @throws IllegalArgumentException for any other name
  public static Engine named(String name) {
    return switch (name) {
      case "interpreter" -> OfInterpreter.ENGINE;
      case "scalar" -> OfScalars.ENGINE;
      case "vector" -> OfVectors.ENGINE;
      case "tiered" -> Tiered.ENGINE;
      default ->
          throw new IllegalArgumentException(
              "panarray.engine is interpreter, scalar, vector or tiered, not " + name);
    };
  }

  /// How many threads share the work of a call.
  public static int threads() {
    return ThreadTeam.size();
  }

  /// Sets how many threads share the work of a call.
  ///
  /// @throws org.panarray.error.ValueError unless it is 1 to 256
  public static void threads(int threads) {
    ThreadTeam.size(threads);
  }

  /// The state of the memory pool, for `doctor`.
  public static String describeMemory() {
    return MemoryPool.describe();
  }

  /// What arrays hold and what is kept for the next ones.
  public static MemoryUse memory() {
    return MemoryPool.use();
  }

  /// Asks the collector what is in use, and gives everything else back to the system.
  public static void trim() {
    MemoryPool.trim();
  }

  private static final class OfInterpreter {
    static final Engine ENGINE = new Interpreter();
  }

  private static final class OfScalars {
    static final Engine ENGINE = new CpuEngine("scalar", new Kernels(false, false));
  }

  private static final class OfVectors {
    static final Engine ENGINE = new CpuEngine("vector", new Kernels(true, false));
  }

  private static final class Tiered {
    static final Engine ENGINE = new CpuEngine("tiered", new Kernels(true, true));
  }
}
