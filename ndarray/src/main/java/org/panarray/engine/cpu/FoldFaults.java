package org.panarray.engine.cpu;

import java.util.List;
import java.util.stream.IntStream;
import org.panarray.engine.Operand;
import org.panarray.engine.fault.FaultRules;
import org.panarray.engine.fault.OperationFaults;
import org.panarray.engine.interpreter.Interpreter;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.IndexWalk;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// The floating-point faults of reductions and scans, told after the work from what came out.
///
/// A sum or a product that met a fault is infinite or NaN at its end, so finite results, which are
/// nearly all, cost one look each. Of the others the small ones are folded again step by step, as
/// the specification does. For large ones it is asked whether the elements account for the result:
/// an infinite sum of elements none of which is infinite has overflowed. What an infinite element
/// hides from this, an overflow beside it, is not seen.
final class FoldFaults {
  /// Elements up to which a fold is done again step by step.
  static final int SMALL = 4096;

  /// Results up to which a look at each takes less than a reduction.
  private static final int FEW = 256;

  private final ReduceRunner reductions;
  private final MapRunner maps;
  private final Interpreter interpreter = new Interpreter();

  FoldFaults(ReduceRunner reductions, MapRunner maps) {
    this.reductions = reductions;
    this.maps = maps;
  }

  int of(Primitive.Reduce reduce, Operand[] inputs, Operand output) {
    ElementType type = reduce.element().type();
    boolean looked = OperationFaults.canFault(reduce.op(), type, type);
    if (!looked || reduce.op().isSticky() && isFinite(output)) {
      return 0;
    }
    Shape whole = Shape.SCALAR;
    for (Operand input : inputs) {
      whole = Shape.broadcast(whole, input.layout().shape());
    }
    return whole.size() <= SMALL || !reduce.op().isSticky()
        ? stepByStep(reduce, reduce.element().type(), inputs, output)
        : fromElements(reduce, inputs, output);
  }

  private int stepByStep(Primitive primitive, ElementType type, Operand[] inputs, Operand output) {
    Operand again = scratch(type, output.layout().shape());
    int faults = interpreter.run(primitive, inputs, new Operand[] {again});
    MapRunner.buffer(again).close();
    return faults;
  }

  private static Operand scratch(ElementType type, Shape shape) {
    CpuBuffer buffer = CpuBuffer.allocatePooled(shape.size() << type.byteShift());
    return new Operand(type, Layout.contiguous(shape), buffer);
  }

  private int fromElements(Primitive.Reduce reduce, Operand[] inputs, Operand output) {
    Shape shape = output.layout().shape();
    Operand nan = any(test(ScalarOp.ISNAN, reduce.element()), reduce.axes(), inputs, shape);
    Operand infinite = any(test(ScalarOp.ISINF, reduce.element()), reduce.axes(), inputs, shape);
    int[] faults = {0};
    IndexWalk.forEach(
        output.layout().shape(),
        index -> {
          long place = IndexWalk.offset(output.layout(), index);
          double re = ElementAccess.getReal(MapRunner.segment(output), output.type(), place);
          double im = ElementAccess.getImaginary(MapRunner.segment(output), output.type(), place);
          faults[0] |=
              OperationFaults.unaccounted(re, im, isSet(nan, index), isSet(infinite, index));
        });
    MapRunner.buffer(nan).close();
    MapRunner.buffer(infinite).close();
    return faults[0];
  }

  static boolean isSet(Operand truths, long[] index) {
    return ScalarMemory.get(truths, IndexWalk.offset(truths.layout(), index)).truth();
  }

  /// The test of an element, or of what it is computed from where that may be at fault itself.
  private static Expr test(ScalarOp test, Expr element) {
    return switch (element) {
      case Expr.Cast cast when FaultRules.mayFault(element) -> test(test, cast.operand());
      case Expr.Apply apply when FaultRules.mayFault(element) -> {
        Expr some = new Expr.Const(0, ElementType.BOOL);
        for (Expr operand : apply.operands()) {
          some = Expr.apply(ScalarOp.LOGICAL_OR, some, test(test, operand));
        }
        yield some;
      }
      case Expr.Arg _, Expr.Const _, Expr.Index _, Expr.Cast _, Expr.Apply _ ->
          element.type().isInexact()
              ? new Expr.Apply(test, List.of(element), ElementType.BOOL)
              : new Expr.Const(0, ElementType.BOOL);
    };
  }

  private Operand any(Expr tested, List<Integer> axes, Operand[] inputs, Shape shape) {
    Operand truths = scratch(ElementType.BOOL, shape);
    reductions.run(new Primitive.Reduce(ScalarOp.LOGICAL_OR, tested, axes), inputs, truths);
    return truths;
  }

  /// Whether elements of an operand are NaN or infinite, over an axis.
  Operand any(ScalarOp test, Operand operand, int axis) {
    Expr tested = test(test, new Expr.Arg(0, operand.type()));
    Shape shape = operand.layout().shape().remove(axis);
    return any(tested, List.of(axis), new Operand[] {operand}, shape);
  }

  int of(Primitive.Scan scan, Operand input, Operand output) {
    ElementType type = input.type();
    long count = input.layout().dim(scan.axis());
    boolean looked = OperationFaults.canFault(scan.op(), type, type);
    if (!looked || count < 2 || output.layout().size() == 0) {
      return 0;
    }
    Operand last = output.with(output.layout().select(scan.axis(), count - 1));
    return scan.op().isSticky() && isFinite(last) ? 0 : search(scan, input, output);
  }

  /// The faults of combining each running result with the element after it.
  private int search(Primitive.Scan scan, Operand input, Operand output) {
    ElementType type = input.type();
    int axis = scan.axis();
    long count = input.layout().dim(axis) - 1;
    Operand before = output.with(output.layout().slice(axis, 0, 1, count));
    Operand next = input.with(input.layout().slice(axis, 1, 1, count));
    Operand again = scratch(type, before.layout().shape());
    Expr step =
        new Expr.Apply(scan.op(), List.of(new Expr.Arg(0, type), new Expr.Arg(1, type)), type);
    int faults = maps.run(step, new Operand[] {before, next}, again);
    MapRunner.buffer(again).close();
    return faults;
  }

  /// Whether all elements are finite numbers.
  boolean isFinite(Operand operand) {
    Layout layout = operand.layout();
    if (layout.size() <= FEW) {
      for (long i = 0; i < layout.size(); i++) {
        long place = layout.offsetOfFlat(i);
        if (!MapRunner.isFinite(MapRunner.segment(operand), operand.type(), place)) {
          return false;
        }
      }
      return true;
    }
    List<Integer> axes = IntStream.range(0, layout.rank()).boxed().toList();
    Expr tested =
        new Expr.Apply(
            ScalarOp.ISFINITE, List.of(new Expr.Arg(0, operand.type())), ElementType.BOOL);
    Operand truth = scratch(ElementType.BOOL, Shape.SCALAR);
    reductions.run(
        new Primitive.Reduce(ScalarOp.LOGICAL_AND, tested, axes), new Operand[] {operand}, truth);
    boolean all = ScalarMemory.get(truth, 0).truth();
    MapRunner.buffer(truth).close();
    return all;
  }
}
