package org.panarray.engine.cpu;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.code.ChainKernels;
import org.panarray.engine.cpu.code.Kernel;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.Scratch;
import org.panarray.prim.Chain;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Runs a chain of elementwise steps tile by tile, so that what lies between them stays in the
/// caches.
///
/// Each step is done by the kernel that it would have alone: no chain needs code of its own, which
/// the JIT would have to compile first, and faults are found where they arise. A chain that is run
/// often gets a kernel for all its steps nevertheless ([ChainKernels]), which was twice as fast on
/// 1e6 numbers; where that suspects a fault, the steps do the tile once more and tell.
final class ChainRunner {
  /// Elements of a tile: those of several steps fit into a level 2 cache together.
  private static final int TILE = 8192;

  private final MapRunner maps;
  private final ChainKernels chains;

  ChainRunner(MapRunner maps, ChainKernels chains) {
    this.maps = maps;
    this.chains = chains;
  }

  int[] run(Chain chain, Operand[] inputs, @Nullable Operand[] outputs) {
    Tiles tiles = Tiles.of(inputs, outputs);
    Plan plan = new Plan(chain, inputs, outputs);
    int[] faults = new int[outputs.length];
    if (tiles.count == 0) {
      return faults;
    }
    Whole whole = tiles.flat ? whole(chain, inputs, outputs, tiles.size) : null;
    if (ThreadTeam.isWorthSharing(tiles.size) && plan.isShareable()) {
      ThreadTeam.share(tiles.size, tiles.count, tile -> run(plan, whole, tiles, tile, faults));
    } else {
      for (long tile = 0; tile < tiles.count; tile++) {
        run(plan, whole, tiles, tile, faults);
      }
    }
    return faults;
  }

  /// The chain's own kernel over these operands, or null where there is none.
  private @Nullable Whole whole(
      Chain chain, Operand[] inputs, @Nullable Operand[] outputs, long elements) {
    for (int s = 0; s < outputs.length - 1; s++) {
      if (outputs[s] != null) {
        return null;
      }
    }
    Operand output = Objects.requireNonNull(outputs[outputs.length - 1]);
    Home home = MapRunner.buffer(output).home();
    long still = 0;
    for (int k = 0; k < inputs.length; k++) {
      if (inputs[k].layout().size() == 1 && elements != 1) {
        still |= 1L << k;
      } else if (MapRunner.buffer(inputs[k]).home() != home) {
        return null;
      }
    }
    Kernel kernel = chains.find(chain, still, home, elements);
    return kernel == null ? null : new Whole(kernel, FlatOperands.of(inputs, output, still, home));
  }

  private record Whole(Kernel kernel, FlatOperands operands) {}

  private void run(Plan plan, @Nullable Whole whole, Tiles tiles, long tile, int[] faults) {
    if (whole == null
        || whole.operands.call(whole.kernel, tile * tiles.rows, tiles.elements(tile)) != 0) {
      run(plan, tiles, tile, faults);
    }
  }

  /// Step by step.
  private void run(Plan plan, Tiles tiles, long tile, int[] faults) {
    @Nullable CpuBuffer[] scratch = new CpuBuffer[plan.blocks];
    Operand[] known = new Operand[plan.inputs.length + plan.outputs.length];
    for (int k = 0; k < plan.inputs.length; k++) {
      known[k] = tiles.part(plan.inputs[k], tile);
    }
    Layout inside = tiles.inside(tile);
    try {
      for (int s = 0; s < plan.outputs.length; s++) {
        Operand output = plan.outputs[s];
        Chain.Step step = plan.steps.get(s);
        Operand result =
            output != null
                ? tiles.part(output, tile)
                : new Operand(step.expr().type(), inside, plan.block(scratch, s));
        Operand[] operands = new Operand[step.reads().size()];
        for (int k = 0; k < operands.length; k++) {
          operands[k] = known[step.reads().get(k)];
        }
        int found = maps.run(step.expr(), operands, result);
        if (found != 0) {
          synchronized (faults) {
            faults[s] |= found;
          }
        }
        known[plan.inputs.length + s] = result;
      }
    } finally {
      for (CpuBuffer block : scratch) {
        if (block != null) {
          Scratch.give(block);
        }
      }
    }
  }

  /// Which block of working memory each step writes: one is used again once nobody reads it.
  private static final class Plan {
    final List<Chain.Step> steps;
    final Operand[] inputs;
    final @Nullable Operand[] outputs;
    final int blocks;
    private final int[] place;
    private final Home home;

    Plan(Chain chain, Operand[] inputs, @Nullable Operand[] outputs) {
      this.steps = chain.steps();
      this.inputs = inputs;
      this.outputs = outputs;
      int[] last = new int[outputs.length];
      for (int s = 0; s < outputs.length; s++) {
        for (int read : steps.get(s).reads()) {
          if (read >= inputs.length) {
            last[read - inputs.length] = s;
          }
        }
      }
      place = new int[outputs.length];
      int[] until = new int[outputs.length]; // of each block
      int count = 0;
      for (int s = 0; s < outputs.length; s++) {
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
      blocks = count;
      home = MapRunner.buffer(Objects.requireNonNull(outputs[outputs.length - 1])).home();
    }

    CpuBuffer block(@Nullable CpuBuffer[] scratch, int step) {
      CpuBuffer block = scratch[place[step]];
      if (block == null) {
        block = Scratch.take(home);
        scratch[place[step]] = block;
      }
      return block;
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
  }

  /// A shape cut into pieces of whole rows, or of parts of rows where these are long.
  private static final class Tiles {
    final long size;
    final long count;
    private final Shape shape;
    private final boolean flat;
    private final int axis; // which is cut; those before are walked one by one
    private final long length;
    private final long rows; // of a tile along the axis
    private final long cuts; // along the axis

    private Tiles(Shape shape, boolean flat) {
      this.shape = flat ? Shape.of(shape.size()) : shape;
      this.flat = flat;
      this.size = shape.size();
      int cut = this.shape.rank() - 1;
      long inner = 1;
      while (cut > 0 && inner * this.shape.dim(cut) <= TILE) {
        inner *= this.shape.dim(cut);
        cut--;
      }
      this.axis = cut;
      this.length = this.shape.dim(cut);
      this.rows = Math.max(1, Math.min(length, TILE / Math.max(1, inner)));
      this.cuts = Math.ceilDiv(length, rows);
      long outer = 1;
      for (int a = 0; a < cut; a++) {
        outer *= this.shape.dim(a);
      }
      this.count = size == 0 ? 0 : outer * cuts;
    }

    static Tiles of(Operand[] inputs, @Nullable Operand[] outputs) {
      Layout target = Objects.requireNonNull(outputs[outputs.length - 1]).layout();
      boolean flat = target.isContiguous();
      for (Operand output : outputs) {
        flat &= output == null || output.layout().isContiguous();
      }
      for (Operand input : inputs) {
        Layout layout = input.layout();
        flat &=
            layout.size() == 1
                || layout.isContiguous() && layout.shape().equals(target.shape());
      }
      return new Tiles(target.shape(), flat || target.rank() == 0);
    }

    /// How many elements a tile of a flat shape has.
    int elements(long tile) {
      return (int) Math.min(rows, length - tile * rows);
    }

    /// The part of an operand that a tile sees.
    Operand part(Operand operand, long tile) {
      Layout layout = operand.layout();
      if (layout.size() == 1) {
        return layout.rank() == 0 ? operand : operand.with(single(layout));
      }
      long start = tile % cuts * rows;
      long taken = Math.min(rows, length - start);
      if (flat) {
        Layout part = Layout.of(Shape.of(taken), new long[] {1}, layout.offset() + start);
        return operand.with(part);
      }
      Layout part = layout.broadcastTo(shape);
      long outer = tile / cuts;
      part = part.slice(axis, start, 1, taken);
      for (int a = axis - 1; a >= 0; a--) {
        part = part.select(a, outer % shape.dim(a));
        outer /= shape.dim(a);
      }
      return operand.with(part);
    }

    private static Layout single(Layout layout) {
      return Layout.of(Shape.of(), new long[0], layout.offset());
    }

    /// The layout of a tile in memory of its own.
    Layout inside(long tile) {
      if (size == 1) {
        return Layout.contiguous(Shape.of());
      }
      long start = tile % cuts * rows;
      long taken = Math.min(rows, length - start);
      if (flat) {
        return Layout.contiguous(Shape.of(taken));
      }
      long[] dims = Arrays.copyOfRange(shape.toArray(), axis, shape.rank());
      dims[0] = taken;
      return Layout.contiguous(Shape.of(dims));
    }
  }
}
