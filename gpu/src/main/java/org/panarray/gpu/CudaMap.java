package org.panarray.gpu;

import java.util.ArrayList;
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

  CudaMap(CudaDevice device, CudaKernels kernels) {
    this.device = device;
    this.kernels = kernels;
  }

  /// Computes an expression of the inputs, which are broadcast to the output's shape.
  void run(Expr expr, Operand[] inputs, Operand output) {
    long n = output.layout().size();
    if (n == 0) {
      return;
    }
    Shape shape = output.layout().shape();
    Layout[] layouts = new Layout[inputs.length + 1];
    List<ElementType> types = new ArrayList<>(inputs.length);
    layouts[0] = output.layout();
    for (int i = 0; i < inputs.length; i++) {
      layouts[i + 1] = inputs[i].layout().broadcastTo(shape);
      types.add(inputs[i].type());
    }
    if (usesCoordinates(expr)) {
      Walk walk = Walk.ofAxes(shape, layouts);
      launchStrided(MapKernels.Form.COORDINATES, expr, types, walk, inputs, output, n);
      return;
    }
    LoopNest nest = LoopNest.of(layouts);
    List<Boolean> still = stillInputs(nest);
    if (still == null) {
      Walk walk = Walk.of(layouts);
      launchStrided(MapKernels.Form.STRIDED, expr, types, walk, inputs, output, n);
    } else {
      launchContiguous(expr, types, still, nest.offsets(), inputs, output, n);
    }
  }

  /// The output's value everywhere.
  void fill(double value, Operand output) {
    run(new Expr.Const(value, output.type()), new Operand[0], output);
  }

  /// The same elements in another layout.
  void copy(Operand source, Operand target) {
    ElementType type = CudaType.ofSize(source.type().byteSize());
    run(
        new Expr.Arg(0, type),
        new Operand[] {new Operand(type, source.layout(), source.buffer())},
        new Operand(type, target.layout(), target.buffer()));
  }

  /// Of each input whether it stands still, or null where some operand is walked with steps.
  private static List<Boolean> stillInputs(LoopNest nest) {
    if (nest.rank() != 1 || nest.stride(0, 0) != 1 && nest.size() > 1) {
      return null;
    }
    List<Boolean> still = new ArrayList<>();
    for (int p = 1; p < nest.operands(); p++) {
      long stride = nest.stride(p, 0);
      if (stride != 0 && stride != 1) {
        return null;
      }
      still.add(stride == 0);
    }
    return still;
  }

  private void launchContiguous(
      Expr expr,
      List<ElementType> types,
      List<Boolean> still,
      long[] offsets,
      Operand[] inputs,
      Operand output,
      long n) {
    long[] addresses = addresses(offsets, inputs, output);
    int pack = MapKernels.packItems(expr, types);
    boolean aligned = pack > 1 && addresses[0] % ((long) pack * output.type().byteSize()) == 0;
    for (int i = 0; i < inputs.length; i++) {
      aligned &= still.get(i) || addresses[i + 1] % ((long) pack * types.get(i).byteSize()) == 0;
    }
    MapKernels.Form form = aligned ? MapKernels.Form.PACKED : MapKernels.Form.CONTIGUOUS;
    MapKernels.Key key = new MapKernels.Key(expr, types, form, still, 1, true);
    CudaKernel kernel = kernels.find(key, () -> MapKernels.source(key));
    int items = MapKernels.tileItems(aligned ? pack : 1);
    device.launch(
        kernel,
        Math.ceilDiv(n, (long) CudaDevice.BLOCK_THREADS * items),
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
    MapKernels.Key key =
        new MapKernels.Key(expr, types, form, List.of(), walk.rank(), !walk.isNarrow());
    CudaKernel kernel = kernels.find(key, () -> MapKernels.source(key));
    device.launch(
        kernel,
        Math.ceilDiv(n, (long) CudaDevice.BLOCK_THREADS * MapKernels.STRIDED_ITEMS),
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

  private static boolean usesCoordinates(Expr expr) {
    return switch (expr) {
      case Expr.Index _ -> true;
      case Expr.Arg _, Expr.Const _ -> false;
      case Expr.Cast cast -> usesCoordinates(cast.operand());
      case Expr.Apply apply -> apply.operands().stream().anyMatch(CudaMap::usesCoordinates);
    };
  }
}
