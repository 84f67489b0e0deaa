package org.panarray.internal.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.prim.ExprText;
import org.panarray.prim.Primitive;
import org.panarray.result.Explanation;
import org.panarray.result.Explanation.Memory;

/// Writes down what passes the door, and shows it to the recorder that was there.
public final class Explaining implements Recorder {
  private final @Nullable Recorder outer;
  private final List<Explanation.Step> steps = new ArrayList<>();
  private final List<NDArray> waiting = new ArrayList<>();

  private Explaining(@Nullable Recorder outer) {
    this.outer = outer;
  }

  /// What passed while `body` ran.
  public static Explanation explain(Runnable body) {
    Explaining explaining = new Explaining(Dispatch.recorder());
    Dispatch.recording(
        explaining,
        () -> {
          body.run();
          explaining.waiting.forEach(Fusion::computeUnread); // what was asked for here shows here
          return null;
        });
    return new Explanation(explaining.steps);
  }

  @Override
  public @Nullable Recorder outer() {
    return outer;
  }

  @Override
  public boolean follows() {
    return outer != null && outer.follows();
  }

  @Override
  public boolean waits(NDArray array) {
    return outer == null && waiting.add(array);
  }

  @Override
  public void recorded(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
    add(
        primitive,
        inputs,
        outputs,
        primitive instanceof Primitive.View ? Memory.VIEW : Memory.FRESH);
    if (outer != null) {
      outer.recorded(primitive, inputs, outputs);
    }
  }

  @Override
  public void written(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
    add(primitive, inputs, outputs, Memory.EXISTING);
    if (outer != null) {
      outer.written(primitive, inputs, outputs);
    }
  }

  private void add(Primitive primitive, NDArray[] inputs, NDArray[] outputs, Memory memory) {
    long bytes =
        memory == Memory.FRESH ? Arrays.stream(outputs).mapToLong(NDArray::nbytes).sum() : 0;
    NDArray named = inputs.length > 0 ? inputs[0] : outputs[0];
    steps.add(
        new Explanation.Step(
            text(primitive),
            types(inputs),
            types(outputs),
            memory,
            bytes,
            named.device().toString()));
  }

  private static List<String> types(NDArray[] arrays) {
    return Arrays.stream(arrays)
        .map(array -> array.dtype().name() + array.shape().compact())
        .toList();
  }

  private static String text(Primitive primitive) {
    return switch (primitive) {
      case Primitive.Map map -> "map " + ExprText.of(map.expr());
      case Primitive.Generate made -> "generate " + ExprText.of(made.expr());
      case Primitive.Reduce reduce ->
          "reduce "
              + reduce.op().numpyName()
              + " of "
              + ExprText.of(reduce.element())
              + " over "
              + reduce.axes();
      case Primitive other -> parameters(other.toString());
    };
  }

  /// `arg_sort axis=0` of `ArgSort[axis=0, places=[]]`: an empty list says nothing.
  private static String parameters(String record) {
    int bracket = record.indexOf('[');
    String words = record.substring(0, bracket).replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    String name = words.toLowerCase(Locale.ROOT);
    String parameters = record.substring(bracket + 1, record.length() - 1);
    return (name + " " + parameters.replaceAll("(, )?\\w+=\\[]", "")).strip();
  }
}
