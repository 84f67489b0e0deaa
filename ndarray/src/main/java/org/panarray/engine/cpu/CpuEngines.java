package org.panarray.engine.cpu;

import org.panarray.engine.Engine;
import org.panarray.engine.MemoryUse;
import org.panarray.engine.interpreter.Interpreter;
import org.panarray.engine.memory.MemoryPool;

/// The engines of the CPU, and which of them runs: `-Dpanarray.engine=interpreter|scalar|vector`.
public final class CpuEngines {
  private static volatile Engine current = named(System.getProperty("panarray.engine", "vector"));

  private CpuEngines() {}

  /// The engine that runs.
  public static Engine current() {
    return current;
  }

  /// The engine `interpreter`, `scalar` or `vector`; the same object each time.
  ///
  /// @throws IllegalArgumentException for any other name
  public static Engine named(String name) {
    return switch (name) {
      case "interpreter" -> OfInterpreter.ENGINE;
      case "scalar" -> OfScalars.ENGINE;
      case "vector" -> OfVectors.ENGINE;
      default ->
          throw new IllegalArgumentException(
              "panarray.engine is interpreter, scalar or vector, not " + name);
    };
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
    static final Engine ENGINE = new CpuEngine(false);
  }

  private static final class OfVectors {
    static final Engine ENGINE = new CpuEngine(true);
  }
}
