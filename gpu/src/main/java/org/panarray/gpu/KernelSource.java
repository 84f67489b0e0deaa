package org.panarray.gpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// The text of one kernel, without what all kernels share.
///
/// In the text `NAME` stands for the kernel's own name, which is derived from the text; so any two
/// kernels can be compiled together.
///
/// @param parts the parts of the common text that it needs
/// @param items elements that one thread computes
record KernelSource(String name, Set<Part> parts, String text, int items) {
  /// A file of common device code.
  enum Part {
    BASE,
    INTEGER,
    REAL,
    COMPLEX,
    REDUCE,
    SCAN,
    SORT,
    TRANSPOSE,
    FOURIER;

    private final String text = read(name().toLowerCase(Locale.ROOT) + ".cuh");

    private static String read(String file) {
      try (InputStream in = KernelSource.class.getResourceAsStream(file)) {
        return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// A kernel on scalars of any type.
  static KernelSource of(String kind, String text, Part... further) {
    Set<Part> parts = EnumSet.of(Part.BASE, further);
    parts.add(Part.INTEGER);
    parts.add(Part.REAL);
    if (text.contains("pa_c64") || text.contains("pa_c128") || parts.contains(Part.SORT)) {
      parts.add(Part.COMPLEX);
    }
    String key = CubinDirectory.key(kind, List.of(), text);
    String name = kind + "_" + key.substring(0, 16);
    return new KernelSource(name, parts, text.replace("NAME", name), 1);
  }

  /// The same with another number of elements that one thread computes.
  KernelSource withItems(int count) {
    return new KernelSource(name, parts, text, count);
  }

  /// All that the compiler has to see for these kernels.
  static String unit(Iterable<KernelSource> kernels) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    kernels.forEach(kernel -> parts.addAll(kernel.parts()));
    StringBuilder unit = new StringBuilder();
    parts.forEach(part -> unit.append(part.text));
    kernels.forEach(kernel -> unit.append(kernel.text()));
    return unit.toString();
  }
}
