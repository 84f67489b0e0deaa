package org.panarray.internal.array;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.engine.Buffer;
import org.panarray.engine.Device;
import org.panarray.engine.Engine;
import org.panarray.engine.Operand;
import org.panarray.engine.Read;
import org.panarray.engine.Reads;
import org.panarray.engine.fault.FaultRules;
import org.panarray.internal.array.PendingInput.Leaf;
import org.panarray.prim.Expr;
import org.panarray.prim.Formula;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Puts off elementwise work until somebody asks for its elements, so that what a chain of steps
/// makes in between is never written to memory.
///
/// On the CPU large arrays are put off wherever nobody can tell: not where the program listens to
/// warnings, stops at faults or is recorded, nor where it shares memory with others. The engine
/// then computes the [org.panarray.prim.Chain] block by block, each step by the kernel that it has
/// anyway, and tells each step's faults. Inside `np.fuse` everything is put off, on any device, and
/// becomes one expression, of which nobody can say afterwards which step was at fault.
public final class Fusion {
  /// Results with fewer elements are computed at once: noting what to do costs as much as doing it.
  private static final long SMALL = Long.getLong("panarray.lazy", 1024);

  /// With more elements it is not sure that there is memory for them, which the program is to hear
  /// of on the line that asks for it.
  private static final long LARGE = 1L << 28;

  /// Steps of a chain, counted as often as they are read.
  private static final int MAX_STEPS = 24;

  /// Beyond this many inputs a kernel would spill its addresses; the chain is cut there.
  private static final int MAX_INPUTS = 12;

  /// Beyond this many nodes, counted as often as they are read, a kernel would soon pass the 8000
  /// bytes of code from which HotSpot only interprets, or the nodes that its compiler allows.
  public static final int MAX_NODES = 64;

  private final List<WeakReference<NDArray>> waiting = new ArrayList<>();

  /// Computes everything that this thread has put off inside `np.fuse`: before memory is written
  /// whose contents a recorder may be shown.
  public static void flushAll() {
    Fusion current = Ambient.current().fusion;
    if (current != null) {
      current.flush();
    }
  }

  private void flush() {
    for (WeakReference<NDArray> reference : waiting) {
      NDArray array = reference.get();
      if (array != null) {
        array.operand();
      }
    }
    waiting.clear();
  }

  /// The result of a primitive inside `np.fuse` that can wait or that consumes what waits; null for
  /// any other.
  @Nullable NDArray absorb(Ambient ambient, Primitive primitive, NDArray[] inputs) {
    return switch (primitive) {
      case Primitive.Map _ when Faults.stopsAtFaults() -> null;
      case Primitive.Map map -> {
        Pending work =
            pending(ambient, true, map.expr(), inputs, shape(inputs), Fusion::ofRecorded);
        yield work == null ? null : remembered(ArrayAccess.arrays().deferred(new Deferred(work)));
      }
      case Primitive.Reduce reduce when anyWaiting(inputs) -> {
        Pending work =
            pending(ambient, true, reduce.element(), inputs, shape(inputs), Fusion::ofRecorded);
        yield work == null ? null : ChainWork.reduce(reduce, work);
      }
      case Primitive.Reduce _, Primitive.Generate _, Primitive.ArgReduce _, Primitive.Scan _ ->
          null;
      case Primitive.Copy _, Primitive.View _, Primitive.Transfer _, Primitive.Structural _ -> null;
      case Primitive.Fft _ -> null;
    };
  }

  private NDArray remembered(NDArray array) {
    waiting.add(new WeakReference<>(array));
    return array;
  }

  private static boolean anyWaiting(NDArray[] inputs) {
    for (NDArray input : inputs) {
      if (waiting(input) != null) {
        return true;
      }
    }
    return false;
  }

  /// An array whose elements are computed later, or null where they should be computed now.
  static @Nullable NDArray putOff(Ambient ambient, Primitive.Map map, NDArray[] inputs) {
    if (!isLarge(inputs) || !isUnseen(ambient, map, inputs)) {
      return null;
    }
    Shape shape = shape(inputs);
    if (shape.size() > LARGE) {
      return null;
    }
    Pending work = pending(ambient, false, map.expr(), inputs, shape, array -> leaf(null, array));
    if (work == null) {
      return null;
    }
    NDArray array = ArrayAccess.arrays().deferred(new Deferred(work));
    return ambient.recorder == null || ambient.recorder.waits(array) ? array : null;
  }

  /// A reduction of what was put off, if nobody but it has asked for that so far; else null.
  static @Nullable NDArray fold(Ambient ambient, Primitive.Reduce fold, NDArray[] inputs) {
    if (inputs.length != 1 || ambient.isFollowed() || Faults.seeksUnderflow(ambient)) {
      return null;
    }
    Pending chain = waiting(inputs[0]);
    return chain == null || chain.isPromised() || chain.isRead()
        ? null
        : ChainWork.fold(fold, chain);
  }

  /// Computes a step into an array together with what its inputs wait for; false where that cannot
  /// be done in one pass, and nothing was done.
  static boolean into(Ambient ambient, Primitive.Map map, NDArray[] inputs, NDArray output) {
    if (ambient.isFollowed()
        || ambient.fusion != null
        || ambient.gathered != null
        || Faults.seeksUnderflow(ambient)
        || !anyWaiting(inputs)
        || !output.device().equals(Device.CPU)) {
      return false;
    }
    Operand target = ArrayAccess.arrays().target(output);
    Pending work = pending(ambient, false, map.expr(), inputs, output.shape(), Fusion::readNow);
    return work != null && ChainWork.into(work, target);
  }

  /// An input that is read before anybody can write it.
  private static Leaf readNow(NDArray array) {
    return new Leaf(null, new Read(array.operand()));
  }

  /// Computes an array now, unless it is only a step of others that wait.
  static void computeUnread(NDArray array) {
    Pending work = waiting(array);
    if (work != null && work.readers() == 0) {
      array.operand();
    }
  }

  private static @Nullable Pending pending(
      Ambient ambient,
      boolean fused,
      Expr expr,
      NDArray[] inputs,
      Shape shape,
      Function<NDArray, @Nullable Leaf> leaf) {
    settle(fused, expr, inputs, shape);
    PendingInput[] reads = new PendingInput[inputs.length];
    for (int k = 0; k < inputs.length; k++) {
      Pending before = waiting(inputs[k]);
      PendingInput read = before != null && before.attach() ? before : leaf.apply(inputs[k]);
      if (read == null) {
        Pending.release(reads);
        return null;
      }
      reads[k] = read;
    }
    return new Pending(ambient, fused, inputs[0].device(), expr, shape, reads);
  }

  private static boolean isLarge(NDArray[] inputs) {
    for (NDArray input : inputs) {
      if (input.size() >= SMALL) {
        return true;
      }
    }
    return false;
  }

  /// Whether the program cannot tell when the work is done.
  private static boolean isUnseen(Ambient ambient, Primitive.Map map, NDArray[] inputs) {
    for (NDArray input : inputs) {
      if (!input.device().equals(Device.CPU)) {
        return false;
      }
    }
    return !ambient.eager
        && ambient.gathered == null
        && !map.expr().any(Fusion::mayRefuse)
        && (!FaultRules.mayFault(map.expr())
            || !Warnings.areHeard() && !Faults.stopsAtFaults() && !Faults.seeksUnderflow(ambient));
  }

  /// Whether some elements make the operation an exception, which is the line's that asked for it.
  private static boolean mayRefuse(Expr expr) {
    return expr instanceof Expr.Apply apply
        && apply.op() == ScalarOp.POWER
        && apply.type().isInteger();
  }

  private static Shape shape(NDArray[] inputs) {
    Shape first = inputs[0].shape();
    boolean same = true;
    for (NDArray input : inputs) {
      same &= input.shape() == first || input.shape().equals(first);
    }
    if (same) {
      return first;
    }
    Shape[] shapes = new Shape[inputs.length];
    for (int k = 0; k < shapes.length; k++) {
      shapes[k] = inputs[k].shape();
    }
    return Shape.broadcast(shapes);
  }

  /// The work that an array waits for, if it does.
  private static @Nullable Pending waiting(NDArray array) {
    Deferred deferred = ArrayAccess.arrays().deferral(array);
    return deferred == null ? null : deferred.work();
  }

  /// Computes inputs that should not be part of a chain: smaller ones, which would be computed once
  /// for each place that they are broadcast to, and the longest where it would become too long.
  private static void settle(boolean fused, Expr expr, NDArray[] inputs, Shape shape) {
    int steps = 1;
    for (NDArray input : inputs) {
      Pending work = waiting(input);
      if (work != null) {
        if (fused != work.isPromised() || !fused && !work.shape().equals(shape)) {
          input.operand();
        } else {
          steps += work.steps();
        }
      }
    }
    if (fused ? isTooLarge(expr, inputs) : steps > MAX_STEPS) {
      for (NDArray input : inputs) {
        input.operand();
      }
    }
  }

  /// Whether one kernel for the expression and what its inputs wait for would be too large.
  private static boolean isTooLarge(Expr expr, NDArray[] inputs) {
    int[] uses = uses(expr, inputs.length);
    int nodes = Formula.nodes(expr);
    List<NDArray> leaves = new ArrayList<>();
    for (int k = 0; k < inputs.length; k++) {
      Pending work = waiting(inputs[k]);
      if (work == null) {
        addOnce(leaves, inputs[k]);
      } else {
        nodes += uses[k] * (nodes(work, leaves) - 1);
      }
    }
    return nodes > MAX_NODES || leaves.size() > MAX_INPUTS;
  }

  private static int nodes(Pending work, List<NDArray> leaves) {
    PendingInput[] inputs = work.inputs();
    if (inputs == null) {
      return 1;
    }
    int[] uses = uses(work.expr(), inputs.length);
    int nodes = Formula.nodes(work.expr());
    for (int k = 0; k < inputs.length; k++) {
      switch (inputs[k]) {
        case Pending inner -> nodes += uses[k] * (nodes(inner, leaves) - 1);
        case Leaf leaf -> addOnce(leaves, Objects.requireNonNull(leaf.array()));
      }
    }
    return nodes;
  }

  private static void addOnce(List<NDArray> leaves, NDArray array) {
    for (NDArray leaf : leaves) {
      if (leaf == array) {
        return;
      }
    }
    leaves.add(array);
  }

  /// How often the expression reads each of so many inputs.
  private static int[] uses(Expr expr, int inputs) {
    int[] uses = new int[inputs];
    count(expr, uses);
    return uses;
  }

  private static void count(Expr expr, int[] uses) {
    if (expr instanceof Expr.Arg arg) {
      uses[arg.index()]++;
    }
    expr.children().forEach(child -> count(child, uses));
  }

  private static @Nullable Leaf ofRecorded(NDArray array) {
    return leaf(array, array);
  }

  /// An input whose elements are there, or null where they may change unseen.
  ///
  /// @param shown what a recorder is shown
  private static @Nullable Leaf leaf(@Nullable NDArray shown, NDArray array) {
    Operand operand = array.operand();
    Reads reads = operand.buffer().reads();
    Read read = reads == null || operand.buffer().isClosed() ? null : reads.of(operand);
    return read == null ? null : new Leaf(shown, read);
  }

  /// To be called before elements are written: what was put off reads them as they are now.
  public static void preserve(Operand written) {
    flushAll();
    Buffer buffer = written.buffer();
    if (buffer.isAwaited()) {
      Objects.requireNonNull(buffer.reads()).preserve(written, Fusion::copy);
    }
  }

  private static Operand copy(Operand operand) {
    Engine engine = Engines.of(operand.device());
    Layout layout = Dispatch.resultLayout(engine, operand.layout());
    Operand copy = Dispatch.memory(null, engine, operand.type(), layout, operand);
    Dispatch.run(
        engine, new Primitive.Copy(Order.K), new Operand[] {operand}, new Operand[] {copy});
    Reference.reachabilityFence(operand);
    return copy;
  }
}
