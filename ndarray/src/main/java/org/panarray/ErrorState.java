package org.panarray;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.FloatFault;
import org.panarray.error.FloatingPointError;
import org.panarray.error.Required;
import org.panarray.internal.array.Ambient;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// What happens on a floating-point fault, for each kind of fault: NumPy's `seterr` settings.
///
/// Elementwise functions, casts, reductions, running results, products of matrices and determinants
/// tell of their faults in NumPy's words. They are told after the work, from what went in and what
/// came out: an array that is written holds its results when the error is thrown, as in NumPy. A
/// chain of `np.fuse` warns of nothing, but is not fused where a fault raises or calls. Sums of
/// more than a few thousand elements do not tell of an overflow beside elements that are infinite
/// themselves. Underflow costs time where it is asked for; it is not seen inside large products of
/// matrices. The GPU tells of nothing.
///
/// NumPy warns where its integer *scalars* overflow (`np.uint8(200) + np.uint8(100)`) and not where
/// 0-d arrays do. Here both are one type, [NDArray] without axes, and integers wrap in silence.
///
/// @param divide division by zero
/// @param over overflow
/// @param under underflow
/// @param invalid an invalid operation
/// @see <a href="https://numpy.org/doc/2.4/reference/generated/numpy.seterr.html">numpy.seterr</a>
public record ErrorState(Mode divide, Mode over, Mode under, Mode invalid) {
  public ErrorState {
    Required.argument(divide, "divide");
    Required.argument(over, "over");
    Required.argument(under, "under");
    Required.argument(invalid, "invalid");
  }

  /// How a fault is treated.
  public enum Mode {
    IGNORE,
    WARN,
    RAISE,
    CALL,
    PRINT
  }

  /// NumPy's settings at start: warn of all but underflow.
  public static final ErrorState DEFAULT =
      new ErrorState(Mode.WARN, Mode.WARN, Mode.IGNORE, Mode.WARN);

  private static volatile ErrorState global = DEFAULT;
  private static volatile @Nullable BiConsumer<String, Integer> handler;
  private static volatile @Nullable BiConsumer<String, String> warningListener;
  private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

  /// One mode for all faults.
  public static ErrorState all(Mode mode) {
    return new ErrorState(mode, mode, mode, mode);
  }

  public static ErrorState current() {
    ErrorState scoped = Ambient.current().errors;
    return scoped != null ? scoped : global;
  }

  /// Sets the state of the innermost `errstate` block, which ends with it as in NumPy, or of the
  /// process where there is none.
  public static ErrorState set(ErrorState state) {
    Required.argument(state, "state");
    ErrorState before = current();
    Ambient ambient = Ambient.current();
    if (ambient.errors != null) {
      ambient.errors = state;
    } else {
      global = state;
    }
    return before;
  }

  public static void setHandler(@Nullable BiConsumer<String, Integer> function) {
    handler = function;
  }

  /// Sends warnings (category and text) to a listener instead of the error stream; null restores
  /// it.
  public static void setWarningListener(@Nullable BiConsumer<String, String> listener) {
    warningListener = listener;
  }

  /// Runs `body`, whose faults are told under this name: that of the function which NumPy computes
  /// in one step.
  public static <T> T named(String operation, Supplier<T> body) {
    Required.argument(body, "body");
    Ambient ambient = Ambient.current();
    String outer = ambient.operation;
    ambient.operation = operation;
    try {
      return body.get();
    } finally {
      ambient.operation = outer;
    }
  }

  /// As [#named], of several primitives whose faults are told at the end, when all is written.
  public static <T> T together(String operation, Supplier<T> body) {
    Required.argument(body, "body");
    Ambient ambient = Ambient.current();
    int[] outer = ambient.gathered;
    int[] faults = {0};
    ambient.gathered = faults;
    T result;
    try {
      result = body.get();
    } finally {
      ambient.gathered = outer;
    }
    report(operation, faults[0]);
    return result;
  }

  /// Runs `body`, of whose faults NumPy says nothing.
  public static <T> T quietly(Supplier<T> body) {
    Required.argument(body, "body");
    try (ErrorScope _ = Np.np.errstate(all(Mode.IGNORE))) {
      return body.get();
    }
  }

  /// Whether the program wants to know of underflow, which costs time.
  @SuppressWarnings("exports") // for the library alone
  public static boolean seeksUnderflow(Ambient ambient) {
    return (ambient.errors != null ? ambient.errors : global).under != Mode.IGNORE;
  }

  /// Whether a fault would end the work or call the program, which then asks where it is.
  public static boolean stopsAtFaults() {
    ErrorState state = current();
    return Stream.of(state.divide, state.over, state.under, state.invalid)
        .anyMatch(mode -> mode == Mode.RAISE || mode == Mode.CALL);
  }

  @SuppressWarnings("exports") // for the library alone
  public static void report(Ambient ambient, Primitive primitive, int faults) {
    if (faults != 0) {
      String named = ambient.operation;
      report(ambient, named != null ? named : operation(primitive), faults);
    }
  }

  /// Tells of faults in an operation that is no primitive's.
  public static void report(String operation, int faults) {
    if (faults != 0) {
      Ambient ambient = Ambient.current();
      String named = ambient.operation;
      report(ambient, named != null ? named : operation, faults);
    }
  }

  private static void report(Ambient ambient, String where, int faults) {
    if (ambient.gathered != null) {
      ambient.gathered[0] |= faults;
      return;
    }
    ErrorState state = ambient.errors != null ? ambient.errors : global;
    report(state.divide, faults, FloatFault.DIVIDE, "divide by zero", where);
    report(state.over, faults, FloatFault.OVERFLOW, "overflow", where);
    report(state.under, faults, FloatFault.UNDERFLOW, "underflow", where);
    report(state.invalid, faults, FloatFault.INVALID, "invalid value", where);
  }

  private static void report(Mode mode, int faults, int bit, String what, String where) {
    if ((faults & bit) == 0) {
      return;
    }
    String text = what + " encountered in " + where;
    switch (mode) {
      case IGNORE -> {}
      case WARN -> warn("RuntimeWarning", text);
      case PRINT -> System.err.println("Warning: " + text);
      case RAISE -> throw new FloatingPointError(text);
      case CALL -> {
        BiConsumer<String, Integer> function = handler;
        if (function != null) {
          function.accept(what, bit);
        }
      }
    }
  }

  /// Gives a warning as Python does: a text appears once.
  public static void warn(String category, String text) {
    Required.argument(text, "text");
    BiConsumer<String, String> listener = warningListener;
    if (listener != null) {
      listener.accept(category, text);
    } else if (WARNED.add(text)) {
      System.err.println(category + ": " + text);
    }
  }

  private static String operation(Primitive primitive) {
    return switch (primitive) {
      case Primitive.Map map -> operation(map.expr());
      case Primitive.Reduce _ -> "reduce";
      case Primitive.Scan _ -> "accumulate";
      case Primitive.MatMul _ -> "matmul";
      case Primitive.Determinant _ -> "det";
      case Primitive.Fft fft ->
          switch (fft.kind()) {
            case FORWARD -> "fft";
            case BACKWARD -> "ifft";
            case REAL -> fft.length() % 2 == 0 ? "rfft_n_even" : "rfft_n_odd";
            case HERMITIAN -> "irfft";
          };
      case Primitive.Scatter scatter when scatter.op() != null -> scatter.op().numpyName();
      case Primitive.Generate _, Primitive.ArgReduce _, Primitive.Structural _ -> name(primitive);
      case Primitive.Copy _, Primitive.View _, Primitive.Transfer _ -> name(primitive);
    };
  }

  private static String name(Primitive primitive) {
    return primitive.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /// The operation that may be at fault, below what converts or chooses its results.
  private static String operation(Expr expr) {
    return switch (expr) {
      case Expr.Arg _, Expr.Const _, Expr.Index _ -> "copy";
      case Expr.Cast cast when !(cast.operand() instanceof Expr.Apply) -> "cast";
      case Expr.Cast cast -> operation(cast.operand());
      case Expr.Apply apply when apply.op() == ScalarOp.SELECT -> {
        Expr first = apply.operands().get(1);
        yield operation(first instanceof Expr.Arg ? apply.operands().get(2) : first);
      }
      case Expr.Apply apply -> apply.op().numpyName();
    };
  }
}
