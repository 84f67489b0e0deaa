package org.panarray;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.FloatFault;
import org.panarray.error.FloatingPointError;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;

/// What happens on a floating-point fault, for each kind of fault: NumPy's `seterr` settings.
///
/// @param divide division by zero
/// @param over overflow
/// @param under underflow
/// @param invalid an invalid operation
/// @see <a href="https://numpy.org/doc/2.4/reference/generated/numpy.seterr.html">numpy.seterr</a>
public record ErrorState(Mode divide, Mode over, Mode under, Mode invalid) {
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

  static ErrorState current() {
    ErrorState scoped = Ambient.current().errors;
    return scoped != null ? scoped : global;
  }

  /// Sets the state of the innermost `errstate` block, which ends with it as in NumPy, or of the
  /// process where there is none.
  static ErrorState set(ErrorState state) {
    ErrorState before = current();
    Ambient ambient = Ambient.current();
    if (ambient.errors != null) {
      ambient.errors = state;
    } else {
      global = state;
    }
    return before;
  }

  static void setHandler(@Nullable BiConsumer<String, Integer> function) {
    handler = function;
  }

  /// Sends warnings (category and text) to a listener instead of the error stream; null restores it.
  static void setWarningListener(@Nullable BiConsumer<String, String> listener) {
    warningListener = listener;
  }

  static void report(Ambient ambient, Primitive primitive, int faults) {
    if (faults == 0) {
      return;
    }
    ErrorState state = ambient.errors != null ? ambient.errors : global;
    String where = operation(primitive);
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
  static void warn(String category, String text) {
    BiConsumer<String, String> listener = warningListener;
    if (listener != null) {
      listener.accept(category, text);
    } else if (WARNED.add(text)) {
      System.err.println(category + ": " + text);
    }
  }

  private static String operation(Primitive primitive) {
    return switch (primitive) {
      case Primitive.Map(Expr.Apply apply) -> apply.op().numpyName();
      case Primitive.Map(Expr.Cast _) -> "cast";
      case Primitive.Reduce reduce -> "reduce";
      case Primitive.Scan _ -> "accumulate";
      case Primitive.MatMul _ -> "matmul";
      default -> primitive.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
