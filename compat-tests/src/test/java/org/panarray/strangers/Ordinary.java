package org.panarray.strangers;

import static org.panarray.Np.np;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.keyword.Keyword;
import org.panarray.shape.Index;
import org.panarray.shape.Shape;

/// Arguments as a program would give them, by the type and the name of the parameter.
final class Ordinary {
  private Ordinary() {}

  static NDArray matrix() {
    return np.array(new double[][] {{4, 1, 0}, {1, 5, 2}, {0, 2, 6}});
  }

  static NDArray vector() {
    return np.array(new double[] {1, 2, 3, 4});
  }

  static NDArray integers() {
    return np.arange(4);
  }

  /// The files that [#candidates] names, in the working folder.
  static void writeFiles() throws java.io.IOException {
    np.save("a.npy", vector());
    np.savez("a.npz", vector());
    Files.writeString(Path.of("a.txt"), "1 2\n3 4\n");
  }

  /// Values for a parameter, the likeliest first; one of them should suit the method.
  static List<Entry.Maker> candidates(Parameter parameter) {
    List<Entry.Maker> makers = new ArrayList<>();
    switch (parameter.getName()) {
      case "file", "path", "fname" -> {
        for (String file : List.of("a.npy", "a.txt", "a.npz")) {
          if (parameter.getType().isAssignableFrom(String.class)) {
            makers.add(() -> file);
          }
        }
      }
      case "subscripts" -> makers.add(() -> "ii");
      case "dtype" -> {
        if (parameter.getType() == Object.class) {
          makers.add(() -> np.float64);
        }
      }
      default -> {}
    }
    makers.addAll(ofType(parameter.getType()));
    return makers.isEmpty() ? List.of(() -> null) : makers;
  }

  private static List<Entry.Maker> ofType(Class<?> type) {
    if (type == Object.class) {
      return List.of(
          Ordinary::matrix,
          Ordinary::vector,
          Ordinary::integers,
          () -> 0.5,
          () -> 1L,
          () -> np.ones(2, 3, 4),
          () -> np.array(new boolean[] {true, false, true, true}),
          () -> "float64");
    }
    if (type == NDArray.class) {
      return List.of(
          Ordinary::matrix, Ordinary::vector, Ordinary::integers, () -> np.ones(2, 3, 4));
    }
    if (type.isPrimitive()) {
      return primitives(type);
    }
    if (type.isArray()) {
      return arrays(type.getComponentType());
    }
    if (type.isEnum()) {
      return List.of(() -> type.getEnumConstants()[0]);
    }
    if (type == DType.class) {
      return List.of(() -> np.float64, () -> np.int32);
    }
    if (Keyword.class.isAssignableFrom(type)) {
      return keywords(type);
    }
    if (type.isInterface() && functional(type) != null) {
      return List.of(() -> function(type));
    }
    return List.of(() -> single(type));
  }

  private static List<Entry.Maker> primitives(Class<?> type) {
    return switch (type.getName()) {
      case "boolean" -> List.of(() -> false, () -> true);
      case "int" -> List.of(() -> 0, () -> 1, () -> 2, () -> 4);
      case "long" -> List.of(() -> 1L, () -> 2L, () -> 4L, () -> 0L);
      case "double" -> List.of(() -> 0.5, () -> 2.0);
      case "float" -> List.of(() -> 0.5f);
      case "short" -> List.of(() -> (short) 1);
      case "char" -> List.of(() -> 'C');
      default -> List.of(() -> (byte) 1);
    };
  }

  private static List<Entry.Maker> arrays(Class<?> component) {
    if (Keyword.class.isAssignableFrom(component)) {
      return List.of(() -> Array.newInstance(component, 0));
    }
    if (component == long.class) {
      return List.of(
          () -> new long[] {2, 2},
          () -> new long[] {4},
          () -> new long[] {9},
          () -> new long[] {1},
          () -> new long[] {1, 1},
          () -> new long[0]);
    }
    if (component == int.class) {
      return List.of(
          () -> new int[] {0},
          () -> new int[] {1, 0},
          () -> new int[] {0, 1},
          () -> new int[] {2, 2},
          () -> new int[0]);
    }
    if (component == Object.class) {
      return List.of(
          () -> new Object[] {vector(), vector()},
          () -> new Object[] {matrix()},
          () -> new Object[] {Index.slice(0, 2)},
          () -> new Object[] {1L},
          () -> new Object[0]);
    }
    return List.of(
        () -> {
          Object array = Array.newInstance(component, 2);
          for (int i = 0; i < 2; i++) {
            Array.set(array, i, ofType(component).getFirst().make());
          }
          return array;
        });
  }

  /// Every keyword of a family, with an ordinary value.
  static List<Entry.Maker> keywords(Class<?> family) {
    List<Entry.Maker> makers = new ArrayList<>();
    for (Method factory : factories(family)) {
      makers.add(
          () -> {
            Object[] arguments = new Object[factory.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
              arguments[i] = candidates(factory.getParameters()[i]).getFirst().make();
            }
            return new Entry("Kw", factory, null).call(null, arguments);
          });
    }
    return makers;
  }

  /// The static methods of [Kw] that make a keyword of this family.
  static List<Method> factories(Class<?> family) {
    List<Method> factories = new ArrayList<>();
    for (Method method : Kw.class.getMethods()) {
      if (Modifier.isStatic(method.getModifiers())
          && family.isAssignableFrom(method.getReturnType())) {
        factories.add(method);
      }
    }
    factories.sort(java.util.Comparator.comparing(Method::toGenericString));
    return factories;
  }

  private static @Nullable Object single(Class<?> type) {
    return switch (type.getName()) {
      case "java.lang.String" -> "abc";
      case "java.lang.Integer" -> 1;
      case "java.lang.Long" -> 1L;
      case "java.lang.Class" -> double.class;
      case "java.math.BigInteger" -> BigInteger.ONE;
      case "java.util.List", "java.lang.Iterable" -> new ArrayList<>(List.of(vector(), vector()));
      case "java.util.Map" -> Map.of();
      case "java.lang.foreign.MemorySegment" -> MemorySegment.ofArray(new double[4]);
      case "org.panarray.TypeFamily" -> np.integer;
      case "org.panarray.ErrorState" -> np.geterr();
      case "org.panarray.shape.Shape" -> Shape.of(2, 2);
      case "org.panarray.RandomState$State" -> np.random.RandomState(1).getState();
      default ->
          org.panarray.random.BitGenerator.class.isAssignableFrom(type)
              ? np.random.MT19937(1)
              : null;
    };
  }

  private static @Nullable Method functional(Class<?> type) {
    List<Method> open = new ArrayList<>();
    for (Method method : type.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers())
          && !method.getName().equals("equals")
          && !method.getName().equals("compare")) {
        open.add(method);
      }
    }
    return open.size() == 1 && type != Iterable.class && !Keyword.class.isAssignableFrom(type)
        ? open.getFirst()
        : null;
  }

  /// A function that gives back its first array, or an ordinary value of the type wanted.
  private static Object function(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (self, method, arguments) -> {
          Class<?> wanted = method.getReturnType();
          if (wanted == void.class || wanted == double.class) {
            return wanted == void.class ? null : (Object) 1.0;
          }
          if (method.getDeclaringClass() == Object.class) {
            return wanted == String.class ? "a function" : wanted == int.class ? 1 : (Object) false;
          }
          boolean given = arguments != null && arguments.length > 0;
          return given && wanted.isInstance(arguments[0]) && !(arguments[0] instanceof Object[])
              ? arguments[0]
              : vector();
        });
  }
}
