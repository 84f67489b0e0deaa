package org.panarray.engine.cpu;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.Tiles.Piece;
import org.panarray.engine.cpu.code.ChainKernels;
import org.panarray.engine.cpu.code.Kernel;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.Scratch;
import org.panarray.prim.Chain;
import org.panarray.prim.Expr;
import org.panarray.shape.Layout;

/// A chain over given operands: computes pieces of it, on any threads.
///
/// Each step is done by the kernel that it would have alone: no chain needs code of its own, which
/// the JIT would have to compile first, and faults are found where they arise. A chain that is run
/// often gets a kernel for all its steps nevertheless ([ChainKernels]), which was twice as fast on
/// 1e6 numbers; where that suspects a fault, the steps do the piece once more and tell.
final class ChainPlan {
  private final MapRunner maps;
  private final List<Chain.Step> steps;
  private final Operand[] inputs;
  private final @Nullable Operand[] outputs;
  private final int[] faults;
  private final Home home;
  private final int[] place; // the block of working memory that a step writes
  private final int blocks;
  private @Nullable Kernel whole;
  private @Nullable FlatOperands operands;

  /// @param outputs for each step where its result goes, null where it is not kept
  /// @param home where the pieces of results are that are not kept
  ChainPlan(MapRunner maps, Chain chain, Operand[] inputs, @Nullable Operand[] outputs, Home home) {
    this.maps = maps;
    this.steps = chain.steps();
    this.inputs = inputs;
    this.outputs = outputs;
    this.faults = new int[outputs.length];
    this.home = home;
    this.place = new int[outputs.length];
    this.blocks = assign();
  }

  /// Lets results share blocks of which one is not read any more when the other is written.
  private int assign() {
    int[] last = new int[steps.size()];
    for (int s = 0; s < last.length; s++) {
      last[s] = s == last.length - 1 ? s : last[s];
      for (int read : steps.get(s).reads()) {
        if (read >= inputs.length) {
          last[read - inputs.length] = s;
        }
      }
    }
    int[] until = new int[steps.size()];
    int count = 0;
    for (int s = 0; s < last.length; s++) {
      if (outputs[s] == null) {
        int free = 0;
        while (free < count && until[free] >= s) {
          free++;
        }
        place[s] = free;
        until[free] = last[s];
        count = Math.max(count, free + 1);
      }
    }
    return count;
  }

  /// Uses the chain's own kernel, if there is one: for pieces without gaps.
  ///
  /// @param elements how many are computed
  void useWhole(ChainKernels chains, Chain chain, long elements) {
    int last = outputs.length - 1;
    for (int s = 0; s < last; s++) {
      if (outputs[s] != null) {
        return;
      }
    }
    long still = 0;
    for (int k = 0; k < inputs.length; k++) {
      if (inputs[k].layout().size() == 1 && elements != 1) {
        still |= 1L << k;
      } else if (MapRunner.buffer(inputs[k]).home() != home) {
        return;
      }
    }
    whole = chains.find(chain, still, home, elements);
    if (whole != null) {
      operands = FlatOperands.of(inputs, null, steps.get(last).expr().type(), still, home);
    }
  }

  /// Whether the result is written over an input, of whose elements the steps may be asked again.
  private boolean overwrites() {
    Operand output = outputs[outputs.length - 1];
    if (output != null) {
      for (Operand input : inputs) {
        if (input.buffer() == output.buffer()) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether any thread may read and write the operands.
  boolean isShareable() {
    for (Operand output : outputs) {
      if (output != null && MapRunner.buffer(output).home() == Home.ANY) {
        return false;
      }
    }
    return MapRunner.isShareable(inputs);
  }

  /// The faults of each step so far.
  int[] faults() {
    return faults;
  }

  /// Computes a piece of what is kept.
  void run(Piece piece) {
    run(piece, _ -> {});
  }

  /// What is done with a piece of the last result.
  interface Use {
    void accept(Operand result);
  }

  /// Computes a piece, and does something with its last result while it is there.
  void run(Piece piece, Use use) {
    @Nullable CpuBuffer[] scratch = new CpuBuffer[blocks + 1];
    try {
      Operand result = whole == null ? null : byWhole(piece, scratch);
      use.accept(result == null ? bySteps(piece, scratch) : result);
    } finally {
      for (CpuBuffer block : scratch) {
        if (block != null) {
          Scratch.give(block);
        }
      }
    }
  }

  private @Nullable Operand byWhole(Piece piece, @Nullable CpuBuffer[] scratch) {
    int last = outputs.length - 1;
    Operand kept = outputs[last];
    boolean apart = kept == null || overwrites();
    Operand result =
        apart
            ? block(scratch, kept == null ? place[last] : blocks, last, piece.inside())
            : piece.of(Objects.requireNonNull(kept));
    FlatOperands flat = Objects.requireNonNull(operands);
    Kernel kernel = Objects.requireNonNull(whole);
    if (flat.call(kernel, piece.start(), (int) piece.taken(), result) != 0) {
      return null;
    }
    if (apart && kept != null) {
      Operand[] computed = {result};
      maps.run(new Expr.Arg(0, result.type()), computed, piece.of(kept));
    }
    return result;
  }

  private Operand bySteps(Piece piece, @Nullable CpuBuffer[] scratch) {
    Operand[] known = new Operand[inputs.length + outputs.length];
    for (int k = 0; k < inputs.length; k++) {
      known[k] = piece.of(inputs[k]);
    }
    Layout inside = piece.inside();
    for (int s = 0; s < outputs.length; s++) {
      Chain.Step step = steps.get(s);
      Operand result = result(s, piece, inside, scratch);
      Operand[] from = new Operand[step.reads().size()];
      for (int k = 0; k < from.length; k++) {
        from[k] = known[step.reads().get(k)];
      }
      int found = maps.run(step.expr(), from, result);
      if (found != 0) {
        synchronized (faults) {
          faults[s] |= found;
        }
      }
      known[inputs.length + s] = result;
    }
    return known[known.length - 1];
  }

  private Operand result(int step, Piece piece, Layout inside, @Nullable CpuBuffer[] scratch) {
    Operand output = outputs[step];
    if (output != null) {
      return piece.of(output);
    }
    return block(scratch, place[step], step, inside);
  }

  private Operand block(@Nullable CpuBuffer[] scratch, int number, int step, Layout inside) {
    CpuBuffer block = scratch[number];
    if (block == null) {
      block = Scratch.take(home);
      scratch[number] = block;
    }
    return new Operand(steps.get(step).expr().type(), inside, block);
  }
}
