package org.panarray.internal.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.engine.Engine;
import org.panarray.engine.Operand;
import org.panarray.internal.array.Pending.Leaf;
import org.panarray.prim.Chain;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;

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
    ChainWork work = new ChainWork(root);
    if (work.steps.isEmpty()) {
      return root.settle(null, root.result().read().begin());
    }
    boolean told = root.isPromised() && Ambient.current().recorder != null;
    return told || !root.device().equals(Device.CPU)
        ? work.computeWhole(root, array)
        : work.compute(root.isPromised());
  }

  /// How a step reads what `work` gives.
  private int collect(Pending work) {
    int known = steps.indexOf(work);
    if (known >= 0) {
      uses[known]++;
      return ~known;
    }
    Object[] inputs = work.inputs();
    if (inputs == null) {
      return leaf(work.result());
    }
    int[] read = new int[inputs.length];
    for (int k = 0; k < inputs.length; k++) {
      read[k] = inputs[k] instanceof Leaf leaf ? leaf(leaf) : collect((Pending) inputs[k]);
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

  private Operand compute(boolean promised) {
    int last = steps.size() - 1;
    Engine engine = Engines.of(steps.get(last).device());
    Operand[] inputs = begin();
    try {
      Operand[] outputs = outputs(engine, inputs, promised);
      int[] faults = run(engine, inputs, outputs);
      Operand result = outputs[last];
      for (int s = 0; s <= last; s++) {
        if (outputs[s] != null) {
          result = steps.get(s).settle(null, outputs[s]);
        }
      }
      for (int s = 0; s <= last; s++) {
        Pending step = steps.get(s);
        Faults.report(step.errors(), step.operation(), step.expr(), faults[s]);
      }
      return result;
    } finally {
      end();
    }
  }

  private int[] run(Engine engine, Operand[] inputs, @Nullable Operand[] outputs) {
    if (outputs.length == 1) {
      Operand[] operands = new Operand[reads.getFirst().length];
      for (int k = 0; k < operands.length; k++) {
        operands[k] = inputs[reads.getFirst()[k]];
      }
      Primitive.Map map = new Primitive.Map(steps.getFirst().expr());
      return new int[] {Dispatch.run(engine, map, operands, new Operand[] {outputs[0]})};
    }
    return Dispatch.runChain(engine, chain(), inputs, outputs);
  }

  /// Memory for what is kept: the last result, and those that other work reads too unless one
  /// kernel was promised. Each has the
  /// order that it would have if the steps were done one by one.
  private @Nullable Operand[] outputs(Engine engine, Operand[] inputs, boolean promised) {
    Operand[] outputs = new Operand[steps.size()];
    Layout[] layouts = new Layout[steps.size()];
    for (int s = 0; s < outputs.length; s++) {
      Pending step = steps.get(s);
      Layout[] from = new Layout[reads.get(s).length];
      for (int k = 0; k < from.length; k++) {
        int read = reads.get(s)[k];
        from[k] = read < 0 ? layouts[~read] : inputs[read].layout();
      }
      layouts[s] = Dispatch.resultLayout(engine, from);
      if (s == outputs.length - 1 || step.readers() > uses[s] && !promised) {
        outputs[s] = Dispatch.memory(step.scope(), engine, step.expr().type(), layouts[s]);
      }
    }
    return outputs;
  }

  /// As one expression, which a recorder sees.
  private Operand computeWhole(Pending root, NDArray array) {
    Ambient ambient = Ambient.current();
    Fusion outer = ambient.fusion;
    ambient.fusion = null;
    Engine engine = Engines.of(root.device());
    Operand[] inputs = begin();
    try {
      ElementType[] types = new ElementType[inputs.length];
      Layout[] layouts = new Layout[inputs.length];
      for (int k = 0; k < inputs.length; k++) {
        types[k] = inputs[k].type();
        layouts[k] = inputs[k].layout();
      }
      Primitive.Map map = new Primitive.Map(chain().expr(Arrays.asList(types)));
      Layout layout = Dispatch.resultLayout(engine, layouts);
      Operand output = Dispatch.memory(root.scope(), engine, map.expr().type(), layout);
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

  /// A reduction of what an expression gives, as one primitive.
  static NDArray reduce(Primitive.Reduce reduce, Pending element) {
    ChainWork work = new ChainWork(element);
    List<ElementType> types = work.leaves.stream().map(leaf -> leaf.read().type()).toList();
    Ambient ambient = Ambient.current();
    Fusion outer = ambient.fusion;
    ambient.fusion = null;
    try {
      return Dispatch.apply(
          new Primitive.Reduce(reduce.op(), work.chain().expr(types), reduce.axes()),
          work.arrays());
    } finally {
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
