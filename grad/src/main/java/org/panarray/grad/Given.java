package org.panarray.grad;

import static org.panarray.Np.np;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.shape.Shape;

/// One call of a function whose author gave the derivative, with the arrays that it asked to keep.
///
/// Of arguments and results only shapes and dtypes are held besides: what the derivative does not
/// need is free to go.
final class Given implements Derivation {
  private record Kind(Shape shape, DType dtype) {
    static List<Kind> of(NDArray[] arrays) {
      return Arrays.stream(arrays).map(array -> new Kind(array.shape(), array.dtype())).toList();
    }
  }

  private final Custom.OfKept derivative;
  private final NDArray[] kept;
  private final long[] versions;
  private final List<Kind> inputs;
  private final List<Kind> outputs;

  Given(Custom.OfKept derivative, NDArray[] kept, NDArray[] inputs, NDArray[] outputs) {
    this.derivative = derivative;
    this.kept = kept;
    this.versions = Saved.versions(kept);
    this.inputs = Kind.of(inputs);
    this.outputs = Kind.of(outputs);
  }

  @Override
  public @Nullable NDArray[] pullback(
      @Nullable NDArray[] cotangents, boolean[] needed, boolean masked) {
    for (int i = 0; i < kept.length; i++) {
      if (kept[i].version() != versions[i]) {
        throw StaleValueError.of("a custom function", kept[i]);
      }
    }
    @Nullable NDArray[] result = derivative.pullback(kept.clone(), everywhere(cotangents));
    if (result == null) {
      throw new TypeError(
          "the derivative of a custom function returned null; where nothing has a gradient, it"
              + " returns an array of nulls");
    }
    if (result.length != inputs.size()) {
      throw new ValueError(
          "the derivative of a custom function returned "
              + result.length
              + " arrays, one for each of its "
              + inputs.size()
              + " arguments is expected");
    }
    @Nullable NDArray[] views = new @Nullable NDArray[result.length];
    for (int i = 0; i < result.length; i++) {
      NDArray found = result[i];
      if (found != null) {
        requireKind(i, found);
        views[i] = found.asReadOnly(); // it may be an argument itself, or an array of the program's
      }
    }
    return views;
  }

  /// The cotangents, zeros where nothing flows to a result. They may be shared and are not to be
  /// written.
  private NDArray[] everywhere(@Nullable NDArray[] cotangents) {
    NDArray like = Arrays.stream(cotangents).filter(g -> g != null).findFirst().orElseThrow();
    NDArray[] all = new NDArray[cotangents.length];
    for (int i = 0; i < all.length; i++) {
      NDArray cotangent = cotangents[i];
      Kind kind = outputs.get(i);
      all[i] =
          cotangent != null
              ? cotangent.asReadOnly()
              : np.zerosLike(like, kind.dtype(), Kw.shape(kind.shape().toArray()));
    }
    return all;
  }

  private void requireKind(int i, NDArray found) {
    Kind expected = inputs.get(i);
    if (!expected.dtype().element().isInexact()) {
      throw new TypeError(
          "argument "
              + i
              + " of a custom function is of "
              + expected.dtype()
              + ", which has no gradient; its derivative returns null there");
    }
    if (!found.shape().equals(expected.shape())) {
      throw new ValueError(
          "the derivative of a custom function by argument "
              + i
              + " has shape "
              + found.shape()
              + ", the argument has shape "
              + expected.shape());
    }
    if (!found.dtype().equals(expected.dtype())) {
      throw new TypeError(
          "the derivative of a custom function by argument "
              + i
              + " is of "
              + found.dtype()
              + ", the argument is of "
              + expected.dtype());
    }
  }
}
