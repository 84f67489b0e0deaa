package org.panarray.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.prim.Chain;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Runs primitives on one device.
///
/// Views never reach an engine: they are layouts. Outputs are allocated by the caller with the
/// shape and type that [org.panarray.prim.Inference] gives, in any layout that does not overlap
/// itself, and do not overlap an input except where they are the very same operand elements in the
/// same layout.
public interface Engine {
  Device device();

  /// What `doctor` and error messages call this engine.
  String name();

  /// Whether the engine can run a primitive on inputs of such types. The door asks before every
  /// call and refuses in one place what a device cannot do; an engine need not check again.
  default boolean supports(Primitive primitive, Operand... inputs) {
    return true;
  }

  /// Computes `outputs` from `inputs`.
  ///
  /// @return the floating-point faults that occurred or may have occurred, as [FloatFault] bits; an
  ///   engine that cannot tell returns 0
  /// @throws org.panarray.error.IndexError for an index array that points outside
  int run(Primitive primitive, Operand[] inputs, Operand[] outputs);

  /// Computes a chain of elementwise steps.
  ///
  /// @param outputs for each step where its result goes, null where it is needed inside only
  /// @return for each step its faults, as [#run] tells them
  default int[] runChain(Chain chain, Operand[] inputs, @Nullable Operand[] outputs) {
    List<Operand> known = new ArrayList<>(List.of(inputs));
    int[] faults = new int[outputs.length];
    Shape shape = Objects.requireNonNull(outputs[outputs.length - 1]).layout().shape();
    for (int s = 0; s < outputs.length; s++) {
      Chain.Step step = chain.steps().get(s);
      ElementType type = step.expr().type();
      Operand output = outputs[s];
      if (output == null) {
        output = new Operand(type, Layout.contiguous(shape), allocate(type, shape.size()));
      }
      Operand[] operands = step.reads().stream().map(known::get).toArray(Operand[]::new);
      faults[s] = run(new Primitive.Map(step.expr()), operands, new Operand[] {output});
      known.add(output);
    }
    return faults;
  }

  /// Folds the result of a chain, which is not kept.
  ///
  /// @param fold of one input, the chain's result
  /// @return for each step its faults; null where the engine would rather fold what is in memory,
  ///   and has written nothing
  default int @Nullable [] foldChain(
      Chain chain, Primitive.Reduce fold, Operand[] inputs, Shape shape, Operand output) {
    return null;
  }

  /// Whether results just computed lost digits by underflow; the inputs are as they were. Asked
  /// only where the program wants to know, as by default it does not: [#run] need not look for it.
  default boolean underflows(Primitive primitive, Operand[] inputs, Operand[] outputs) {
    return false;
  }

  /// Fresh memory, contents undefined.
  ///
  /// @throws org.panarray.error.MemoryError where the device has no more
  Buffer allocate(ElementType type, long elements);

  /// Fresh memory for a result, contents undefined, of the kind that goes best with its inputs.
  ///
  /// @param scoped whether it is given back at the end of a block, and not by the collector
  /// @throws org.panarray.error.MemoryError where the device has no more
  default Buffer allocate(ElementType type, long elements, boolean scoped, Operand... inputs) {
    return allocate(type, elements);
  }

  /// Fresh memory, all elements zero.
  ///
  /// @throws org.panarray.error.MemoryError where the device has no more
  default Buffer allocateZeroed(ElementType type, long elements) {
    Buffer buffer = allocate(type, elements);
    Shape shape = Shape.of(elements);
    Operand all = new Operand(type, Layout.contiguous(shape), buffer);
    run(
        new Primitive.Generate(shape, new Expr.Const(0, type)),
        new Operand[0],
        new Operand[] {all});
    return buffer;
  }

  /// Copies between this device's operand and memory of the CPU; shapes and types agree.
  void toHost(Operand source, Operand hostTarget);

  /// Copies from memory of the CPU to this device's operand; shapes and types agree.
  void fromHost(Operand hostSource, Operand target);

  /// The layout that a fresh result of an elementwise primitive should have, given its inputs.
  default Layout resultLayout(Shape shape, Layout... inputs) {
    return Layout.keepOrder(List.of(inputs), shape);
  }

  /// Waits until everything asked for so far is done.
  default void synchronize() {}

  /// Lines for `doctor`.
  String describe();
}
