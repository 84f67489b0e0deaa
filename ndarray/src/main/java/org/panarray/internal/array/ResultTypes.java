package org.panarray.internal.array;

import java.util.Objects;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.prim.Primitive;

/// What a primitive's result means where its inputs are not all numbers: the one place.
///
/// What only moves elements keeps their dtype; what compares them looks at their order keys. What
/// else looks into them has no rule here: the functions that know the dtype compute with its
/// [Storage] and say themselves what comes out.
final class ResultTypes {
  private ResultTypes() {}

  static boolean areNumbers(NDArray[] arrays) {
    for (NDArray array : arrays) {
      if (!array.dtype().isNumeric()) {
        return false;
      }
    }
    return true;
  }

  /// The result of a primitive.
  ///
  /// @throws TypeError where there is no rule
  static NDArray apply(Primitive primitive, NDArray... inputs) {
    return switch (primitive) {
      case Primitive.Sort _ -> {
        ElementRules rules = rules(inputs);
        yield rules.ofOrderKey(Dispatch.apply(primitive, rules.orderKey(inputs[0])));
      }
      case Primitive.ArgSort _, Primitive.SearchSorted _ -> Dispatch.apply(primitive, keys(inputs));
      case Primitive.ArgReduce reduce -> // NaT is found first, as NaN is
          Dispatch.apply(reduce, reduce.largest() ? keys(inputs) : Storage.of(inputs));
      case Primitive.View _,
          Primitive.Copy _,
          Primitive.Transfer _,
          Primitive.Gather _,
          Primitive.Scatter _,
          Primitive.Concat _,
          Primitive.Map _,
          Primitive.Generate _,
          Primitive.Reduce _,
          Primitive.Scan _,
          Primitive.Nonzero _,
          Primitive.Fft _,
          Primitive.MatMul _,
          Primitive.Factorization _ ->
          Storage.as(Dispatch.apply(primitive, Storage.of(inputs)), of(primitive, inputs));
    };
  }

  private static NDArray[] keys(NDArray[] arrays) {
    NDArray[] keys = new NDArray[arrays.length];
    for (int i = 0; i < arrays.length; i++) {
      if (!arrays[i].dtype().equals(arrays[0].dtype())) {
        throw refused(arrays);
      }
      keys[i] = rules(arrays).orderKey(arrays[i]);
    }
    return keys;
  }

  private static ElementRules rules(NDArray[] arrays) {
    return Objects.requireNonNull(ElementRules.among((Object[]) arrays));
  }

  /// The dtype of the result.
  ///
  /// @throws TypeError where there is no rule
  static DType of(Primitive primitive, NDArray... inputs) {
    return switch (primitive) {
      case Primitive.Bitcast cast -> DType.of(cast.type());
      case Primitive.Part _ -> throw refused(inputs);
      case Primitive.View _, Primitive.Copy _, Primitive.Transfer _ -> inputs[0].dtype();
      case Primitive.Gather _ -> moved(inputs, 1);
      case Primitive.Scatter scatter when scatter.op() == null -> moved(inputs, 2);
      case Primitive.Concat _ -> moved(inputs, inputs.length);
      case Primitive.Map _,
          Primitive.Generate _,
          Primitive.Reduce _,
          Primitive.ArgReduce _,
          Primitive.Scan _,
          Primitive.Sort _,
          Primitive.ArgSort _,
          Primitive.SearchSorted _,
          Primitive.Nonzero _,
          Primitive.Scatter _,
          Primitive.Fft _,
          Primitive.MatMul _,
          Primitive.Factorization _ ->
          throw refused(inputs);
    };
  }

  /// The one dtype of the first `count` inputs, whose elements are moved; the others are indices.
  private static DType moved(NDArray[] inputs, int count) {
    DType dtype = inputs[0].dtype();
    for (int i = 0; i < inputs.length; i++) {
      boolean fits = i < count ? inputs[i].dtype().equals(dtype) : inputs[i].dtype().isNumeric();
      if (!fits) {
        throw refused(inputs);
      }
    }
    return dtype;
  }

  /// Refuses outputs that are of another dtype than the result.
  static void requireOutputs(NDArray[] outputs, DType dtype) {
    for (NDArray output : outputs) {
      if (!output.dtype().equals(dtype)) {
        throw refused(new NDArray[] {output});
      }
    }
  }

  private static TypeError refused(NDArray[] inputs) {
    StringBuilder types = new StringBuilder("this function is not supported for elements of ");
    for (int i = 0; i < inputs.length; i++) {
      types.append(i == 0 ? "" : " and ").append(inputs[i].dtype().repr());
    }
    return new TypeError(types.toString());
  }
}
