package org.panarray.compat;

import static org.panarray.Np.np;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.Ufunc;
import org.panarray.random.SeedSequence;

/// Which of NumPy's names Panarray has: those that exist by reflection and for which at least one
/// recorded case passes.
final class Implemented {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("str", "numpy.ndarray.__str__"),
          Map.entry("repr", "numpy.ndarray.__repr__"),
          Map.entry("getitem", "numpy.ndarray.__getitem__"),
          Map.entry("setitem", "numpy.ndarray.__setitem__"),
          Map.entry("iter", "numpy.ndarray.__iter__"),
          Map.entry("base", "numpy.ndarray.base"),
          Map.entry("printing.set", "numpy.set_printoptions"),
          Map.entry("io.tofile", "numpy.ndarray.tofile"),
          Map.entry("native.load", "numpy.load"));

  private static final Set<String> UFUNC_MEMBERS =
      Set.of("reduce", "accumulate", "reduceat", "outer", "at", "nin", "nout");

  private final Set<String> proved = new HashSet<>();

  /// @param replayed the names that the replay wrote: functions, contexts and errors of passing
  ///   cases
  Implemented(Set<String> replayed) {
    for (String name : replayed) {
      String rest = name.substring(name.indexOf('.') + 1);
      switch (name.contains(".") ? name.substring(0, name.indexOf('.')) : "") {
        case "np", "io", "const", "sub" -> proved.add("numpy." + rest);
        case "nd" -> prove("numpy.ndarray", rest);
        case "rng" -> {
          prove("numpy.random.Generator", rest);
          proved.add("numpy.random.default_rng");
        }
        case "legacy" -> proved.addAll(List.of("numpy.random." + rest, "numpy.random.seed"));
        case "state" -> prove("numpy.random.RandomState", rest);
        case "busdaycalendar" -> prove("numpy.busdaycalendar", rest);
        case "seedsequence" -> prove("numpy.random.SeedSequence", rest);
        case "flags" -> {
          proved.add("numpy.ndarray.flags");
          proved.add("numpy.ndarray.flags." + rest);
        }
        case "dt" -> prove("numpy.dtype", rest);
        case "finfo" -> prove("numpy.finfo", rest);
        case "iinfo" -> prove("numpy.iinfo", rest);
        case "error" -> proved.addAll(List.of("numpy.exceptions." + rest, "numpy.linalg." + rest));
        default -> {}
      }
      String word = WORDS.get(name);
      if (word != null) {
        proved.add(word);
      }
      // a method of one ufunc speaks for the class
      if (UFUNC_MEMBERS.contains(name.substring(name.lastIndexOf('.') + 1))) {
        prove("numpy.ufunc", name.substring(name.lastIndexOf('.') + 1));
      }
    }
  }

  private void prove(String type, String member) {
    proved.add(type);
    proved.add(type + "." + member);
  }

  boolean has(Surface.Row row) {
    return exists(row) && (proved.contains(row.name()) || isNamespace(row));
  }

  private boolean isNamespace(Surface.Row row) {
    return row.kind().equals("module")
        && proved.stream().anyMatch(name -> name.startsWith(row.name() + "."));
  }

  boolean exists(Surface.Row row) {
    String[] parts = row.name().split("\\.");
    return switch (row.name()) {
      case "numpy.ndarray", "numpy.dtype", "numpy.ufunc" -> true;
      default ->
          switch (row.kind()) {
            case "exception" -> classExists("org.panarray.error." + parts[parts.length - 1]);
            case "class" -> member(parts) || owner((row.name() + ".x").split("\\.")) != null;
            default -> member(parts);
          };
    };
  }

  private static boolean classExists(String name) {
    try {
      Class.forName(name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static boolean member(String[] parts) {
    if (parts.length < 2) {
      return false;
    }
    String last = parts[parts.length - 1];
    String forward = Names.unreflected(last);
    String java = Names.method(forward != null ? forward : last);
    Class<?> type = owner(parts);
    if (type == null) {
      return false;
    }
    return !Invocation.methods(type, java).isEmpty()
        || !Invocation.methods(type, java + "32").isEmpty()
        || hasField(type, java)
        || type == NDArray.class && (java.equals("toString") || java.equals("repr"));
  }

  /// The Java class whose member the last part is.
  private static @Nullable Class<?> owner(String[] parts) {
    Class<?> type = np.getClass();
    for (int i = 1; i < parts.length - 1 && type != null; i++) {
      type =
          switch (parts[i]) {
            case "ndarray" -> NDArray.class;
            case "dtype" -> DType.class;
            case "ufunc" -> Ufunc.class;
            case "SeedSequence" -> SeedSequence.class;
            case "Generator" -> returned(type, "defaultRng");
            default -> {
              Class<?> inner = fieldType(type, Names.method(parts[i]));
              yield inner != null ? inner : returned(type, Names.method(parts[i]));
            }
          };
    }
    return type;
  }

  private static @Nullable Class<?> returned(Class<?> type, String name) {
    List<Method> methods = Invocation.methods(type, name);
    return methods.isEmpty() ? null : methods.getFirst().getReturnType();
  }

  private static @Nullable Class<?> fieldType(Class<?> type, String name) {
    try {
      return type.getField(name).getType();
    } catch (NoSuchFieldException e) {
      return null;
    }
  }

  private static boolean hasField(Class<?> type, String name) {
    return fieldType(type, name) != null;
  }
}
