package org.panarray.linalg;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Picks the implementation once, on first use and not when [LinearAlgebra] is loaded.
///
/// Fields that are set under a lock, not constants: an error on the way, say of a full stack, is
/// that call's and not the process's for ever. The lock is the class, which so initialises nothing.
final class Chosen {
  private static volatile @Nullable OpenBlasLibrary library;
  private static volatile @Nullable LinearAlgebra implementation;

  private Chosen() {}

  static LinearAlgebra implementation() {
    LinearAlgebra known = implementation;
    return known != null ? known : choose();
  }

  private static synchronized LinearAlgebra choose() {
    LinearAlgebra known = implementation;
    if (known == null) {
      known = FreshStack.call(new Choice());
      implementation = known;
    }
    return known;
  }

  /// The library that the implementation was made of.
  static OpenBlasLibrary.Loaded library() {
    return (OpenBlasLibrary.Loaded) java.util.Objects.requireNonNull(library);
  }

  /// A class, not a lambda, for the reason of [FreshStack].
  private static final class Choice implements Supplier<LinearAlgebra> {
    @Override
    public LinearAlgebra get() {
      String wanted = System.getProperty("panarray.blas", "openblas");
      return switch (wanted) {
        case "java" -> new PortableBlas("asked for by -Dpanarray.blas=java");
        case "openblas" -> opened();
        default ->
            throw new IllegalArgumentException(
                "panarray.blas is '" + wanted + "'; it can be 'openblas' or 'java'");
      };
    }

    private static LinearAlgebra opened() {
      OpenBlasLibrary found = OpenBlasLoader.load();
      library = found;
      return switch (found) {
        case OpenBlasLibrary.Loaded loaded -> new OpenBlas(loaded);
        case OpenBlasLibrary.Missing(String reason) -> {
          System.err.println("panarray: linear algebra in plain Java, which is slower: " + reason);
          yield new PortableBlas(reason);
        }
      };
    }
  }
}
