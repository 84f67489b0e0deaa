package org.panarray.compat;

import static org.panarray.Np.np;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Calls a function of the public API by NumPy's name.
final class Invocation {
  private static final Map<String, List<String>> SIGNATURES = CaseFile.signatures();

  private static final Map<Class<?>, Map<String, List<Method>>> METHODS = new ConcurrentHashMap<>();

  private final Binder binder;
  private final Environment environment;

  Invocation(Environment environment) {
    this.environment = environment;
    this.binder = new Binder(environment);
  }

  /// Calls `np.*`.
  @Nullable Object call(String function, Literal.Call call) {
    String[] parts = function.split("\\.");
    Object target = np;
    for (int i = 1; i < parts.length - 1; i++) {
      Object inner = field(target, Names.method(parts[i]));
      if (inner == null) {
        throw new MissingFunction(function);
      }
      target = inner;
    }
    return call(function, target, Names.method(parts[parts.length - 1]), call);
  }

  /// Calls `nd.*`: a method, attribute or operator of the first argument.
  @Nullable Object onFirst(String function, Literal.Call call) {
    String name = function.substring(function.indexOf('.') + 1);
    List<Literal> rest = call.positional().subList(1, call.positional().size());
    String forward = Names.unreflected(name);
    if (forward != null) {
      Object other = environment.live(rest.getFirst());
      if (other == null) {
        String ufunc = Names.ufunc(forward);
        return call(
            "np." + ufunc,
            new Literal.Call("", List.of(rest.getFirst(), call.positional().getFirst()), Map.of()));
      }
      return call(
          "nd." + forward,
          other,
          Names.method(forward),
          new Literal.Call("", List.of(call.positional().getFirst()), Map.of()));
    }
    Object receiver = environment.live(call.positional().getFirst());
    if (receiver == null) {
      throw new IllegalArgumentException(function + " of " + call.positional().getFirst());
    }
    // operators of arrays take arrays, longs and doubles by design; other scalars go through the
    // ufunc
    if (rest.size() == 1
        && (rest.getFirst() instanceof Literal.ComplexNumber
            || rest.getFirst() instanceof Literal.Bool)
        && Names.isBinaryOperator(name)) {
      return call("np." + Names.ufunc(name), call);
    }
    return callMethod(function, receiver, new Literal.Call("", rest, call.keywords()));
  }

  @Nullable Object callMethod(String function, Object receiver, Literal.Call call) {
    String name = function.substring(function.lastIndexOf('.') + 1);
    return call(function, receiver, Names.method(name), call);
  }

  private @Nullable Object call(String function, Object target, String java, Literal.Call call) {
    List<Method> candidates = methods(target.getClass(), java);
    if (candidates.isEmpty()) {
      Object value = field(target, java);
      if (value == null || !call.positional().isEmpty()) {
        throw new MissingFunction(function);
      }
      return value;
    }
    List<String> names = SIGNATURES.getOrDefault(function, List.of());
    if (!names.isEmpty() && names.getFirst().equals("self")) {
      names = names.subList(1, names.size());
    }
    Binder.Bound bound = binder.bind(candidates, call, names);
    if (bound == null) {
      for (String keyword : call.keywords().keySet()) {
        if (Binder.factories(keyword).isEmpty()) {
          throw new MissingFunction(function + "(" + keyword + "=)");
        }
      }
      throw new MissingOverload(
          function + " exists, but not for these arguments: " + signatures(candidates));
    }
    return invoke(bound, target);
  }

  static List<Method> methods(Class<?> type, String name) {
    return METHODS.computeIfAbsent(type, Invocation::byName).getOrDefault(name, List.of());
  }

  private static Map<String, List<Method>> byName(Class<?> type) {
    Map<String, List<Method>> found = new HashMap<>();
    for (Method method : type.getMethods()) {
      if (!method.isBridge()
          && !method.isSynthetic()
          && method.getDeclaringClass() != Object.class) {
        found.computeIfAbsent(method.getName(), _ -> new ArrayList<>()).add(method);
      }
    }
    return found;
  }

  static @Nullable Object field(Object target, String name) {
    for (Field field : target.getClass().getFields()) {
      if (field.getName().equals(name)) {
        try {
          return field.get(target);
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return null;
  }

  /// Calls the method and lets its exceptions through as they are.
  static @Nullable Object invoke(Binder.Bound bound, @Nullable Object target) {
    Method method = bound.method();
    try {
      return method.invoke(target, bound.arguments());
    } catch (InvocationTargetException e) {
      switch (e.getCause()) {
        case RuntimeException exception -> throw exception;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e.getCause());
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signatures(List<Method> methods) {
    return String.join(
        "; ",
        methods.stream()
            .map(
                m ->
                    m.getName()
                        + Arrays.stream(m.getParameterTypes()).map(Class::getSimpleName).toList())
            .sorted()
            .toList());
  }
}
