package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.fault.ChainFaults;
import org.panarray.engine.fault.FaultRules;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ExprText;

/// Generates a hidden class for a [KernelKey]: a loop on lanes where there can be one, then a loop
/// on single elements for what is left.
public final class KernelCompiler {
  private static final MethodTypeDesc RUN_MANY =
      MethodTypeDesc.of(
          CD_int,
          CD_int,
          ConstantDescs.CD_Object.arrayType(),
          CD_long.arrayType(),
          CD_long.arrayType());

  private final KernelKey key;
  private final @Nullable VectorPlan plan;
  private final int operands;
  private final List<Expr> shown; // the parts of a chain that tell of its faults
  private final String name;
  private final ClassDesc self;

  private KernelCompiler(KernelKey key, int vectorBytes) {
    this.key = key;
    this.plan = plan(key, vectorBytes);
    this.shown = key.form() == KernelKey.Form.CHAIN ? ChainFaults.watched(key.expr()) : List.of();
    this.name = KernelName.of(key, plan);
    this.self = ClassDesc.of(Kernel.class.getPackageName(), name);
    this.operands = key.operands();
  }

  private static @Nullable VectorPlan plan(KernelKey key, int vectorBytes) {
    if (!key.vector() || key.strided() || key.form() == KernelKey.Form.SCAN) {
      return null;
    }
    if (key.form() == KernelKey.Form.MAP && hidesTruncation(key.expr())) {
      return null;
    }
    VectorPlan plan = VectorPlan.of(key.expr(), vectorBytes);
    if (plan != null && key.isPairwise()) {
      int sums = PairwiseCode.partialSums(key);
      plan = VectorPlan.ofAtMost(sums, key.expr(), vectorBytes);
    }
    boolean cheap = plan != null && !plan.costly();
    // One instruction converts a single half or bfloat16; lanes need four to twenty.
    boolean narrow = key.expr().any(part -> part.type().isNarrowFloat());
    return cheap && key.form() == KernelKey.Form.MAP && narrow ? null : plan;
  }

  /// Whether faults are looked for in a truncation whose result the kernel does not end with: lanes
  /// would forget it.
  private static boolean hidesTruncation(Expr expr) {
    return FaultRules.mayFault(expr)
        && expr.children().stream().anyMatch(child -> child.any(VectorPlan::isTruncation));
  }

  static Kernel compile(KernelKey key) {
    KernelCompiler compiler = new KernelCompiler(key, VectorUnit.bytes());
    byte[] bytes = compiler.classFile();
    Inspection.inspect(compiler.name, bytes);
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.lookup()
              .defineHiddenClass(bytes, true, MethodHandles.Lookup.ClassOption.NESTMATE);
      return (Kernel)
          lookup
              .findConstructor(lookup.lookupClass(), MethodType.methodType(void.class))
              .asType(MethodType.methodType(Kernel.class))
              .invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("no kernel for " + key, e);
    }
  }

  public static byte[] classFile(KernelKey key) {
    return classFile(key, VectorUnit.bytes());
  }

  /// The class for a processor with vector registers of this size.
  static byte[] classFile(KernelKey key, int vectorBytes) {
    return new KernelCompiler(key, vectorBytes).classFile();
  }

  /// The axes whose coordinates the expression uses, ascending.
  public static List<Integer> indexAxes(Expr expr) {
    TreeSet<Integer> axes = new TreeSet<>();
    collectAxes(expr, axes);
    return new ArrayList<>(axes);
  }

  private static void collectAxes(Expr expr, Set<Integer> axes) {
    if (expr instanceof Expr.Index index) {
      axes.add(index.axis());
    }
    expr.children().forEach(child -> collectAxes(child, axes));
  }

  private byte[] classFile() {
    MethodTypeDesc entry = isPacked() ? RUN_MANY : run();
    return ClassFile.of()
        .build(
            self,
            builder -> {
              if (key.isPairwise()) {
                builder.withMethodBody(
                    PairwiseCode.NAME,
                    PairwiseCode.descriptor(entry, key.expr().type()),
                    0,
                    code -> pairwise(new RowCode(code, key, operands)).emitHalving(self, entry));
              }
              builder
                  .with(SourceFileAttribute.of(ExprText.of(key.expr())))
                  .withFlags(ClassFile.ACC_FINAL)
                  .withSuperclass(Descriptors.KERNEL)
                  .withMethodBody(
                      ConstantDescs.INIT_NAME,
                      ConstantDescs.MTD_void,
                      0,
                      code ->
                          code.aload(0)
                              .invokespecial(
                                  Descriptors.KERNEL,
                                  ConstantDescs.INIT_NAME,
                                  ConstantDescs.MTD_void)
                              .return_())
                  .withMethodBody(isPacked() ? "runMany" : "run", entry, 0, this::emit);
            });
  }

  private PairwiseCode pairwise(RowCode row) {
    return new PairwiseCode(row, plan);
  }

  private boolean isPacked() {
    return operands > Kernel.REGISTER_INPUTS + 1;
  }

  private static MethodTypeDesc run() {
    List<ClassDesc> parameters = new ArrayList<>(List.of(CD_int));
    for (int p = 0; p <= Kernel.REGISTER_INPUTS; p++) {
      parameters.addAll(List.of(ConstantDescs.CD_Object, CD_long, CD_long));
    }
    return MethodTypeDesc.of(CD_int, parameters);
  }

  private void emit(CodeBuilder code) {
    RowCode row = new RowCode(code, key, operands);
    if (key.isPairwise()) {
      pairwise(row).emitEntry(self, isPacked() ? RUN_MANY : run());
      return;
    }
    int i = code.allocateLocal(TypeKind.INT);
    code.iconst_0().istore(i);
    switch (key.form()) {
      case MAP, CHAIN -> emitMap(row, i);
      case REDUCE -> new FoldCode(row, plan).emitReduce(i);
      case PAIRWISE, PAIRWISE_PARTS -> throw new IllegalStateException("has methods of its own");
      case SCAN -> new FoldCode(row, null).emitScan(i, operands - 1);
    }
  }

  private void emitMap(RowCode row, int i) {
    CodeBuilder code = row.code;
    boolean watched =
        key.form() == KernelKey.Form.CHAIN ? !shown.isEmpty() : FaultRules.mayFault(key.expr());
    int suspicion = -1;
    if (watched) {
      suspicion = code.allocateLocal(TypeKind.LONG);
      code.lconst_0().lstore(suspicion);
    }
    if (plan != null) {
      emitLanes(row, plan, i, watched, suspicion);
    }
    int watch = suspicion;
    countedLoop(code, i, row::loadCount, 1, () -> emitElement(row, i, watch));
    if (watched) {
      code.lload(suspicion).lconst_0().lcmp();
      code.ifThenElse(
          java.lang.classfile.Opcode.IFNE, CodeBuilder::iconst_1, CodeBuilder::iconst_0);
    } else {
      code.iconst_0();
    }
    code.ireturn();
  }

  private void emitElement(RowCode row, int i, int suspicion) {
    boolean chain = key.form() == KernelKey.Form.CHAIN;
    ElementType type = key.expr().type();
    ScalarEmitter emitter = new ScalarEmitter(row, i, chain ? -1 : suspicion);
    emitter.value(key.expr());
    emitter.element().store(0, type, false);
    if (chain) {
      shown.forEach(part -> emitSuspicion(emitter, part, suspicion));
    } else if (suspicion >= 0 && type.isInexact()) {
      emitSuspicion(emitter, key.expr(), suspicion);
    }
  }

  private static void emitSuspicion(ScalarEmitter emitter, Expr part, int suspicion) {
    CodeBuilder code = emitter.code();
    emitter.value(part);
    if (Descriptors.kind(part.type()) == TypeKind.FLOAT) {
      code.f2d();
    }
    ClassDesc parameter = part.type().isComplex() ? Descriptors.COMPLEX : ConstantDescs.CD_double;
    emitter.element().scalarMath("suspicion", CD_long, parameter);
    code.lload(suspicion).lor().lstore(suspicion);
  }

  private void emitLanes(RowCode row, VectorPlan lanes, int i, boolean watched, int suspicion) {
    if (key.form() == KernelKey.Form.CHAIN) {
      emitChain(row, lanes, i, suspicion);
      return;
    }
    CodeBuilder code = row.code;
    VectorEmitter body = body(row, lanes, i);
    boolean truncates = VectorPlan.isTruncation(key.expr());
    ElementType type = key.expr().type();
    char lane = truncates ? LaneTypes.truncated(type) : LaneTypes.lane(type);
    boolean gathers = watched && (truncates || type.isFloat());
    int gathered = gathers ? code.allocateLocal(TypeKind.REFERENCE) : -1;
    if (gathers) {
      body.noSuspicion(truncates && lane == 'J' ? 'D' : lane);
      code.astore(gathered);
    }
    laneLoop(row, lanes, i, () -> body.storeResult(key.expr(), gathered));
    if (gathers) {
      if (truncates) {
        new TruncationCode(body).anySuspicion(lane, gathered);
      } else {
        body.anySuspicion(lane, gathered);
      }
      code.i2l().lload(suspicion).lor().lstore(suspicion);
    }
  }

  private void emitChain(RowCode row, VectorPlan lanes, int i, int suspicion) {
    CodeBuilder code = row.code;
    VectorEmitter body = body(row, lanes, i);
    if (shown.isEmpty()) {
      laneLoop(row, lanes, i, () -> body.storeResult(key.expr(), -1));
      return;
    }
    char lane = LaneTypes.lane(shown.getFirst().type());
    int gathered = code.allocateLocal(TypeKind.REFERENCE);
    body.noSuspicion(lane);
    code.astore(gathered);
    laneLoop(
        row,
        lanes,
        i,
        () -> {
          body.storeResult(key.expr(), -1);
          for (Expr part : shown) {
            body.value(part);
            body.suspect(lane, gathered);
          }
        });
    body.anySuspicion(lane, gathered);
    code.i2l().lload(suspicion).lor().lstore(suspicion);
  }

  private VectorEmitter body(RowCode row, VectorPlan lanes, int i) {
    VectorEmitter body = new VectorEmitter(row, lanes, i, new HashMap<>());
    body.prepare(key.expr());
    return body;
  }

  private static void laneLoop(RowCode row, VectorPlan lanes, int i, Runnable body) {
    CodeBuilder code = row.code;
    int last = code.allocateLocal(TypeKind.INT);
    row.loadCount();
    code.loadConstant(lanes.lanes() - 1).isub().istore(last);
    countedLoop(code, i, () -> code.iload(last), lanes.lanes(), body);
  }

  /// `while (i < limit) { body; i += step; }`
  static void countedLoop(CodeBuilder code, int i, Runnable limit, int step, Runnable body) {
    Label head = code.newLabel();
    Label exit = code.newLabel();
    code.labelBinding(head).iload(i);
    limit.run();
    code.if_icmpge(exit);
    body.run();
    code.iinc(i, step).goto_(head).labelBinding(exit);
  }
}
