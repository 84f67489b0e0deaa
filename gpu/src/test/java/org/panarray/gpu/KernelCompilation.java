package org.panarray.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Loops;
import org.panarray.prim.ScalarOp;

/// Compiles every kind of kernel with the real run-time compiler, which needs no GPU: what `g++`
/// accepts and CUDA does not shows here. Give `-Dpanarray.cuda.path` if the compiler is not
/// found.
public final class KernelCompilation {
  private final List<KernelSource> sources = new ArrayList<>();

  private KernelCompilation() {}

  /// Compiles for the architectures given.
  ///
  /// Compiles all kernels and exits with 1 if one fails.
  ///
  /// @param args the architectures, `sm_90` if there are none
  public static void main(String[] args) {
    KernelCompilation all = new KernelCompilation();
    all.addMaps();
    all.addLines();
    all.addStructures();
    List<String> architectures = args.length == 0 ? List.of("sm_90") : List.of(args);
    System.out.println("NVRTC " + Nvrtc.version() + ", " + all.sources.size() + " kernels");
    int failures = 0;
    for (String architecture : architectures) {
      long start = System.nanoTime();
      for (int from = 0; from < all.sources.size(); from += 64) {
        List<KernelSource> part =
            all.sources.subList(from, Math.min(from + 64, all.sources.size()));
        failures += compile(part, architecture);
      }
      System.out.printf("%s: %.1f s%n", architecture, (System.nanoTime() - start) / 1e9);
    }
    System.out.println(failures + " failures");
    System.exit(failures == 0 ? 0 : 1);
  }

  private static int compile(List<KernelSource> part, String architecture) {
    List<String> options = KernelCache.options(architecture);
    try {
      Nvrtc.compile(KernelSource.unit(part), options);
      return 0;
    } catch (CudaError together) {
      if (part.size() == 1) {
        System.out.println(together.getMessage() + "\n" + part.getFirst().text());
        return 1;
      }
      int half = part.size() / 2;
      return compile(part.subList(0, half), architecture)
          + compile(part.subList(half, part.size()), architecture);
    }
  }

  private void add(Supplier<KernelSource> source) {
    KernelSource text = source.get();
    if (sources.stream().noneMatch(known -> known.name().equals(text.name()))) {
      sources.add(text);
    }
  }

  private void addMaps() {
    for (ScalarOp op : ScalarOp.values()) {
      for (Loops.Loop loop : op.loops().loops()) {
        Expr[] arguments = new Expr[loop.inputs().size()];
        for (int i = 0; i < arguments.length; i++) {
          arguments[i] = new Expr.Arg(i, loop.inputs().get(i));
        }
        addMap(Expr.apply(op, arguments), loop.inputs(), MapKernels.Form.PACKED);
      }
    }
    for (ElementType from : ElementType.values()) {
      for (ElementType to : ElementType.values()) {
        addMap(Expr.cast(new Expr.Arg(0, from), to), List.of(from), MapKernels.Form.CONTIGUOUS);
        addMap(Expr.cast(new Expr.Arg(0, from), to), List.of(from), MapKernels.Form.STRIDED);
      }
      addMap(Expr.cast(new Expr.Index(1), from), List.of(), MapKernels.Form.COORDINATES);
      addMap(new Expr.Const(-1, from), List.of(), MapKernels.Form.CONTIGUOUS);
      addMap(new Expr.Const(Double.NaN, from), List.of(), MapKernels.Form.CONTIGUOUS);
    }
  }

  private void addMap(Expr expr, List<ElementType> types, MapKernels.Form form) {
    add(() -> MapKernels.source(new MapKernels.Key(expr, types, form, 0, 3, false)));
    add(() -> MapKernels.source(new MapKernels.Key(expr, types, form, 0, 2, true)));
  }

  private void addLines() {
    for (ScalarOp op : ScalarOp.values()) {
      for (Loops.Loop loop : op.loops().loops()) {
        ElementType type = loop.output();
        if (op.arity() != 2 || !loop.inputs().equals(List.of(type, type))) {
          continue;
        }
        LineKernels.Task reduction = new LineKernels.Task.Reduction(op, new Expr.Arg(0, type));
        LineKernels.Task running = new LineKernels.Task.Running(op, type);
        if (op.isAssociative()) {
          addLine(reduction, type, LineKernels.Form.ROWS);
          addLine(reduction, type, LineKernels.Form.COLUMNS);
          addLine(running, type, LineKernels.Form.TILES);
          add(() -> LineKernels.totals(new LineKernels.TotalsKey(op, type)));
        }
        addLine(reduction, type, LineKernels.Form.SEQUENTIAL);
        addLine(running, type, LineKernels.Form.SEQUENTIAL);
      }
    }
    for (ElementType type : ElementType.values()) {
      addLine(new LineKernels.Task.Extremum(true, type), type, LineKernels.Form.ROWS);
      addLine(new LineKernels.Task.Extremum(false, type), type, LineKernels.Form.COLUMNS);
    }
  }

  private void addLine(LineKernels.Task task, ElementType type, LineKernels.Form form) {
    add(() -> LineKernels.source(new LineKernels.Key(task, List.of(type), form, 2, 1)));
  }

  private void addStructures() {
    for (ElementType type : ElementType.values()) {
      int bytes = type.byteSize();
      add(() -> IndexKernels.source(new IndexKernels.Key.Gather(bytes, 2, 2)));
      add(() -> CudaTranspose.source(new CudaTranspose.Key(bytes, 2)));
      add(() -> IndexKernels.source(new IndexKernels.Key.Put(bytes, 2, 2)));
      add(() -> IndexKernels.source(new IndexKernels.Key.Search(type, true, 2)));
      Expr sum = Expr.apply(ScalarOp.ADD, new Expr.Arg(0, type), new Expr.Arg(1, type));
      add(() -> IndexKernels.source(new IndexKernels.Key.Fold(sum, type, 2)));
      add(() -> CudaMatMul.source(new CudaMatMul.Key(type, 2)));
      add(() -> CudaSorting.source(new CudaSorting.Key(type, true)));
      add(() -> CudaSorting.source(new CudaSorting.Key(type, false)));
    }
    add(CudaFourier::source);
    add(() -> IndexKernels.source(new IndexKernels.Key.Check(2)));
    add(() -> IndexKernels.source(new IndexKernels.Key.Claim(2, 2)));
    add(() -> IndexKernels.source(new IndexKernels.Key.Places(2, 2)));
    add(() -> IndexKernels.source(new IndexKernels.Key.Coordinates(2)));
  }
}
