package org.panarray.strangers;

import static org.panarray.Np.np;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panarray.Complex;
import org.panarray.DType;
import org.panarray.MemoryScope;
import org.panarray.NDArray;
import org.panarray.keyword.Keyword;

/// What nobody should give, by the type of the parameter.
final class Strangers {
  /// @param name as it stands in the report
  /// @param maker makes it, given the ordinary value that it stands for
  record Stranger(String name, Maker maker) {}

  /// Makes a stranger.
  @FunctionalInterface
  interface Maker {
    @Nullable Object make(@Nullable Object ordinary) throws Throwable;
  }

  private static final long[] SIZES = {
    0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 31, 1L << 40, 1L << 59, 1L << 62
  };
  private static final int[] SMALL = {
    0, -1, 3, 65, -65, 1 << 30, Integer.MAX_VALUE, Integer.MIN_VALUE
  };
  private static final double[] NUMBERS = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    -1,
    0,
    1e18,
    1e300,
    Double.MIN_VALUE
  };
  private static final List<Stranger> ARRAYS = arrays();
  private static final List<Stranger> OBJECTS = objects();

  private Strangers() {}

  /// Never empty but for booleans; null comes first where the type has one.
  static List<Stranger> of(Class<?> type) {
    if (type.isPrimitive()) {
      return primitives(type);
    }
    List<Stranger> found = new ArrayList<>();
    found.add(new Stranger("null", _ -> null));
    if (type == Object.class) {
      found.addAll(ARRAYS);
      found.addAll(OBJECTS);
    } else if (type == NDArray.class) {
      found.addAll(ARRAYS);
    } else if (type.isArray()) {
      found.addAll(rows(type.getComponentType()));
    } else if (Keyword.class.isAssignableFrom(type)) {
      found.addAll(keywords(type));
    } else if (type == String.class) {
      for (String text : List.of("", "\0", "é, ...", ":".repeat(200_000))) {
        found.add(new Stranger("text of " + text.length(), _ -> text));
      }
    } else if (type == Long.class || type == Integer.class) {
      for (int size : SMALL) {
        found.add(
            new Stranger(
                "" + size, _ -> type == Long.class ? (Object) (long) size : (Object) size));
      }
    } else if (type == BigInteger.class) {
      found.add(new Stranger("-1", _ -> BigInteger.ONE.negate()));
      found.add(new Stranger("2^200", _ -> BigInteger.TWO.pow(200)));
    } else if (type == List.class || type == Iterable.class) {
      found.addAll(lists());
    } else if (type == Map.class) {
      found.add(new Stranger("{}", _ -> Map.of()));
    } else if (type == DType.class) {
      for (DType dtype : List.of(np.bool, np.int8, np.uint64, np.float16, np.complex64)) {
        found.add(new Stranger(dtype.name(), _ -> dtype));
      }
    } else if (type.isInterface() && !type.isSealed()) {
      found.add(new Stranger("a function that gives null", _ -> givesNull(type)));
    }
    return found;
  }

  private static List<Stranger> primitives(Class<?> type) {
    List<Stranger> found = new ArrayList<>();
    switch (type.getName()) {
      case "long" -> {
        for (long size : SIZES) {
          found.add(new Stranger("" + size, _ -> size));
        }
      }
      case "int" -> {
        for (int size : SMALL) {
          found.add(new Stranger("" + size, _ -> size));
        }
      }
      case "double" -> {
        for (double number : NUMBERS) {
          found.add(new Stranger("" + number, _ -> number));
        }
      }
      case "float" -> found.add(new Stranger("NaN", _ -> Float.NaN));
      case "char" -> found.add(new Stranger("\\0", _ -> '\0'));
      default -> {}
    }
    return found;
  }

  /// Arrays that are closed, of every kind of dtype, without elements, and too large.
  private static List<Stranger> arrays() {
    List<Stranger> found = new ArrayList<>();
    found.add(new Stranger("closed", _ -> closed()));
    for (DType dtype : List.of(np.bool, np.int8, np.uint64, np.float16, np.complex64)) {
      found.add(
          new Stranger(
              dtype.name(),
              ordinary ->
                  (ordinary instanceof NDArray array ? array : Ordinary.vector()).astype(dtype)));
    }
    for (long[] shape : new long[][] {{0}, {0, 3}, {3, 0}, {}, {1}, {2, 3, 4, 1, 2}}) {
      found.add(new Stranger("shape " + Arrays.toString(shape), _ -> np.ones(shape)));
    }
    found.add(new Stranger("NaN", _ -> np.full(new long[] {3, 3}, Double.NaN)));
    found.add(new Stranger("-inf", _ -> np.full(4, Double.NEGATIVE_INFINITY)));
    found.add(new Stranger("ints 2^62", _ -> np.full(4, 1L << 62)));
    found.add(new Stranger("ints min", _ -> np.full(4, Long.MIN_VALUE)));
    found.add(new Stranger("read-only", _ -> Ordinary.matrix().asReadOnly()));
    return found;
  }

  static NDArray closed() {
    try (MemoryScope _ = np.scope()) {
      return np.ones(3, 3);
    }
  }

  private static List<Stranger> objects() {
    List<Stranger> found = new ArrayList<>();
    for (Object value :
        Arrays.asList(
            "abc",
            "",
            'c',
            0L,
            -1L,
            1L << 31,
            1L << 40,
            1L << 59,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            Integer.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            1e300,
            true,
            new Complex(1, Double.NaN),
            BigInteger.TWO.pow(70),
            BigInteger.TWO.pow(64).negate())) {
      found.add(new Stranger(value.getClass().getSimpleName() + " " + value, _ -> value));
    }
    found.add(new Stranger("an Object", _ -> new Object()));
    found.add(new Stranger("long[0]", _ -> new long[0]));
    found.add(new Stranger("{2^40}", _ -> new long[] {1L << 40}));
    found.add(new Stranger("{-1, MAX}", _ -> new long[] {-1, Long.MAX_VALUE}));
    found.add(new Stranger("double[0][0]", _ -> new double[0][0]));
    found.add(new Stranger("a ragged array", _ -> new double[][] {{1, 2}, {3}}));
    found.add(new Stranger("{row, null}", _ -> new double[][] {{1, 2}, null}));
    found.add(new Stranger("Double[] with null", _ -> new Double[] {1.0, null}));
    found.add(new Stranger("texts", _ -> new String[] {"a", "b"}));
    found.addAll(lists());
    return found;
  }

  private static List<Stranger> lists() {
    List<Stranger> found = new ArrayList<>();
    found.add(new Stranger("[]", _ -> List.of()));
    found.add(new Stranger("[1.5, null]", _ -> Arrays.asList(1.5, null)));
    found.add(new Stranger("[array, null]", _ -> Arrays.asList(Ordinary.vector(), null)));
    found.add(new Stranger("[closed]", _ -> List.of(closed())));
    found.add(new Stranger("[text]", _ -> List.of("abc")));
    found.add(new Stranger("a list of itself", _ -> listOfItself()));
    found.add(new Stranger("100,000 nested lists", _ -> nested(100_000)));
    found.add(new Stranger("65 nested lists", _ -> nested(65)));
    return found;
  }

  private static Object listOfItself() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    return list;
  }

  private static Object nested(int depth) {
    List<Object> list = new ArrayList<>(List.of(1.0));
    for (int i = 1; i < depth; i++) {
      list = new ArrayList<>(Collections.singletonList(list));
    }
    return list;
  }

  private static List<Stranger> rows(Class<?> component) {
    if (Keyword.class.isAssignableFrom(component)) {
      List<Stranger> found = new ArrayList<>();
      found.add(new Stranger("{null}", _ -> Array.newInstance(component, 1)));
      for (Stranger keyword : keywords(component)) {
        found.add(new Stranger(keyword.name(), o -> row(component, keyword.maker().make(o))));
      }
      return found;
    }
    List<Stranger> found = new ArrayList<>();
    found.add(new Stranger("{}", _ -> Array.newInstance(component, 0)));
    for (Stranger one : of(component)) {
      found.add(
          new Stranger("{" + one.name() + "}", o -> row(component, one.maker().make(first(o)))));
    }
    if (component == long.class) {
      found.add(new Stranger("{2^32, 2^32}", _ -> new long[] {1L << 32, 1L << 32}));
      found.add(new Stranger("{0, 2^62}", _ -> new long[] {0, 1L << 62}));
      found.add(new Stranger("{3, -1}", _ -> new long[] {3, -1}));
      found.add(new Stranger("65 ones", _ -> filled(new long[65])));
    } else if (component == int.class) {
      found.add(new Stranger("{0, 0}", _ -> new int[2]));
      found.add(new Stranger("65 zeros", _ -> new int[65]));
    } else if (!component.isPrimitive()) {
      found.add(
          new Stranger(
              "{ordinary, null}",
              o -> {
                Object array = Array.newInstance(component, 2);
                Array.set(array, 0, first(o));
                return array;
              }));
    }
    return found;
  }

  private static long[] filled(long[] dims) {
    Arrays.fill(dims, 1);
    return dims;
  }

  private static @Nullable Object first(@Nullable Object array) {
    return array == null || Array.getLength(array) == 0 ? null : Array.get(array, 0);
  }

  private static Object row(Class<?> component, @Nullable Object element) {
    Object array = Array.newInstance(component, 1);
    Array.set(array, 0, element);
    return array;
  }

  /// Every keyword of the family, with ordinary values and with strangers.
  private static List<Stranger> keywords(Class<?> family) {
    List<Stranger> found = new ArrayList<>();
    List<Entry.Maker> ordinary = Ordinary.keywords(family);
    List<Method> factories = Ordinary.factories(family);
    for (int k = 0; k < factories.size(); k++) {
      Method factory = factories.get(k);
      Entry.Maker plain = ordinary.get(k);
      found.add(new Stranger(factory.getName(), _ -> plain.make()));
      if (factory.getParameterCount() != 1) {
        continue;
      }
      for (Stranger value : of(factory.getParameterTypes()[0])) {
        found.add(
            new Stranger(
                factory.getName() + "(" + value.name() + ")",
                o ->
                    new Entry("Kw", factory, null)
                        .call(null, new Object[] {value.maker().make(null)})));
      }
    }
    return found;
  }

  private static Object givesNull(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (self, method, arguments) ->
            method.getReturnType() == double.class ? (Object) Double.NaN : null);
  }
}
