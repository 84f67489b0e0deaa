package org.panarray.compat;

import static org.panarray.Np.np;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Ufunc;

/// The parameters of every function, by NumPy's `inspect.signature` and by reflection on Panarray.
final class Signatures {
  private static final String KEYWORD_ONLY_OR_BOTH = "bk";

  /// @param name such as `keepdims`
  /// @param kind `p` by position only, `b` both, `k` by keyword only, `v` all that follow
  record Parameter(String name, char kind) {
    /// Whether it has a name that a call may use.
    boolean isKeyword() {
      return KEYWORD_ONLY_OR_BOTH.indexOf(kind) >= 0;
    }
  }

  private static final Set<String> METHODS_OF_UFUNCS =
      Set.of("reduce", "accumulate", "reduceat", "outer", "at");

  private Signatures() {}

  /// What NumPy takes, by function: `np.sum`, `nd.sum`, `rng.normal`, `state.normal`, `ufunc.reduce`.
  static Map<String, List<Parameter>> numpy() {
    Map<String, List<Parameter>> functions = new TreeMap<>();
    for (String line : CaseFile.lines("/signatures.tsv")) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t");
        List<Parameter> parameters = new ArrayList<>();
        for (String cell : Arrays.asList(cells).subList(1, cells.length)) {
          String[] words = cell.split(" ", 3);
          parameters.add(new Parameter(words[0], words[1].charAt(0)));
        }
        functions.put(cells[0], parameters);
      }
    }
    return functions;
  }

  /// The methods of ours that NumPy's function is, none if it is not here.
  static List<Method> ours(String function) {
    Class<?> owner = owner(function);
    String name = function.substring(function.lastIndexOf('.') + 1);
    if (owner == null || owner == Ufunc.class && !METHODS_OF_UFUNCS.contains(name)) {
      return List.of();
    }
    return Invocation.methods(owner, Names.method(name));
  }

  private static @Nullable Class<?> owner(String function) {
    String[] parts = function.split("\\.");
    Class<?> type =
        switch (parts[0]) {
          case "nd" -> NDArray.class;
          case "ufunc" -> Ufunc.class;
          case "rng" -> org.panarray.Generator.class;
          case "state" -> org.panarray.RandomState.class;
          default -> np.getClass();
        };
    for (int i = 1; i < parts.length - 1; i++) {
      try {
        type = type.getField(Names.method(parts[i])).getType();
      } catch (NoSuchFieldException e) {
        return null;
      }
    }
    return type;
  }

  /// As [Names#camel]; NumPy's capitals of one letter are small in Java, and words of a language
  /// have an underscore behind them.
  static String camel(String name) {
    String java = name.length() == 1 ? name.toLowerCase(Locale.ROOT) : Names.camel(name);
    return java.endsWith("_") ? java.substring(0, java.length() - 1) : java;
  }

  /// The names of what some of the methods takes by position.
  static Set<String> positions(List<Method> methods) {
    Set<String> names = new TreeSet<>();
    for (Method method : methods) {
      for (var parameter : method.getParameters()) {
        if (!takesKeywords(parameter.getType())) {
          names.add(camel(parameter.getName()));
        }
      }
    }
    return names;
  }

  /// The names of the keywords that some of the methods takes, as [Kw] spells them.
  static Set<String> keywords(List<Method> methods) {
    Set<String> names = new TreeSet<>();
    for (Method method : methods) {
      for (Class<?> type : method.getParameterTypes()) {
        if (takesKeywords(type)) {
          names.addAll(permitted(type.isArray() ? type.getComponentType() : type));
        }
      }
    }
    return names;
  }

  private static boolean takesKeywords(Class<?> type) {
    return Binder.isFamily(type.isArray() ? type.getComponentType() : type);
  }

  private static Set<String> permitted(Class<?> family) {
    Set<String> names = new TreeSet<>();
    for (Method factory : Kw.class.getMethods()) {
      if (Modifier.isStatic(factory.getModifiers())
          && family.isAssignableFrom(factory.getReturnType())) {
        names.add(factory.getName());
      }
    }
    return names;
  }
}
