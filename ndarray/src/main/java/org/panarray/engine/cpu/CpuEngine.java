package org.panarray.engine.cpu;

import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Buffer;
import org.panarray.engine.Device;
import org.panarray.engine.Engine;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.code.Kernels;
import org.panarray.engine.cpu.kernel.FourierKernel;
import org.panarray.engine.cpu.kernel.StructuralKernels;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.Home;
import org.panarray.prim.Chain;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.shape.Shape;

/// The CPU: elementwise work and reductions run on generated kernels.
public final class CpuEngine implements Engine {
  private final String name;
  private final Kernels kernels;
  private final MapRunner maps;
  private final ChainRunner chains;
  private final ReduceRunner reductions;
  private final ScanRunner scans;
  private final FoldFaults folds;
  private final ProductFaults products;

  CpuEngine(String name, Kernels kernels) {
    this.name = name;
    this.kernels = kernels;
    this.maps = new MapRunner(kernels);
    this.reductions = new ReduceRunner(kernels, maps);
    this.chains = new ChainRunner(kernels, maps, reductions);
    this.scans = new ScanRunner(kernels, maps);
    this.folds = new FoldFaults(reductions, maps);
    this.products = new ProductFaults(folds);
  }

  @Override
  public Device device() {
    return Device.CPU;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int run(Primitive primitive, Operand[] inputs, Operand[] outputs) {
    int faults = dispatch(primitive, inputs, outputs);
    // Kernels know addresses only: the collector must not free the memory behind them meanwhile.
    Reference.reachabilityFence(inputs);
    Reference.reachabilityFence(outputs);
    return faults;
  }

  @Override
  public int[] runChain(Chain chain, Operand[] inputs, @Nullable Operand[] outputs) {
    int[] faults = chains.run(chain, inputs, outputs);
    Reference.reachabilityFence(inputs);
    Reference.reachabilityFence(outputs);
    return faults;
  }

  @Override
  public int @Nullable [] foldChain(
      Chain chain, Primitive.Reduce fold, Operand[] inputs, Shape shape, Operand output) {
    int[] faults = chains.fold(chain, fold, inputs, shape, output);
    Reference.reachabilityFence(inputs);
    Reference.reachabilityFence(output);
    return faults;
  }

  private int dispatch(Primitive primitive, Operand[] inputs, Operand[] outputs) {
    return switch (primitive) {
      case Primitive.Map map -> maps.run(map.expr(), inputs, outputs[0]);
      case Primitive.Generate generate -> maps.run(generate.expr(), inputs, outputs[0]);
      case Primitive.Reduce reduce -> {
        reductions.run(reduce, inputs, outputs[0]);
        yield folds.of(reduce, inputs, outputs[0]);
      }
      case Primitive.ArgReduce arg -> scans.argReduce(arg, inputs[0], outputs[0]);
      case Primitive.Scan scan -> {
        scans.scan(scan, inputs[0], outputs[0]);
        yield folds.of(scan, inputs[0], outputs[0]);
      }
      case Primitive.Copy _ -> copy(inputs[0], outputs[0]);
      case Primitive.Fft fft -> FourierKernel.run(fft, kernels.vector(), inputs[0], outputs[0]);
      case Primitive.MatMul product -> {
        StructuralKernels.run(product, inputs, outputs);
        yield products.of(inputs[0], inputs[1], outputs[0]);
      }
      case Primitive.Structural structural -> StructuralKernels.run(structural, inputs, outputs);
      case Primitive.View _, Primitive.Transfer _ ->
          throw new IllegalArgumentException(primitive + " is not for one engine");
    };
  }

  @Override
  public boolean underflows(Primitive primitive, Operand[] inputs, Operand[] outputs) {
    return new UnderflowSearch(reductions).finds(primitive, inputs, outputs);
  }

  private int copy(Operand source, Operand target) {
    boolean bools = source.type() == ElementType.BOOL && target.type() == ElementType.BOOL;
    Operand from = bools ? asBytes(source) : source;
    Operand to = bools ? asBytes(target) : target;
    boolean done = from.type() == to.type() && ByteCopy.run(from, to);
    int faults = done ? 0 : maps.run(new Expr.Arg(0, from.type()), new Operand[] {from}, to);
    Reference.reachabilityFence(source);
    Reference.reachabilityFence(target);
    return faults;
  }

  /// Bools of files and views may be any byte, which a copy keeps.
  private static Operand asBytes(Operand bools) {
    return new Operand(ElementType.UINT8, bools.layout(), bools.buffer());
  }

  @Override
  public Buffer allocate(ElementType type, long elements) {
    return CpuBuffer.allocate(elements << type.byteShift());
  }

  @Override
  public Buffer allocate(ElementType type, long elements, boolean scoped, Operand... inputs) {
    boolean pooled = scoped;
    for (Operand input : inputs) {
      pooled |= ((CpuBuffer) input.buffer()).home() == Home.NATIVE;
    }
    long bytes = elements << type.byteShift();
    return pooled ? CpuBuffer.allocatePooled(bytes) : CpuBuffer.allocate(bytes);
  }

  @Override
  public Buffer allocateZeroed(ElementType type, long elements) {
    return CpuBuffer.allocateZeroed(elements << type.byteShift());
  }

  @Override
  public void toHost(Operand source, Operand hostTarget) {
    copy(source, hostTarget);
  }

  @Override
  public void fromHost(Operand hostSource, Operand target) {
    copy(hostSource, target);
  }

  @Override
  public String describe() {
    return kernels.describe();
  }
}
