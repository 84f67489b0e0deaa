package org.panarray.internal.array;

import java.lang.ref.Reference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.MemoryScope;
import org.panarray.NDArray;
import org.panarray.engine.Buffer;
import org.panarray.engine.Device;
import org.panarray.engine.Engine;
import org.panarray.engine.FloatFault;
import org.panarray.engine.MemorySize;
import org.panarray.engine.Operand;
import org.panarray.error.DeviceMismatchError;
import org.panarray.error.MemoryError;
import org.panarray.error.ValueError;
import org.panarray.prim.Chain;
import org.panarray.prim.ElementType;
import org.panarray.prim.Inference;
import org.panarray.prim.Primitive;
import org.panarray.prim.ViewLayouts;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// The one door: every primitive passes here, is given shape and type, memory and an engine, and is
/// shown to the recorder.
public final class Dispatch {
  /// Made beforehand: a full heap has no room for a text.
  @SuppressWarnings("StaticAssignmentOfThrowable") // its stack trace says nothing that is missed
  private static final MemoryError HEAP_IS_FULL =
      new MemoryError("Unable to allocate an array: the Java heap is full");

  private Dispatch() {}

  /// The single result of a primitive, in fresh memory or as a view.
  public static NDArray apply(Primitive primitive, NDArray... inputs) {
    Ambient ambient = Ambient.current();
    if (primitive instanceof Primitive.View view) {
      boolean writeable =
          !(view instanceof Primitive.BroadcastTo || view instanceof Primitive.Diagonal);
      return view(view, inputs[0], writeable);
    }
    if (!ResultTypes.areNumbers(inputs)) {
      return ResultTypes.apply(primitive, inputs);
    }
    if (ambient.fusion != null) {
      NDArray fused = ambient.fusion.absorb(ambient, primitive, inputs);
      if (fused != null) {
        return fused;
      }
    }
    if (primitive instanceof Primitive.Map map) {
      NDArray later = ambient.fusion == null ? Fusion.putOff(ambient, map, inputs) : null;
      return later != null ? later : map(ambient, map, inputs);
    }
    if (primitive instanceof Primitive.Reduce fold) {
      NDArray folded = Fusion.fold(ambient, fold, inputs);
      if (folded != null) {
        return folded;
      }
    }
    if (primitive instanceof Primitive.Transfer transfer) {
      NDArray moved = Transfers.to(inputs[0], Device.of(transfer.device()));
      record(ambient, transfer, inputs, moved);
      return moved;
    }
    return applyAll(ambient, primitive, inputs)[0];
  }

  /// A view that may be written only where asked: also where the primitive's own may not, as the
  /// diagonals of `einsum`, or not even where the input may.
  public static NDArray view(Primitive.View view, NDArray input, boolean writeable) {
    Operand operand = input.operand();
    return view(view, input, ViewLayouts.layout(view, operand.type(), operand.layout()), writeable);
  }

  /// A slice whose items the caller has resolved already.
  ///
  /// @param from the layout of the input then; it has another now if it was resized
  /// @param seen what the items made of it
  public static NDArray slice(Primitive.Slice slice, NDArray input, Layout from, Layout seen) {
    return input.layout() == from ? view(slice, input, seen, true) : apply(slice, input);
  }

  private static NDArray view(
      Primitive.View view, NDArray input, Layout layout, boolean writeable) {
    Operand operand = input.operand();
    ElementType type = ViewLayouts.type(view, operand.type());
    DType dtype = input.dtype().isNumeric() ? DType.of(type) : ResultTypes.of(view, input);
    Operand seen = new Operand(type, layout, operand.buffer());
    NDArray result = ArrayAccess.arrays().view(input, dtype, seen, writeable);
    record(Ambient.current(), view, new NDArray[] {input}, result);
    return result;
  }

  /// All results of a primitive.
  public static NDArray[] applyAll(Primitive primitive, NDArray... inputs) {
    return applyAll(Ambient.current(), primitive, inputs);
  }

  /// Runs a primitive into existing arrays, whose shapes and types are those of its results. Where
  /// an output shares memory with an input, it behaves as if the inputs had been copied first.
  public static void into(NDArray[] outputs, Primitive primitive, NDArray... inputs) {
    if (!ResultTypes.areNumbers(inputs) || !ResultTypes.areNumbers(outputs)) {
      ResultTypes.requireOutputs(outputs, ResultTypes.of(primitive, inputs));
      into(Storage.of(outputs), primitive, Storage.of(inputs));
      return;
    }
    Ambient ambient = Ambient.current();
    Engine engine = engine(ambient, inputs);
    if (primitive instanceof Primitive.Map map && Fusion.into(ambient, map, inputs, outputs[0])) {
      return;
    }
    Operand[] sources = operands(inputs);
    Operand[] targets = new Operand[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      targets[i] = ArrayAccess.arrays().target(outputs[i]);
      if (!targets[i].device().equals(engine.device())) {
        throw mismatch(engine.device(), targets[i].device(), outputs[i].shape());
      }
    }
    boolean detour = false;
    for (Operand target : targets) {
      detour |= conflicts(primitive, target, sources);
      detour |= Faults.seeksUnderflow(ambient) && shares(target, sources);
    }
    int faults;
    if (detour) {
      NDArray[] results = results(ambient, engine, primitive, sources);
      faults = run(ambient, engine, primitive, sources, operands(results));
      for (int i = 0; i < outputs.length; i++) {
        run(
            engine,
            new Primitive.Copy(org.panarray.prim.Order.K),
            new Operand[] {results[i].operand()},
            new Operand[] {targets[i]});
        targets[i].buffer().markWritten();
      }
    } else {
      faults = run(ambient, engine, primitive, sources, targets);
      for (Operand target : targets) {
        target.buffer().markWritten();
      }
    }
    Reference.reachabilityFence(inputs);
    Reference.reachabilityFence(outputs);
    Faults.report(ambient, primitive, faults);
    if (ambient.recorder != null) {
      ambient.recorder.written(primitive, inputs, outputs);
    }
  }

  /// Runs `body` while `recorder` sees everything that passes the door on this thread.
  public static <T extends @Nullable Object> T recording(Recorder recorder, Supplier<T> body) {
    Ambient ambient = Ambient.current();
    Recorder outer = ambient.recorder;
    ambient.recorder = recorder;
    try {
      return body.get();
    } finally {
      ambient.recorder = outer;
    }
  }

  /// The recorder of this thread, or null.
  public static @Nullable Recorder recorder() {
    return Ambient.current().recorder;
  }

  /// Sets the recorder of this thread, or none, and returns the one before: for blocks that are not
  /// lambdas.
  public static @Nullable Recorder setRecorder(@Nullable Recorder recorder) {
    Ambient ambient = Ambient.current();
    Recorder before = ambient.recorder;
    ambient.recorder = recorder;
    return before;
  }

  /// Fresh memory on the thread's default device, contents undefined.
  public static NDArray empty(ElementType type, Layout layout) {
    Ambient ambient = Ambient.current();
    return fresh(ambient, Engines.of(ambient.device), type, layout);
  }

  /// Fresh memory beside an array, contents undefined.
  public static NDArray emptyBeside(NDArray array, ElementType type, Layout layout) {
    return fresh(Ambient.current(), Engines.of(array.device()), type, layout);
  }

  /// Fresh memory on the thread's default device, all elements zero.
  public static NDArray zeros(ElementType type, Layout layout) {
    Ambient ambient = Ambient.current();
    Engine engine = Engines.of(ambient.device);
    long elements = requireAddressable(type, layout);
    try {
      Operand operand =
          adopted(ambient.scope(), type, layout, engine.allocateZeroed(type, elements));
      return ArrayAccess.arrays().owning(DType.of(type), operand);
    } catch (MemoryError | OutOfMemoryError e) {
      throw refused(engine, type, layout, e);
    }
  }

  /// Fresh memory of the CPU, whatever the default device: for what Java code fills in.
  public static NDArray hostEmpty(ElementType type, Layout layout) {
    return fresh(Ambient.current(), Engines.of(Device.CPU), type, layout);
  }

  /// Elementwise work is most of what passes; it takes the shortest way.
  private static NDArray map(Ambient ambient, Primitive.Map map, NDArray[] inputs) {
    NDArray result = run(ambient, map, inputs);
    record(ambient, map, inputs, result);
    return result;
  }

  private static NDArray run(Ambient ambient, Primitive.Map map, NDArray[] inputs) {
    Engine engine = engine(ambient, inputs);
    Operand[] sources = operands(inputs);
    Layout[] layouts = new Layout[sources.length];
    for (int i = 0; i < layouts.length; i++) {
      layouts[i] = sources[i].layout();
    }
    Layout layout = resultLayout(engine, layouts);
    NDArray result = fresh(ambient, engine, map.expr().type(), layout, sources);
    int faults = run(ambient, engine, map, sources, new Operand[] {result.operand()});
    Reference.reachabilityFence(inputs);
    if (faults != 0) {
      Faults.report(ambient, map, faults);
    }
    return result;
  }

  static Layout resultLayout(Engine engine, Layout... sources) {
    Layout first = sources[0];
    if (sources.length == 1) {
      return plain(first) ? first : engine.resultLayout(first.shape(), first);
    }
    if (sources.length == 2) {
      Layout second = sources[1];
      if (first.shape().equals(second.shape()) && plain(first) && plain(second)) {
        return first;
      }
      if (second.rank() == 0 && plain(first)) {
        return first;
      }
      if (first.rank() == 0 && plain(second)) {
        return second;
      }
    }
    Shape[] shapes = new Shape[sources.length];
    for (int i = 0; i < sources.length; i++) {
      shapes[i] = sources[i].shape();
    }
    return engine.resultLayout(Shape.broadcast(shapes), sources);
  }

  /// Whether the layout may serve a fresh array as it is.
  private static boolean plain(Layout layout) {
    return layout.offset() == 0 && layout.isContiguous();
  }

  private static NDArray[] applyAll(Ambient ambient, Primitive primitive, NDArray[] inputs) {
    Engine engine = engine(ambient, inputs);
    Operand[] sources = operands(inputs);
    NDArray[] results = results(ambient, engine, primitive, sources);
    int faults = run(ambient, engine, primitive, sources, operands(results));
    Reference.reachabilityFence(inputs);
    Faults.report(ambient, primitive, faults);
    if (ambient.recorder != null) {
      ambient.recorder.recorded(primitive, inputs, results);
    }
    return results;
  }

  private static int run(
      Ambient ambient, Engine engine, Primitive primitive, Operand[] sources, Operand[] targets) {
    int faults = run(engine, primitive, sources, targets);
    if (Faults.seeksUnderflow(ambient) && engine.underflows(primitive, sources, targets)) {
      return faults | FloatFault.UNDERFLOW;
    }
    return faults;
  }

  /// Memory for the results of a primitive.
  private static NDArray[] results(
      Ambient ambient, Engine engine, Primitive primitive, Operand[] sources) {
    ElementType[] types = new ElementType[sources.length];
    Shape[] shapes = new Shape[sources.length];
    for (int i = 0; i < sources.length; i++) {
      types[i] = sources[i].type();
      shapes[i] = sources[i].layout().shape();
    }
    Inference.Result[] specs = Inference.results(primitive, types, shapes);
    NDArray[] results = new NDArray[specs.length];
    for (int i = 0; i < specs.length; i++) {
      Layout layout = ResultOrder.layout(primitive, specs[i].shape(), sources);
      results[i] = fresh(ambient, engine, specs[i].type(), layout, sources);
    }
    return results;
  }

  static NDArray fresh(
      Ambient ambient, Engine engine, ElementType type, Layout layout, Operand... inputs) {
    Operand operand = memory(ambient.scope(), engine, type, layout, inputs);
    return ArrayAccess.arrays().owning(DType.of(type), operand);
  }

  /// Fresh memory, contents undefined, which belongs to a scope if there is one.
  ///
  /// @param inputs of the work whose result it will be
  static Operand memory(
      @Nullable MemoryScope scope,
      Engine engine,
      ElementType type,
      Layout layout,
      Operand... inputs) {
    long elements = requireAddressable(type, layout);
    try {
      return adopted(scope, type, layout, engine.allocate(type, elements, scope != null, inputs));
    } catch (MemoryError | OutOfMemoryError e) {
      throw refused(engine, type, layout, e);
    }
  }

  /// The error in NumPy's words, with the bytes that were asked for.
  static MemoryError refused(ElementType type, Layout layout, long elements) {
    return new MemoryError(
        "Unable to allocate "
            + MemorySize.text(elements << type.byteShift())
            + " for an array with shape "
            + layout.shape()
            + " and data type "
            + type.numpyName());
  }

  /// The same for what an engine says, which is more of another device than of the CPU.
  private static MemoryError refused(Engine engine, ElementType type, Layout layout, Throwable e) {
    try {
      MemoryError error =
          engine.device().equals(Device.CPU)
              ? refused(type, layout, layout.size())
              : new MemoryError(
                  e.getMessage()
                      + " with shape "
                      + layout.shape()
                      + " and data type "
                      + type.numpyName());
      error.initCause(e);
      return error;
    } catch (OutOfMemoryError _) {
      return HEAP_IS_FULL;
    }
  }

  /// Lets an engine work. What it cannot allocate beside the results is a `MemoryError` too.
  static int run(Engine engine, Primitive primitive, Operand[] sources, Operand[] targets) {
    if (!engine.supports(primitive, sources)) {
      throw unsupported(engine, primitive);
    }
    try {
      return engine.run(primitive, sources, targets);
    } catch (OutOfMemoryError e) {
      throw refused(primitive.getClass().getSimpleName(), e);
    }
  }

  /// Lets an engine do a chain of steps, in the same way.
  ///
  /// @return the faults of each step
  static int[] runChain(
      Engine engine, Chain chain, Operand[] sources, @Nullable Operand[] targets) {
    try {
      return engine.runChain(chain, sources, targets);
    } catch (OutOfMemoryError e) {
      throw refused("a chain", e);
    }
  }

  /// Lets an engine fold a chain.
  ///
  /// @return the faults of each step, null where nothing was done
  static int @Nullable [] foldChain(
      Engine engine,
      Chain chain,
      Primitive.Reduce fold,
      Operand[] sources,
      Shape shape,
      Operand target) {
    try {
      return engine.foldChain(chain, fold, sources, shape, target);
    } catch (OutOfMemoryError e) {
      throw refused("a chain", e);
    }
  }

  private static MemoryError refused(String worker, OutOfMemoryError e) {
    MemoryError error =
        new MemoryError("Unable to allocate what " + worker + " works with: " + e.getMessage());
    error.initCause(e);
    return error;
  }

  private static UnsupportedOperationException unsupported(Engine engine, Primitive primitive) {
    return new UnsupportedOperationException(
        primitive.getClass().getSimpleName()
            + " is not implemented on the device '"
            + engine.device()
            + "'; move the arrays to the CPU for it: a.toDevice(CPU)");
  }

  /// The number of elements.
  ///
  /// @throws ValueError where their bytes are no `long`
  static long requireAddressable(ElementType type, Layout layout) {
    long elements = layout.size();
    if (elements > Long.MAX_VALUE >> type.byteShift()) {
      throw new ValueError(
          "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible"
              + " size.");
    }
    return elements;
  }

  private static Operand adopted(
      @Nullable MemoryScope scope, ElementType type, Layout layout, Buffer buffer) {
    if (scope != null) {
      ArrayAccess.arrays().adopt(scope, buffer);
    }
    return new Operand(type, layout, buffer);
  }

  private static void record(
      Ambient ambient, Primitive primitive, NDArray[] inputs, NDArray result) {
    if (ambient.recorder != null) {
      ambient.recorder.recorded(primitive, inputs, new NDArray[] {result});
    }
  }

  private static Operand[] operands(NDArray[] inputs) {
    Operand[] operands = new Operand[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i].dtype().element(); // engines compute with numbers
      operands[i] = inputs[i].operand();
    }
    return operands;
  }

  private static Engine engine(Ambient ambient, NDArray[] inputs) {
    if (inputs.length == 0) {
      return Engines.of(ambient.device);
    }
    Device device = inputs[0].device();
    for (int i = 1; i < inputs.length; i++) {
      if (!inputs[i].device().equals(device)) {
        throw mismatch(device, inputs[i].device(), inputs[i].shape());
      }
    }
    return Engines.of(device);
  }

  private static DeviceMismatchError mismatch(Device expected, Device found, Shape shape) {
    return new DeviceMismatchError(
        "operands must be on one device: the first is on "
            + expected
            + ", the one of shape "
            + shape
            + " on "
            + found
            + "; move one with toDevice");
  }

  /// Whether writing `target` could change an input before it is read. Elementwise work may write
  /// an operand onto itself.
  private static boolean conflicts(Primitive primitive, Operand target, Operand[] sources) {
    for (int i = 0; i < sources.length; i++) {
      Operand source = sources[i];
      if (source.buffer() != target.buffer()) {
        continue;
      }
      boolean sameElements =
          source.type() == target.type() && source.layout().equals(target.layout());
      boolean harmless = primitive instanceof Primitive.Map && sameElements;
      harmless |= primitive instanceof Primitive.Scatter && i == 0 && sameElements;
      if (!harmless && overlaps(source, target)) {
        return true;
      }
    }
    return false;
  }

  private static boolean shares(Operand target, Operand[] sources) {
    for (Operand source : sources) {
      if (source.buffer() == target.buffer()) {
        return true;
      }
    }
    return false;
  }

  static boolean overlaps(Operand a, Operand b) {
    return a.type() != b.type() || Layout.mayOverlap(a.layout(), b.layout());
  }
}
