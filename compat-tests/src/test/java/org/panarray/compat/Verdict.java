package org.panarray.compat;

/// How a replay of a case ended.
sealed interface Verdict {
  /// As NumPy says.
  record Passed() implements Verdict {}

  /// NumPy raises an error for a wrong argument that a Java compiler refuses to take.
  record RefusedByCompiler() implements Verdict {}

  /// Nothing of this name exists yet.
  record NotCovered(String name) implements Verdict {}

  /// Not as NumPy says.
  record Failed(String expected, String actual) implements Verdict {}
}
