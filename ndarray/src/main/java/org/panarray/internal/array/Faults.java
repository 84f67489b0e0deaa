package org.panarray.internal.array;

import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.panarray.ErrorScope;
import org.panarray.ErrorState;
import org.panarray.ErrorState.Mode;
import org.panarray.engine.FloatFault;
import org.panarray.error.FloatingPointError;
import org.panarray.error.Required;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Tells of floating-point faults as the [ErrorState] in force asks for.
public final class Faults {
  private static volatile ErrorState global = ErrorState.DEFAULT;
  private static volatile @Nullable BiConsumer<String, Integer> handler;

  private Faults() {}

  /// The state of the innermost `errstate` block, or of the process.
  public static ErrorState current() {
    return current(Ambient.current());
  }

  static ErrorState current(Ambient ambient) {
    return ambient.errors != null ? ambient.errors : global;
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

  /// What is called where a mode is `CALL`, with the kind of fault and its bit.
  public static void setHandler(@Nullable BiConsumer<String, Integer> function) {
    handler = function;
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
    try (ErrorScope _ = ArrayAccess.arrays().errorScope(ErrorState.all(Mode.IGNORE))) {
      return body.get();
    }
  }

  /// Whether the program wants to know of underflow, which costs time.
  public static boolean seeksUnderflow(Ambient ambient) {
    return current(ambient).under() != Mode.IGNORE;
  }

  /// Whether a fault would end the work or call the program, which then asks where it is.
  public static boolean stopsAtFaults() {
    ErrorState state = current();
    return stops(state.divide())
        || stops(state.over())
        || stops(state.under())
        || stops(state.invalid());
  }

  private static boolean stops(Mode mode) {
    return mode == Mode.RAISE || mode == Mode.CALL;
  }

  /// Tells of faults in a primitive, under the name of the function that NumPy knows.
  public static void report(Ambient ambient, Primitive primitive, int faults) {
    if (faults != 0) {
      String named = ambient.operation;
      report(ambient, named != null ? named : operation(primitive), faults);
    }
  }

  /// Tells of faults in a step that was put off, as was asked for then.
  ///
  /// @param named the function that NumPy knows, where it is another than the step's
  static void report(ErrorState state, @Nullable String named, Expr step, int faults) {
    if (faults != 0) {
      report(state, named != null ? named : operation(step), faults);
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
    report(current(ambient), where, faults);
  }

  private static void report(ErrorState state, String where, int faults) {
    report(state.divide(), faults, FloatFault.DIVIDE, "divide by zero", where);
    report(state.over(), faults, FloatFault.OVERFLOW, "overflow", where);
    report(state.under(), faults, FloatFault.UNDERFLOW, "underflow", where);
    report(state.invalid(), faults, FloatFault.INVALID, "invalid value", where);
  }

  private static void report(Mode mode, int faults, int bit, String what, String where) {
    if ((faults & bit) == 0) {
      return;
    }
    String text = what + " encountered in " + where;
    switch (mode) {
      case IGNORE -> {}
      case WARN -> Warnings.warn("RuntimeWarning", text);
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
