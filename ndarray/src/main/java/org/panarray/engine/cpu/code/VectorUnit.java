package org.panarray.engine.cpu.code;

import org.jspecify.annotations.Nullable;

/// Whether the Vector API is there, and how wide the processor's registers are.
///
/// The incubating module is on the module path by `requires`, on the class path only with
/// `--add-modules jdk.incubator.vector`; without it no class of it is touched.
public final class VectorUnit {
  private static final @Nullable String REFUSAL = refusal();
  private static final int BYTES = REFUSAL == null ? Registers.bytes() : 0;

  private VectorUnit() {}

  /// The width of a vector register, or 0 where lanes are not to be used.
  public static int bytes() {
    return BYTES;
  }

  /// One line for `doctor`.
  static String describe() {
    return REFUSAL == null
        ? "Vector API on, registers of " + BYTES * 8 + " bits"
        : "Vector API off (" + REFUSAL + "): scalar kernels";
  }

  private static @Nullable String refusal() {
    if ("off".equals(System.getProperty("panarray.vector"))) {
      return "-Dpanarray.vector=off";
    }
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return "module jdk.incubator.vector is not there; add --add-modules jdk.incubator.vector";
    }
    if (java.nio.ByteOrder.nativeOrder() != java.nio.ByteOrder.LITTLE_ENDIAN) {
      return "a big-endian processor";
    }
    return Registers.bytes() < 16 ? "no vector registers" : null;
  }

  /// Apart, so that it is loaded only where the module is there.
  private static final class Registers {
    static int bytes() {
      return jdk.incubator.vector.ByteVector.SPECIES_PREFERRED.vectorByteSize();
    }
  }
}
