package org.panarray.engine.cpu;

import org.panarray.engine.Engine;

/// The engines of the CPU, and which of them runs by default.
public final class CpuEngines {
  private static final Engine INTERPRETER = new Interpreter();
  private static volatile Engine current = INTERPRETER;

  private CpuEngines() {}

  /// The engine that runs.
  public static Engine current() {
    return current;
  }
}
