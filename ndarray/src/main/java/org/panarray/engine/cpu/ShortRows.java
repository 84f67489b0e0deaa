package org.panarray.engine.cpu;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.Scratch;
import org.panarray.prim.Expr;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Elementwise work on many short rows, as of `scores - scores.max(1, keepdims)` with ten classes:
/// a row or a column that is broadcast is written out block by block, so that kernels meet
/// thousands of elements without gaps.
///
/// A call for each row of ten costs a microsecond and more until its kernel is compiled, and twice
/// its work from then on; the other loop, down the columns, is strided, which is slow at first too.
final class ShortRows {
  /// Elements of a row up to which it pays.
  private static final int MOST = 128;

  private static final int LEAST = 4; // rows

  private final FlatMap flat;
  private final Expr expr;
  private final Operand[] inputs;
  private final Operand output;
  private final int length;
  private final Way[] ways;
  private final int block; // elements: whole rows

  private enum Way {
    FLAT,
    STILL,
    /// A row that comes again and again.
    CYCLE,
    /// A column each of whose elements comes as often as a row is long.
    REPEAT
  }

  private ShortRows(
      FlatMap flat, Expr expr, Operand[] inputs, Operand output, int length, Way[] ways) {
    this.flat = flat;
    this.expr = expr;
    this.inputs = inputs;
    this.output = output;
    this.length = length;
    this.ways = ways;
    this.block = MapRunner.BLOCK / length * length;
  }

  /// Runs if this is the way, and returns the faults; else -1.
  static int run(FlatMap flat, Expr expr, Operand[] inputs, Operand output) {
    Shape shape = output.layout().shape();
    Way[] ways = new Way[inputs.length];
    long length = 0;
    for (int k = 0; k < ways.length; k++) {
      Layout layout = inputs[k].layout();
      if (layout.size() == 1) {
        ways[k] = Way.STILL;
        continue;
      }
      Layout wide = layout.broadcastTo(shape);
      long cycle = cycle(wide);
      long repeat = cycle == 0 ? repeat(wide) : 0;
      ways[k] = cycle == shape.size() ? Way.FLAT : cycle > 0 ? Way.CYCLE : Way.REPEAT;
      long own = Math.max(cycle, repeat);
      boolean pairs = repeat > 0 && inputs[k].type().byteShift() > 3;
      if (own == 0 || pairs || ways[k] != Way.FLAT && length != 0 && length != own) {
        return -1;
      }
      length = ways[k] == Way.FLAT ? length : own;
    }
    if (length == 0 || length > MOST || shape.size() < LEAST * length) {
      return -1;
    }
    return new ShortRows(flat, expr, inputs, output, (int) length, ways).run();
  }

  /// The elements of the row that a layout repeats, all of them for one without gaps; else 0.
  private static long cycle(Layout layout) {
    long elements = 1;
    int axis = layout.rank() - 1;
    while (axis >= 0 && (layout.dim(axis) == 1 || layout.stride(axis) == elements)) {
      elements *= layout.dim(axis--);
    }
    while (axis >= 0 && (layout.dim(axis) == 1 || layout.stride(axis) == 0)) {
      axis--;
    }
    return axis < 0 ? elements : 0;
  }

  /// How often a layout has each of its elements, which are without gaps, one after the other; or
  /// 0.
  private static long repeat(Layout layout) {
    long times = 1;
    int axis = layout.rank() - 1;
    while (axis >= 0 && (layout.dim(axis) == 1 || layout.stride(axis) == 0)) {
      times *= layout.dim(axis--);
    }
    long elements = 1;
    while (axis >= 0 && (layout.dim(axis) == 1 || layout.stride(axis) == elements)) {
      elements *= layout.dim(axis--);
    }
    return axis < 0 ? times : 0;
  }

  private int run() {
    long size = output.layout().size();
    AtomicInteger faults = new AtomicInteger();
    long blocks = Math.ceilDiv(size, block);
    if (MapRunner.isShared(size, inputs, output)) {
      ThreadTeam.share(size, blocks, k -> faults.accumulateAndGet(run(k), (p, q) -> p | q));
    } else {
      for (long k = 0; k < blocks; k++) {
        faults.setPlain(faults.getPlain() | run(k));
      }
    }
    return faults.get();
  }

  /// Computes one block and returns its faults.
  private int run(long number) {
    long from = number * block;
    int count = (int) Math.min(block, output.layout().size() - from);
    Layout contiguous = Layout.contiguous(Shape.of(count));
    Operand[] whole = new Operand[inputs.length];
    long still = 0;
    for (int k = 0; k < whole.length; k++) {
      Operand input = inputs[k];
      whole[k] =
          switch (ways[k]) {
            case STILL -> input;
            case FLAT -> input.with(contiguous.shift(input.layout().offset() + from));
            case CYCLE, REPEAT -> new Operand(input.type(), contiguous, written(k, from, count));
          };
      still |= ways[k] == Way.STILL ? 1L << k : 0;
    }
    Operand target = output.with(contiguous.shift(output.layout().offset() + from));
    int faults = flat.run(expr, whole, target, still);
    for (int k = 0; k < whole.length; k++) {
      if (ways[k] == Way.CYCLE || ways[k] == Way.REPEAT) {
        Scratch.give(MapRunner.buffer(whole[k]));
      }
    }
    return faults;
  }

  /// What is broadcast, written out from an element on.
  private CpuBuffer written(int k, long from, int count) {
    CpuBuffer memory =
        Scratch.take(MapRunner.buffer(output).home() == Home.HEAP ? Home.HEAP : Home.NATIVE);
    MemorySegment source = MapRunner.segment(inputs[k]);
    int shift = inputs[k].type().byteShift();
    long offset = inputs[k].layout().offset();
    if (ways[k] == Way.CYCLE) {
      MemorySegment target = memory.segment();
      long bytes = (long) count << shift;
      long done = (long) length << shift;
      MemorySegment.copy(source, offset << shift, target, 0, done);
      while (done < bytes) {
        long next = Math.min(done, bytes - done);
        MemorySegment.copy(target, 0, target, done, next);
        done += next;
      }
    } else {
      repeat(source, (offset + from / length) << shift, memory.segment(), count, shift);
    }
    return memory;
  }

  /// By way of Java arrays, on which loops are quick from the first.
  private void repeat(MemorySegment source, long at, MemorySegment target, int count, int shift) {
    int rows = count / length;
    Spare spare = Spare.take(shift);
    switch (spare) {
      case Spare.OfBytes(byte[] few, byte[] all) -> {
        MemorySegment.copy(source, JAVA_BYTE, at, few, 0, rows);
        for (int i = 0, k = 0; i < rows; i++) {
          for (int end = k + length; k < end; k++) {
            all[k] = few[i];
          }
        }
        MemorySegment.copy(all, 0, target, JAVA_BYTE, 0, count);
      }
      case Spare.OfShorts(short[] few, short[] all) -> {
        MemorySegment.copy(source, JAVA_SHORT_UNALIGNED, at, few, 0, rows);
        for (int i = 0, k = 0; i < rows; i++) {
          for (int end = k + length; k < end; k++) {
            all[k] = few[i];
          }
        }
        MemorySegment.copy(all, 0, target, JAVA_SHORT_UNALIGNED, 0, count);
      }
      case Spare.OfInts(int[] few, int[] all) -> {
        MemorySegment.copy(source, JAVA_INT_UNALIGNED, at, few, 0, rows);
        for (int i = 0, k = 0; i < rows; i++) {
          for (int end = k + length; k < end; k++) {
            all[k] = few[i];
          }
        }
        MemorySegment.copy(all, 0, target, JAVA_INT_UNALIGNED, 0, count);
      }
      case Spare.OfLongs(long[] few, long[] all) -> {
        MemorySegment.copy(source, JAVA_LONG_UNALIGNED, at, few, 0, rows);
        for (int i = 0, k = 0; i < rows; i++) {
          for (int end = k + length; k < end; k++) {
            all[k] = few[i];
          }
        }
        MemorySegment.copy(all, 0, target, JAVA_LONG_UNALIGNED, 0, count);
      }
    }
    spare.give();
  }

  /// Java arrays for a column and for what is written of it, kept for the next block.
  private sealed interface Spare {
    List<ConcurrentLinkedDeque<Spare>> KEPT =
        Stream.generate(ConcurrentLinkedDeque<Spare>::new).limit(4).toList();

    record OfBytes(byte[] few, byte[] all) implements Spare {}

    record OfShorts(short[] few, short[] all) implements Spare {}

    record OfInts(int[] few, int[] all) implements Spare {}

    record OfLongs(long[] few, long[] all) implements Spare {}

    static Spare take(int shift) {
      Spare kept = KEPT.get(shift).poll();
      int n = MapRunner.BLOCK;
      return kept != null
          ? kept
          : switch (shift) {
            case 0 -> new OfBytes(new byte[n], new byte[n]);
            case 1 -> new OfShorts(new short[n], new short[n]);
            case 2 -> new OfInts(new int[n], new int[n]);
            default -> new OfLongs(new long[n], new long[n]);
          };
    }

    /// Keeps the arrays: there are no more than threads that were here at once.
    default void give() {
      int shift =
          switch (this) {
            case OfBytes _ -> 0;
            case OfShorts _ -> 1;
            case OfInts _ -> 2;
            case OfLongs _ -> 3;
          };
      KEPT.get(shift).push(this);
    }
  }
}
