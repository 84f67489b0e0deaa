package org.panarray.gpu;

import java.lang.ref.Reference;
import org.panarray.engine.Buffer;
import org.panarray.engine.Device;
import org.panarray.engine.Engine;
import org.panarray.engine.Operand;
import org.panarray.error.MemoryError;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;

/// Runs primitives on one NVIDIA GPU. Kernels are queued; only transfers wait for the device, and
/// index arrays and exponents that must be checked.
final class CudaEngine implements Engine {
  private final Device device;
  private final CudaDevice cuda;
  private final CudaKernels kernels;
  private final CudaMap map;
  private final CudaLines lines;
  private final CudaPowers powers;
  private final CudaSorting sorting;
  private final CudaIndexing indexing;
  private final CudaMatMul products;
  private final CudaFourier fourier;
  private final CudaTransfer transfer;

  CudaEngine(Device device, CudaDevice cuda) {
    this.device = device;
    this.cuda = cuda;
    this.kernels = new CudaKernels(cuda);
    this.map = new CudaMap(cuda, kernels);
    this.lines = new CudaLines(this, map);
    this.powers = new CudaPowers(this, map, lines);
    this.sorting = new CudaSorting(this, map);
    this.indexing = new CudaIndexing(this, map, sorting);
    this.products = new CudaMatMul(this, map);
    this.fourier = new CudaFourier(this, map);
    this.transfer = new CudaTransfer(this);
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public String name() {
    return "cuda";
  }

  CudaDevice cuda() {
    return cuda;
  }

  CudaKernels kernels() {
    return kernels;
  }

  @Override
  public boolean supports(Primitive primitive, Operand... inputs) {
    return !(primitive instanceof Primitive.Factorization);
  }

  @Override
  public int run(Primitive primitive, Operand[] inputs, Operand[] outputs) {
    switch (primitive) {
      case Primitive.Map(Expr expr) -> {
        powers.check(expr, inputs);
        map.run(expr, inputs, outputs[0]);
      }
      case Primitive.Generate generate -> map.run(generate.expr(), inputs, outputs[0]);
      case Primitive.Copy _ -> map.copy(inputs[0], outputs[0]);
      case Primitive.Concat concat -> concat(concat.axis(), inputs, outputs[0]);
      case Primitive.Reduce reduce -> {
        powers.check(reduce.element(), inputs);
        for (int axis : reduce.axes()) {
          powers.checkLine(reduce.op(), reduce.element(), axis, inputs);
        }
        lines.reduce(reduce, inputs, outputs[0]);
      }
      case Primitive.ArgReduce arg -> lines.argReduce(arg, inputs[0], outputs[0]);
      case Primitive.Scan scan -> {
        Expr element = new Expr.Arg(0, inputs[0].type());
        powers.checkLine(scan.op(), element, scan.axis(), inputs);
        lines.scan(scan, inputs[0], outputs[0]);
      }
      case Primitive.Sort sort -> sorting.sort(sort.axis(), inputs[0], outputs[0]);
      case Primitive.ArgSort sort -> sorting.argSort(sort.axis(), inputs[0], outputs[0]);
      case Primitive.SearchSorted search ->
          indexing.searchSorted(search.right(), inputs[0], inputs[1], outputs[0]);
      case Primitive.Nonzero nonzero -> indexing.nonzero(nonzero, inputs[0], outputs[0], lines);
      case Primitive.Gather gather -> indexing.gather(gather, inputs, outputs[0]);
      case Primitive.Scatter scatter -> {
        powers.checkCombined(scatter.op(), inputs[1]);
        indexing.scatter(scatter, inputs, outputs[0]);
      }
      case Primitive.MatMul _ -> products.run(inputs[0], inputs[1], outputs[0]);
      case Primitive.Fft fft -> fourier.run(fft, inputs[0], outputs[0]);
      case Primitive.View _, Primitive.Transfer _, Primitive.Factorization _ ->
          throw new IllegalArgumentException(primitive + " is not for this engine");
    }
    // The kernels are queued with bare addresses: the collector must not free the memory before.
    Reference.reachabilityFence(inputs);
    Reference.reachabilityFence(outputs);
    return 0;
  }

  private void concat(int axis, Operand[] inputs, Operand output) {
    long at = 0;
    for (Operand input : inputs) {
      long count = input.layout().dim(axis);
      if (count > 0) {
        map.copy(input, output.with(output.layout().slice(axis, at, 1, count)));
      }
      at += count;
    }
  }

  @Override
  public Buffer allocate(ElementType type, long elements) {
    return buffer(elements << type.byteShift());
  }

  private CudaBuffer buffer(long bytes) {
    try {
      return new CudaBuffer(device, cuda.allocate(bytes));
    } catch (CudaError e) {
      if (e.code() != CudaError.OUT_OF_MEMORY) {
        throw e;
      }
      MemoryError error =
          new MemoryError(
              "Unable to allocate %d bytes on the device '%s', of which Panarray holds %d of %d: %s"
                  .formatted(bytes, device, cuda.usedBytes(), cuda.totalBytes(), e.getMessage()));
      error.initCause(e);
      throw error;
    }
  }

  /// A temporary operand.
  Operand fresh(ElementType type, Layout layout) {
    return new Operand(type, layout, buffer(layout.size() << type.byteShift()));
  }

  /// A temporary with the same elements in another layout.
  Operand copyOf(Operand source, Layout layout) {
    Operand copy = fresh(source.type(), layout);
    map.copy(source, copy);
    return copy;
  }

  void copy(Operand source, Operand target) {
    map.copy(source, target);
  }

  static DeviceMemory memory(Operand operand) {
    return ((CudaBuffer) operand.buffer()).memory();
  }

  /// The address of the element at an offset into an operand's buffer.
  static long address(Operand operand, long offset) {
    return memory(operand).address() + (offset << operand.type().byteShift());
  }

  @Override
  public void toHost(Operand source, Operand hostTarget) {
    transfer.toHost(source, hostTarget);
  }

  @Override
  public void fromHost(Operand hostSource, Operand target) {
    transfer.fromHost(hostSource, target);
  }

  @Override
  public void synchronize() {
    cuda.synchronize();
  }

  @Override
  public String describe() {
    return "%s: %s, %s, %d multiprocessors, %.1f GiB, kernels compiled %d and launched %d%n"
        .formatted(
            device,
            cuda.name(),
            cuda.architecture(),
            cuda.multiprocessors(),
            cuda.totalBytes() / (double) (1 << 30),
            cuda.kernels().compilations(),
            cuda.launches());
  }
}
