package org.panarray.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

/// The functions of CUDA's run-time compiler that the engine uses.
final class Nvrtc {
  static final NativeTable TABLE =
      new NativeTable(CudaLibrary.NVRTC, CudaLibraries.ofThisProcess());

  private static final MethodHandle VERSION = TABLE.bind("nvrtcVersion", "pp");
  private static final MethodHandle CREATE_PROGRAM = TABLE.bind("nvrtcCreateProgram", "pppipp");
  private static final MethodHandle COMPILE_PROGRAM = TABLE.bind("nvrtcCompileProgram", "hip");
  private static final MethodHandle DESTROY_PROGRAM = TABLE.bind("nvrtcDestroyProgram", "p");
  private static final MethodHandle LOG_SIZE = TABLE.bind("nvrtcGetProgramLogSize", "hp");
  private static final MethodHandle LOG = TABLE.bind("nvrtcGetProgramLog", "hp");
  private static final MethodHandle CUBIN_SIZE = TABLE.bind("nvrtcGetCUBINSize", "hp");
  private static final MethodHandle CUBIN = TABLE.bind("nvrtcGetCUBIN", "hp");

  private Nvrtc() {}

  static void version(MemorySegment major, MemorySegment minor) {
    try {
      check("nvrtcVersion", (int) VERSION.invokeExact(major, minor));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void createProgram(MemorySegment program, MemorySegment source, MemorySegment name) {
    try {
      check(
          "nvrtcCreateProgram",
          (int)
              CREATE_PROGRAM.invokeExact(
                  program, source, name, 0, MemorySegment.NULL, MemorySegment.NULL));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void destroyProgram(MemorySegment program) {
    try {
      check("nvrtcDestroyProgram", (int) DESTROY_PROGRAM.invokeExact(program));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void logSize(long program, MemorySegment bytes) {
    try {
      check("nvrtcGetProgramLogSize", (int) LOG_SIZE.invokeExact(program, bytes));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void log(long program, MemorySegment text) {
    try {
      check("nvrtcGetProgramLog", (int) LOG.invokeExact(program, text));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void cubinSize(long program, MemorySegment bytes) {
    try {
      check("nvrtcGetCUBINSize", (int) CUBIN_SIZE.invokeExact(program, bytes));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void cubin(long program, MemorySegment image) {
    try {
      check("nvrtcGetCUBIN", (int) CUBIN.invokeExact(program, image));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  /// The compiler's version as `major.minor`.
  static String version() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment numbers = arena.allocate(ValueLayout.JAVA_INT, 2);
      version(numbers, numbers.asSlice(4));
      return numbers.getAtIndex(ValueLayout.JAVA_INT, 0)
          + "."
          + numbers.getAtIndex(ValueLayout.JAVA_INT, 1);
    }
  }

  /// Compiles CUDA C to machine code.
  ///
  /// @throws CudaError with the compiler's log, if the source does not compile
  static byte[] compile(String source, List<String> options) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment slot = arena.allocate(ValueLayout.JAVA_LONG);
      createProgram(slot, arena.allocateFrom(source), arena.allocateFrom("kernel.cu"));
      long program = slot.get(ValueLayout.JAVA_LONG, 0);
      try {
        int status = compileProgram(program, options, arena);
        if (status != 0) {
          throw new CudaError("a kernel does not compile:\n" + log(program, arena), status);
        }
        MemorySegment size = arena.allocate(ValueLayout.JAVA_LONG);
        cubinSize(program, size);
        MemorySegment image = arena.allocate(size.get(ValueLayout.JAVA_LONG, 0));
        cubin(program, image);
        return image.toArray(ValueLayout.JAVA_BYTE);
      } finally {
        destroyProgram(slot);
      }
    }
  }

  private static int compileProgram(long program, List<String> options, Arena arena) {
    MemorySegment pointers = arena.allocate(ValueLayout.ADDRESS, Math.max(1, options.size()));
    for (int i = 0; i < options.size(); i++) {
      pointers.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(options.get(i)));
    }
    try {
      return (int) COMPILE_PROGRAM.invokeExact(program, options.size(), pointers);
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  private static String log(long program, Arena arena) {
    MemorySegment size = arena.allocate(ValueLayout.JAVA_LONG);
    logSize(program, size);
    MemorySegment text = arena.allocate(Math.max(1, size.get(ValueLayout.JAVA_LONG, 0)));
    log(program, text);
    return text.getString(0).strip();
  }

  private static void check(String function, int status) {
    if (status != 0) {
      throw new CudaError(function + " failed with NVRTC error " + status, status);
    }
  }
}
