package org.panarray.compat;

import static org.panarray.Np.np;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panarray.Complex;
import org.panarray.NDArray;
import org.panarray.grad.GradContext;

/// Differentiates a recorded case: every float64 and complex128 input is watched and moves in a fixed
/// direction, and `<pullback(w), direction>` must be what central differences say.
final class GradientSweep {
  /// What a case told.
  ///
  /// @param note why, or both numbers
  record Outcome(Kind kind, String note) {}

  enum Kind {
    /// The gradient is what differences say, and not zero.
    CHECKED,
    /// As `CHECKED`, but `where` lets old values of the destination through, which has a slope
    /// whatever the function does.
    PASSED,
    /// Both are zero.
    CONSTANT,
    /// An error that says why there is no gradient.
    REFUSED,
    /// One-sided differences disagree, or are noise: a kink, a jump, no finite slope, large numbers.
    KINK,
    /// There is nothing to compare: no such input or no such result.
    NOTHING,
    WRONG
  }

  private static final double STEP = 1e-6;

  /// Above this slope a step of the inputs has crossed a jump.
  private static final double JUMP = 1e5;

  private static final Pattern WIDE = Pattern.compile("\\b(f8|c16)\\(");

  /// An input that the replay copies into Fortran order, out of the tape's sight.
  private static final Pattern COPIED = Pattern.compile("\\b[a-z]\\w*\\.F\\b");

  /// Functions of Hermitian matrices, which read one triangle: the other one must follow.
  private static final Set<String> HERMITIAN =
      Set.of("np.linalg.cholesky", "np.linalg.eigh", "np.linalg.eigvalsh");

  /// Functions whose vectors are fixed only up to a factor on the unit circle: all but the values
  /// enter by their absolute squares.
  private static final Set<String> GAUGED =
      Set.of("np.linalg.eigh", "np.linalg.eig", "np.linalg.svd");

  private final Case tested;
  private int inputs;
  private double magnitude;
  private String forms = "";
  private final List<NDArray> watched = new ArrayList<>();

  private GradientSweep(Case tested) {
    this.tested = tested;
  }

  static Outcome of(Case tested) {
    if (tested.raises()
        || !WIDE.matcher(tested.call()).find()
        || COPIED.matcher(tested.arguments()).find()) {
      return new Outcome(Kind.NOTHING, "");
    }
    try {
      return new GradientSweep(tested).outcome();
    } catch (MissingFunction | MissingOverload e) {
      return new Outcome(Kind.NOTHING, String.valueOf(e.getMessage()));
    }
  }

  private Outcome outcome() {
    double here;
    double ahead;
    double behind;
    boolean sameForms;
    try {
      here = valueAt(0);
      String form = forms;
      ahead = valueAt(STEP);
      sameForms = form.equals(forms);
      behind = valueAt(-STEP);
      sameForms &= form.equals(forms);
    } catch (RuntimeException e) {
      return new Outcome(Kind.NOTHING, "moved inputs: " + e); // such as a read-only or integer part
    }
    if (inputs == 0) {
      return new Outcome(Kind.NOTHING, "");
    }
    double slope = (ahead - behind) / (2 * STEP);
    double turn = (ahead - here) / STEP - (here - behind) / STEP;
    double noise = 1e-15 * magnitude / STEP;
    boolean bent = !(Math.abs(turn) + noise <= 1e-3 * (1 + Math.abs(slope)));
    if (bent || !sameForms || Math.abs(slope) > JUMP) {
      return new Outcome(Kind.KINK, "");
    }
    double pulled;
    try {
      pulled = pulled();
    } catch (RuntimeException e) {
      return Math.abs(slope) < 1e-7
          ? new Outcome(Kind.CONSTANT, "")
          : new Outcome(Kind.REFUSED, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
    if (Double.isInfinite(pulled) && Math.abs(slope) > 1 / Math.sqrt(STEP)) {
      return new Outcome(Kind.KINK, ""); // as the cube root's at zero
    }
    if (Math.abs(pulled - slope) <= noise + 1e-4 * (1 + Math.abs(slope))) {
      return new Outcome(agreed(slope), "");
    }
    return new Outcome(Kind.WRONG, "pulled back " + pulled + ", by differences " + slope);
  }

  private Kind agreed(double slope) {
    if (Math.abs(slope) < 1e-7) {
      return Kind.CONSTANT;
    }
    return tested.arguments().contains("where=") ? Kind.PASSED : Kind.CHECKED;
  }

  /// The inner product of what the case gives with its cotangents, every input moved by a step.
  private double valueAt(double step) {
    inputs = 0;
    List<NDArray> outputs =
        outputs(
            array -> {
              if (isWide(array)) {
                array.plusAssign(direction(array, inputs++).times(step));
              }
            });
    if (outputs.isEmpty() || !outputs.stream().allMatch(GradientSweep::isWide)) {
      inputs = 0;
    }
    double sum = 0;
    StringBuilder form = new StringBuilder();
    for (NDArray output : outputs) {
      form.append(output.dtype()).append(output.shape());
      sum += inner(wave(output, 0.3), output);
      magnitude = Math.max(magnitude, np.sum(np.absolute(output)).asDouble());
    }
    forms = form.toString();
    return sum;
  }

  private double pulled() {
    inputs = 0;
    watched.clear();
    try (GradContext context = new GradContext().orZeros()) {
      List<NDArray> outputs =
          outputs(
              array -> {
                if (isWide(array)) {
                  watched.add(context.watch(array));
                }
              });
      double sum = 0;
      for (NDArray output : outputs) {
        List<NDArray> cotangents = context.pullback(output, wave(output, 0.3), watched);
        for (int i = 0; i < cotangents.size(); i++) {
          sum += inner(cotangents.get(i), direction(watched.get(i), i));
        }
      }
      return sum;
    }
  }

  private static boolean isWide(NDArray array) {
    return array.size() > 0
        && (array.dtype().equals(np.float64) || array.dtype().equals(np.complex128));
  }

  private NDArray direction(NDArray array, int number) {
    NDArray wave = wave(array, 3.3 + number);
    boolean hermitian =
        HERMITIAN.contains(tested.function()) || tested.arguments().contains("hermitian=True");
    boolean square = array.ndim() >= 2 && array.shape(-1) == array.shape(-2);
    return hermitian && square
        ? wave.plus(np.conjugate(np.swapaxes(wave, -1, -2))).times(0.5)
        : wave;
  }

  /// Numbers between -0.8 and 1.2 that repeat nowhere.
  private static NDArray wave(NDArray like, double phase) {
    NDArray place = np.arange(like.size()).astype(np.float64).reshape(like.dims());
    NDArray real = np.cos(place.times(1.7).plus(phase)).plus(0.2);
    return like.dtype().element().isComplex()
        ? np.add(real, np.multiply(np.sin(place.times(0.9).plus(phase)), Complex.I))
        : real;
  }

  private static double inner(NDArray a, NDArray b) {
    return np.sum(np.multiply(np.conjugate(a), b)).asComplex().real();
  }

  /// The inexact arrays that the case returns or leaves in its inputs.
  private List<NDArray> outputs(Consumer<NDArray> made) {
    Environment environment =
        new Environment(
            LiteralParser.bindings(tested.let()), MemoryLayoutVariant.AS_RECORDED, made);
    Functions functions = new Functions(environment);
    Object result;
    try (AutoCloseable _ = functions.context(LiteralParser.context(tested.let()))) {
      result =
          functions.call(
              tested.function(), LiteralParser.arguments(tested.function(), tested.arguments()));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    List<NDArray> found = new ArrayList<>();
    collect(result, found);
    if (GAUGED.contains(tested.function()) && found.size() > 1) {
      found.replaceAll(array -> np.add(np.power(np.real(array), 2), np.power(np.imag(array), 2)));
    }
    if (result == null || !tested.after().isEmpty()) {
      environment.bases().values().forEach(base -> collect(base, found));
    }
    return found;
  }

  private static void collect(@Nullable Object result, List<NDArray> found) {
    if (result instanceof NDArray array) {
      boolean known = found.stream().anyMatch(other -> other == array);
      if (!known && array.size() > 0 && array.dtype().element().isInexact()) {
        found.add(array);
      }
      return;
    }
    List<@Nullable Object> items = Answer.items(result);
    if (items != null) {
      items.forEach(item -> collect(item, found));
    }
  }
}
