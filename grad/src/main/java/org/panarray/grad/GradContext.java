package org.panarray.grad;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.Dispatch;
import org.panarray.NDArray;
import org.panarray.Recorder;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;

/// A block in which operations are recorded, so that gradients can be asked for.
///
/// ```java
/// NDArray x = np.array(new double[] {1, 2, 3});
/// try (var context = new GradContext()) {
///   context.watch(x);
///   NDArray y = np.sum(x.times(x));
///   NDArray dx = context.gradient(y, x); // [2. 4. 6.]
/// }
/// ```
///
/// Contexts nest: an inner gradient is recorded by the outer context, which gives second derivatives.
/// A context belongs to the thread that opened it. The cotangent of a complex number `z` is
/// `dL/dRe(z) + i dL/dIm(z)`.
public final class GradContext implements AutoCloseable {
  private final Tape tape = new Tape();
  private final @Nullable Recorder outer;
  private boolean closed;

  /// Opens a block; it ends with [#close].
  public GradContext() {
    outer = Dispatch.recorder();
    Dispatch.setRecorder(tape.forwardingTo(outer));
  }

  /// Follows an array from here on, and returns it.
  ///
  /// @throws TypeError of an array that is neither float nor complex
  public NDArray watch(NDArray array) {
    if (!array.dtype().element().isInexact()) {
      throw new TypeError(
          "gradients are of float or complex arrays; the array's dtype is " + array.dtype());
    }
    tape.watch(array);
    return array;
  }

  /// Follows several arrays from here on.
  public void watch(NDArray first, NDArray... more) {
    watch(first);
    for (NDArray array : more) {
      watch(array);
    }
  }

  /// The derivative of a scalar with respect to an array, of the array's shape and dtype: zeros where
  /// the scalar does not depend on it.
  ///
  /// @throws ValueError of a target with more than one element, or of a source that is not watched
  /// @throws StaleValueError where a value that a rule needs was overwritten
  public NDArray gradient(NDArray target, NDArray source) {
    return gradients(target, List.of(source)).getFirst();
  }

  /// The derivatives of a scalar with respect to several arrays, in one pass.
  ///
  /// @throws ValueError as [#gradient]
  /// @throws StaleValueError as [#gradient]
  public List<NDArray> gradients(NDArray target, List<NDArray> sources) {
    if (target.size() != 1) {
      throw new ValueError(
          "a gradient is of a scalar; the target has shape "
              + target.shape()
              + "; use pullback with a cotangent");
    }
    return pullback(target, org.panarray.Np.np.onesLike(target), sources);
  }

  /// The cotangents of sources, given that of a target: the vector-Jacobian product.
  ///
  /// @throws ValueError where the cotangent's shape is not the target's
  /// @throws StaleValueError as [#gradient]
  public List<NDArray> pullback(NDArray target, NDArray cotangent, List<NDArray> sources) {
    if (!cotangent.shape().equals(target.shape())) {
      throw new ValueError(
          "the cotangent has shape "
              + cotangent.shape()
              + ", the target has shape "
              + target.shape());
    }
    Recorder current = Dispatch.setRecorder(outer);
    try {
      return tape.pullback(target, cotangent, sources);
    } finally {
      Dispatch.setRecorder(current);
    }
  }

  /// Ends the block; idempotent. Gradients can still be asked for.
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      Dispatch.setRecorder(outer);
    }
  }
}
