package org.panarray.gpu;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Operand;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Refuses integers to negative integer powers, which a kernel cannot: it looks at the exponents
/// before anything is computed, and waits for the device to do so.
final class CudaPowers {
  private final CudaEngine engine;
  private final CudaMap map;
  private final CudaLines lines;

  CudaPowers(CudaEngine engine, CudaMap map, CudaLines lines) {
    this.engine = engine;
    this.map = map;
    this.lines = lines;
  }

  /// Checks the exponents of every integer power in an expression of the inputs.
  void check(Expr expr, Operand[] inputs) {
    for (Expr child : expr.children()) {
      check(child, inputs);
    }
    if (expr instanceof Expr.Apply apply && refusesNegatives(apply.op(), apply.type())) {
      requireNoneNegative(apply.operands().get(1), inputs);
    }
  }

  /// Checks the elements that are exponents where the operation itself runs along an axis: all but
  /// the first.
  void checkLine(ScalarOp op, Expr element, int axis, Operand[] inputs) {
    if (!refusesNegatives(op, element.type())) {
      return;
    }
    Shape shape = broadcast(List.of(inputs));
    if (shape.dim(axis) > 1) {
      Operand[] rest = new Operand[inputs.length];
      for (int i = 0; i < rest.length; i++) {
        Layout wide = inputs[i].layout().broadcastTo(shape);
        rest[i] = inputs[i].with(wide.slice(axis, 1, 1, shape.dim(axis) - 1));
      }
      requireNoneNegative(element, rest);
    }
  }

  /// Checks the values that `ufunc.at` combines with the elements of another array.
  void checkCombined(@Nullable ScalarOp op, Operand values) {
    if (refusesNegatives(op, values.type())) {
      requireNoneNegative(new Expr.Arg(0, values.type()), new Operand[] {values});
    }
  }

  private static boolean refusesNegatives(@Nullable ScalarOp op, ElementType type) {
    return op == ScalarOp.POWER && type.isInteger() && !type.isUnsigned();
  }

  private void requireNoneNegative(Expr exponent, Operand[] inputs) {
    SortedSet<Integer> used = new TreeSet<>();
    collect(exponent, used);
    if (used.isEmpty()) {
      return; // a constant of the library's own
    }
    List<Expr> places = new ArrayList<>();
    List<Operand> operands = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      places.add(new Expr.Arg(used.headSet(i).size(), inputs[i].type()));
      if (used.contains(i)) {
        operands.add(inputs[i]);
      }
    }
    Expr negative =
        Expr.apply(
            ScalarOp.LESS, Expr.substitute(exponent, places), new Expr.Const(0, exponent.type()));
    if (any(negative, operands)) {
      throw new ValueError("Integers to negative integer powers are not allowed.");
    }
  }

  private boolean any(Expr condition, List<Operand> operands) {
    Operand[] inputs = operands.toArray(Operand[]::new);
    int rank = broadcast(operands).rank();
    Operand answer = engine.fresh(ElementType.BOOL, Layout.contiguous(Shape.SCALAR));
    if (rank == 0) {
      map.run(condition, inputs, answer);
    } else {
      List<Integer> axes = IntStream.range(0, rank).boxed().toList();
      lines.reduce(new Primitive.Reduce(ScalarOp.LOGICAL_OR, condition, axes), inputs, answer);
    }
    byte[] found = new byte[1];
    engine.cuda().download(MemorySegment.ofArray(found), CudaEngine.memory(answer), 0);
    Reference.reachabilityFence(answer);
    return found[0] != 0;
  }

  private static Shape broadcast(List<Operand> operands) {
    return Shape.broadcast(
        operands.stream().map(operand -> operand.layout().shape()).toArray(Shape[]::new));
  }

  private static void collect(Expr expr, SortedSet<Integer> used) {
    if (expr instanceof Expr.Arg arg) {
      used.add(arg.index());
    }
    expr.children().forEach(child -> collect(child, used));
  }
}
