package org.panarray.linalg;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// Lets a process end while OpenBLAS computes.
///
/// Its destructor joins its threads and gives back the memory that a running call uses: the process
/// hung (eight minutes, until it was killed), or it could die of a bad address. So a shutdown hook
/// closes the gate; where a call outlasts its patience, the process leaves without destructors.
@SuppressWarnings("restricted") // Calling native code is what this is for.
final class ProcessEnd {
  private ProcessEnd() {}

  static void prepare(CallGate gate) {
    Thread hook = new Thread(() -> close(gate), "panarray-blas-close");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException _) {
      // Loaded by another hook: whoever waits for that one waits for its calls.
    }
  }

  private static void close(CallGate gate) {
    if (!gate.close()) {
      leaveWithoutDestructors();
    }
  }

  /// Handlers of `exit` run in the reverse order of their registration; this one ends the process
  /// with the status that `exit` was given, before the destructors of libraries. Only glibc has it.
  private static void leaveWithoutDestructors() {
    SymbolLookup symbols = Linker.nativeLinker().defaultLookup();
    Optional<MemorySegment> register = symbols.find("on_exit");
    Optional<MemorySegment> leave = symbols.find("_exit");
    if (register.isEmpty() || leave.isEmpty()) {
      return;
    }
    FunctionDescriptor descriptor =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
    try {
      int _ =
          (int)
              Linker.nativeLinker()
                  .downcallHandle(register.get(), descriptor)
                  .invokeExact(leave.get(), MemorySegment.NULL);
    } catch (Throwable failure) {
      throw NativeFailure.of(failure);
    }
  }
}
