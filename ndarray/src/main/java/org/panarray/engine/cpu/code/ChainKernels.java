package org.panarray.engine.cpu.code;

import org.jspecify.annotations.Nullable;
import org.panarray.engine.fault.ChainFaults;
import org.panarray.engine.memory.Home;
import org.panarray.prim.Chain;
import org.panarray.prim.Expr;
import org.panarray.prim.Formula;

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
  private final Recent<Key, Entry> known = new Recent<>(MOST, _ -> new Entry());

  ChainKernels(Kernels kernels) {
    this.kernels = kernels;
  }

  /// The kernel for a chain, or null as long as there is none.
  ///
  /// @param elements how many are computed now
  public @Nullable Kernel find(Chain chain, long still, Home home, long elements) {
    Entry entry = known.get(new Key(chain, still, home));
    if (!entry.settled) {
      entry.work += elements * chain.steps().size();
      if (entry.work > ENOUGH) {
        entry.settled = true;
        entry.kernel = make(chain, still, home);
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
    Expr expr = chain.expr();
    boolean fits =
        kernels.vector()
            && VectorPlan.of(expr, VectorUnit.bytes()) != null
            && ChainFaults.isShown(expr)
            && Formula.nodes(expr) <= MOST_NODES;
    return fits
        ? kernels.begin(new KernelKey(expr, KernelKey.Form.CHAIN, null, still, false, home, true))
        : null;
  }
}
