package org.panarray.gpu;

import java.util.Arrays;
import java.util.List;
import org.panarray.engine.Operand;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;
import org.panarray.shape.Shape;

/// Runs elementwise expressions, and with them copies and fills.
final class CudaMap {
  private final CudaDevice device;
  private final CudaKernels kernels;
  private final CudaTranspose transpose;

  CudaMap(CudaDevice device, CudaKernels kernels) {
    this.device = device;
    this.kernels = kernels;
    this.transpose = new CudaTranspose(device, kernels);
  }

  /// Computes an expression of the inputs, which are broadcast to the output's shape.
  void run(Expr expr, Operand[] inputs, Operand output) {
    long n = output.layout().size();
    if (n == 0) {
      return;
    }
    List<ElementType> types = types(inputs);
    if (runPlain(expr, types, inputs, output, n)) {
      return;
    }
    Shape shape = output.layout().shape();
    Layout[] layouts = new Layout[inputs.length + 1];
    layouts[0] = output.layout();
    for (int i = 0; i < inputs.length; i++) {
      layouts[i + 1] = inputs[i].layout().broadcastTo(shape);
    }
    if (expr.usesIndex()) {
      Walk walk = Walk.ofAxes(shape, layouts);
      launchStrided(MapKernels.Form.COORDINATES, expr, types, walk, inputs, output, n);
      return;
    }
    LoopNest nest = LoopNest.of(layouts);
    int still = stillInputs(nest);
    if (still < 0) {
      Walk walk = Walk.of(layouts);
      launchStrided(MapKernels.Form.STRIDED, expr, types, walk, inputs, output, n);
    } else {
      launchContiguous(expr, types, still, addresses(nest.offsets(), inputs, output), n);
    }
  }

  /// Most calls have operands of one shape in C order and perhaps scalars: they need no loop nest.
  private boolean runPlain(
      Expr expr, List<ElementType> types, Operand[] inputs, Operand output, long n) {
    Layout layout = output.layout();
    if (!layout.isContiguous() || expr.usesIndex()) {
      return false;
    }
    int still = 0;
    long[] addresses = new long[inputs.length + 1];
    addresses[0] = CudaEngine.address(output, layout.offset());
    for (int i = 0; i < inputs.length; i++) {
      Layout other = inputs[i].layout();
      if (other.rank() == 0) {
        still |= 1 << i;
      } else if (!LoopNest.allContiguous(layout, other)) {
        return false;
      }
      addresses[i + 1] = CudaEngine.address(inputs[i], other.offset());
    }
    launchContiguous(expr, types, still, addresses, n);
    return true;
  }

  private static List<ElementType> types(Operand[] inputs) {
    return switch (inputs.length) {
      case 0 -> List.of();
      case 1 -> List.of(inputs[0].type());
      case 2 -> List.of(inputs[0].type(), inputs[1].type());
      default -> Arrays.stream(inputs).map(Operand::type).toList();
    };
  }

  /// The output's value everywhere.
  void fill(double value, Operand output) {
    run(new Expr.Const(value, output.type()), new Operand[0], output);
  }

  /// The same elements in another layout.
  void copy(Operand source, Operand target) {
    if (target.layout().size() == 0) {
      return;
    }
    ElementType type = CudaType.ofSize(source.type().byteSize());
    Operand from = new Operand(type, source.layout(), source.buffer());
    Operand to = new Operand(type, target.layout(), target.buffer());
    boolean plain = LoopNest.allContiguous(source.layout(), target.layout());
    if (plain || !transpose.run(Walk.of(target.layout(), source.layout()), from, to)) {
      run(new Expr.Arg(0, type), new Operand[] {from}, to);
    }
  }

  /// Bit `i` for each input `i` that stands still, or -1 where some operand is walked with steps.
  private static int stillInputs(LoopNest nest) {
    if (nest.rank() != 1 || nest.stride(0, 0) != 1 && nest.size() > 1) {
      return -1;
    }
    int still = 0;
    for (int p = 1; p < nest.operands(); p++) {
      long stride = nest.stride(p, 0);
      if (stride != 0 && stride != 1) {
        return -1;
      }
      still |= stride == 0 ? 1 << p - 1 : 0;
    }
    return still;
  }

  private void launchContiguous(
      Expr expr, List<ElementType> types, int still, long[] addresses, long n) {
    long all = addresses[0];
    for (int i = 1; i < addresses.length; i++) {
      all |= (still >> i - 1 & 1) != 0 ? 0 : addresses[i];
    }
    MapKernels.Form form =
        all % MapKernels.PACK_BYTES == 0 ? MapKernels.Form.PACKED : MapKernels.Form.CONTIGUOUS;
    MapKernels.Key key = new MapKernels.Key(expr, types, form, still, 1, true);
    CudaKernel kernel = kernels.find(key, () -> MapKernels.source(key));
    device.launch(
        kernel,
        Math.ceilDiv(n, (long) CudaDevice.BLOCK_THREADS * kernel.items()),
        arguments -> {
          for (long address : addresses) {
            arguments.add(address);
          }
          arguments.add(n);
        });
  }

  private void launchStrided(
      MapKernels.Form form,
      Expr expr,
      List<ElementType> types,
      Walk walk,
      Operand[] inputs,
      Operand output,
      long n) {
    long[] addresses = addresses(walk.offsets(), inputs, output);
    MapKernels.Key key = new MapKernels.Key(expr, types, form, 0, walk.rank(), !walk.isNarrow());
    CudaKernel kernel = kernels.find(key, () -> MapKernels.source(key));
    device.launch(
        kernel,
        Math.ceilDiv(n, (long) CudaDevice.BLOCK_THREADS * kernel.items()),
        arguments -> {
          for (long address : addresses) {
            arguments.add(address);
          }
          arguments.add(n);
          arguments.addStructure(walk.fields());
        });
  }

  /// Where the walk of each operand begins on the device, the output first.
  private static long[] addresses(long[] offsets, Operand[] inputs, Operand output) {
    long[] addresses = new long[inputs.length + 1];
    addresses[0] = CudaEngine.address(output, offsets[0]);
    for (int i = 0; i < inputs.length; i++) {
      addresses[i + 1] = CudaEngine.address(inputs[i], offsets[i + 1]);
    }
    return addresses;
  }
}
