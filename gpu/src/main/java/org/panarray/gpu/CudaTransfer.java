package org.panarray.gpu;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import org.panarray.engine.HostMemory;
import org.panarray.engine.Operand;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;
import org.panarray.shape.Shape;

/// Copies between an operand on a device and one in memory of the CPU, whatever their layouts. On
/// the bus the elements are in C order without gaps, or in whatever dense order both sides have.
final class CudaTransfer {
  private final CudaEngine engine;

  CudaTransfer(CudaEngine engine) {
    this.engine = engine;
  }

  void toHost(Operand source, Operand hostTarget) {
    if (source.layout().size() == 0) {
      return;
    }
    Shape shape = source.layout().shape();
    Layout order = isDense(hostTarget.layout()) ? hostTarget.layout() : null;
    Layout dense = order != null ? fromZero(order) : Layout.contiguous(shape);
    Operand packed =
        source.layout().equals(order) || fromZero(source.layout()).equals(dense)
            ? source
            : engine.copyOf(source, dense);
    MemorySegment host = segment(hostTarget);
    long bytes = bytes(packed);
    MemorySegment target =
        order != null
            ? host.asSlice(byteOffset(hostTarget), bytes)
            : MemorySegment.ofArray(new long[Math.toIntExact(Math.ceilDiv(bytes, Long.BYTES))])
                .asSlice(0, bytes);
    engine.cuda().download(target, CudaEngine.memory(packed), byteOffset(packed));
    if (order == null) {
      spread(target, dense, host, hostTarget.layout(), hostTarget.type().byteSize());
    }
    Reference.reachabilityFence(hostTarget);
  }

  void fromHost(Operand hostSource, Operand target) {
    if (target.layout().size() == 0) {
      return;
    }
    Shape shape = target.layout().shape();
    boolean whole = isDense(hostSource.layout());
    Layout dense = whole ? fromZero(hostSource.layout()) : Layout.contiguous(shape);
    int elementBytes = hostSource.type().byteSize();
    MemorySegment host = segment(hostSource);
    MemorySegment source;
    long bytes = bytes(hostSource);
    if (whole) {
      source = host.asSlice(byteOffset(hostSource), bytes);
    } else {
      source =
          MemorySegment.ofArray(new long[Math.toIntExact(Math.ceilDiv(bytes, Long.BYTES))])
              .asSlice(0, bytes);
      spread(host, hostSource.layout(), source, dense, elementBytes);
    }
    boolean direct = fromZero(target.layout()).equals(dense);
    Operand packed = direct ? target : engine.fresh(target.type(), dense);
    engine.cuda().upload(CudaEngine.memory(packed), byteOffset(packed), source);
    Reference.reachabilityFence(hostSource);
    if (!direct) {
      engine.copy(packed, target);
    }
  }

  /// Whether the elements fill a stretch of memory, in C or Fortran order.
  private static boolean isDense(Layout layout) {
    return layout.isContiguous() || layout.isFortran();
  }

  private static Layout fromZero(Layout layout) {
    return layout.offset() == 0 ? layout : Layout.of(layout.shape(), layout.strides(), 0);
  }

  private static MemorySegment segment(Operand operand) {
    return ((HostMemory) operand.buffer()).segment();
  }

  private static long bytes(Operand operand) {
    return operand.layout().size() << operand.type().byteShift();
  }

  private static long byteOffset(Operand operand) {
    return operand.layout().offset() << operand.type().byteShift();
  }

  /// Copies elements on the host, from one layout to another of the same shape.
  private static void spread(
      MemorySegment from, Layout fromLayout, MemorySegment to, Layout toLayout, int bytes) {
    LoopNest nest = LoopNest.of(toLayout, fromLayout);
    long toStep = nest.innerStride(0) * bytes;
    long fromStep = nest.innerStride(1) * bytes;
    nest.forEachRow(
        (offsets, count) -> {
          for (long i = 0; i < count; i++) {
            MemorySegment.copy(
                from,
                offsets[1] * bytes + i * fromStep,
                to,
                offsets[0] * bytes + i * toStep,
                bytes);
          }
        });
  }
}
