package org.panarray.engine.cpu.code;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.fault.ChainFaults;
import org.panarray.engine.memory.Home;
import org.panarray.prim.Chain;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;

/// Kernels of their own for the chains that a program runs often: its steps in one loop, whose
/// numbers stay in registers.
///
/// One is made when a chain has done so much work without it that the JIT's time is worth it, and
/// used once it is quick. It tells whether a step may be at fault, not which.
public final class ChainKernels {
  /// Elements times steps.
  private static final long ENOUGH = 32 << 20;

  /// Nodes beyond which a loop would be more than the JIT compiles well.
  private static final int MOST_NODES = 160;

  private static final int MOST = 512;

  private record Key(Chain chain, long still, Home home) {}

  private static final class Entry {
    private long work; // a race loses counts only
    private volatile @Nullable Kernel kernel;
    private volatile boolean settled;
  }

  private final Kernels kernels;
  private final Map<Key, Entry> known = new ConcurrentHashMap<>();

  ChainKernels(Kernels kernels) {
    this.kernels = kernels;
  }

  /// The kernel for a chain, or null as long as there is none.
  ///
  /// @param elements how many are computed now
  public @Nullable Kernel find(Chain chain, long still, Home home, long elements) {
    Entry entry = known.computeIfAbsent(new Key(chain, still, home), _ -> new Entry());
    if (!entry.settled) {
      entry.work += elements * chain.steps().size();
      if (entry.work > ENOUGH) {
        entry.settled = true;
        entry.kernel = make(chain, still, home);
        if (known.size() > MOST) {
          known.clear();
        }
      }
    }
    Kernel kernel = entry.kernel;
    if (kernel instanceof WarmingKernel warming) {
      kernel = warming.ready();
      if (kernel != null) {
        entry.kernel = kernel;
      }
    }
    return kernel;
  }

  private @Nullable Kernel make(Chain chain, long still, Home home) {
    Expr expr = chain.expr(types(chain));
    boolean fits =
        kernels.vector()
            && VectorPlan.of(expr, VectorUnit.bytes()) != null
            && ChainFaults.isShown(expr)
            && nodes(expr) <= MOST_NODES;
    return fits
        ? kernels.begin(new KernelKey(expr, KernelKey.Form.CHAIN, null, still, false, home, true))
        : null;
  }

  private static int nodes(Expr expr) {
    org.panarray.prim.Formula formula = org.panarray.prim.Formula.of(expr);
    int nodes = formula == null ? 1 : formula.nodes();
    for (Expr child : expr.children()) {
      nodes += nodes(child);
    }
    return nodes;
  }

  /// The types of a chain's inputs, which its steps name.
  private static List<ElementType> types(Chain chain) {
    ElementType[] types = new ElementType[chain.inputs()];
    for (Chain.Step step : chain.steps()) {
      collect(step.expr(), step.reads(), types);
    }
    return List.of(types);
  }

  private static void collect(Expr expr, List<Integer> reads, ElementType[] types) {
    if (expr instanceof Expr.Arg arg && reads.get(arg.index()) < types.length) {
      types[reads.get(arg.index())] = arg.type();
    }
    expr.children().forEach(child -> collect(child, reads, types));
  }
}
