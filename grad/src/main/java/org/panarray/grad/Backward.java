package org.panarray.grad;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.prim.Columns.Smoothness;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// One pass back over a tape: which values the target depends on, and their cotangents so far.
final class Backward {
  private final Map<Integer, NDArray> cotangents = new HashMap<>();
  private final BitSet reached = new BitSet();

  /// Values whose cotangent may hold zeros because something else was chosen: only there does a
  /// rule take the trouble to keep zero times an infinite slope zero.
  private final BitSet chosen = new BitSet();

  /// @param target the number of a value, or negative where the tape has not seen it
  Backward(int target, NDArray cotangent) {
    if (target >= 0) {
      cotangents.put(target, cotangent);
      reached.set(target);
      chosen.set(target, cotangent.size() != 1);
    }
  }

  boolean reaches(int number) {
    return reached.get(number);
  }

  /// The cotangent of a value, or null where nothing flows to it.
  @Nullable NDArray cotangent(int number) {
    return cotangents.get(number);
  }

  /// Passes a step: what its outputs were given goes to its inputs.
  void pass(Tape.Step step) {
    int[] outputs = step.outputs();
    int[] inputs = step.inputs();
    NDArray[] given = new NDArray[outputs.length];
    boolean depends = false;
    boolean any = false;
    boolean masked = chooses(step.derivation());
    for (int i = 0; i < outputs.length; i++) {
      given[i] = cotangents.get(outputs[i]);
      depends |= reached.get(outputs[i]);
      any |= given[i] != null;
      masked |= chosen.get(outputs[i]);
    }
    if (!depends) {
      return;
    }
    boolean[] needed = new boolean[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      needed[i] = inputs[i] >= 0;
      if (needed[i]) {
        reached.set(inputs[i]);
        chosen.set(inputs[i], masked || chosen.get(inputs[i]));
      }
    }
    if (any) {
      add(step, step.derivation().pullback(given, needed, masked), needed);
    }
  }

  private void add(Tape.Step step, @Nullable NDArray[] pulled, boolean[] needed) {
    for (int i = 0; i < needed.length; i++) {
      NDArray part = pulled[i];
      if (needed[i] && part != null) {
        cotangents.merge(step.inputs()[i], part, NDArray::plus);
      }
    }
  }

  private static boolean chooses(Derivation derivation) {
    return switch (derivation) {
      case Saved saved -> chooses(saved.primitive());
      case Given _ -> true;
    };
  }

  /// Whether a primitive may give zero to some elements of an input though others get something.
  private static boolean chooses(Primitive primitive) {
    return switch (primitive) {
      case Primitive.Map map -> chooses(map.expr());
      case Primitive.Generate generate -> chooses(generate.expr());
      case Primitive.Reduce reduce -> reduce.op() != ScalarOp.ADD || chooses(reduce.element());
      case Primitive.Copy _, Primitive.Transfer _, Primitive.Concat _, Primitive.Sort _ -> false;
      case Primitive.Reshape _, Primitive.Transpose _, Primitive.BroadcastTo _ -> false;
      case Primitive.Windows _, Primitive.Part _, Primitive.Bitcast _ -> false;
      case Primitive.MatMul _, Primitive.Factorization _, Primitive.Fft _ -> false;
      case Primitive.Slice _, Primitive.Diagonal _, Primitive.Gather _, Primitive.Scatter _ -> true;
      case Primitive.Scan scan -> scan.op() != ScalarOp.ADD;
      case Primitive.ArgReduce _, Primitive.ArgSort _ -> true;
      case Primitive.SearchSorted _, Primitive.Nonzero _ -> true;
    };
  }

  private static boolean chooses(Expr expr) {
    return expr.any(
        part -> part instanceof Expr.Apply apply && apply.op().smoothness() == Smoothness.CHOSEN);
  }
}
