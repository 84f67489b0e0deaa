package org.panarray.compat;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.keyword.Keyword;

/// Finds the overload that a programmer would call for a recorded call, and its Java arguments.
final class Binder {
  /// @param arguments in the order of the method's parameters
  /// @param cost the overload with the least cost is taken
  record Bound(Method method, @Nullable Object[] arguments, int cost) {}

  private final Conversion conversion;

  Binder(Environment environment) {
    this.conversion = new Conversion(environment);
  }

  /// @param names NumPy's parameter names, to turn positions into keywords and back
  @Nullable Bound bind(List<Method> candidates, Literal.Call call, List<String> names) {
    Bound best = null;
    for (Plan plan : plans(call, names)) {
      for (Method method : candidates) {
        Bound bound = bind(method, plan);
        if (bound != null && (best == null || beats(bound, best))) {
          best = bound;
        }
      }
    }
    return best;
  }

  /// The cheaper one; of equals the more specific method, as the compiler takes it.
  private static boolean beats(Bound bound, Bound best) {
    if (bound.cost() != best.cost()) {
      return bound.cost() < best.cost();
    }
    Class<?>[] types = bound.method().getParameterTypes();
    Class<?>[] others = best.method().getParameterTypes();
    boolean specific = types.length == others.length && !Arrays.equals(types, others);
    for (int i = 0; specific && i < types.length; i++) {
      specific = others[i].isAssignableFrom(types[i]);
    }
    return specific;
  }

  private record Plan(List<Literal> positional, Map<String, Literal> keywords, int cost) {}

  /// The call as recorded, with its last positions given as keywords, and with keywords given in
  /// their positions.
  private static List<Plan> plans(Literal.Call call, List<String> names) {
    List<Plan> plans = new ArrayList<>();
    plans.add(new Plan(call.positional(), call.keywords(), 0));
    int positions = names.indexOf("*") < 0 ? names.size() : names.indexOf("*");
    int given = call.positional().size();
    Map<String, Literal> keywords = new LinkedHashMap<>(call.keywords());
    for (int i = given - 1; i >= 0 && i < positions; i--) {
      keywords.put(names.get(i), call.positional().get(i));
      plans.add(
          new Plan(
              call.positional().subList(0, i), new LinkedHashMap<>(keywords), 10 * (given - i)));
    }
    List<Literal> positional = new ArrayList<>(call.positional());
    Map<String, Literal> rest = new LinkedHashMap<>(call.keywords());
    for (int i = given; i < names.size() && !rest.isEmpty(); i++) {
      if (names.get(i).equals("*")) {
        continue;
      }
      Literal moved = rest.remove(names.get(i));
      if (moved == null) {
        break;
      }
      positional.add(moved);
      plans.add(new Plan(List.copyOf(positional), new LinkedHashMap<>(rest), 10 * (i - given + 1)));
    }
    return plans;
  }

  private @Nullable Bound bind(Method method, Plan plan) {
    Class<?>[] types = method.getParameterTypes();
    boolean varargs = method.isVarArgs();
    Class<?> last = varargs ? types[types.length - 1].getComponentType() : null;
    if (last != null && isFamily(last)) {
      return withKeywords(method, types, last, plan);
    }
    int singles = singles(types);
    if (!plan.keywords().isEmpty()) {
      return singles == plan.keywords().size()
          ? withSingles(method, types, plan)
          : last == Object.class ? withKeywordsAmongArguments(method, types, plan) : null;
    }
    if (plan.positional().size() == types.length) {
      Bound plain = positional(method, types, plan);
      if (plain != null) {
        return plain;
      }
    }
    return last == null ? null : spread(method, types, last, plan);
  }

  /// How many of the last parameters take one keyword each.
  private static int singles(Class<?>[] types) {
    int singles = 0;
    while (singles < types.length && isFamily(types[types.length - 1 - singles])) {
      singles++;
    }
    return singles;
  }

  /// Whether a parameter takes keywords; a dtype is one, but as a parameter it is a value.
  static boolean isFamily(Class<?> type) {
    return Keyword.class.isAssignableFrom(type) && type != DType.class;
  }

  private @Nullable Bound withSingles(Method method, Class<?>[] types, Plan plan) {
    int fixed = types.length - plan.keywords().size();
    if (plan.positional().size() != fixed) {
      return null;
    }
    Bound plain = positional(method, Arrays.copyOf(types, fixed), plan);
    if (plain == null) {
      return null;
    }
    Object[] arguments = Arrays.copyOf(plain.arguments(), types.length);
    int cost = plain.cost();
    int at = fixed;
    for (Map.Entry<String, Literal> keyword : plan.keywords().entrySet()) {
      Conversion.Fitted fitted = keyword(keyword.getKey(), keyword.getValue(), types[at]);
      if (fitted == null) {
        return null;
      }
      arguments[at++] = fitted.value();
      cost += fitted.cost();
    }
    return new Bound(method, arguments, cost);
  }

  private @Nullable Bound positional(Method method, Class<?>[] types, Plan plan) {
    Object[] arguments = new Object[types.length];
    int cost = plan.cost();
    for (int i = 0; i < types.length; i++) {
      Conversion.Fitted fitted = conversion.fit(plan.positional().get(i), types[i]);
      if (fitted == null) {
        return null;
      }
      arguments[i] = fitted.value();
      cost += fitted.cost();
    }
    return new Bound(method, arguments, cost);
  }

  private @Nullable Bound spread(Method method, Class<?>[] types, Class<?> last, Plan plan) {
    int fixed = types.length - 1;
    int extra = plan.positional().size() - fixed;
    if (extra < 0) {
      return null;
    }
    Object[] arguments = new Object[types.length];
    Object tail = Array.newInstance(last, extra);
    int cost = plan.cost() + 1;
    for (int i = 0; i < plan.positional().size(); i++) {
      Class<?> type = i < fixed ? types[i] : last;
      Conversion.Fitted fitted = conversion.fit(plan.positional().get(i), type);
      if (fitted == null) {
        return null;
      }
      cost += fitted.cost();
      if (i < fixed) {
        arguments[i] = fitted.value();
      } else if (fitted.value() == null && last.isPrimitive()) {
        return null;
      } else {
        Array.set(tail, i - fixed, fitted.value());
      }
    }
    arguments[fixed] = tail;
    return new Bound(method, arguments, cost);
  }

  /// A method whose operands and keywords share one list.
  private @Nullable Bound withKeywordsAmongArguments(Method method, Class<?>[] types, Plan plan) {
    Bound plain = spread(method, types, Object.class, plan);
    if (plain == null) {
      return null;
    }
    int at = types.length - 1;
    List<Object> arguments = new ArrayList<>(Arrays.asList((Object[]) plain.arguments()[at]));
    for (Map.Entry<String, Literal> keyword : plan.keywords().entrySet()) {
      Conversion.Fitted fitted = keyword(keyword.getKey(), keyword.getValue(), Keyword.class);
      if (fitted == null) {
        return null;
      }
      arguments.add(fitted.value());
    }
    plain.arguments()[at] = arguments.toArray();
    return plain;
  }

  private @Nullable Bound withKeywords(
      Method method, Class<?>[] types, Class<?> family, Plan plan) {
    int fixed = types.length - 1;
    if (plan.positional().size() != fixed) {
      return null;
    }
    Bound plain = positional(method, Arrays.copyOf(types, fixed), plan);
    if (plain == null) {
      return null;
    }
    List<Object> given = new ArrayList<>();
    int cost = plain.cost();
    for (Map.Entry<String, Literal> keyword : plan.keywords().entrySet()) {
      Conversion.Fitted fitted = keyword(keyword.getKey(), keyword.getValue(), family);
      if (fitted == null) {
        if (keyword.getValue() instanceof Literal.None) {
          cost += 5;
          continue;
        }
        return null;
      }
      cost += fitted.cost();
      given.add(fitted.value());
    }
    Object array = Array.newInstance(family, given.size());
    for (int i = 0; i < given.size(); i++) {
      Array.set(array, i, given.get(i));
    }
    Object[] arguments = Arrays.copyOf(plain.arguments(), types.length);
    arguments[fixed] = array;
    return new Bound(method, arguments, cost);
  }

  /// The static methods that make the keyword of this name.
  static List<Method> factories(String name) {
    List<Method> found = new ArrayList<>();
    for (Method method : Invocation.methods(Kw.class, Names.camel(name))) {
      if (Modifier.isStatic(method.getModifiers())) {
        found.add(method);
      }
    }
    return found;
  }

  /// The keyword value that `Kw` makes, if functions of this family take it.
  private Conversion.@Nullable Fitted keyword(String name, Literal value, Class<?> family) {
    Conversion.Fitted best = null;
    for (Method factory : factories(name)) {
      if (!family.isAssignableFrom(factory.getReturnType())) {
        continue;
      }
      Bound bound = bind(factory, new Plan(List.of(value), Map.of(), 0));
      if (bound == null && value instanceof Literal.Sequence(boolean _, List<Literal> items)) {
        bound = bind(factory, new Plan(items, Map.of(), 1));
      }
      if (bound != null && (best == null || bound.cost() < best.cost())) {
        best = new Conversion.Fitted(Invocation.invoke(bound, null), bound.cost());
      }
    }
    return best;
  }
}
