package org.panarray.linalg;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/// Finds OpenBLAS, extracts it from bytedeco's jar, tells it the core type and opens it.
@SuppressWarnings("restricted") // Opening native code is what this is for.
final class OpenBlasLoader {
  private OpenBlasLoader() {}

  /// The library comes first; what it depends on follows, in the order in which it is opened.
  private static List<String> files(String platform) {
    if (platform.startsWith("linux")) {
      return List.of("libopenblas.so.0", "libquadmath.so.0", "libgfortran.so.5");
    }
    if (platform.startsWith("macosx")) {
      return List.of("libopenblas.0.dylib", "libquadmath.0.dylib", "libgfortran.5.dylib");
    }
    return List.of("libopenblas.dll");
  }

  static OpenBlasLibrary load() {
    try {
      String coreNote = CoreType.chooseBeforeLoading();
      settleThreads();
      String given = System.getProperty("panarray.openblas.path");
      Path path = given != null ? Path.of(given).toAbsolutePath() : extract();
      SymbolLookup lookup = open(path);
      for (String name : OpenBlasSymbols.required()) {
        if (lookup.find(name).isEmpty()) {
          return new OpenBlasLibrary.Missing(path + " has no " + name);
        }
      }
      var loaded = new OpenBlasLibrary.Loaded(lookup, path.toString(), given == null, coreNote);
      ignoreNan(loaded);
      return loaded;
    } catch (IOException | RuntimeException | LinkageError failure) {
      // Whatever is wrong with a machine's native code, plain Java still works.
      return new OpenBlasLibrary.Missing("OpenBLAS did not load: " + failure.getMessage());
    }
  }

  /// One setting for all threads, unless OpenBLAS has one of its own; and after a call they wait as
  /// briefly as may be. By default each spins for a tenth of a second on a processor that the JVM's
  /// compiler needs: a training of 300 steps took 2.4 s, now 1.4.
  private static void settleThreads() {
    String threads = System.getenv("PANARRAY_NUM_THREADS");
    if (threads != null && System.getenv("OPENBLAS_NUM_THREADS") == null) {
      setEnvironment("OPENBLAS_NUM_THREADS", threads);
    }
    if (System.getenv("OPENBLAS_THREAD_TIMEOUT") == null) {
      setEnvironment("OPENBLAS_THREAD_TIMEOUT", "12"); // 2^12 cycles
    }
  }

  private static SymbolLookup open(Path path) {
    try {
      return SymbolLookup.libraryLookup(path, Arena.global());
    } catch (IllegalArgumentException failure) {
      throw new UnsatisfiedLinkError(LoaderMessage.of(path, String.valueOf(failure.getMessage())));
    }
  }

  /// LAPACKE would refuse matrices that hold NaN; LAPACK itself, and so NumPy, computes with them.
  private static void ignoreNan(OpenBlasLibrary.Loaded library) {
    try {
      MethodHandle handle =
          library.bind("LAPACKE_set_nancheck", FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
      handle.invokeExact(0);
    } catch (Throwable failure) {
      throw NativeFailure.of(failure);
    }
  }

  private static Path extract() throws IOException {
    String platform = Loader.getPlatform();
    String folder = "org/bytedeco/openblas/" + platform + "/";
    List<String> files = files(platform);
    List<Path> paths = new ArrayList<>();
    for (String file : files) {
      URL url = resource(folder + file, "org.bytedeco.openblas." + platform.replace('-', '.'));
      File cached = url == null ? null : Loader.cacheResource(url);
      if (cached != null) {
        paths.add(cached.toPath());
      } else if (paths.isEmpty()) {
        throw new IOException(
            "no "
                + folder
                + file
                + " on the class path or module path: is the jar"
                + " org.bytedeco:openblas:"
                + platform
                + " there?");
      }
    }
    for (Path dependency : paths.subList(1, paths.size())) {
      preload(dependency);
    }
    return paths.getFirst();
  }

  /// The dynamic linker recognizes what is already open by its name, whatever the search path.
  private static void preload(Path dependency) {
    try {
      SymbolLookup.libraryLookup(dependency, Arena.global());
    } catch (IllegalArgumentException _) {
      // Opening the library itself then says which dependency is missing.
    }
  }

  private static @Nullable URL resource(String name, String module) throws IOException {
    List<@Nullable ClassLoader> loaders = new ArrayList<>();
    loaders.add(OpenBlasLoader.class.getClassLoader());
    loaders.add(Loader.class.getClassLoader());
    loaders.add(Thread.currentThread().getContextClassLoader());
    for (ClassLoader loader : loaders) {
      URL url = loader == null ? null : loader.getResource(name);
      if (url != null) {
        return url;
      }
    }
    return onModulePath(name, module);
  }

  /// A platform module that nobody requires is not resolved, so that no class loader knows it; it
  /// is on the module path all the same.
  private static @Nullable URL onModulePath(String name, String module) throws IOException {
    String modulePath = System.getProperty("jdk.module.path", "");
    for (String entry : modulePath.split(File.pathSeparator, -1)) {
      Optional<ModuleReference> found;
      try {
        found = entry.isEmpty() ? Optional.empty() : ModuleFinder.of(Path.of(entry)).find(module);
      } catch (FindException _) {
        continue; // A folder with something else in it.
      }
      if (found.isPresent()) {
        try (ModuleReader reader = found.get().open()) {
          Optional<URI> uri = reader.find(name);
          if (uri.isPresent()) {
            return uri.get().toURL();
          }
        }
      }
    }
    return null;
  }

  /// Sets a variable in the environment that native code sees; Java's own copy stays as it was.
  static boolean setEnvironment(String name, String value) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> symbol = linker.defaultLookup().find("setenv");
    if (symbol.isEmpty()) {
      return false;
    }
    MethodHandle handle =
        linker.downcallHandle(
            symbol.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      return (int) handle.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1) == 0;
    } catch (Throwable failure) {
      throw NativeFailure.of(failure);
    }
  }
}
