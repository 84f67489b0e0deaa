package org.panarray.error;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must not be null. Python's `None` in such a place is a `TypeError`, so null is one here.
///
/// The few doors through which arguments pass (array-likes, shapes, keywords, dtypes, files) ask here, and
/// the text names the public function that was called, which only the stack knows.
public final class Required {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private Required() {}

  /// The value itself.
  ///
  /// @param name the parameter's
  /// @throws TypeError `reshape: the argument 'newShape' is null`
  public static <T> T argument(@Nullable T value, String name) {
    if (value == null) {
      throw new TypeError(function() + "the argument '" + name + "' is null");
    }
    return value;
  }

  /// The array itself, in which nothing is null either.
  ///
  /// @throws TypeError as [#argument]
  public static <T> T[] all(@Nullable T @Nullable [] values, String name) {
    for (T value : argument(values, name)) {
      argument(value, name);
    }
    return values;
  }

  /// The error of a null among things whose parameter is not known.
  ///
  /// @param expected what may stand there
  public static TypeError missing(String expected) {
    return new TypeError(function() + "null where " + expected + " is expected");
  }

  /// The outermost public method of ours that is being called.
  private static String function() {
    List<StackWalker.StackFrame> ours =
        WALKER.walk(
            frames -> frames.takeWhile(f -> f.getClassName().startsWith("org.panarray.")).toList());
    String name = "";
    for (StackWalker.StackFrame frame : ours) {
      if (isPublic(frame)) {
        name = frame.getMethodName() + ": ";
      }
    }
    return name.startsWith("<") ? "" : name;
  }

  private static boolean isPublic(StackWalker.StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    Class<?>[] parameters = frame.getMethodType().parameterArray();
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(frame.getMethodName())
          && Arrays.equals(method.getParameterTypes(), parameters)) {
        return Modifier.isPublic(method.getModifiers())
            && type != Required.class
            && !method.isSynthetic();
      }
    }
    return false;
  }
}
