package org.panarray.engine.cpu;

import java.util.List;
import java.util.stream.IntStream;
import org.panarray.engine.FloatFault;
import org.panarray.engine.Operand;
import org.panarray.engine.fault.FaultRules;
import org.panarray.engine.interpreter.Interpreter;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Looks for underflow, which nobody asks about by default: where a result is zero or below the
/// smallest normal number, the work is done again by the specification.
///
/// Of a product of matrices with more than [FoldFaults#SMALL] steps nothing is told, nor of what is
/// lost inside a sum that is not small.
final class UnderflowSearch {
  private final ReduceRunner reductions;
  private final Interpreter interpreter = new Interpreter();

  UnderflowSearch(ReduceRunner reductions) {
    this.reductions = reductions;
  }

  boolean finds(Primitive primitive, Operand[] inputs, Operand[] outputs) {
    return switch (primitive) {
      case Primitive.Map map ->
          FaultRules.mayFault(map.expr()) && isFoundAgain(primitive, inputs, outputs[0]);
      case Primitive.Reduce reduce ->
          (reduce.op() == ScalarOp.MULTIPLY || FaultRules.mayFault(reduce.element()))
              && isFoundAgain(primitive, inputs, outputs[0]);
      case Primitive.Scan scan ->
          scan.op() == ScalarOp.MULTIPLY && isFoundAgain(primitive, inputs, outputs[0]);
      case Primitive.MatMul _ -> {
        long steps = outputs[0].layout().size() * inputs[0].layout().dim(-1);
        yield steps <= FoldFaults.SMALL && isFoundAgain(primitive, inputs, outputs[0]);
      }
      case Primitive.Generate _,
          Primitive.ArgReduce _,
          Primitive.Structural _,
          Primitive.Fft _,
          Primitive.Copy _,
          Primitive.View _,
          Primitive.Transfer _ ->
          false;
    };
  }

  private boolean isFoundAgain(Primitive primitive, Operand[] inputs, Operand output) {
    ElementType type = output.type();
    if (!type.isInexact() || output.layout().size() == 0 || !hasTiny(output)) {
      return false;
    }
    CpuBuffer buffer = CpuBuffer.allocatePooled(output.layout().size() << type.byteShift());
    Operand again = new Operand(type, Layout.contiguous(output.layout().shape()), buffer);
    int faults = interpreter.run(primitive, inputs, new Operand[] {again});
    buffer.close();
    return (faults & FloatFault.UNDERFLOW) != 0;
  }

  private boolean hasTiny(Operand output) {
    ElementType type = output.type().realPart();
    Operand parts = output.type().isComplex() ? ComplexParts.of(output) : output;
    Expr size = Expr.apply(ScalarOp.ABSOLUTE, new Expr.Arg(0, type));
    Expr tiny =
        Expr.apply(ScalarOp.LESS, size, new Expr.Const(type.format().smallestNormal(), type));
    List<Integer> axes = IntStream.range(0, parts.layout().rank()).boxed().toList();
    CpuBuffer buffer = CpuBuffer.allocatePooled(1);
    Operand truth = new Operand(ElementType.BOOL, Layout.contiguous(Shape.SCALAR), buffer);
    reductions.run(
        new Primitive.Reduce(ScalarOp.LOGICAL_OR, tiny, axes), new Operand[] {parts}, truth);
    boolean any = ScalarMemory.get(truth, 0).truth();
    buffer.close();
    return any;
  }
}
