package org.panarray.linalg;

/// Picks the implementation once, on first use and not when [LinearAlgebra] is loaded.
final class Chosen {
  private Chosen() {}

  static final LinearAlgebra INSTANCE = choose();

  private static LinearAlgebra choose() {
    String wanted = System.getProperty("panarray.blas", "openblas");
    return switch (wanted) {
      case "java" -> new PortableBlas("asked for by -Dpanarray.blas=java");
      case "openblas" ->
          switch (OpenBlasLibrary.INSTANCE) {
            case OpenBlasLibrary.Loaded loaded -> new OpenBlas(loaded);
            case OpenBlasLibrary.Missing(String reason) -> {
              System.err.println(
                  "panarray: linear algebra in plain Java, which is slower: " + reason);
              yield new PortableBlas(reason);
            }
          };
      default ->
          throw new IllegalArgumentException(
              "panarray.blas is '" + wanted + "'; it can be 'openblas' or 'java'");
    };
  }
}
