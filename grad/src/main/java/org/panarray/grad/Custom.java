package org.panarray.grad;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayAccess;

/// A function of arrays whose derivative its author gives: where the one that follows from its
/// steps is unstable, wasteful or not what is wanted.
///
/// ```java
/// Custom softplus = Custom.of(
///     x -> np.log(np.add(1, np.exp(x))),
///     (x, y, dy) -> dy.div(np.add(1, np.exp(np.negative(x)))));
/// NDArray x = np.array(new double[] {0, 100});
/// try (var context = new GradContext()) {
///   context.watch(x);
///   NDArray y = softplus.apply(x);
///   NDArray dx = context.gradient(np.sum(y), x); // [0.5 1. ]
/// }
/// ```
///
/// The derivative is the vector-Jacobian product: from the cotangents of the results, of their
/// shapes and dtypes and zeros where nothing flows to a result, to those of the arguments, of the
/// arguments' shapes and dtypes, or null where there is none, as for integers. Cotangents are not
/// to be written. What is no array, or has no derivative, is taken from around the lambda:
///
/// ```java
/// Custom clipped(double limit) {
///   return Custom.of(x -> x, (x, y, dy) -> np.clip(dy, -limit, limit));
/// }
/// ```
///
/// Inside a gradient context the call is one step: what the function does itself is not followed.
/// An array that the context follows must therefore be an argument; to read one from around the
/// lambda is an error. So is writing to an argument, and later to whatever the derivative is given:
/// with [#of] and [#ofSeveral] all arguments and results, with [#keeping] what the function says.
/// Outside a context the function just runs.
///
/// Contexts nest: what the derivative does is recorded by the outer context, as every rule is. For
/// a function that keeps arrays the outer one follows its steps as well, so that what they were
/// computed from is not lost to second derivatives.
public final class Custom {
  /// The derivative of a function with one argument and one result.
  @FunctionalInterface
  public interface OfOne {
    /// The cotangent of the argument.
    ///
    /// @param x the argument
    /// @param y the result
    /// @param dy the cotangent of the result
    @Nullable NDArray pullback(NDArray x, NDArray y, NDArray dy);
  }

  /// The derivative of a function with several arguments or results.
  @FunctionalInterface
  public interface OfSeveral {
    /// The cotangents of the arguments, in their order.
    @Nullable NDArray[] pullback(NDArray[] inputs, NDArray[] outputs, NDArray[] cotangents);
  }

  /// The derivative of a function that says itself what to keep for it.
  @FunctionalInterface
  public interface OfKept {
    /// The cotangents of the arguments, in their order.
    @Nullable NDArray[] pullback(NDArray[] kept, NDArray[] cotangents);
  }

  /// What a function returns that keeps arrays for its derivative.
  public static final class Result {
    private final NDArray[] outputs;
    private final NDArray[] kept;

    private Result(NDArray[] outputs, NDArray[] kept) {
      this.outputs = outputs;
      this.kept = kept;
    }

    /// The results of a function, with nothing kept.
    public static Result of(NDArray... outputs) {
      return new Result(Required.all(outputs, "outputs").clone(), new NDArray[0]);
    }

    /// These results, with the arrays that the derivative needs.
    public Result keeping(NDArray... arrays) {
      return new Result(outputs, Required.all(arrays, "arrays").clone());
    }
  }

  private final Function<NDArray[], Result> function;
  private final OfKept derivative;

  /// Whether the derivative sees arguments and results and nothing between them.
  private final boolean closed;

  private Custom(Function<NDArray[], Result> function, OfKept derivative, boolean closed) {
    this.function = function;
    this.derivative = derivative;
    this.closed = closed;
  }

  /// A function of one array.
  public static Custom of(UnaryOperator<NDArray> function, OfOne derivative) {
    Required.argument(function, "function");
    Required.argument(derivative, "derivative");
    return ofSeveral(
        x -> new NDArray[] {function.apply(only(x, "takes one array"))},
        (x, y, dy) -> new NDArray[] {derivative.pullback(x[0], y[0], dy[0])});
  }

  /// A function of several arrays, or with several results.
  ///
  /// ```java
  /// Custom hypot = Custom.ofSeveral(
  ///     x -> new NDArray[] {np.hypot(x[0], x[1])},
  ///     (x, y, g) -> new NDArray[] {g[0].times(x[0]).div(y[0]), g[0].times(x[1]).div(y[0])});
  /// ```
  public static Custom ofSeveral(Function<NDArray[], NDArray[]> function, OfSeveral derivative) {
    Required.argument(function, "function");
    Required.argument(derivative, "derivative");
    return new Custom(
        inputs -> {
          NDArray[] outputs = Required.all(function.apply(inputs.clone()), "the function's result");
          return Result.of(outputs).keeping(joined(inputs, outputs));
        },
        (kept, cotangents) -> {
          int results = cotangents.length;
          NDArray[] inputs = Arrays.copyOf(kept, kept.length - results);
          NDArray[] outputs = Arrays.copyOfRange(kept, inputs.length, kept.length);
          return derivative.pullback(inputs, outputs, cotangents);
        },
        true);
  }

  /// A function that says what its derivative needs; arguments and results are kept only where it
  /// says so.
  ///
  /// ```java
  /// Custom normalized = Custom.keeping(
  ///     x -> {
  ///       NDArray length = np.sqrt(np.sum(x[0].times(x[0])));
  ///       NDArray y = x[0].div(length);
  ///       return Custom.Result.of(y).keeping(y, length);
  ///     },
  ///     (kept, g) -> {
  ///       NDArray y = kept[0];
  ///       return new NDArray[] {g[0].minus(y.times(np.sum(y.times(g[0])))).div(kept[1])};
  ///     });
  /// ```
  public static Custom keeping(Function<NDArray[], Result> function, OfKept derivative) {
    return new Custom(
        Required.argument(function, "function"),
        Required.argument(derivative, "derivative"),
        false);
  }

  /// The result for these arguments.
  ///
  /// @throws ValueError of a function with several results, and as [#applyAll]
  public NDArray apply(NDArray... inputs) {
    return only(applyAll(inputs), "has one result: use applyAll");
  }

  /// All results for these arguments.
  ///
  /// @throws ValueError where the function reads an array that a gradient context follows and that
  ///   is not among its arguments, or writes to one that is
  public NDArray[] applyAll(NDArray... inputs) {
    NDArray[] arguments = Required.all(inputs, "inputs").clone();
    List<Tape> tapes = GradContext.tapes();
    if (tapes.isEmpty()) {
      return call(arguments).outputs.clone();
    }
    long[] versions = Saved.versions(arguments);
    Result result = unfollowed(arguments, tapes);
    if (!Arrays.equals(versions, Saved.versions(arguments))) {
      throw new ValueError("a custom function wrote to one of its arguments");
    }
    NDArray[] outputs = Arrays.stream(result.outputs).map(Custom::another).toArray(NDArray[]::new);
    NDArray[] kept = result.kept.clone();
    for (int i = 0; i < kept.length; i++) {
      int output = closed ? i - arguments.length : List.of(result.outputs).indexOf(kept[i]);
      kept[i] = output >= 0 ? outputs[output] : kept[i];
    }
    Given given = new Given(derivative, kept, arguments, outputs);
    for (Tape tape : tapes) {
      tape.record(given, arguments, outputs);
    }
    return outputs;
  }

  private Result call(NDArray[] arguments) {
    return Required.argument(function.apply(arguments.clone()), "the function's result");
  }

  private Result unfollowed(NDArray[] arguments, List<Tape> tapes) {
    for (int i = 0; i < tapes.size(); i++) {
      tapes.get(i).enter(arguments, i > 0 && !closed);
    }
    try {
      Result result = call(arguments);
      for (NDArray array : joined(result.outputs, result.kept)) {
        array.operand(); // what np.fuse put off is no step of the caller's either
      }
      return result;
    } finally {
      tapes.forEach(Tape::leave);
    }
  }

  /// The same elements as another array: a function may return an argument, or an array that is
  /// used elsewhere, and only its result has this derivative.
  private static NDArray another(NDArray output) {
    return output.base() == null
        ? ArrayAccess.arrays().owning(output.dtype(), output.operand())
        : ArrayAccess.arrays().view(output, output.dtype(), output.operand(), true);
  }

  private static NDArray only(NDArray[] arrays, String expected) {
    if (arrays.length != 1) {
      throw new ValueError("this custom function " + expected + "; there are " + arrays.length);
    }
    return arrays[0];
  }

  private static NDArray[] joined(NDArray[] first, NDArray[] second) {
    NDArray[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
