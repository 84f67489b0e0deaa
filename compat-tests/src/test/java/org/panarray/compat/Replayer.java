package org.panarray.compat;

import static org.panarray.Np.np;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.engine.DeviceUnavailable;
import org.panarray.error.NumpyException;

/// Replays a recorded case through the public API.
final class Replayer {
  /// Errors that Python raises where a Java program has no such class, or does not compile.
  private static final Set<String> PYTHON_ONLY =
      Set.of(
          "AttributeError",
          "EOFError",
          "TokenError",
          "OSError",
          "KeyError",
          "ZeroDivisionError",
          "NotImplementedError",
          "UnicodeDecodeError",
          "SyntaxError");

  private final Set<String> warnings = new TreeSet<>();
  private final Deviations otherWarnings = Deviations.ofWarnings();

  Replayer() {
    String folder = Pattern.quote(System.getProperty("java.io.tmpdir")) + "/\\w[\\w-]*/";
    np.setWarningListener(
        (category, text) -> warnings.add(category + " " + text.replaceAll(folder, "")));
  }

  Verdict replay(Case recorded, MemoryLayoutVariant variant) {
    warnings.clear();
    Verdict verdict = answer(recorded, variant);
    boolean told = verdict instanceof Verdict.Passed && LiveArrays.device() == Device.CPU;
    if (!told || warnings.equals(recorded.warned()) || otherWarnings.covers(recorded)) {
      return verdict;
    }
    return new Verdict.Failed(
        "the warnings " + recorded.warned(), "the warnings " + List.copyOf(warnings));
  }

  private Verdict answer(Case recorded, MemoryLayoutVariant variant) {
    Environment environment = new Environment(LiteralParser.bindings(recorded.let()), variant);
    Literal.Call call = LiteralParser.arguments(recorded.function(), recorded.arguments());
    Functions functions = new Functions(environment);
    Object result;
    try (AutoCloseable _ = functions.context(LiteralParser.context(recorded.let()))) {
      result = functions.call(recorded.function(), call);
    } catch (MissingFunction e) {
      return new Verdict.NotCovered(String.valueOf(e.getMessage()));
    } catch (MissingOverload e) {
      boolean refused =
          recorded.result().startsWith("!TypeError") || recorded.result().startsWith("!Attribute");
      return refused
          ? new Verdict.RefusedByCompiler()
          : new Verdict.Failed(recorded.result(), String.valueOf(e.getMessage()));
    } catch (DeviceUnavailable | UnsupportedOperationException e) {
      if (LiveArrays.device() != Device.CPU) {
        return new Verdict.NotCovered(LiveArrays.device() + ": " + e.getMessage());
      }
      return raised(recorded, e);
    } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
      return raised(recorded, e);
    }
    try {
      return returned(recorded, variant, environment, result);
    } catch (RuntimeException e) {
      return new Verdict.Failed(recorded.result(), "while reading the answer: " + trace(e));
    }
  }

  private static Verdict returned(
      Case recorded,
      MemoryLayoutVariant variant,
      Environment environment,
      @Nullable Object result) {
    if (recorded.raises()) {
      return new Verdict.Failed(recorded.result(), "returned " + result);
    }
    boolean exact = variant == MemoryLayoutVariant.AS_RECORDED && recorded.mode().order();
    Answer answer =
        new Answer(recorded.mode().tolerance(), exact, environment.originals().keySet());
    Literal expected = LiteralParser.value(recorded.result());
    String wrong = answer.differs(expected, result);
    if (wrong != null && Freedom.TAKEN && result != null) {
      wrong =
          new Answer(recorded.mode().tolerance(), false, Set.of())
              .differs(expected, Freedom.aligned(recorded, expected, result));
    }
    if (wrong != null) {
      return new Verdict.Failed(recorded.result(), wrong);
    }
    return afterwards(recorded, environment);
  }

  /// What the call left in its inputs.
  private static Verdict afterwards(Case recorded, Environment environment) {
    Map<String, Literal> after = LiteralParser.answers(recorded.after());
    Answer values = new Answer(recorded.mode().tolerance(), false, Set.of());
    Map<String, NDArray> bases = environment.bases();
    for (Map.Entry<String, Literal> entry : after.entrySet()) {
      String wrong = values.differs(entry.getValue(), bases.get(entry.getKey()));
      if (wrong != null) {
        return new Verdict.Failed(recorded.after(), entry.getKey() + " afterwards: " + wrong);
      }
    }
    for (Map.Entry<NDArray, Block> input : environment.originals().entrySet()) {
      boolean changed =
          !bases.entrySet().stream()
                  .anyMatch(e -> after.containsKey(e.getKey()) && e.getValue() == input.getKey())
              && Tolerance.parse("=")
                      .firstDifference(input.getValue(), LiveArrays.block(input.getKey()))
                  >= 0;
      if (changed) {
        return new Verdict.Failed(
            "inputs as they were",
            "an input was changed from "
                + input.getValue().preview()
                + " to "
                + LiveArrays.block(input.getKey()).preview());
      }
    }
    return new Verdict.Passed();
  }

  private static Verdict raised(Case recorded, Throwable error) {
    if (!recorded.raises()) {
      return new Verdict.Failed(recorded.result(), trace(error));
    }
    int space = recorded.result().indexOf(' ');
    String expected = recorded.result().substring(1, space);
    String text =
        ((Literal.Text) LiteralParser.value(recorded.result().substring(space + 1))).value();
    if (PYTHON_ONLY.contains(expected)) {
      return error instanceof NumpyException
              || error instanceof UncheckedIOException
              || error instanceof ArithmeticException
          ? new Verdict.Passed()
          : new Verdict.Failed(recorded.result(), trace(error));
    }
    boolean sameClass = false;
    for (Class<?> c = error.getClass(); c != null; c = c.getSuperclass()) {
      sameClass |= c.getSimpleName().equals(expected);
    }
    boolean sameText = !recorded.mode().errorText() || text.equals(error.getMessage());
    return sameClass && sameText
        ? new Verdict.Passed()
        : new Verdict.Failed(
            recorded.result(),
            sameClass
                ? error.getClass().getSimpleName() + " \"" + error.getMessage() + "\""
                : trace(error));
  }

  /// The error and where in the library it came from.
  private static String trace(Throwable error) {
    StringBuilder out = new StringBuilder();
    out.append(error.getClass().getSimpleName()).append(": ").append(error.getMessage());
    int frames = 0;
    for (StackTraceElement frame : error.getStackTrace()) {
      if (frame.getClassName().startsWith("org.panarray.compat")) {
        break;
      }
      if (frames++ < 4) {
        out.append("\n      at ").append(frame);
      }
    }
    return out.toString();
  }
}
