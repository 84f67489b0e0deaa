package org.panarray.linalg;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.function.Supplier;

/// The native library of this process, or why there is none.
sealed interface OpenBlasLibrary {

  /// A library in which every routine that we call was found.
  ///
  /// @param lookup finds its routines by name
  /// @param path the file
  /// @param own whether it is bytedeco's, and so of the version that we were tested with
  /// @param coreNote what we told it about the processor, for people to read
  @SuppressWarnings("restricted") // Calling native code is what this is for.
  record Loaded(SymbolLookup lookup, String path, boolean own, String coreNote)
      implements OpenBlasLibrary {

    MethodHandle bind(String name, FunctionDescriptor descriptor, Linker.Option... options) {
      MemorySegment symbol =
          lookup.find(name).orElseThrow(() -> new UnsatisfiedLinkError(name + " in " + path));
      return FreshStack.call(new Binding(symbol, descriptor, options));
    }

    /// Calls `name`, which takes nothing and returns a C string.
    String text(String name) {
      try {
        MethodHandle handle = bind(name, FunctionDescriptor.of(ValueLayout.ADDRESS));
        MemorySegment text = (MemorySegment) handle.invokeExact();
        return text.equals(MemorySegment.NULL) ? "" : text.reinterpret(4096).getString(0).strip();
      } catch (Throwable failure) {
        throw NativeFailure.of(failure);
      }
    }

    /// Calls `name`, which takes nothing and returns an int.
    int number(String name) {
      try {
        return (int) bind(name, FunctionDescriptor.of(ValueLayout.JAVA_INT)).invokeExact();
      } catch (Throwable failure) {
        throw NativeFailure.of(failure);
      }
    }
  }

  /// Makes a handle, for which the linker generates classes.
  @SuppressWarnings("restricted") // Calling native code is what this is for.
  record Binding(MemorySegment symbol, FunctionDescriptor descriptor, Linker.Option... options)
      implements Supplier<MethodHandle> {
    @Override
    public MethodHandle get() {
      return Linker.nativeLinker().downcallHandle(symbol, descriptor, options);
    }
  }

  /// No usable library.
  ///
  /// @param reason one line for people to read
  record Missing(String reason) implements OpenBlasLibrary {}
}
