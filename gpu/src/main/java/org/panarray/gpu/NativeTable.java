package org.panarray.gpu;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The functions of one library, each given by name and signature.
///
/// A signature has one letter for each C parameter: `i` a 32-bit integer, `j` a 64-bit integer or a
/// device address, `b` a byte, `h` an opaque handle (a pointer that Java passes on as a `long`),
/// `p` a pointer to host memory. Every function returns a 32-bit status.
///
/// A function, or its whole library, that is missing is not an error until it is called: the handle
/// then throws a [CudaError] that names both.
final class NativeTable {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle NEW_ERROR = newError();

  private final CudaLibrary library;
  private final CudaLibraries libraries;
  private final Map<String, String> signatures = new LinkedHashMap<>();

  NativeTable(CudaLibrary library, CudaLibraries libraries) {
    this.library = library;
    this.libraries = libraries;
  }

  /// Every function bound so far, with its signature.
  Map<String, String> signatures() {
    return Map.copyOf(signatures);
  }

  MethodHandle bind(String name, String signature) {
    signatures.put(name, signature);
    MemoryLayout[] arguments =
        signature.chars().mapToObj(NativeTable::layout).toArray(MemoryLayout[]::new);
    FunctionDescriptor descriptor = FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments);
    Optional<SymbolLookup> symbols = libraries.symbols(library);
    Optional<MemorySegment> address = symbols.flatMap(lookup -> lookup.find(name));
    return address
        .map(found -> LINKER.downcallHandle(found, descriptor))
        .orElseGet(() -> missing(name, descriptor.toMethodType()));
  }

  /// What a caller of `invokeExact` makes of whatever it threw.
  static RuntimeException rethrow(Throwable thrown) {
    return switch (thrown) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new IllegalStateException(thrown);
    };
  }

  private MethodHandle missing(String name, MethodType type) {
    String reason =
        libraries
            .place(library)
            .map(place -> library.title() + " at " + place + " has no function " + name)
            .orElseGet(
                () ->
                    name
                        + " cannot be called: no CUDA "
                        + library.title()
                        + " was found\n"
                        + libraries.explain());
    MethodHandle thrower = MethodHandles.throwException(int.class, CudaError.class);
    MethodHandle error = MethodHandles.insertArguments(NEW_ERROR, 0, reason);
    return MethodHandles.dropArguments(
        MethodHandles.foldArguments(thrower, error), 0, type.parameterList());
  }

  private static MethodHandle newError() {
    try {
      return MethodHandles.lookup()
          .findConstructor(CudaError.class, MethodType.methodType(void.class, String.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static MemoryLayout layout(int letter) {
    return switch (letter) {
      case 'i' -> ValueLayout.JAVA_INT;
      case 'j', 'h' -> ValueLayout.JAVA_LONG;
      case 'b' -> ValueLayout.JAVA_BYTE;
      case 'p' -> ValueLayout.ADDRESS;
      default -> throw new IllegalArgumentException("unknown letter " + (char) letter);
    };
  }
}
