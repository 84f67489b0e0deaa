package org.panarray.internal.array;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.engine.Engine;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.internal.array.PendingInput.Leaf;
import org.panarray.prim.Chain;
import org.panarray.prim.ElementType;
import org.panarray.prim.Inference;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Does work that was put off: gathers the steps that it waits for into one [Chain].
///
/// A step whose result other work wants too is kept with the same pass.
final class ChainWork {
  private final List<Pending> steps = new ArrayList<>();
  private final List<int[]> reads = new ArrayList<>(); // steps as -1, -2, ...
  private final List<Leaf> leaves = new ArrayList<>();
  private final int[] uses;

  private ChainWork(Pending root) {
    uses = new int[root.steps() + 1];
    collect(root);
  }

  /// The elements of `array`, which stands for this work.
  static Operand compute(Pending root, NDArray array) {
    PendingInput[] inputs = root.inputs();
    if (inputs != null && root.steps() == 1 && !isTold(root)) {
      return alone(root, inputs);
    }
    ChainWork work = new ChainWork(root);
    if (work.steps.isEmpty()) {
      return root.known(); // another thread was here
    }
    return isTold(root) ? work.computeWhole(root, array) : work.compute(root.isPromised());
  }

  /// Whether a recorder is to see the work as one expression, or a device to do it so.
  private static boolean isTold(Pending root) {
    return root.isPromised() && Ambient.current().recorder != null
        || !root.device().equals(Device.CPU);
  }

  /// One step of elements that are there: the shortest way, which most work takes.
  private static Operand alone(Pending root, PendingInput[] leaves) {
    Engine engine = Engines.of(root.device());
    Operand[] operands = new Operand[leaves.length];
    Layout[] layouts = new Layout[leaves.length];
    for (int k = 0; k < leaves.length; k++) {
      operands[k] = ((Leaf) leaves[k]).read().begin();
      layouts[k] = operands[k].layout();
    }
    int faults;
    Operand output;
    try {
      Layout layout = Dispatch.resultLayout(engine, layouts);
      output = Dispatch.memory(root.scope(), engine, root.expr().type(), layout, operands);
      Primitive.Map map = new Primitive.Map(root.expr());
      faults = Dispatch.run(engine, map, operands, new Operand[] {output});
      tell(map, operands, output);
      Reference.reachabilityFence(operands);
    } finally {
      for (PendingInput leaf : leaves) {
        ((Leaf) leaf).read().end();
      }
    }
    Operand result = root.settle(null, output);
    Faults.report(root.errors(), root.operation(), root.expr(), faults);
    return result;
  }

  /// How a step reads what `work` gives.
  private int collect(Pending work) {
    int known = steps.indexOf(work);
    if (known >= 0) {
      uses[known]++;
      return ~known;
    }
    PendingInput[] inputs = work.inputs();
    if (inputs == null) {
      return leaf(work.result());
    }
    int[] read = new int[inputs.length];
    for (int k = 0; k < inputs.length; k++) {
      read[k] =
          switch (inputs[k]) {
            case Leaf leaf -> leaf(leaf);
            case Pending before -> collect(before);
          };
    }
    uses[steps.size()]++;
    steps.add(work);
    reads.add(read);
    return -steps.size();
  }

  private int leaf(Leaf leaf) {
    for (int k = 0; k < leaves.size(); k++) {
      if (leaves.get(k).read() == leaf.read()) {
        return k;
      }
    }
    leaves.add(leaf);
    return leaves.size() - 1;
  }

  private Operand[] begin() {
    Operand[] operands = new Operand[leaves.size()];
    for (int k = 0; k < operands.length; k++) {
      operands[k] = leaves.get(k).read().begin();
    }
    return operands;
  }

  private void end() {
    for (Leaf leaf : leaves) {
      leaf.read().end();
    }
  }

  private Chain chain() {
    List<Chain.Step> all = new ArrayList<>(steps.size());
    for (int s = 0; s < steps.size(); s++) {
      List<Integer> from = new ArrayList<>(reads.get(s).length);
      for (int read : reads.get(s)) {
        from.add(read < 0 ? leaves.size() + ~read : read);
      }
      all.add(new Chain.Step(steps.get(s).expr(), from));
    }
    return new Chain(leaves.size(), all);
  }

  /// Computes a step and what it waits for into memory; false where one pass would read what it has
  /// written, and nothing was done.
  static boolean into(Pending root, Operand target) {
    ChainWork work = new ChainWork(root);
    Operand[] inputs = work.begin();
    try {
      for (Operand input : inputs) {
        boolean same = input.type() == target.type() && input.layout().equals(target.layout());
        if (input.buffer() == target.buffer() && !same && Dispatch.overlaps(input, target)) {
          return false;
        }
      }
      work.compute(inputs, false, target);
      return true;
    } finally {
      root.release();
      work.end();
    }
  }

  private Operand compute(boolean promised) {
    Operand[] inputs = begin();
    try {
      return compute(inputs, promised, null);
    } finally {
      end();
    }
  }

  /// @param target where the last result goes, null for fresh memory
  private Operand compute(Operand[] inputs, boolean promised, @Nullable Operand target) {
    int last = steps.size() - 1;
    Engine engine = Engines.of(steps.get(last).device());
    Operand[] outputs = outputs(engine, inputs, promised, target);
    Chain chain = chain();
    int[] faults = Dispatch.runChain(engine, chain, inputs, outputs);
    Operand result = outputs[last];
    for (int s = 0; s <= last; s++) {
      if (outputs[s] != null && (s < last || target == null)) {
        result = steps.get(s).settle(null, outputs[s]);
      }
    }
    if (target != null) {
      target.buffer().markWritten();
    }
    tell(chain, inputs, outputs, target);
    report(faults);
    return result;
  }

  /// Memory for what is kept: the last result, and those that other work reads too unless one
  /// kernel was promised. Each has the order that it would have if the steps were done one by one.
  private @Nullable Operand[] outputs(
      Engine engine, Operand[] inputs, boolean promised, @Nullable Operand target) {
    Operand[] outputs = new Operand[steps.size()];
    Layout[] layouts = layouts(engine, inputs);
    for (int s = 0; s < outputs.length; s++) {
      Pending step = steps.get(s);
      if (s == outputs.length - 1 && target != null) {
        outputs[s] = target;
      } else if (s == outputs.length - 1 || step.readers() > uses[s] && !promised) {
        outputs[s] = Dispatch.memory(step.scope(), engine, step.expr().type(), layouts[s], inputs);
      }
    }
    return outputs;
  }

  private Layout[] layouts(Engine engine, Operand[] inputs) {
    Layout[] layouts = new Layout[steps.size()];
    for (int s = 0; s < layouts.length; s++) {
      Layout[] from = new Layout[reads.get(s).length];
      for (int k = 0; k < from.length; k++) {
        int read = reads.get(s)[k];
        from[k] = read < 0 ? layouts[~read] : inputs[read].layout();
      }
      layouts[s] = Dispatch.resultLayout(engine, from);
    }
    return layouts;
  }

  /// As one expression, which a recorder sees.
  private Operand computeWhole(Pending root, NDArray array) {
    Ambient ambient = Ambient.current();
    Fusion outer = ambient.fusion;
    ambient.fusion = null;
    Engine engine = Engines.of(root.device());
    Operand[] inputs = begin();
    try {
      Layout[] layouts = new Layout[inputs.length];
      for (int k = 0; k < inputs.length; k++) {
        layouts[k] = inputs[k].layout();
      }
      Primitive.Map map = new Primitive.Map(chain().expr());
      Layout layout = Dispatch.resultLayout(engine, layouts);
      Operand output = Dispatch.memory(root.scope(), engine, map.expr().type(), layout, inputs);
      int faults = Dispatch.run(engine, map, inputs, new Operand[] {output});
      Operand result = root.settle(array, output);
      ArrayAccess.arrays().computed(array, result);
      Faults.report(ambient, map, faults);
      if (ambient.recorder != null) {
        ambient.recorder.recorded(map, arrays(), new NDArray[] {array});
      }
      return result;
    } finally {
      end();
      ambient.fusion = outer;
    }
  }

  /// A reduction of a chain whose result nobody else wants, or null where the engine needs it as a
  /// whole, or it has to be looked through for faults.
  static @Nullable NDArray fold(Primitive.Reduce fold, Pending element) {
    ChainWork work = new ChainWork(element);
    if (work.steps.isEmpty()) {
      return null;
    }
    Engine engine = Engines.of(element.device());
    ElementType type = fold.element().type();
    Operand[] inputs = work.begin();
    try {
      if (!work.layouts(engine, inputs)[work.steps.size() - 1].isContiguous()) {
        return null; // the order of the elements in memory is that of a sum
      }
      Inference.Result spec =
          Inference.results(fold, new ElementType[] {type}, new Shape[] {element.shape()})[0];
      Layout layout = Layout.contiguous(spec.shape());
      Operand output = Dispatch.memory(Ambient.current().scope(), engine, spec.type(), layout);
      Chain chain = work.chain();
      int[] faults = Dispatch.foldChain(engine, chain, fold, inputs, element.shape(), output);
      if (faults == null || spec.type().isInexact() && !isFinite(output)) {
        return null;
      }
      work.report(faults);
      tell(new Primitive.Reduce(fold.op(), chain.expr(), fold.axes()), inputs, output);
      return ArrayAccess.arrays().owning(DType.of(spec.type()), output);
    } finally {
      work.end();
    }
  }

  /// Who only looks on, and is shown what was put off when it is done.
  private static @Nullable Recorder onlooker() {
    Recorder recorder = Ambient.current().recorder;
    return recorder == null || recorder.follows() ? null : recorder;
  }

  private static void tell(Primitive done, Operand[] inputs, Operand output) {
    Recorder onlooker = onlooker();
    if (onlooker != null) {
      onlooker.recorded(done, shown(inputs), shown(output));
    }
  }

  private static void tell(
      Chain chain, Operand[] inputs, @Nullable Operand[] outputs, @Nullable Operand target) {
    Recorder onlooker = onlooker();
    for (int s = 0; onlooker != null && s < outputs.length; s++) {
      if (outputs[s] == null) {
        continue;
      }
      Chain upTo = new Chain(inputs.length, chain.steps().subList(0, s + 1));
      Primitive.Map map = new Primitive.Map(upTo.expr());
      if (outputs[s] == target) {
        onlooker.written(map, shown(inputs), shown(outputs[s]));
      } else {
        onlooker.recorded(map, shown(inputs), shown(outputs[s]));
      }
    }
  }

  private static NDArray[] shown(Operand... operands) {
    return Arrays.stream(operands)
        .map(operand -> ArrayAccess.arrays().owning(DType.of(operand.type()), operand))
        .toArray(NDArray[]::new);
  }

  private static boolean isFinite(Operand operand) {
    for (long k = 0; k < operand.layout().size(); k++) {
      if (!Double.isFinite(ScalarMemory.get(operand, k).re())) {
        return false;
      }
    }
    return true;
  }

  private void report(int[] faults) {
    for (int s = 0; s < faults.length; s++) {
      Pending step = steps.get(s);
      Faults.report(step.errors(), step.operation(), step.expr(), faults[s]);
    }
  }

  /// A reduction of what an expression gives, as one primitive.
  static NDArray reduce(Primitive.Reduce reduce, Pending element) {
    ChainWork work = new ChainWork(element);
    Ambient ambient = Ambient.current();
    Fusion outer = ambient.fusion;
    ambient.fusion = null;
    try {
      return Dispatch.apply(
          new Primitive.Reduce(reduce.op(), work.chain().expr(), reduce.axes()), work.arrays());
    } finally {
      element.release();
      ambient.fusion = outer;
    }
  }

  private NDArray[] arrays() {
    NDArray[] arrays = new NDArray[leaves.size()];
    for (int k = 0; k < arrays.length; k++) {
      arrays[k] = Objects.requireNonNull(leaves.get(k).array());
    }
    return arrays;
  }
}
