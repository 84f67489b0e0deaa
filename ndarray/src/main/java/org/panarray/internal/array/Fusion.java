package org.panarray.internal.array;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.prim.Expr;
import org.panarray.prim.Formula;
import org.panarray.prim.Primitive;
import org.panarray.shape.Shape;

/// Puts off elementwise work inside `np.fuse`, so that a chain becomes one expression and a
/// reduction at its end reads no temporary.
///
/// A put-off array runs when anything but elementwise work asks for its elements. Of its faults
/// nobody can say afterwards in which step they came up: where the program wants to stop at one,
/// nothing is put off.
public final class Fusion {
  /// Beyond this many inputs a kernel would spill its addresses; the chain is cut there.
  private static final int MAX_INPUTS = 12;

  /// Beyond this many nodes, counted as often as they are read, a kernel would soon pass the 8000
  /// bytes of code from which HotSpot only interprets, or the nodes that its compiler allows.
  public static final int MAX_NODES = 64;

  /// An array that is not computed yet.
  public record Pending(Expr expr, List<NDArray> inputs, Shape shape, Device device) {}

  private final List<WeakReference<NDArray>> waiting = new ArrayList<>();

  /// Computes everything that this thread has put off: before memory that it may read is written.
  public static void flushAll() {
    Fusion current = Ambient.current().fusion;
    if (current != null) {
      current.flush();
    }
  }

  private void flush() {
    for (WeakReference<NDArray> reference : waiting) {
      NDArray array = reference.get();
      if (array != null) {
        array.operand();
      }
    }
    waiting.clear();
  }

  /// The result of a primitive that can wait or that consumes what waits; null for any other.
  @Nullable NDArray absorb(Primitive primitive, NDArray[] inputs) {
    return switch (primitive) {
      case Primitive.Map _ when Faults.stopsAtFaults() -> null;
      case Primitive.Map map -> {
        NDArray result = ArrayAccess.arrays().pending(chain(map.expr(), inputs));
        waiting.add(new WeakReference<>(result));
        yield result;
      }
      case Primitive.Reduce reduce when anyPending(inputs) -> {
        Pending chain = chain(reduce.element(), inputs);
        Ambient ambient = Ambient.current();
        ambient.fusion = null;
        try {
          yield Dispatch.apply(
              new Primitive.Reduce(reduce.op(), chain.expr(), reduce.axes()),
              chain.inputs().toArray(NDArray[]::new));
        } finally {
          ambient.fusion = this;
        }
      }
      case Primitive.Reduce _, Primitive.Generate _, Primitive.ArgReduce _, Primitive.Scan _ ->
          null;
      case Primitive.Copy _, Primitive.View _, Primitive.Transfer _, Primitive.Structural _ -> null;
      case Primitive.Fft _ -> null;
    };
  }

  private static boolean anyPending(NDArray[] inputs) {
    for (NDArray input : inputs) {
      if (ArrayAccess.arrays().pendingWork(input) != null) {
        return true;
      }
    }
    return false;
  }

  private static Pending chain(Expr expr, NDArray[] inputs) {
    List<NDArray> leaves = new ArrayList<>();
    List<Expr> replacements = new ArrayList<>(inputs.length);
    Shape[] shapes = new Shape[inputs.length];
    int[] uses = new int[inputs.length];
    int nodes = count(expr, uses);
    for (int i = 0; i < inputs.length; i++) {
      shapes[i] = inputs[i].shape();
      Pending pending = ArrayAccess.arrays().pendingWork(inputs[i]);
      int more =
          pending == null
              ? 0
              : uses[i] * (count(pending.expr(), new int[pending.inputs().size()]) - 1);
      if (pending != null
          && leaves.size() + pending.inputs().size() <= MAX_INPUTS
          && nodes + more <= MAX_NODES) {
        nodes += more;
        List<Expr> own = new ArrayList<>();
        for (NDArray leaf : pending.inputs()) {
          own.add(leaf(leaves, leaf));
        }
        replacements.add(Expr.substitute(pending.expr(), own));
      } else {
        if (pending != null) {
          inputs[i].operand(); // at once: a chain of chains would be as deep as the program is long
        }
        replacements.add(leaf(leaves, inputs[i]));
      }
    }
    return new Pending(
        Expr.substitute(expr, replacements),
        List.copyOf(leaves),
        Shape.broadcast(shapes),
        inputs[0].device());
  }

  /// The number of nodes; adds up how often each input is read.
  private static int count(Expr expr, int[] uses) {
    if (expr instanceof Expr.Arg arg) {
      uses[arg.index()]++;
    }
    Formula formula = Formula.of(expr);
    int nodes = formula == null ? 1 : formula.nodes();
    for (Expr child : expr.children()) {
      nodes += count(child, uses);
    }
    return nodes;
  }

  private static Expr leaf(List<NDArray> leaves, NDArray array) {
    for (int i = 0; i < leaves.size(); i++) {
      if (leaves.get(i) == array) {
        return new Expr.Arg(i, array.dtype().element());
      }
    }
    leaves.add(array);
    return new Expr.Arg(leaves.size() - 1, array.dtype().element());
  }
}
