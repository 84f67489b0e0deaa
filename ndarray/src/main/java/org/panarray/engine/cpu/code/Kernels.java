package org.panarray.engine.cpu.code;

import org.jspecify.annotations.Nullable;
import org.panarray.engine.memory.Home;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

/// The kernels in use. Single operations on plain operands are found through an array and stay,
/// everything else is found by value of the expression for as long as it is used.
public final class Kernels {
  private static final int TRAVERSALS = 64; // three still bits, strided or not, the home
  private static final int MOST = 1024; // some 5 MB of classes
  private static final int TYPES = ElementType.values().length;

  private final boolean vector;
  private final boolean warms;
  private final Recent<KernelKey, Kernel> known;
  private final ChainKernels chains = new ChainKernels(this);
  private final @Nullable Kernel[] singles =
      new Kernel[ScalarOp.values().length * TYPES * TYPES * TRAVERSALS];

  /// @param vector whether to use lanes of the Vector API, if it is there
  /// @param warms whether kernels begin as slower ones that need no time to become quick
  public Kernels(boolean vector, boolean warms) {
    this.vector = vector && VectorUnit.bytes() > 0;
    this.warms = warms;
    this.known = new Recent<>(MOST, key -> make(key, warms));
  }

  private static Kernel make(KernelKey key, boolean warms) {
    NarrowSum sum = NarrowSum.of(key);
    if (sum != null) {
      return sum;
    }
    return warms ? new WarmingKernel(key) : KernelCompiler.compile(key);
  }

  /// The kernels of whole chains.
  public ChainKernels chains() {
    return chains;
  }

  /// A kernel that is made now because it is known to be worth it.
  Kernel begin(KernelKey key) {
    if (!warms) {
      return KernelCompiler.compile(key);
    }
    WarmingKernel kernel = new WarmingKernel(key);
    KernelWarmer.warm(kernel);
    return kernel;
  }

  public boolean vector() {
    return vector;
  }

  /// How many kernels are known; a test proves by it that kernels are found again.
  int count() {
    return known.size();
  }

  public String describe() {
    return vector ? VectorUnit.describe() : "scalar kernels";
  }

  public Kernel map(Expr expr, long still, boolean strided, Home home) {
    int slot = slot(expr);
    if (slot < 0 || still > 7) {
      return get(KernelKey.map(expr, still, strided, home, vector));
    }
    int index = slot * TRAVERSALS + (int) still + (strided ? 8 : 0) + 16 * home.ordinal();
    Kernel kernel = singles[index];
    if (kernel == null || kernel instanceof WarmingKernel warming && warming.ready() != null) {
      kernel = get(KernelKey.map(expr, still, strided, home, vector));
      singles[index] = kernel; // a benign race: the cache below gives every thread the same kernel
    }
    return kernel;
  }

  public Kernel reduce(Expr element, ScalarOp fold, long still, boolean strided, Home home) {
    return fold(KernelKey.Form.REDUCE, element, fold, still, strided, home);
  }

  /// The kernel that combines a row in this form.
  public Kernel fold(
      KernelKey.Form form, Expr element, ScalarOp fold, long still, boolean strided, Home home) {
    return get(new KernelKey(element, form, fold, still, strided, home, vector && !strided));
  }

  /// Whether the elements of a row may be folded in another order than their own.
  public static boolean reorders(ScalarOp fold, ElementType type) {
    return FoldCode.hasLanes(fold, type);
  }

  public Kernel scan(ElementType type, ScalarOp fold, boolean strided, Home home) {
    Expr element = new Expr.Arg(0, type);
    return get(new KernelKey(element, KernelKey.Form.SCAN, fold, 0, strided, home, false));
  }

  private Kernel get(KernelKey key) {
    Kernel kernel = known.get(key);
    Kernel ready = kernel instanceof WarmingKernel warming ? warming.ready() : kernel;
    return ready == null ? kernel : ready;
  }

  /// Where a single operation on the inputs 0, 1, 2 in their order stands in the array, or -1.
  private static int slot(Expr expr) {
    if (!(expr instanceof Expr.Apply apply)) {
      return -1;
    }
    java.util.List<Expr> operands = apply.operands();
    for (int k = 0; k < operands.size(); k++) {
      if (!(operands.get(k) instanceof Expr.Arg arg) || arg.index() != k) {
        return -1;
      }
    }
    // The first two types tell the loops of an operation apart.
    int first = operands.get(0).type().ordinal();
    int second = operands.size() > 1 ? operands.get(1).type().ordinal() : 0;
    return (apply.op().ordinal() * TYPES + first) * TYPES + second;
  }
}
