package org.panarray.gpu;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Operand;
import org.panarray.error.IndexError;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Runs primitives with index arrays. Indices are checked on the device before anything is touched,
/// which waits for it: an index outside is an exception in the call that made it, as in NumPy.
final class CudaIndexing {
  private static final long NUMBER_SHIFT = 56;

  private final CudaEngine engine;
  private final CudaMap map;
  private final CudaSorting sorting;

  CudaIndexing(CudaEngine engine, CudaMap map, CudaSorting sorting) {
    this.engine = engine;
    this.map = map;
    this.sorting = sorting;
  }

  void gather(Primitive.Gather gather, Operand[] inputs, Operand output) {
    Operand[] indices = Arrays.copyOfRange(inputs, 1, inputs.length);
    Operand source = inputs[0];
    checkBounds(source.layout(), gather.axes(), indices);
    if (output.layout().size() == 0) {
      return;
    }
    Shape shape = output.layout().shape();
    Layout[] layouts = layouts(2, shape, gather.position(), indices);
    layouts[0] = output.layout();
    layouts[1] = kept(source.layout(), gather.axes(), shape, gather.position(), indices);
    Walk walk = Walk.of(layouts);
    long[] head = {
      CudaEngine.address(output, walk.offsets()[0]), CudaEngine.address(source, walk.offsets()[1])
    };
    int bytes = output.type().byteSize();
    launch(
        new IndexKernels.Key.Gather(bytes, indices.length, walk.rank()),
        fields(head, walk, 2, source.layout(), gather.axes(), indices),
        walk.size());
  }

  void scatter(Primitive.Scatter scatter, Operand[] inputs, Operand output) {
    Operand[] indices = Arrays.copyOfRange(inputs, 2, inputs.length);
    Operand target = inputs[0];
    Operand values = inputs[1];
    checkBounds(output.layout(), scatter.axes(), indices);
    if (target.buffer() != output.buffer() || !target.layout().equals(output.layout())) {
      map.copy(target, output);
    }
    if (values.layout().size() == 0) {
      return;
    }
    ScalarOp op = scatter.op();
    if (op == null) {
      put(scatter, values, indices, output);
    } else {
      combine(scatter, op, values, indices, output);
    }
  }

  /// The last value of each place wins: its number is noted first, then it alone is written.
  private void put(Primitive.Scatter scatter, Operand values, Operand[] indices, Operand output) {
    Layout target = output.layout();
    long lowest = target.minOffset();
    long n = values.layout().size();
    boolean unique = Arrays.stream(indices).allMatch(index -> index.layout().size() == 1);
    DeviceMemory owner =
        unique ? null : engine.cuda().allocate((target.maxOffset() - lowest + 1) * Long.BYTES);
    try {
      if (owner != null) {
        engine.cuda().fill(owner, 0, (byte) 0, owner.byteSize());
        Walk walk = places(scatter, values.layout().shape(), null, indices, target);
        long[] head = {owner.address() + (walk.offsets()[0] - lowest) * Long.BYTES};
        launch(
            new IndexKernels.Key.Claim(indices.length, walk.rank()),
            fields(head, walk, 1, target, scatter.axes(), indices),
            n);
      }
      Walk walk = places(scatter, values.layout().shape(), values.layout(), indices, target);
      long base = walk.offsets()[0];
      long[] head = {
        CudaEngine.address(output, base),
        CudaEngine.address(values, walk.offsets()[1]),
        owner == null ? 0 : owner.address(),
        lowest - base
      };
      launch(
          new IndexKernels.Key.Put(output.type().byteSize(), indices.length, walk.rank()),
          fields(head, walk, 2, target, scatter.axes(), indices),
          n);
    } finally {
      if (owner != null) {
        owner.close();
      }
    }
  }

  /// Every value is combined in its turn: the values are sorted by place, stably, and one thread
  /// for each place folds them, so that the result is that of a loop.
  private void combine(
      Primitive.Scatter scatter, ScalarOp op, Operand values, Operand[] indices, Operand output) {
    Layout target = output.layout();
    long n = values.layout().size();
    Layout line = Layout.contiguous(Shape.of(n));
    Operand places = engine.fresh(ElementType.INT64, line);
    Walk walk = places(scatter, values.layout().shape(), null, indices, target);
    launch(
        new IndexKernels.Key.Places(indices.length, walk.rank()),
        fields(
            new long[] {CudaEngine.address(places, 0)}, walk, 1, target, scatter.axes(), indices),
        n);
    Operand order = engine.fresh(ElementType.INT64, line);
    Operand sorted = sorting.sortLine(places, order);
    Walk each = Walk.ofAxes(values.layout().shape(), values.layout());
    long[] head = {
      CudaEngine.address(output, walk.offsets()[0]),
      CudaEngine.address(values, each.offsets()[0]),
      CudaEngine.address(sorted, 0),
      CudaEngine.address(order, 0),
      n
    };
    long[] fields = Arrays.copyOf(head, head.length + each.fields().length);
    each.put(fields, head.length);
    launch(
        new IndexKernels.Key.Fold(combination(op, output.type()), output.type(), each.rank()),
        fields,
        n);
    Reference.reachabilityFence(sorted);
  }

  /// What becomes of an element (argument 0) when a value (argument 1) is scattered onto it.
  private static Expr combination(ScalarOp op, ElementType type) {
    Expr element = new Expr.Arg(0, type);
    Expr combined =
        op.arity() == 1
            ? Expr.promoted(op, element)
            : Expr.promoted(op, element, new Expr.Arg(1, type));
    return Expr.cast(combined, type);
  }

  /// The walk over the gathered shape in C order: the target, the values where given, the indices.
  private static Walk places(
      Primitive.Scatter scatter,
      Shape shape,
      @Nullable Layout values,
      Operand[] indices,
      Layout target) {
    int operands = values == null ? 1 : 2;
    Layout[] layouts = layouts(operands, shape, scatter.position(), indices);
    layouts[0] = kept(target, scatter.axes(), shape, scatter.position(), indices);
    if (values != null) {
      layouts[1] = values;
    }
    return Walk.ofAxes(shape, layouts);
  }

  void nonzero(Primitive.Nonzero nonzero, Operand input, Operand output, CudaLines lines) {
    long n = input.layout().size();
    if (output.layout().size() == 0) {
      return;
    }
    Shape shape = input.layout().shape();
    Operand flags = engine.fresh(ElementType.INT64, Layout.contiguous(shape));
    Expr truth = Expr.cast(new Expr.Arg(0, input.type()), ElementType.BOOL);
    map.run(Expr.cast(truth, ElementType.INT64), new Operand[] {input}, flags);
    Layout flat = Layout.contiguous(Shape.of(n));
    Operand running = engine.fresh(ElementType.INT64, flat);
    lines.scan(new Primitive.Scan(ScalarOp.ADD, 0), flags.with(flat), running);
    Walk walk = Walk.ofAxes(shape, Layout.contiguous(shape));
    long[] head = {
      CudaEngine.address(output, output.layout().offset()),
      CudaEngine.address(running, 0),
      output.layout().stride(0),
      output.layout().stride(1),
      nonzero.count()
    };
    long[] fields = Arrays.copyOf(head, head.length + walk.fields().length);
    walk.put(fields, head.length);
    launch(new IndexKernels.Key.Coordinates(walk.rank()), fields, n);
    Reference.reachabilityFence(running);
  }

  void searchSorted(boolean right, Operand sorted, Operand values, Operand output) {
    if (output.layout().size() == 0) {
      return;
    }
    Walk walk = Walk.of(output.layout(), values.layout());
    long[] head = {
      CudaEngine.address(output, walk.offsets()[0]),
      CudaEngine.address(values, walk.offsets()[1]),
      CudaEngine.address(sorted, sorted.layout().offset()),
      sorted.layout().size(),
      sorted.layout().stride(0)
    };
    long[] fields = Arrays.copyOf(head, head.length + walk.fields().length);
    walk.put(fields, head.length);
    launch(new IndexKernels.Key.Search(values.type(), right, walk.rank()), fields, walk.size());
  }

  /// Room for `operands` layouts, then the index arrays repeated over the axes that are kept.
  private static Layout[] layouts(int operands, Shape shape, int position, Operand[] indices) {
    Layout[] layouts = new Layout[operands + indices.length];
    for (int k = 0; k < indices.length; k++) {
      Layout index = indices[k].layout();
      long[] strides = new long[shape.rank()];
      System.arraycopy(index.strides(), 0, strides, position, index.rank());
      layouts[operands + k] = Layout.of(shape, strides, index.offset());
    }
    return layouts;
  }

  /// A source as the gathered shape sees it: its remaining axes, still along the index arrays.
  private static Layout kept(
      Layout source, List<Integer> axes, Shape shape, int position, Operand[] indices) {
    int indexRank = indices[0].layout().rank();
    long[] strides = new long[shape.rank()];
    int kept = 0;
    for (int axis = 0; axis < source.rank(); axis++) {
      if (!axes.contains(axis)) {
        strides[kept < position ? kept : kept + indexRank] = source.stride(axis);
        kept++;
      }
    }
    return Layout.of(shape, strides, source.offset());
  }

  /// The fields of a kernel with index arrays.
  private static long[] fields(
      long[] head, Walk walk, int operands, Layout source, List<Integer> axes, Operand[] indices) {
    int count = indices.length;
    long[] fields = Arrays.copyOf(head, head.length + 3 * count + walk.fields().length);
    for (int k = 0; k < count; k++) {
      fields[head.length + k] = CudaEngine.address(indices[k], walk.offsets()[operands + k]);
      fields[head.length + count + k] = source.dim(axes.get(k));
      fields[head.length + 2 * count + k] = source.stride(axes.get(k));
    }
    walk.put(fields, head.length + 3 * count);
    return fields;
  }

  private void checkBounds(Layout source, List<Integer> axes, Operand[] indices) {
    long[] first = new long[1];
    boolean any = false;
    try (DeviceMemory slot = engine.cuda().allocate(Long.BYTES)) {
      engine.cuda().fill(slot, 0, (byte) IndexKernels.ALL_INSIDE, Long.BYTES);
      for (int k = 0; k < indices.length; k++) {
        Layout layout = indices[k].layout();
        if (layout.size() == 0) {
          continue;
        }
        any = true;
        Walk walk = Walk.ofAxes(layout.shape(), layout);
        long[] head = {
          CudaEngine.address(indices[k], layout.offset()),
          slot.address(),
          source.dim(axes.get(k)),
          k
        };
        long[] fields = Arrays.copyOf(head, head.length + walk.fields().length);
        walk.put(fields, head.length);
        launch(new IndexKernels.Key.Check(walk.rank()), fields, layout.size());
      }
      if (any) {
        engine.cuda().download(MemorySegment.ofArray(first), slot, 0);
      }
    }
    if (any && first[0] != IndexKernels.ALL_INSIDE) {
      int k = (int) (first[0] >>> NUMBER_SHIFT);
      Operand index = indices[k];
      long element = index.layout().offsetOfFlat(first[0] & (1L << NUMBER_SHIFT) - 1);
      long[] value = new long[1];
      engine
          .cuda()
          .download(MemorySegment.ofArray(value), CudaEngine.memory(index), element * Long.BYTES);
      int axis = axes.get(k);
      throw new IndexError(
          "index %d is out of bounds for axis %d with size %d"
              .formatted(value[0], axis, source.dim(axis)));
    }
  }

  private void launch(IndexKernels.Key key, long[] fields, long n) {
    CudaKernel kernel = engine.kernels().find(key, () -> IndexKernels.source(key));
    engine
        .cuda()
        .launch(
            kernel,
            Math.ceilDiv(n, (long) CudaDevice.BLOCK_THREADS),
            arguments -> arguments.addStructure(fields).add(n));
  }
}
