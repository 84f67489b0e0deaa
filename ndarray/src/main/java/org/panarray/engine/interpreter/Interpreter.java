package org.panarray.engine.interpreter;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Buffer;
import org.panarray.engine.Device;
import org.panarray.engine.Engine;
import org.panarray.engine.Operand;
import org.panarray.engine.fault.FaultRules;
import org.panarray.engine.fault.OperationFaults;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// The specification of every primitive: slow and obvious, one element at a time, in C order. Every
/// generated kernel is tested against it.
public final class Interpreter implements Engine {
  @Override
  public Device device() {
    return Device.CPU;
  }

  @Override
  public String name() {
    return "interpreter";
  }

  @Override
  public int run(Primitive primitive, Operand[] inputs, Operand[] outputs) {
    return switch (primitive) {
      case Primitive.Map map -> map(map.expr(), inputs, outputs[0]);
      case Primitive.Generate generate -> map(generate.expr(), inputs, outputs[0]);
      case Primitive.Reduce reduce -> reduce(reduce, inputs, outputs[0]);
      case Primitive.ArgReduce arg -> argReduce(arg, inputs[0], outputs[0]);
      case Primitive.Scan scan -> scan(scan, inputs[0], outputs[0]);
      case Primitive.Copy _ ->
          map(new Expr.Arg(0, inputs[0].type()), new Operand[] {inputs[0]}, outputs[0]);
      case Primitive.Fft fft -> FourierInterpreter.run(fft, inputs[0], outputs[0]);
      case Primitive.Structural structural ->
          StructuralInterpreter.run(structural, inputs, outputs);
      case Primitive.View _, Primitive.Transfer _ ->
          throw new IllegalArgumentException(primitive + " is not for one engine");
    };
  }

  private static int map(Expr expr, Operand[] inputs, Operand output) {
    Shape shape = output.layout().shape();
    Layout[] layouts = broadcast(inputs, shape);
    Scalar[] elements = new Scalar[inputs.length];
    int[] faults = {0};
    boolean watched = FaultRules.mayFault(expr);
    forEachIndex(
        shape,
        index -> {
          for (int i = 0; i < inputs.length; i++) {
            elements[i] = ScalarMemory.get(inputs[i], offset(layouts[i], index));
          }
          Scalar value = Reference.evaluate(expr, elements, index);
          faults[0] |= watched ? FaultRules.of(expr, elements, value) : 0;
          ScalarMemory.set(output, offset(output.layout(), index), value);
        });
    return faults[0];
  }

  private static int reduce(Primitive.Reduce reduce, Operand[] inputs, Operand output) {
    Shape whole = Shape.SCALAR;
    for (Operand input : inputs) {
      whole = Shape.broadcast(whole, input.layout().shape());
    }
    Layout[] layouts = broadcast(inputs, whole);
    int[] reduced = reduce.axes().stream().mapToInt(Integer::intValue).toArray();
    boolean[] isReduced = new boolean[whole.rank()];
    for (int axis : reduced) {
      isReduced[axis] = true;
    }
    Shape inner = axes(whole, isReduced, true);
    ElementType type = reduce.element().type();
    Scalar[] elements = new Scalar[inputs.length];
    Function<long[], Scalar> element =
        index -> {
          for (int i = 0; i < inputs.length; i++) {
            elements[i] = ScalarMemory.get(inputs[i], offset(layouts[i], index));
          }
          return Reference.evaluate(reduce.element(), elements, index);
        };
    if (RoundedFold.appliesTo(reduce)) {
      RoundedFold fold = new RoundedFold(reduce, whole, layouts);
      long[] start = new long[inner.rank()];
      forEachIndex(
          output.layout().shape(),
          outerIndex -> {
            Scalar result = fold.of(merge(isReduced, outerIndex, start), element);
            ScalarMemory.set(output, offset(output.layout(), outerIndex), result);
          });
      return faults(reduce, elements, element, isReduced, inner, output.layout().shape());
    }
    forEachIndex(
        output.layout().shape(),
        outerIndex -> {
          Scalar[] total = new Scalar[1];
          forEachIndex(
              inner,
              innerIndex -> {
                Scalar value = element.apply(merge(isReduced, outerIndex, innerIndex));
                total[0] = combine(reduce.op(), total[0], value, new int[1]);
              });
          Scalar result = total[0] == null ? Reference.identity(reduce.op(), type) : total[0];
          ScalarMemory.set(output, offset(output.layout(), outerIndex), result);
        });
    return faults(reduce, elements, element, isReduced, inner, output.layout().shape());
  }

  /// The faults of a fold from the left, in whatever order its sums are made.
  ///
  /// @param elements what the inputs hold at the index that `element` was last asked for
  private static int faults(
      Primitive.Reduce reduce,
      Scalar[] elements,
      Function<long[], Scalar> element,
      boolean[] isReduced,
      Shape inner,
      Shape outer) {
    ElementType type = reduce.element().type();
    boolean watched = FaultRules.mayFault(reduce.element());
    if (!watched && !OperationFaults.canFault(reduce.op(), type, type)) {
      return 0;
    }
    // NumPy adds up halves as floats and rounds once.
    boolean halves = reduce.op() == ScalarOp.ADD && type.isNarrowFloat();
    int[] faults = {0};
    forEachIndex(
        outer,
        outerIndex -> {
          Scalar[] total = new Scalar[1];
          forEachIndex(
              inner,
              innerIndex -> {
                Scalar value = element.apply(merge(isReduced, outerIndex, innerIndex));
                faults[0] |= watched ? FaultRules.of(reduce.element(), elements, value) : 0;
                Scalar wide = halves ? Reference.cast(value, ElementType.FLOAT32) : value;
                total[0] = combine(reduce.op(), total[0], wide, faults);
              });
          if (halves && total[0] != null) {
            faults[0] |= OperationFaults.ofCast(total[0], Reference.cast(total[0], type));
          }
        });
    return faults[0];
  }

  private static Scalar combine(ScalarOp op, @Nullable Scalar total, Scalar value, int[] faults) {
    if (total == null) {
      return value;
    }
    Scalar result = Reference.apply(op, value.type(), total, value);
    faults[0] |= OperationFaults.of(op, new Scalar[] {total, value}, result);
    return result;
  }

  private static int argReduce(Primitive.ArgReduce arg, Operand input, Operand output) {
    ScalarOp op = arg.largest() ? ScalarOp.MAXIMUM : ScalarOp.MINIMUM;
    ScalarOp better = arg.largest() ? ScalarOp.GREATER : ScalarOp.LESS;
    Layout layout = input.layout();
    forEachIndex(
        output.layout().shape(),
        outer -> {
          long[] index = insert(outer, arg.axis());
          long best = 0;
          Scalar extreme = ScalarMemory.get(input, offset(layout, index));
          for (long k = 1; k < layout.dim(arg.axis()); k++) {
            index[arg.axis()] = k;
            Scalar next = ScalarMemory.get(input, offset(layout, index));
            boolean nan = Reference.apply(ScalarOp.ISNAN, ElementType.BOOL, extreme).truth();
            boolean nextNan = Reference.apply(ScalarOp.ISNAN, ElementType.BOOL, next).truth();
            if (!nan
                && (nextNan || Reference.apply(better, ElementType.BOOL, next, extreme).truth())) {
              best = k;
              extreme = nextNan ? next : Reference.apply(op, next.type(), extreme, next);
            }
          }
          ScalarMemory.set(
              output, offset(output.layout(), outer), Scalar.ofLong(ElementType.INT64, best));
        });
    return 0;
  }

  private static int scan(Primitive.Scan scan, Operand input, Operand output) {
    Shape shape = output.layout().shape();
    if (shape.size() == 0) {
      return 0;
    }
    int[] faults = {0};
    forEachIndex(
        shape.remove(scan.axis()),
        outer -> {
          long[] index = insert(outer, scan.axis());
          Scalar total = null;
          for (long k = 0; k < shape.dim(scan.axis()); k++) {
            index[scan.axis()] = k;
            Scalar value = ScalarMemory.get(input, offset(input.layout(), index));
            total = combine(scan.op(), total, value, faults);
            ScalarMemory.set(output, offset(output.layout(), index), total);
          }
        });
    return faults[0];
  }

  static Layout[] broadcast(Operand[] inputs, Shape shape) {
    Layout[] layouts = new Layout[inputs.length];
    for (int i = 0; i < layouts.length; i++) {
      layouts[i] = inputs[i].layout().broadcastTo(shape);
    }
    return layouts;
  }

  public static long offset(Layout layout, long[] index) {
    long offset = layout.offset();
    for (int axis = 0; axis < index.length; axis++) {
      offset += index[axis] * layout.stride(axis);
    }
    return offset;
  }

  /// Every index of the shape in C order; the array is reused.
  public static void forEachIndex(Shape shape, Consumer<long[]> visitor) {
    long[] index = new long[shape.rank()];
    for (long left = shape.size(); left > 0; left--) {
      visitor.accept(index);
      for (int axis = index.length - 1; axis >= 0; axis--) {
        if (++index[axis] < shape.dim(axis)) {
          break;
        }
        index[axis] = 0;
      }
    }
  }

  private static Shape axes(Shape shape, boolean[] chosen, boolean wanted) {
    List<Long> dims = new java.util.ArrayList<>();
    for (int axis = 0; axis < chosen.length; axis++) {
      if (chosen[axis] == wanted) {
        dims.add(shape.dim(axis));
      }
    }
    return Shape.of(dims.stream().mapToLong(Long::longValue).toArray());
  }

  private static long[] merge(boolean[] isReduced, long[] outer, long[] inner) {
    long[] index = new long[isReduced.length];
    int fromOuter = 0;
    int fromInner = 0;
    for (int axis = 0; axis < index.length; axis++) {
      index[axis] = isReduced[axis] ? inner[fromInner++] : outer[fromOuter++];
    }
    return index;
  }

  private static long[] insert(long[] outer, int axis) {
    long[] index = new long[outer.length + 1];
    System.arraycopy(outer, 0, index, 0, axis);
    System.arraycopy(outer, axis, index, axis + 1, outer.length - axis);
    return index;
  }

  @Override
  public Buffer allocate(ElementType type, long elements) {
    return CpuBuffer.allocate(elements << type.byteShift());
  }

  @Override
  public Buffer allocateZeroed(ElementType type, long elements) {
    return CpuBuffer.allocateZeroed(elements << type.byteShift());
  }

  @Override
  public void toHost(Operand source, Operand hostTarget) {
    map(new Expr.Arg(0, source.type()), new Operand[] {source}, hostTarget);
  }

  @Override
  public void fromHost(Operand hostSource, Operand target) {
    toHost(hostSource, target);
  }

  @Override
  public String describe() {
    return "interpreter: one element at a time, the reference of all engines";
  }
}
