package org.panarray.gpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.panarray.engine.Operand;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Runs reductions, positions of extrema and scans.
///
/// How a reduction is cut up depends on shapes and layouts alone, never on the device: the same
/// array gives the same bits everywhere.
final class CudaLines {
  /// Enough blocks to fill any device.
  private static final long BLOCKS = 1024;

  /// What a thread should at least combine before a reduction is worth splitting further.
  private static final long ITEMS = 8;

  private static final int THREADS = CudaDevice.BLOCK_THREADS;
  private static final int WARP = 32;
  private static final long TILE = 8L * THREADS;

  /// From so many lines on, one thread for each fills the device.
  private static final long MANY_LINES = 4096;

  private static final long SHORT_LINE = 32;

  private final CudaEngine engine;
  private final CudaMap map;

  CudaLines(CudaEngine engine, CudaMap map) {
    this.engine = engine;
    this.map = map;
  }

  /// What a reduction or a scan runs over.
  ///
  /// @param kept the loops over the outputs; operand 0 is the output
  /// @param along the loops over what is combined, of the inputs only
  private record Plan(
      LineKernels.Task task,
      List<ElementType> types,
      Operand[] inputs,
      Operand output,
      Walk kept,
      Walk along) {

    long outputs() {
      return kept.size();
    }

    long length() {
      return along.size();
    }

    /// The pointers and loops in the order of the structure that kernels take.
    long[] fields() {
      int pointers = inputs.length + 1;
      long[] fields =
          new long
              [pointers
                  + kept.fields().length
                  + along.dims().length
                  + Math.max(1, inputs.length) * along.rank()];
      for (int i = 0; i < inputs.length; i++) {
        fields[i] = CudaEngine.address(inputs[i], kept.offsets()[i + 1] + along.offsets()[i]);
      }
      fields[inputs.length] = CudaEngine.address(output, kept.offsets()[0]);
      kept.put(fields, pointers);
      along.put(fields, pointers + kept.fields().length);
      return fields;
    }

    LineKernels.Key key(LineKernels.Form form) {
      return new LineKernels.Key(task, types, form, kept.rank(), along.rank());
    }
  }

  void reduce(Primitive.Reduce reduce, Operand[] inputs, Operand output) {
    if (output.layout().size() == 0) {
      return;
    }
    Shape whole = Shape.SCALAR;
    List<ElementType> types = new ArrayList<>();
    for (Operand input : inputs) {
      whole = Shape.broadcast(whole, input.layout().shape());
      types.add(input.type());
    }
    boolean[] reduced = new boolean[whole.rank()];
    reduce.axes().forEach(axis -> reduced[axis] = true);
    if (axes(Layout.contiguous(whole), reduced, true).size() == 0) {
      Scalar identity = Reference.identity(reduce.op(), output.type());
      map.fill(output.type().isInexact() ? identity.re() : identity.bits(), output);
      return;
    }
    Layout[] kept = new Layout[inputs.length + 1];
    Layout[] along = new Layout[inputs.length];
    kept[0] = output.layout();
    for (int i = 0; i < inputs.length; i++) {
      Layout layout = inputs[i].layout().broadcastTo(whole);
      kept[i + 1] = axes(layout, reduced, false);
      along[i] = axes(layout, reduced, true);
    }
    LineKernels.Task task = new LineKernels.Task.Reduction(reduce.op(), reduce.element());
    boolean regroups = reduce.op().isAssociative();
    Walk walk = regroups && along.length > 0 ? Walk.of(along) : inOrder(along);
    Plan plan = new Plan(task, types, inputs, output, Walk.of(kept), walk);
    launch(plan, regroups);
  }

  void argReduce(Primitive.ArgReduce arg, Operand input, Operand output) {
    if (output.layout().size() == 0) {
      return;
    }
    boolean[] reduced = new boolean[input.layout().rank()];
    reduced[arg.axis()] = true;
    if (input.layout().dim(arg.axis()) == 0) {
      String name = arg.largest() ? "argmax" : "argmin";
      throw new ValueError("attempt to get " + name + " of an empty sequence");
    }
    LineKernels.Task task = new LineKernels.Task.Extremum(arg.largest(), input.type());
    Walk kept = Walk.of(output.layout(), axes(input.layout(), reduced, false));
    Walk along = inOrder(axes(input.layout(), reduced, true));
    launch(new Plan(task, List.of(input.type()), new Operand[] {input}, output, kept, along), true);
  }

  private static Walk inOrder(Layout... layouts) {
    return Walk.ofAxes(layouts.length == 0 ? Shape.SCALAR : layouts[0].shape(), layouts);
  }

  /// A layout's chosen axes, or the others; the former begin at 0, the latter where the layout
  /// does.
  private static Layout axes(Layout layout, boolean[] chosen, boolean wanted) {
    long[] dims = new long[layout.rank()];
    long[] strides = new long[layout.rank()];
    int count = 0;
    for (int axis = 0; axis < chosen.length; axis++) {
      if (chosen[axis] == wanted) {
        dims[count] = layout.dim(axis);
        strides[count++] = layout.stride(axis);
      }
    }
    return Layout.of(
        Shape.of(Arrays.copyOf(dims, count)),
        Arrays.copyOf(strides, count),
        wanted ? 0 : layout.offset());
  }

  private void launch(Plan plan, boolean regroups) {
    long outputs = plan.outputs();
    long length = plan.length();
    long[] fields = plan.fields();
    if (!regroups) {
      launch(
          plan,
          LineKernels.Form.SEQUENTIAL,
          fields,
          Math.ceilDiv(outputs, (long) THREADS),
          length,
          length,
          1,
          0,
          0);
      return;
    }
    boolean rows = outputs == 1 || isRows(plan);
    int along =
        rows
            ? (int) Math.min(THREADS, powerOfTwo(length))
            : (int) Math.min(THREADS / Math.min(WARP, powerOfTwo(outputs)), powerOfTwo(length));
    long groups = Math.ceilDiv(outputs, (long) (THREADS / along));
    long splits = Math.clamp(length / (along * ITEMS), 1, Math.max(1, BLOCKS / groups));
    long chunk = Math.ceilDiv(Math.ceilDiv(length, splits), (long) along) * along;
    splits = Math.ceilDiv(length, chunk);
    LineKernels.Form form = rows ? LineKernels.Form.ROWS : LineKernels.Form.COLUMNS;
    if (splits == 1) {
      launch(plan, form, fields, groups, length, chunk, along, 0, 0);
      return;
    }
    long bytes = splits * outputs * LineKernels.accumulatorBytes(plan.task());
    try (DeviceMemory partial = engine.cuda().allocate(bytes)) {
      launch(plan, form, fields, groups * splits, length, chunk, along, partial.address(), 0);
      int rest = (int) Math.min(along, powerOfTwo(splits));
      groups = Math.ceilDiv(outputs, (long) (THREADS / rest));
      launch(plan, form, fields, groups, splits, splits, rest, partial.address(), 1);
    }
  }

  private void launch(
      Plan plan,
      LineKernels.Form form,
      long[] fields,
      long blocks,
      long length,
      long chunk,
      int along,
      long partial,
      int second) {
    LineKernels.Key key = plan.key(form);
    CudaKernel kernel = engine.kernels().find(key, () -> LineKernels.source(key));
    long outputs = plan.outputs();
    engine
        .cuda()
        .launch(
            kernel,
            blocks,
            arguments ->
                arguments
                    .addStructure(fields)
                    .add(outputs)
                    .add(length)
                    .add(chunk)
                    .add(along)
                    .add(partial)
                    .add(second));
  }

  /// Whether elements that are combined lie closer together than those of neighbouring outputs.
  private static boolean isRows(Plan plan) {
    int alongInner = plan.along().rank() - 1;
    int keptInner = plan.kept().rank() - 1;
    for (int i = 0; i < plan.inputs().length; i++) {
      long along = Math.abs(plan.along().steps()[i * plan.along().rank() + alongInner]);
      long kept = Math.abs(plan.kept().steps()[(i + 1) * plan.kept().rank() + keptInner]);
      if (along != 0 && kept != 0) {
        return along <= kept;
      }
    }
    return true;
  }

  private static long powerOfTwo(long n) {
    return n <= 1 ? 1 : Long.highestOneBit(n - 1) << 1;
  }

  void scan(Primitive.Scan scan, Operand input, Operand output) {
    if (output.layout().size() == 0) {
      return;
    }
    boolean[] chosen = new boolean[output.layout().rank()];
    chosen[scan.axis()] = true;
    LineKernels.Task task = new LineKernels.Task.Running(scan.op(), input.type());
    Walk kept = Walk.of(axes(output.layout(), chosen, false), axes(input.layout(), chosen, false));
    long length = output.layout().dim(scan.axis());
    long lines = kept.size();
    long[] fields = new long[4 + kept.fields().length];
    fields[0] = CudaEngine.address(input, kept.offsets()[1]);
    fields[1] = CudaEngine.address(output, kept.offsets()[0]);
    fields[2] = output.layout().stride(scan.axis());
    fields[3] = input.layout().stride(scan.axis());
    kept.put(fields, 4);
    boolean sequential = !scan.op().isAssociative() || lines >= MANY_LINES || length <= SHORT_LINE;
    LineKernels.Form form = sequential ? LineKernels.Form.SEQUENTIAL : LineKernels.Form.TILES;
    LineKernels.Key key = new LineKernels.Key(task, List.of(input.type()), form, kept.rank(), 1);
    CudaKernel kernel = engine.kernels().find(key, () -> LineKernels.source(key));
    long tiles = Math.ceilDiv(length, TILE);
    long blocks = sequential ? Math.ceilDiv(lines, (long) THREADS) : lines * tiles;
    if (sequential || tiles == 1) {
      launchScan(kernel, fields, lines, blocks, length, tiles, 0, 0);
      return;
    }
    try (DeviceMemory totals =
        engine.cuda().allocate(lines * tiles * LineKernels.accumulatorBytes(task))) {
      launchScan(kernel, fields, lines, blocks, length, tiles, totals.address(), 0);
      scanTotals(scan.op(), input.type(), totals.address(), lines, tiles);
      launchScan(kernel, fields, lines, blocks, length, tiles, 0, totals.address());
    }
  }

  private void launchScan(
      CudaKernel kernel,
      long[] fields,
      long lines,
      long blocks,
      long length,
      long tiles,
      long totals,
      long carry) {
    engine
        .cuda()
        .launch(
            kernel,
            blocks,
            arguments ->
                arguments
                    .addStructure(fields)
                    .add(lines)
                    .add(length)
                    .add(tiles)
                    .add(totals)
                    .add(carry));
  }

  private void scanTotals(ScalarOp op, ElementType type, long data, long lines, long length) {
    LineKernels.TotalsKey key = new LineKernels.TotalsKey(op, type);
    CudaKernel kernel = engine.kernels().find(key, () -> LineKernels.totals(key));
    long tiles = Math.ceilDiv(length, TILE);
    if (tiles == 1) {
      launchTotals(kernel, data, lines, length, tiles, 0, 0);
      return;
    }
    try (DeviceMemory totals = engine.cuda().allocate(lines * tiles * type.byteSize())) {
      launchTotals(kernel, data, lines, length, tiles, totals.address(), 0);
      scanTotals(op, type, totals.address(), lines, tiles);
      launchTotals(kernel, data, lines, length, tiles, 0, totals.address());
    }
  }

  private void launchTotals(
      CudaKernel kernel, long data, long lines, long length, long tiles, long totals, long carry) {
    engine
        .cuda()
        .launch(
            kernel,
            lines * tiles,
            arguments -> arguments.add(data).add(length).add(tiles).add(totals).add(carry));
  }
}
