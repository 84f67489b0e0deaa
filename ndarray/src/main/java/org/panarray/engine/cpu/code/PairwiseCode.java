package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

/// Generates sums of a row in the order of NumPy's pairwise summation, so that they have its bits
/// whatever the width of the vectors, and alone or fused.
///
/// A row of up to 128 numbers is added up in 8 partial sums, element `i` in partial sum `i % 8`;
/// the partial sums are added two by two, then the elements that are left over, one by one. A
/// longer row is halved (at a multiple of 8) and the sums of both parts are added, so that errors
/// grow with the logarithm of the size. Of complex elements NumPy counts both parts: 64 elements, 4
/// partial sums.
///
/// The halving is a method of the kernel that calls itself; its parameters are those of `run` with
/// the end of the part in place of the count, and its start as the last.
public final class PairwiseCode {
  static final String NAME = "pairwise";
  private static final int NUMBERS = 8; // partial sums of real numbers

  private final RowCode row;
  private final CodeBuilder code;
  private final KernelKey key;
  private final @Nullable VectorPlan plan;
  private final ElementType type;
  private final TypeKind kind;
  private final int partialSums;
  private final Expr total;
  private final Expr right;
  private final Expr sum; // of the two above, which no input stands for

  PairwiseCode(RowCode row, @Nullable VectorPlan plan) {
    this.row = row;
    this.code = row.code;
    this.key = row.key;
    this.plan = plan;
    this.type = key.expr().type();
    this.kind = Descriptors.kind(type);
    this.partialSums = partialSums(key);
    this.total = new Expr.Arg(Integer.MAX_VALUE, type);
    this.right = new Expr.Arg(Integer.MAX_VALUE - 1, type);
    this.sum = new Expr.Apply(ScalarOp.ADD, List.of(total, right), type);
  }

  /// How many partial sums a row is added up in.
  static int partialSums(KernelKey key) {
    boolean parts = key.form() == KernelKey.Form.PAIRWISE_PARTS || key.expr().type().isComplex();
    return parts ? NUMBERS / 2 : NUMBERS;
  }

  /// The type of the method that halves, given that of the entry point.
  static MethodTypeDesc descriptor(MethodTypeDesc run, ElementType type) {
    List<ClassDesc> parameters = new ArrayList<>(run.parameterList());
    parameters.add(CD_int);
    return MethodTypeDesc.of(Descriptors.descriptor(type), parameters);
  }

  /// The entry point: the output's element, or 0 where there is none yet, plus the sum of the row.
  void emitEntry(ClassDesc self, MethodTypeDesc run) {
    int added = code.allocateLocal(kind);
    int result = code.allocateLocal(kind);
    ElementCode element = new ElementCode(row, -1);
    code.iconst_0();
    int zero = code.allocateLocal(TypeKind.INT);
    code.istore(zero);
    emitCall(self, run, row::loadCount, zero);
    code.storeLocal(kind, added);
    Label fresh = code.newLabel();
    Label begun = code.newLabel();
    row.loadStep(0);
    code.lconst_0().lcmp().ifeq(fresh);
    row.loadStart(0);
    element.load(0, type);
    code.storeLocal(kind, result).goto_(begun).labelBinding(fresh);
    scalar(zero).value(new Expr.Const(0, type));
    code.storeLocal(kind, result).labelBinding(begun);
    add(result, added);
    code.loadLocal(kind, result);
    element.store(0, type, true);
    code.iconst_0().ireturn();
  }

  /// The method that halves and, where a part is short enough, adds up.
  void emitHalving(ClassDesc self, MethodTypeDesc run) {
    int start = code.parameterSlot(run.parameterCount());
    int count = code.allocateLocal(TypeKind.INT);
    row.loadCount();
    code.iload(start).isub().istore(count);
    Label whole = code.newLabel();
    code.iload(count).loadConstant(16 * partialSums).if_icmple(whole);
    int middle = code.allocateLocal(TypeKind.INT);
    emitHalf(count);
    code.iload(start).iadd().istore(middle);
    int first = code.allocateLocal(kind);
    int second = code.allocateLocal(kind);
    emitCall(self, run, () -> code.iload(middle), start);
    code.storeLocal(kind, first);
    emitCall(self, run, row::loadCount, middle);
    code.storeLocal(kind, second);
    add(first, second);
    code.loadLocal(kind, first).return_(kind).labelBinding(whole);
    emitPart(start, count);
  }

  /// Half of the numbers, less what exceeds a multiple of 8.
  private void emitHalf(int count) {
    if (partialSums == NUMBERS) {
      code.iload(count).iconst_1().ishr().loadConstant(-NUMBERS).iand();
    } else { // two numbers an element
      code.iload(count).loadConstant(-NUMBERS).iand().iconst_1().ishr();
    }
  }

  private void emitCall(ClassDesc self, MethodTypeDesc run, Runnable end, int start) {
    code.aload(0);
    end.run();
    int slot = 2;
    for (ClassDesc parameter : run.parameterList().subList(1, run.parameterCount())) {
      TypeKind passed = TypeKind.from(parameter);
      code.loadLocal(passed, slot);
      slot += passed.slotSize();
    }
    code.iload(start).invokevirtual(self, NAME, descriptor(run, type));
  }

  private void emitPart(int i, int count) {
    Label few = code.newLabel();
    int result = code.allocateLocal(kind);
    code.iload(count).loadConstant(partialSums).if_icmplt(few);
    int last = code.allocateLocal(TypeKind.INT);
    row.loadCount();
    code.loadConstant(partialSums - 1).isub().istore(last);
    int[] sums = plan == null ? onScalars(i, last) : onLanes(plan, i, last);
    for (int distance = 1; distance < sums.length; distance *= 2) {
      for (int k = 0; k + distance < sums.length; k += 2 * distance) {
        add(sums[k], sums[k + distance]);
      }
    }
    code.loadLocal(kind, sums[0]).storeLocal(kind, result);
    Label tail = code.newLabel();
    code.goto_(tail).labelBinding(few);
    scalar(i).value(key.expr());
    code.storeLocal(kind, result).iinc(i, 1).labelBinding(tail);
    KernelCompiler.countedLoop(code, i, row::loadCount, 1, () -> addElement(result, i));
    code.loadLocal(kind, result).return_(kind);
  }

  private int[] onScalars(int i, int last) {
    int[] sums = new int[partialSums];
    int[] at = places(i, partialSums, 1);
    for (int k = 0; k < partialSums; k++) {
      sums[k] = code.allocateLocal(kind);
      place(i, at, k, 1);
      scalar(at[k]).value(key.expr());
      code.storeLocal(kind, sums[k]);
    }
    code.iinc(i, partialSums);
    KernelCompiler.countedLoop(
        code,
        i,
        () -> code.iload(last),
        partialSums,
        () -> {
          for (int k = 0; k < partialSums; k++) {
            place(i, at, k, 1);
            addElement(sums[k], at[k]);
          }
        });
    return sums;
  }

  private int[] onLanes(VectorPlan lanes, int i, int last) {
    int width = lanes.lanes();
    int[] vectors = new int[partialSums / width];
    int[] at = places(i, vectors.length, width);
    Map<Expr, Integer> invariant = new HashMap<>();
    IntFunction<VectorEmitter> emitter = place -> new VectorEmitter(row, lanes, place, invariant);
    emitter.apply(i).prepare(key.expr());
    for (int k = 0; k < vectors.length; k++) {
      vectors[k] = code.allocateLocal(TypeKind.REFERENCE);
      place(i, at, k, width);
      emitter.apply(at[k]).value(key.expr());
      code.astore(vectors[k]);
    }
    code.iinc(i, partialSums);
    KernelCompiler.countedLoop(
        code,
        i,
        () -> code.iload(last),
        partialSums,
        () -> {
          for (int k = 0; k < vectors.length; k++) {
            place(i, at, k, width);
            VectorEmitter element = emitter.apply(at[k]);
            element.define(total, vectors[k]);
            element.value(new Expr.Apply(ScalarOp.ADD, List.of(total, key.expr()), type));
            code.astore(vectors[k]);
          }
        });
    return spread(vectors, width);
  }

  /// The lanes of the vectors, one by one: in the order of the elements.
  private int[] spread(int[] vectors, int width) {
    int[] sums = new int[partialSums];
    char lane = LaneTypes.lane(type);
    for (int k = 0; k < sums.length; k++) {
      sums[k] = code.allocateLocal(kind);
      code.aload(vectors[k / width])
          .loadConstant(k % width)
          .invokevirtual(
              LaneTypes.vector(lane), "lane", MethodTypeDesc.of(LaneTypes.primitive(lane), CD_int))
          .storeLocal(kind, sums[k]);
    }
    return sums;
  }

  /// Local variables for the places of a step that are read one after the other.
  private int[] places(int i, int count, int distance) {
    int[] at = new int[count];
    for (int k = 0; k < count; k++) {
      at[k] = k * distance == 0 ? i : code.allocateLocal(TypeKind.INT);
    }
    return at;
  }

  private void place(int i, int[] at, int k, int distance) {
    if (k > 0) {
      code.iload(i).loadConstant(k * distance).iadd().istore(at[k]);
    }
  }

  private void addElement(int into, int i) {
    ScalarEmitter emitter = scalar(i);
    emitter.define(total, into);
    emitter.value(new Expr.Apply(ScalarOp.ADD, List.of(total, key.expr()), type));
    code.storeLocal(kind, into);
  }

  private void add(int into, int other) {
    ScalarEmitter emitter = scalar(-1);
    emitter.define(total, into);
    emitter.define(right, other);
    emitter.value(sum);
    code.storeLocal(kind, into);
  }

  private ScalarEmitter scalar(int i) {
    return new ScalarEmitter(row, i, -1);
  }
}
