package org.panarray.strangers;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A public method or constructor, and what it is called on.
///
/// @param subject the class or object, as a program names it
/// @param receiver makes the object of an instance method, or null
record Entry(String subject, Executable executable, @Nullable Maker receiver) {
  /// Makes a value, afresh for each call: methods write into what they are given.
  @FunctionalInterface
  interface Maker {
    @Nullable Object make() throws Throwable;
  }

  /// @throws Throwable what the call threw
  @Nullable Object call(@Nullable Object self, @Nullable Object[] arguments) throws Throwable {
    try {
      return switch (executable) {
        case Method method -> method.invoke(self, arguments);
        case Constructor<?> constructor -> constructor.newInstance(arguments);
      };
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  String name() {
    return executable instanceof Method ? executable.getName() : "new";
  }

  @Override
  public String toString() {
    return Arrays.stream(executable.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", subject + "." + name() + "(", ")"));
  }
}
