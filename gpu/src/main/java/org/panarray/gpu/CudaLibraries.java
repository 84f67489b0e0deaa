package org.panarray.gpu;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Finds CUDA's libraries on this machine and remembers every place it looked at.
///
/// A library is looked for, in this order: in the file that its own property names (and then
/// nowhere else); in the directories of `-Dpanarray.cuda.path` and `PANARRAY_CUDA_PATH`; in the
/// packages of an active Python environment (`VIRTUAL_ENV`, `CONDA_PREFIX`); below `CUDA_HOME` and
/// `CUDA_PATH`; in `/usr/local/cuda`; and at last wherever the system's loader looks.
final class CudaLibraries {
  private static final CudaLibraries PROCESS =
      new CudaLibraries(System::getProperty, System::getenv);

  private final UnaryOperator<@Nullable String> property;
  private final UnaryOperator<@Nullable String> environment;
  private final boolean windows = File.separatorChar == '\\';
  private final Map<CudaLibrary, Search> searches = new EnumMap<>(CudaLibrary.class);

  /// What a search ended with: the symbols and the place they came from, or nothing; and every
  /// attempt.
  private record Search(
      @Nullable SymbolLookup symbols, @Nullable String place, List<String> attempts) {}

  CudaLibraries(
      UnaryOperator<@Nullable String> property, UnaryOperator<@Nullable String> environment) {
    this.property = property;
    this.environment = environment;
  }

  /// The libraries that this process uses.
  static CudaLibraries ofThisProcess() {
    return PROCESS;
  }

  /// The symbols of a library, or nothing where it was not found. The search runs once.
  Optional<SymbolLookup> symbols(CudaLibrary library) {
    return Optional.ofNullable(search(library).symbols());
  }

  /// Where a library was found.
  Optional<String> place(CudaLibrary library) {
    return Optional.ofNullable(search(library).place());
  }

  /// What was found where, and for every library that was not found all that was tried.
  String explain() {
    StringBuilder text = new StringBuilder();
    for (CudaLibrary library : CudaLibrary.values()) {
      Search search = search(library);
      text.append(library.title()).append(" (");
      text.append(library.fileNames(windows).getFirst()).append("): ");
      if (search.place() != null) {
        text.append(search.place()).append('\n');
      } else {
        text.append("not found; tried\n");
        search.attempts().forEach(attempt -> text.append("  ").append(attempt).append('\n'));
      }
    }
    return text.toString();
  }

  private synchronized Search search(CudaLibrary library) {
    Search known = searches.get(library);
    if (known == null) {
      known = look(library);
      searches.put(library, known);
    }
    return known;
  }

  private Search look(CudaLibrary library) {
    List<String> attempts = new ArrayList<>();
    String file = property.apply(library.property());
    if (file != null) {
      SymbolLookup symbols = open(Path.of(file), attempts);
      String place = file + " (-D" + library.property() + ")";
      return new Search(symbols, symbols == null ? null : place, attempts);
    }
    attempts.add("-D" + library.property() + ": not set");
    for (Path directory : directories(library)) {
      for (String name : library.fileNames(windows)) {
        Path path = directory.resolve(name);
        if (library == CudaLibrary.NVRTC && Files.exists(path)) {
          openBuiltins(directory);
        }
        SymbolLookup symbols = open(path, attempts);
        if (symbols != null) {
          return new Search(symbols, path.toString(), attempts);
        }
      }
    }
    for (String name : library.fileNames(windows)) {
      try {
        SymbolLookup symbols = SymbolLookup.libraryLookup(name, Arena.global());
        return new Search(symbols, name + " (found by the system's loader)", attempts);
      } catch (IllegalArgumentException e) {
        attempts.add(name + ": not known to the system's loader");
      }
    }
    return new Search(null, null, attempts);
  }

  private static @Nullable SymbolLookup open(Path path, List<String> attempts) {
    if (!Files.exists(path)) {
      attempts.add(path + ": no such file");
      return null;
    }
    try {
      return SymbolLookup.libraryLookup(path, Arena.global());
    } catch (IllegalArgumentException e) {
      attempts.add(path + ": the system's loader refuses it");
      return null;
    }
  }

  /// The compiler asks the loader for its own builtins by a bare name, which is found only if a
  /// library of that name is already in the process.
  private static void openBuiltins(Path directory) {
    for (Path path : matches(directory, "libnvrtc-builtins.so.*")) {
      open(path, new ArrayList<>());
    }
  }

  private List<Path> directories(CudaLibrary library) {
    Set<Path> found = new LinkedHashSet<>();
    addPathList(found, property.apply("panarray.cuda.path"));
    addPathList(found, environment.apply("PANARRAY_CUDA_PATH"));
    if (library == CudaLibrary.DRIVER) {
      // Toolkits carry a stub by the driver's name which links and then fails: never look there.
      found.add(Path.of("/usr/lib/wsl/lib"));
      return List.copyOf(found);
    }
    for (String variable : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
      addPythonPackages(found, environment.apply(variable));
    }
    for (String variable : List.of("CUDA_HOME", "CUDA_PATH")) {
      addToolkit(found, environment.apply(variable));
    }
    addToolkit(found, "/usr/local/cuda");
    return List.copyOf(found);
  }

  private static void addPathList(Set<Path> found, @Nullable String list) {
    if (list == null) {
      return;
    }
    for (String entry : list.split(File.pathSeparator)) {
      if (!entry.isBlank()) {
        directory(entry).ifPresent(found::add);
      }
    }
  }

  private static void addPythonPackages(Set<Path> found, @Nullable String prefix) {
    if (prefix == null) {
      return;
    }
    directory(prefix)
        .ifPresent(
            root -> {
              for (Path python : matches(root.resolve("lib"), "python3*")) {
                for (Path part : matches(python.resolve("site-packages/nvidia"), "*")) {
                  found.add(part.resolve("lib"));
                }
              }
              found.add(root.resolve("lib"));
            });
  }

  private static void addToolkit(Set<Path> found, @Nullable String home) {
    if (home == null) {
      return;
    }
    directory(home)
        .ifPresent(
            root -> {
              found.add(root.resolve("lib64"));
              found.add(root.resolve("lib"));
              found.add(root.resolve("bin"));
            });
  }

  private static Optional<Path> directory(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static List<Path> matches(Path directory, String glob) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
        entries.forEach(found::add);
      } catch (IOException e) {
        return List.of();
      }
    }
    found.sort(null);
    return found.reversed();
  }
}
