package org.panarray.grad;

import static org.panarray.Np.np;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Rules of writes at index arrays.
final class ScatterRules {
  private ScatterRules() {}

  static @Nullable NDArray[] pullback(
      Primitive.Scatter scatter, Saved saved, NDArray g, boolean[] needed) {
    @Nullable NDArray[] result = Vjp.none(saved);
    NDArray[] indices = new NDArray[saved.inputCount() - 2];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = saved.input(i + 2);
    }
    ScalarOp op = scatter.op();
    if (op == null) {
      if (needed[0]) {
        result[0] = cleared(scatter, g, indices);
      }
      if (needed[1]) {
        NDArray taken = gather(scatter, g, indices);
        result[1] = np.multiply(taken, winners(scatter, g, indices, taken).astype(g.dtype()));
      }
    } else if (op == ScalarOp.ADD || op == ScalarOp.SUBTRACT) {
      result[0] = g;
      NDArray taken = needed[1] ? gather(scatter, g, indices) : null;
      result[1] = taken == null || op == ScalarOp.ADD ? taken : taken.unaryMinus();
    } else {
      throw new TypeError("the gradient of " + op.numpyName() + ".at has no rule");
    }
    return result;
  }

  private static NDArray gather(Primitive.Scatter scatter, NDArray source, NDArray[] indices) {
    NDArray[] inputs = new NDArray[indices.length + 1];
    inputs[0] = source;
    System.arraycopy(indices, 0, inputs, 1, indices.length);
    return Dispatch.apply(new Primitive.Gather(scatter.axes(), scatter.position()), inputs);
  }

  private static NDArray scatter(
      Primitive.Scatter scatter, NDArray target, NDArray values, NDArray[] indices) {
    NDArray[] inputs = new NDArray[indices.length + 2];
    inputs[0] = target;
    inputs[1] = values;
    System.arraycopy(indices, 0, inputs, 2, indices.length);
    return Dispatch.apply(new Primitive.Scatter(null, scatter.axes(), scatter.position()), inputs);
  }

  /// Nothing flows to what was overwritten.
  private static NDArray cleared(Primitive.Scatter scatter, NDArray g, NDArray[] indices) {
    NDArray taken = gather(scatter, g, indices);
    return scatter(scatter, g, np.zerosLike(taken), indices);
  }

  /// Where each value is the one that stayed: of several at one place the last.
  private static NDArray winners(
      Primitive.Scatter scatter, NDArray g, NDArray[] indices, NDArray taken) {
    NDArray order = np.arange(taken.size()).reshape(taken.shape()).toDevice(g.device());
    NDArray board = np.zerosLike(g, np.int64);
    NDArray stayed = gather(scatter, scatter(scatter, board, order, indices), indices);
    return np.equal(stayed, order);
  }
}
