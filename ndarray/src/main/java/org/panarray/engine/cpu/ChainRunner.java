package org.panarray.engine.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.Tiles.Piece;
import org.panarray.engine.cpu.code.KernelKey;
import org.panarray.engine.cpu.code.Kernels;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.Chain;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Runs chains of elementwise steps tile by tile, so that what lies between them stays in the
/// caches, and folds their results where nobody else wants them.
final class ChainRunner {
  private final Kernels kernels;
  private final MapRunner maps;
  private final ReduceRunner reductions;

  ChainRunner(Kernels kernels, MapRunner maps, ReduceRunner reductions) {
    this.kernels = kernels;
    this.maps = maps;
    this.reductions = reductions;
  }

  int[] run(Chain chain, Operand[] inputs, @Nullable Operand[] outputs) {
    Operand last = Objects.requireNonNull(outputs[outputs.length - 1]);
    List<Layout> layouts = new ArrayList<>();
    for (Operand output : outputs) {
      if (output != null) {
        layouts.add(output.layout());
      }
    }
    Tiles tiles = Tiles.of(last.layout().shape(), inputs, layouts);
    ChainPlan plan = new ChainPlan(maps, chain, inputs, outputs, MapRunner.buffer(last).home());
    if (tiles.isFlat() && tiles.size() > 0) {
      plan.useWhole(kernels.chains(), chain, tiles.size());
    }
    share(tiles, plan, tile -> plan.run(tiles.piece(tile)));
    return plan.faults();
  }

  private static void share(Tiles tiles, ChainPlan plan, LongConsumer work) {
    if (ThreadTeam.isWorthSharing(tiles.size()) && plan.isShareable()) {
      ThreadTeam.share(tiles.size(), tiles.count(), work);
    } else {
      for (long tile = 0; tile < tiles.count(); tile++) {
        work.accept(tile);
      }
    }
  }

  /// Folds the result of a chain.
  ///
  /// @return for each step its faults, or null where the fold needs the result as a whole
  int @Nullable [] fold(
      Chain chain, Primitive.Reduce fold, Operand[] inputs, Shape shape, Operand output) {
    ElementType type = fold.element().type();
    if (!(fold.element() instanceof Expr.Arg)
        || shape.size() == 0
        || type.isComplex()
        || type.isNarrowFloat()
        || !fold.op().isAssociative()) {
      return null;
    }
    @Nullable Operand[] outputs = new Operand[chain.steps().size()];
    ChainPlan plan = new ChainPlan(maps, chain, inputs, outputs, Home.NATIVE);
    if (!plan.isShareable()) {
      return null;
    }
    boolean all = fold.axes().size() == shape.rank();
    boolean done =
        all && Tiles.isFlat(shape, inputs)
            ? foldAll(plan, chain, fold, shape.size(), output)
            : !all && foldRows(plan, fold, shape, output);
    return done ? plan.faults() : null;
  }

  private boolean foldAll(
      ChainPlan plan, Chain chain, Primitive.Reduce fold, long size, Operand output) {
    ElementType type = fold.element().type();
    KernelKey.Form form =
        RowFold.isFloatSum(fold.op(), type) ? KernelKey.Form.PAIRWISE : KernelKey.Form.REDUCE;
    RowFold rows =
        new RowFold(kernels, fold.op(), fold.element(), form, 0, false, Home.NATIVE, true);
    if (!rows.foldsParts()) {
      return false;
    }
    plan.useWhole(kernels.chains(), chain, size);
    ScalarMemory.set(
        output,
        output.layout().offset(),
        rows.runParts(
            size,
            Tiles.MOST,
            (from, count, part) ->
                plan.run(
                    Piece.flat(from, count),
                    result ->
                        part.fold(
                            Home.NATIVE.base(MapRunner.buffer(result)),
                            Home.NATIVE.origin(MapRunner.buffer(result))))));
    return true;
  }

  /// Folds the last axis, where that is the only one.
  private boolean foldRows(ChainPlan plan, Primitive.Reduce fold, Shape shape, Operand output) {
    int last = shape.rank() - 1;
    Tiles tiles = fold.axes().equals(List.of(last)) ? Tiles.ofRows(shape) : null;
    if (tiles == null) {
      return false;
    }
    Layout spread = ReduceRunner.spread(output.layout(), shape, fold.axes());
    share(
        tiles,
        plan,
        tile -> {
          Piece piece = tiles.piece(tile);
          plan.run(
              piece,
              result -> {
                Layout part = piece.of(spread);
                int axis = part.rank() - 1;
                reductions.run(
                    new Primitive.Reduce(fold.op(), fold.element(), List.of(axis)),
                    new Operand[] {result},
                    output.with(part.select(axis, 0)));
              });
        });
    return true;
  }
}
