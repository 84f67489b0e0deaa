package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

/// Generates the bodies of kernels that combine the elements of a row.
///
/// The output's step says how to begin: 0 for a fresh result, anything else to go on from the
/// result that stands in the output (of a scan: in the carry).
public final class FoldCode {
  private static final int ACCUMULATORS = 4;

  /// Extremes of floats take four operations a step for the sake of NaN; with four accumulators the
  /// just-in-time compiler has enough of them by the end, and makes objects of the vectors: the
  /// maximum of 1e6 doubles in 16 ms and 5 MB instead of 0.2 and nothing.
  private static final int ACCUMULATORS_OF_FLOATS = 2;

  private final RowCode row;
  private final CodeBuilder code;
  private final KernelKey key;
  private final @Nullable VectorPlan plan;
  private final ElementType type;
  private final ScalarOp fold;
  private final Expr total; // stands for the value so far; no input has this index
  private final Expr combined;
  private final int accumulators;

  FoldCode(RowCode row, @Nullable VectorPlan plan) {
    this.row = row;
    this.code = row.code;
    this.key = row.key;
    this.type = key.expr().type();
    this.fold = Objects.requireNonNull(key.fold());
    this.total = new Expr.Arg(Integer.MAX_VALUE, type);
    this.combined = new Expr.Apply(fold, List.of(total, key.expr()), type);
    this.plan = plan != null && hasLanes(fold, type) ? plan : null;
    this.accumulators = type.isFloat() ? ACCUMULATORS_OF_FLOATS : ACCUMULATORS;
  }

  /// Whether a row is folded on lanes, in another order than that of its elements.
  static boolean hasLanes(ScalarOp fold, ElementType type) {
    return fold.isAssociative()
        && switch (fold.family()) {
          case ARITHMETIC -> type.isInteger(); // floats round at each step, in NumPy's order
          case EXTREMUM, BITWISE -> !type.isBool();
          case LOGICAL -> type.isBool() && fold != ScalarOp.LOGICAL_XOR;
          case DIVISION, FUNCTION, ROUNDING, MAGNITUDE, PART, CHOICE, COMPARISON -> false;
          case PREDICATE, SHIFT, WHOLE, ANGLE, NEIGHBOUR, EXPONENT, FUSED, PATTERN -> false;
        };
  }

  // ---- one output element ----

  void emitReduce(int i) {
    RunningTotal result = new RunningTotal(code, type);
    ElementCode element = new ElementCode(row, i);
    Label fresh = code.newLabel();
    Label begun = code.newLabel();
    row.loadStep(0);
    code.lconst_0().lcmp().ifeq(fresh);
    row.loadStart(0);
    element.load(0, type);
    result.store();
    code.goto_(begun).labelBinding(fresh);
    emitFirst(i, result);
    code.labelBinding(begun);
    if (plan != null) {
      if (type.isBool()) {
        emitUntilDecided(plan, i);
      } else {
        emitLanes(plan, i, result);
      }
    }
    KernelCompiler.countedLoop(code, i, row::loadCount, 1, () -> combine(i, result));
    result.load();
    element.store(0, type, true);
    code.iconst_0().ireturn();
  }

  /// Computes element 0 as the result so far.
  private void emitFirst(int i, RunningTotal result) {
    scalar(i).value(key.expr());
    result.store();
    code.iinc(i, 1);
  }

  private ScalarEmitter scalar(int i) {
    return new ScalarEmitter(row, i, -1);
  }

  private void combine(int i, RunningTotal result) {
    ScalarEmitter emitter = scalar(i);
    emitter.define(total, result.local());
    emitter.value(combined);
    result.store();
  }

  /// Several accumulators hide the latency of the operation.
  private void emitLanes(VectorPlan lanes, int i, RunningTotal result) {
    int width = lanes.lanes();
    Label skip = code.newLabel();
    Map<Expr, Integer> invariant = new HashMap<>();
    row.loadCount();
    code.iload(i).isub().loadConstant(accumulators * width).if_icmplt(skip);
    lanes(lanes, i, invariant).prepare(key.expr());
    int[] at = new int[accumulators];
    int[] totals = new int[accumulators];
    for (int k = 0; k < accumulators; k++) {
      at[k] = k == 0 ? i : code.allocateLocal(TypeKind.INT);
      totals[k] = code.allocateLocal(TypeKind.REFERENCE);
      offset(i, at[k], k * width);
      lanes(lanes, at[k], invariant).value(key.expr());
      code.astore(totals[k]);
    }
    code.iinc(i, accumulators * width);
    int last = code.allocateLocal(TypeKind.INT);
    row.loadCount();
    code.loadConstant(accumulators * width - 1).isub().istore(last);
    KernelCompiler.countedLoop(
        code,
        i,
        () -> code.iload(last),
        accumulators * width,
        () -> {
          for (int k = 0; k < accumulators; k++) {
            offset(i, at[k], k * width);
            accumulate(lanes(lanes, at[k], invariant), totals[k]);
          }
        });
    row.loadCount();
    code.loadConstant(width - 1).isub().istore(last);
    KernelCompiler.countedLoop(
        code,
        i,
        () -> code.iload(last),
        width,
        () -> accumulate(lanes(lanes, i, invariant), totals[0]));
    for (int apart = 1; apart < accumulators; apart *= 2) {
      for (int k = 0; k + apart < accumulators; k += 2 * apart) {
        join(lanes, i, invariant, totals[k], totals[k + apart]);
      }
    }
    int across = code.allocateLocal(Descriptors.kind(type));
    ElementCode element = new ElementCode(row, i);
    reduceLanes(element, totals[0]);
    element.wrap(type);
    code.storeLocal(Descriptors.kind(type), across);
    ScalarEmitter emitter = scalar(i);
    Expr right = new Expr.Arg(Integer.MAX_VALUE - 1, type);
    emitter.define(total, result.local());
    emitter.define(right, across);
    emitter.value(new Expr.Apply(fold, List.of(total, right), type));
    result.store();
    code.labelBinding(skip);
  }

  private void offset(int i, int at, int distance) {
    if (distance > 0) {
      code.iload(i).loadConstant(distance).iadd().istore(at);
    }
  }

  private VectorEmitter lanes(VectorPlan lanes, int i, Map<Expr, Integer> invariant) {
    return new VectorEmitter(row, lanes, i, invariant);
  }

  private void accumulate(VectorEmitter emitter, int into) {
    emitter.define(total, into);
    emitter.value(combined);
    code.astore(into);
  }

  private void join(VectorPlan lanes, int i, Map<Expr, Integer> invariant, int into, int other) {
    VectorEmitter emitter = lanes(lanes, i, invariant);
    Expr right = new Expr.Arg(Integer.MAX_VALUE - 1, type);
    emitter.define(total, into);
    emitter.define(right, other);
    emitter.value(new Expr.Apply(fold, List.of(total, right), type));
    code.astore(into);
  }

  private void reduceLanes(ElementCode element, int vector) {
    char lane = LaneTypes.lane(type);
    code.aload(vector);
    if (type.isFloat() && (fold == ScalarOp.FMAX || fold == ScalarOp.FMIN)) {
      code.invokestatic(
          Descriptors.of(lane == 'D' ? DoubleLanes.class : FloatLanes.class),
          fold.camelName() + "Lanes",
          MethodTypeDesc.of(LaneTypes.primitive(lane), LaneTypes.vector(lane)));
      return;
    }
    boolean largest = fold == ScalarOp.MAXIMUM || fold == ScalarOp.FMAX;
    boolean smallest = fold == ScalarOp.MINIMUM || fold == ScalarOp.FMIN;
    if (type.isUnsigned() && (largest || smallest)) {
      code.loadConstant(largest ? 1 : 0)
          .loadConstant(type.byteSize() * 8)
          .invokestatic(
              Descriptors.of(IntegerLanes.class),
              "extremeUnsigned",
              MethodTypeDesc.of(CD_long, LaneTypes.VECTOR, CD_boolean, CD_int));
      element.fromLong(type);
      return;
    }
    String name = largest ? "MAX" : smallest ? "MIN" : Objects.requireNonNull(fold.operator());
    code.getstatic(LaneTypes.OPERATORS, name, LaneTypes.ASSOCIATIVE)
        .invokevirtual(
            LaneTypes.vector(lane),
            "reduceLanes",
            MethodTypeDesc.of(LaneTypes.primitive(lane), LaneTypes.ASSOCIATIVE));
  }

  /// Stops at the first lanes that settle the answer.
  private void emitUntilDecided(VectorPlan lanes, int i) {
    boolean any = fold == ScalarOp.LOGICAL_OR;
    Map<Expr, Integer> invariant = new HashMap<>();
    VectorEmitter emitter = lanes(lanes, i, invariant);
    emitter.prepare(key.expr());
    int last = code.allocateLocal(TypeKind.INT);
    row.loadCount();
    code.loadConstant(lanes.lanes() - 1).isub().istore(last);
    KernelCompiler.countedLoop(
        code,
        i,
        () -> code.iload(last),
        lanes.lanes(),
        () -> {
          Label open = code.newLabel();
          emitter.value(key.expr());
          code.invokevirtual(
              LaneTypes.MASK, any ? "anyTrue" : "allTrue", MethodTypeDesc.of(CD_boolean));
          if (any) {
            code.ifeq(open);
          } else {
            code.ifne(open);
          }
          code.loadConstant(any ? 1 : 0);
          new ElementCode(row, i).store(0, type, true);
          code.iconst_0().ireturn().labelBinding(open);
        });
  }

  // ---- running results ----

  void emitScan(int i, int carry) {
    RunningTotal result = new RunningTotal(code, type);
    ElementCode element = new ElementCode(row, i);
    Label fresh = code.newLabel();
    Label begun = code.newLabel();
    row.loadStep(carry);
    code.lconst_0().lcmp().ifeq(fresh);
    row.loadStart(carry);
    element.load(carry, type);
    result.store();
    code.goto_(begun).labelBinding(fresh);
    scalar(i).value(key.expr());
    result.store();
    result.load();
    element.store(0, type, false);
    code.iinc(i, 1).labelBinding(begun);
    KernelCompiler.countedLoop(
        code,
        i,
        row::loadCount,
        1,
        () -> {
          combine(i, result);
          result.load();
          element.store(0, type, false);
        });
    result.load();
    element.store(carry, type, true);
    code.iconst_0().ireturn();
  }
}
