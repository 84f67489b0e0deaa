package org.panarray.grad;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Recorder;
import org.panarray.prim.Primitive;

/// What was computed from the watched arrays, in order.
///
/// Every value that depends on a watched array has a number. Writing into an array gives it a new
/// number; the old one stays what it was.
final class Tape implements Recorder {
  /// One step: values of these numbers gave values of those.
  record Step(Derivation derivation, int[] inputs, int[] outputs) {}

  private record Value(int number, long version) {}

  private record Origin(Primitive.View view, NDArray source) {}

  /// A call of a custom function that is running: its arguments, the values that there were before,
  /// and whether its own steps are of interest all the same.
  private record Running(List<NDArray> inputs, int before, boolean followed) {
    /// @throws ValueError of an array that is none of the arguments and whose derivative would be
    ///   lost
    void require(NDArray[] arrays, int[] numbers) {
      for (int i = 0; i < arrays.length; i++) {
        if (numbers[i] != CONSTANT && numbers[i] < before && !inputs.contains(arrays[i])) {
          throw new ValueError(
              "a custom function uses an array of shape "
                  + arrays[i].shape()
                  + " that the gradient context follows and that is not among its arguments: pass"
                  + " it as one; where it is a constant, the derivative returns null for it");
        }
      }
    }
  }

  private static final int CONSTANT = -1;

  private final IdentityHashMap<NDArray, Value> values = new IdentityHashMap<>();
  private final IdentityHashMap<NDArray, Origin> origins = new IdentityHashMap<>();
  private final IdentityHashMap<NDArray, Integer> watched = new IdentityHashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final ArrayDeque<Running> running = new ArrayDeque<>();
  private int count;

  void watch(NDArray array) {
    watched.put(array, define(array));
  }

  @Override
  public void recorded(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
    int[] in = numbers(inputs, null);
    if (isInside(inputs, in)) {
      return;
    }
    if (primitive instanceof Primitive.View view) {
      origins.put(outputs[0], new Origin(view, inputs[0]));
    }
    add(in, outputs, () -> Saved.of(primitive, inputs, outputs));
  }

  /// A call of a custom function, as one step.
  void record(Given given, NDArray[] inputs, NDArray[] outputs) {
    if (running.isEmpty() || running.getFirst().followed()) {
      add(numbers(inputs, null), outputs, () -> given);
    }
  }

  private void add(int[] in, NDArray[] outputs, Supplier<Derivation> derivation) {
    if (Arrays.stream(in).allMatch(number -> number == CONSTANT)) {
      return;
    }
    int[] out = new int[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      out[i] = define(outputs[i]);
    }
    steps.add(new Step(derivation.get(), in, out));
  }

  /// From here on a custom function runs, whose steps are its own.
  ///
  /// @param followed whether they are recorded, as those that its derivative may depend on
  void enter(NDArray[] inputs, boolean followed) {
    Running around = running.peekFirst();
    running.addFirst(
        around == null || around.followed()
            ? new Running(List.of(inputs), count, followed)
            : around);
  }

  void leave() {
    running.removeFirst();
  }

  private boolean isInside(NDArray[] arrays, int[] numbers) {
    Running innermost = running.peekFirst();
    if (innermost == null) {
      return false;
    }
    innermost.require(arrays, numbers);
    return !innermost.followed();
  }

  @Override
  public void written(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
    for (NDArray output : outputs) {
      int[] in = numbers(inputs, output);
      if (isInside(inputs, in)) {
        continue;
      }
      boolean dependent = Arrays.stream(in).anyMatch(number -> number != CONSTANT);
      if (dependent || values.containsKey(output) || reachesValue(output)) {
        recordWrite(Saved.writing(primitive, inputs, output), in, output);
      }
    }
  }

  /// The step itself, and for a view what it means to the array behind: all but the view's elements
  /// stay.
  private void recordWrite(Saved saved, int[] in, NDArray target) {
    int number = define(target);
    steps.add(new Step(saved, in, new int[] {number}));
    NDArray written = target;
    for (Origin origin = origins.get(written); origin != null; origin = origins.get(written)) {
      NDArray source = origin.source();
      Value before = values.get(source);
      int old = before == null ? CONSTANT : before.number();
      int after = define(source);
      steps.add(
          new Step(
              Saved.update(origin.view(), source), new int[] {old, number}, new int[] {after}));
      written = source;
      number = after;
    }
    if (written.base() != null) {
      throw new StaleValueError(
          "an array was written through a view that was made before the gradient context");
    }
  }

  private boolean reachesValue(NDArray target) {
    Origin origin = origins.get(target);
    return origin != null && (values.containsKey(origin.source()) || reachesValue(origin.source()));
  }

  private int define(NDArray array) {
    int number = count++;
    values.put(array, new Value(number, array.version()));
    return number;
  }

  private int[] numbers(NDArray[] arrays, @Nullable NDArray beingWritten) {
    int[] numbers = new int[arrays.length];
    for (int i = 0; i < arrays.length; i++) {
      boolean changed = beingWritten != null && arrays[i].sharesBuffer(beingWritten);
      numbers[i] = number(arrays[i], changed ? 1 : 0);
    }
    return numbers;
  }

  /// @throws StaleValueError where the array was written other than through the tape
  private int number(NDArray array, int writesJustNow) {
    Value value = values.get(array);
    if (value == null) {
      return CONSTANT;
    }
    if (array.version() != value.version() + writesJustNow) {
      throw new StaleValueError(
          "an array of shape "
              + array.shape()
              + " was overwritten after it was recorded, through another view of its memory");
    }
    return value.number();
  }

  /// Computes what `np.fuse` has put off, while this tape still sees it.
  void require(NDArray target) {
    number(target, 0);
  }

  /// @throws ValueError where the target does not reach a source, unless zeros are meant
  List<NDArray> pullback(
      NDArray target, NDArray cotangent, List<NDArray> sources, boolean zerosMeant) {
    Backward pass = new Backward(number(target, 0), cotangent);
    int[] wanted = new int[Required.argument(sources, "sources").size()];
    for (int i = 0; i < wanted.length; i++) {
      // a raw list may hold what it likes
      Object source = Required.argument((Object) sources.get(i), "sources");
      if (!(source instanceof NDArray array)) {
        throw new TypeError("sources are arrays, not " + source.getClass().getSimpleName());
      }
      wanted[i] = firstNumber(array);
    }
    for (int i = steps.size() - 1; i >= 0; i--) {
      pass.pass(steps.get(i));
    }
    List<NDArray> results = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      NDArray source = sources.get(i);
      if (!pass.reaches(wanted[i]) && !zerosMeant) {
        throw unreached(source);
      }
      NDArray found = pass.cotangent(wanted[i]);
      results.add(found == null ? Np.np.zerosLike(source) : owned(found, cotangent, results));
    }
    return results;
  }

  /// A gradient that shares its memory with nothing.
  private static NDArray owned(NDArray found, NDArray cotangent, List<NDArray> results) {
    boolean shared = found.base() != null || found == cotangent;
    for (NDArray result : results) {
      shared |= result == found;
    }
    return shared ? Vjp.copy(found) : found;
  }

  private static ValueError unreached(NDArray source) {
    return new ValueError(
        "the target does not depend on the source of shape "
            + source.shape()
            + ": was it, or a view of it, computed before watch, on another thread, outside the"
            + " context, or from numbers that left it through item or asDouble? Where zeros are"
            + " meant, say orZeros()");
  }

  private int firstNumber(NDArray source) {
    Integer number = watched.get(source);
    Value value = values.get(source);
    if (number == null && value == null) {
      throw new ValueError("the source of shape " + source.shape() + " is not watched");
    }
    return number != null ? number : value.number();
  }
}
