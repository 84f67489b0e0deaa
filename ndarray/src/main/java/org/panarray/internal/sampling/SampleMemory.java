package org.panarray.internal.sampling;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Reference;
import org.panarray.NDArray;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Arrays filled with random values, one block after another: draws go into a small Java array,
/// which stays in the cache, and from there into the array's memory.
public final class SampleMemory {
  private static final int BLOCK = 4096;

  private SampleMemory() {}

  /// Fills the first `count` places of a block.
  @FunctionalInterface
  public interface DoubleBlocks {
    void fill(double[] block, int count);
  }

  /// Fills the first `count` places of a block.
  @FunctionalInterface
  public interface FloatBlocks {
    void fill(float[] block, int count);
  }

  /// Fills the first `count` places of a block; integers of any width as their low bits.
  @FunctionalInterface
  public interface LongBlocks {
    void fill(long[] block, int count);
  }

  /// A fresh float64 array on the default device.
  static NDArray doubles(Shape shape, DoubleBlocks blocks) {
    NDArray result = Dispatch.hostEmpty(ElementType.FLOAT64, Layout.contiguous(shape));
    fillDoubles(result, blocks);
    return onDefaultDevice(result);
  }

  /// A fresh float32 array on the default device.
  static NDArray floats(Shape shape, FloatBlocks blocks) {
    NDArray result = Dispatch.hostEmpty(ElementType.FLOAT32, Layout.contiguous(shape));
    fillFloats(result, blocks);
    return onDefaultDevice(result);
  }

  /// A fresh integer or bool array on the default device.
  public static NDArray longs(ElementType type, Shape shape, LongBlocks blocks) {
    NDArray result = Dispatch.hostEmpty(type, Layout.contiguous(shape));
    MemorySegment memory = memory(result);
    long size = result.size();
    long[] block = new long[blockLength(size)];
    for (long start = 0; start < size; start += block.length) {
      int count = (int) Math.min(block.length, size - start);
      blocks.fill(block, count);
      if (type.byteSize() == Long.BYTES) {
        MemorySegment.copy(block, 0, memory, ValueLayout.JAVA_LONG_UNALIGNED, start << 3, count);
      } else {
        for (int i = 0; i < count; i++) {
          ElementAccess.setLong(memory, type, start + i, block[i]);
        }
      }
    }
    return onDefaultDevice(result);
  }

  /// A fresh int64 array of the values on the default device.
  static NDArray of(Shape shape, long[] values) {
    return onDefaultDevice(hostOf(shape, values));
  }

  /// A fresh int64 array of the values on the device of another array.
  static NDArray beside(NDArray other, Shape shape, long[] values) {
    return hostOf(shape, values).toDevice(other.device());
  }

  private static NDArray hostOf(Shape shape, long[] values) {
    NDArray result = Dispatch.hostEmpty(ElementType.INT64, Layout.contiguous(shape));
    MemorySegment.copy(
        values, 0, memory(result), ValueLayout.JAVA_LONG_UNALIGNED, 0, values.length);
    return result;
  }

  /// Overwrites a contiguous float64 array of the CPU, in the order of its memory.
  static void fillDoubles(NDArray target, DoubleBlocks blocks) {
    MemorySegment memory = memory(target);
    long offset = target.layout().offset();
    long size = target.size();
    double[] block = new double[blockLength(size)];
    for (long start = 0; start < size; start += block.length) {
      int count = (int) Math.min(block.length, size - start);
      blocks.fill(block, count);
      MemorySegment.copy(
          block, 0, memory, ValueLayout.JAVA_DOUBLE_UNALIGNED, (offset + start) << 3, count);
    }
    Reference.reachabilityFence(target);
  }

  /// Overwrites a contiguous float32 array of the CPU, in the order of its memory.
  static void fillFloats(NDArray target, FloatBlocks blocks) {
    MemorySegment memory = memory(target);
    long offset = target.layout().offset();
    long size = target.size();
    float[] block = new float[blockLength(size)];
    for (long start = 0; start < size; start += block.length) {
      int count = (int) Math.min(block.length, size - start);
      blocks.fill(block, count);
      MemorySegment.copy(
          block, 0, memory, ValueLayout.JAVA_FLOAT_UNALIGNED, (offset + start) << 2, count);
    }
    Reference.reachabilityFence(target);
  }

  private static int blockLength(long size) {
    return Math.clamp(size, 1, BLOCK);
  }

  private static MemorySegment memory(NDArray array) {
    Operand operand = array.operand();
    return ((CpuBuffer) operand.buffer()).segment();
  }

  private static NDArray onDefaultDevice(NDArray array) {
    return array.toDevice(Ambient.current().device);
  }
}
