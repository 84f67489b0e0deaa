package org.panarray.compat;

import static org.panarray.Np.np;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.NpzFile;

/// Functions of the `io` cases, through a temporary file: writers answer with the file's content,
/// readers are given it.
final class FileFunctions {
  private final Invocation invocation;
  private final Conversion conversion;

  FileFunctions(Invocation invocation, Conversion conversion) {
    this.invocation = invocation;
    this.conversion = conversion;
  }

  @Nullable Object call(String function, Literal.Call call) {
    try {
      Path folder = Files.createTempDirectory("panarray-compat");
      try {
        return call(function, call, folder);
      } finally {
        try (var files = Files.list(folder)) {
          for (Path path : files.toList()) {
            Files.delete(path);
          }
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable Object call(String function, Literal.Call call, Path folder)
      throws IOException {
    return switch (function) {
      case "savez", "savez_compressed" -> archive(function, call, folder.resolve("f.npz"));
      case "save", "savetxt", "tofile" -> write(function, call, folder);
      default -> read(function, call, folder);
    };
  }

  private @Nullable Object read(String function, Literal.Call call, Path folder)
      throws IOException {
    Path path = folder.resolve(function.contains("txt") ? "f.txt" : "f.npy");
    byte[] content =
        call.positional().getFirst() instanceof Literal.RawBytes(byte[] bytes)
            ? bytes
            : text(call.positional().getFirst()).getBytes(StandardCharsets.UTF_8);
    Files.write(path, content);
    return invocation.call(
        "np." + function,
        new Literal.Call("", List.of(new Literal.Text(path.toString())), call.keywords()));
  }

  private static String text(Literal literal) {
    return ((Literal.Text) literal).value();
  }

  private @Nullable Object write(String function, Literal.Call call, Path folder)
      throws IOException {
    Literal first = call.positional().getFirst();
    Literal name = new Literal.Text(folder.resolve("f").toString());
    if (function.equals("tofile")) {
      invocation.callMethod(
          "nd.tofile", live(first), new Literal.Call("", List.of(name), call.keywords()));
    } else {
      invocation.call(
          "np." + function, new Literal.Call("", List.of(name, first), call.keywords()));
    }
    try (var files = Files.list(folder)) {
      byte[] written = Files.readAllBytes(files.findFirst().orElseThrow());
      return function.equals("savetxt") ? new String(written, StandardCharsets.UTF_8) : written;
    }
  }

  private Object live(Literal literal) {
    Conversion.Fitted fitted = conversion.fit(literal, Object.class);
    return Objects.requireNonNull(Objects.requireNonNull(fitted).value());
  }

  /// Names and arrays as they are read back, in the order of the names.
  private List<List<Object>> archive(String function, Literal.Call call, Path path) {
    Object[] unnamed = call.positional().stream().map(this::live).toArray();
    Map<String, NDArray> named = new LinkedHashMap<>();
    call.keywords().forEach((name, array) -> named.put(name, (NDArray) live(array)));
    boolean compressed = function.equals("savez_compressed");
    if (named.isEmpty() && compressed) {
      np.savezCompressed(path, unnamed);
    } else if (named.isEmpty()) {
      np.savez(path, unnamed);
    } else {
      np.savez(path, named);
    }
    List<List<Object>> read = new ArrayList<>();
    try (NpzFile archive = np.loadz(path)) {
      for (String name : archive.files().stream().sorted().toList()) {
        read.add(List.of(name, archive.get(name)));
      }
    }
    return read;
  }
}
