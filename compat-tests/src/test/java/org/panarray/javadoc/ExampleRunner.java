package org.panarray.javadoc;

import java.io.File;
import java.util.List;
import java.util.Locale;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.jspecify.annotations.Nullable;

/// Runs examples in one JShell inside of this JVM, so that they see the classes under test.
final class ExampleRunner implements AutoCloseable {
  private static final List<String> IMPORTS =
      List.of(
          "import static org.panarray.Np.np;",
          "import static org.panarray.Kw.*;",
          "import org.panarray.*;",
          "import org.panarray.engine.Device;",
          "import org.panarray.error.*;",
          "import org.panarray.grad.*;",
          "import org.panarray.random.*;",
          "import org.panarray.result.*;",
          "import org.panarray.shape.*;",
          "import java.nio.file.*;",
          "import java.util.*;");

  private static final String THROWS = "throws ";

  private final JShell shell;

  ExampleRunner() {
    shell = JShell.builder().executionEngine("local").build();
    // a test runner may hide the class path in the manifest of its own jar
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String entry : classPath.split(File.pathSeparator)) {
      shell.addToClasspath(entry);
    }
    IMPORTS.forEach(this::evaluate);
  }

  @Override
  public void close() {
    shell.close();
  }

  /// @throws AssertionError where the example does not compile or gives something else
  void run(Example example) {
    try {
      StringBuilder unit = new StringBuilder();
      List<Expectations.Line> lines = Expectations.of(example.code());
      for (Expectations.Line line : lines) {
        unit.append(Expectations.checked(line)).append('\n');
        if (complete(unit.toString())) {
          runUnit(unit.toString(), line.expected());
          unit.setLength(0);
        }
      }
      if (!unit.toString().isBlank()) {
        throw new AssertionError("incomplete: " + unit);
      }
    } finally {
      shell.snippets().filter(s -> s.kind() != Kind.IMPORT).toList().forEach(shell::drop);
    }
  }

  private boolean complete(String code) {
    return switch (shell.sourceCodeAnalysis().analyzeCompletion(code).completeness()) {
      case COMPLETE, CONSIDERED_INCOMPLETE, UNKNOWN -> true;
      case COMPLETE_WITH_SEMI -> true;
      case DEFINITELY_INCOMPLETE, EMPTY -> false;
    };
  }

  private void runUnit(String code, @Nullable String expected) {
    SnippetEvent last = null;
    String rest = code;
    while (!rest.isBlank()) {
      SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      String source = info.source() == null ? rest : info.source();
      if (expected != null && expected.startsWith(THROWS)) {
        Promise.kept(expected.substring(THROWS.length()), thrownBy(source));
        return;
      }
      last = evaluate(source);
      rest = info.source() == null ? "" : info.remaining();
    }
    boolean isValue =
        last != null && last.snippet().kind() == Kind.VAR
            || last != null && last.snippet().kind() == Kind.EXPRESSION;
    if (expected != null && isValue) {
      Promise.kept(expected, unquoted(last.value()));
    }
  }

  /// The exception's simple name and message, as examples write it.
  private String thrownBy(String code) {
    for (SnippetEvent event : shell.eval(code)) {
      if (event.exception() instanceof EvalException thrown) {
        String name = thrown.getExceptionClassName();
        return name.substring(name.lastIndexOf('.') + 1) + ": " + thrown.getMessage();
      }
    }
    return "nothing";
  }

  private static @Nullable String unquoted(@Nullable String value) {
    return value != null && value.startsWith("\"") && value.length() > 1
        ? value.substring(1, value.length() - 1).translateEscapes()
        : value;
  }

  private SnippetEvent evaluate(String code) {
    SnippetEvent result = null;
    for (SnippetEvent event : shell.eval(code)) {
      if (event.causeSnippet() == null) {
        if (event.status() == Status.REJECTED) {
          throw new AssertionError(code + "\n" + problems(event.snippet()));
        }
        if (event.exception() != null) {
          throw failure(code, event.exception());
        }
        result = event;
      }
    }
    if (result == null) {
      throw new AssertionError("nothing to run: " + code);
    }
    return result;
  }

  private String problems(Snippet snippet) {
    return String.join(
        "\n", shell.diagnostics(snippet).map((Diag d) -> d.getMessage(Locale.ROOT)).toList());
  }

  private static AssertionError failure(String code, JShellException exception) {
    String what =
        exception instanceof EvalException thrown ? thrown.getExceptionClassName() + ": " : "";
    return new AssertionError(code + "\n" + what + exception.getMessage(), exception);
  }
}
