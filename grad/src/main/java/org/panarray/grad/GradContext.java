package org.panarray.grad;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Recorder;
import org.panarray.prim.Primitive;

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
/// Contexts nest: an inner gradient is recorded by the outer context, which gives second
/// derivatives. A context belongs to the thread that opened it. The cotangent of a complex number
/// `z` is `dL/dRe(z) + i dL/dIm(z)`.
public final class GradContext implements AutoCloseable {
  private final Tape tape = new Tape();
  private final Thread thread = Thread.currentThread();
  private final @Nullable Recorder outer;
  private final Recorder installed;
  private boolean zeros;
  private boolean closed;

  /// Opens a block; it ends with [#close].
  public GradContext() {
    outer = Dispatch.recorder();
    installed = new Installed(this, outer);
    Dispatch.setRecorder(installed);
  }

  /// What tells a context's tape and then the recorder around it.
  private record Installed(GradContext context, @Nullable Recorder outer) implements Recorder {
    @Override
    public void recorded(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
      context.tape.recorded(primitive, inputs, outputs);
      if (outer != null) {
        outer.recorded(primitive, inputs, outputs);
      }
    }

    @Override
    public void written(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
      context.tape.written(primitive, inputs, outputs);
      if (outer != null) {
        outer.written(primitive, inputs, outputs);
      }
    }
  }

  /// The tapes of this thread's open contexts, the innermost first.
  static List<Tape> tapes() {
    List<Tape> tapes = new ArrayList<>();
    for (Recorder r = Dispatch.recorder(); r != null; r = r.outer()) {
      if (r instanceof Installed installed) {
        tapes.add(installed.context.tape);
      }
    }
    return tapes;
  }

  /// From here on a source that the target does not reach has a gradient of zeros, where otherwise
  /// it is an error: most often it was meant to be reached. Returns this context.
  public GradContext orZeros() {
    zeros = true;
    return this;
  }

  /// Follows an array from here on, and returns it.
  ///
  /// @throws TypeError of an array that is neither float nor complex
  public NDArray watch(NDArray array) {
    if (!Required.argument(array, "array").dtype().element().isInexact()) {
      throw new TypeError(
          "gradients are of float or complex arrays; the array's dtype is " + array.dtype());
    }
    tape.watch(array);
    return array;
  }

  /// Follows several arrays from here on.
  public void watch(NDArray first, NDArray... more) {
    watch(first);
    for (NDArray array : Required.all(more, "more")) {
      watch(array);
    }
  }

  /// The derivative of a scalar with respect to an array, of the array's shape and dtype: a new
  /// array of the caller's own.
  ///
  /// @throws TypeError of a target that is no real number: `pullback` takes complex ones
  /// @throws ValueError of a target with more than one element, of a source that is not watched, or
  ///   of one that the target does not reach (see [#orZeros])
  /// @throws StaleValueError where a value that a rule needs was overwritten
  public NDArray gradient(NDArray target, NDArray source) {
    return gradients(target, List.of(Required.argument(source, "source"))).getFirst();
  }

  /// The derivatives of a scalar with respect to several arrays, in one pass.
  ///
  /// @throws ValueError as [#gradient]
  /// @throws StaleValueError as [#gradient]
  public List<NDArray> gradients(NDArray target, List<NDArray> sources) {
    if (Required.argument(target, "target").size() != 1) {
      throw new ValueError(
          "a gradient is of a scalar; the target has shape "
              + target.shape()
              + "; use pullback with a cotangent");
    }
    if (target.dtype().element().isComplex()) {
      throw new TypeError(
          "a gradient is of a real number; the target's dtype is " + target.dtype());
    }
    return pullback(target, org.panarray.Np.np.onesLike(target), sources);
  }

  /// The cotangents of sources, given that of a target: the vector-Jacobian product.
  ///
  /// @throws TypeError of a target that is neither float nor complex
  /// @throws ValueError where the cotangent's shape is not the target's, or as [#gradient]
  /// @throws StaleValueError as [#gradient]
  public List<NDArray> pullback(NDArray target, NDArray cotangent, List<NDArray> sources) {
    if (!Required.argument(cotangent, "cotangent")
        .shape()
        .equals(Required.argument(target, "target").shape())) {
      throw new ValueError(
          "the cotangent has shape "
              + cotangent.shape()
              + ", the target has shape "
              + target.shape());
    }
    if (!target.dtype().element().isInexact()) {
      throw new TypeError(
          "gradients are of float or complex targets; the target's dtype is " + target.dtype());
    }
    tape.require(target);
    Recorder current = Dispatch.setRecorder(outer);
    try {
      return tape.pullback(target, cotangent, sources, zeros);
    } finally {
      Dispatch.setRecorder(current);
    }
  }

  /// Ends the block; idempotent. Gradients can still be asked for.
  ///
  /// @throws IllegalStateException on another thread than the one that opened it, or before a
  ///   context that was opened later is closed: that one is ended too, so that nothing goes on
  ///   recording
  @Override
  public void close() {
    if (closed) {
      return;
    }
    if (Thread.currentThread() != thread) {
      throw new IllegalStateException(
          "a gradient context is closed by the thread that opened it, " + thread.getName());
    }
    closed = true;
    Recorder current = Dispatch.setRecorder(outer);
    if (current != installed) {
      endUntilThis(current);
      throw new IllegalStateException(
          "gradient contexts must be closed in the reverse order of their opening");
    }
  }

  private void endUntilThis(@Nullable Recorder innermost) {
    Recorder recorder = innermost;
    while (recorder instanceof Installed later && later != installed) {
      later.context.closed = true;
      recorder = later.outer;
    }
  }
}
