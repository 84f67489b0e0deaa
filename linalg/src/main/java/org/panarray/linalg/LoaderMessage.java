package org.panarray.linalg;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Optional;

/// What the system's dynamic linker says about a file that it does not open; Java says the same of
/// a file that is missing, empty, of another processor or on a file system without execution.
@SuppressWarnings("restricted") // Calling native code is what this is for.
final class LoaderMessage {
  private static final int RTLD_LAZY = 1;

  private LoaderMessage() {}

  /// The linker's sentence, or `otherwise` where it cannot be asked or finds nothing wrong.
  static String of(Path file, String otherwise) {
    SymbolLookup symbols = Linker.nativeLinker().defaultLookup();
    Optional<MemorySegment> open = symbols.find("dlopen");
    Optional<MemorySegment> error = symbols.find("dlerror");
    if (open.isEmpty() || error.isEmpty()) {
      return otherwise;
    }
    FunctionDescriptor opens =
        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    FunctionDescriptor tells = FunctionDescriptor.of(ValueLayout.ADDRESS);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment library =
          (MemorySegment)
              Linker.nativeLinker()
                  .downcallHandle(open.get(), opens)
                  .invokeExact(arena.allocateFrom(file.toString()), RTLD_LAZY);
      MemorySegment message =
          (MemorySegment) Linker.nativeLinker().downcallHandle(error.get(), tells).invokeExact();
      return library.address() != 0 || message.address() == 0
          ? otherwise
          : message.reinterpret(4096).getString(0).strip();
    } catch (Throwable failure) {
      throw NativeFailure.of(failure);
    }
  }
}
