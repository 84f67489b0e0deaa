package org.panarray.grad;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.shape.Shape;

/// A primitive with its inputs and outputs, as they were when it ran.
///
/// A rule may ask for any of their values; one that was overwritten since is an error then, and
/// only then: the gradient of a sum needs no values.
final class Saved implements Derivation {
  private final Primitive primitive;
  private final boolean update;
  private final NDArray[] inputs;
  private final NDArray[] outputs;
  private final long[] inputVersions;
  private final long[] outputVersions;

  private Saved(
      Primitive primitive, boolean update, NDArray[] inputs, NDArray[] outputs, long[] versions) {
    this.primitive = primitive;
    this.update = update;
    this.inputs = inputs.clone();
    this.outputs = outputs.clone();
    this.inputVersions = versions;
    this.outputVersions = versions(outputs);
  }

  static Saved of(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
    return new Saved(primitive, false, inputs, outputs, versions(inputs));
  }

  /// The write of a result into `output`; inputs that share its memory are gone.
  static Saved writing(Primitive primitive, NDArray[] inputs, NDArray output) {
    long[] versions = versions(inputs);
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i].sharesBuffer(output)) {
        versions[i]--;
      }
    }
    return new Saved(primitive, false, inputs, new NDArray[] {output}, versions);
  }

  /// What a write to a view means to its source: inputs are the source before and the view's new
  /// value.
  static Saved update(Primitive.View view, NDArray source) {
    NDArray[] source1 = {source};
    return new Saved(view, true, source1, source1, versions(source1));
  }

  static long[] versions(NDArray[] arrays) {
    long[] versions = new long[arrays.length];
    for (int i = 0; i < arrays.length; i++) {
      versions[i] = arrays[i].version();
    }
    return versions;
  }

  @Override
  public @Nullable NDArray[] pullback(
      @Nullable NDArray[] cotangents, boolean[] needed, boolean masked) {
    return update
        ? ViewRules.update((Primitive.View) primitive, this, cotangents)
        : Vjp.pullback(primitive, this, cotangents, needed, masked);
  }

  Primitive primitive() {
    return primitive;
  }

  int inputCount() {
    return inputs.length;
  }

  /// @throws StaleValueError where the value was overwritten
  NDArray input(int i) {
    if (inputs[i].version() != inputVersions[i]) {
      throw stale(inputs[i]);
    }
    return inputs[i];
  }

  /// @throws StaleValueError where the value was overwritten
  NDArray output(int i) {
    if (outputs[i].version() != outputVersions[i]) {
      throw stale(outputs[i]);
    }
    return outputs[i];
  }

  Shape inputShape(int i) {
    return inputs[i].shape();
  }

  Device inputDevice(int i) {
    return inputs[i].device();
  }

  ElementType inputType(int i) {
    return inputs[i].dtype().element();
  }

  Shape outputShape(int i) {
    return outputs[i].shape();
  }

  private StaleValueError stale(NDArray array) {
    return StaleValueError.of(primitive.getClass().getSimpleName(), array);
  }
}
