package org.panarray.compat;

import static org.panarray.Np.np;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.Complex;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.shape.Index;
import org.panarray.shape.Shape;

/// Fits a literal to a Java parameter type, with a cost: the overload with the least cost is called,
/// as a programmer would write it.
final class Conversion {
  /// @param value the argument, null for `None`
  /// @param cost 0 for the natural Java type
  record Fitted(@Nullable Object value, int cost) {}

  private final Environment environment;

  Conversion(Environment environment) {
    this.environment = environment;
  }

  /// The argument, or null where the literal has no place in such a parameter.
  @Nullable Fitted fit(Literal literal, Class<?> type) {
    return switch (literal) {
      case Literal.None _ -> type.isPrimitive() ? null : new Fitted(null, 1);
      case Literal.Bool(boolean value) ->
          type == boolean.class || type == Boolean.class
              ? new Fitted(value, 0)
              : type == Object.class ? new Fitted(value, 1) : listOfOne(literal, type);
      case Literal.Int(BigInteger value) -> whole(literal, value, type);
      case Literal.Real(double value) -> real(literal, value, type);
      case Literal.ComplexNumber(double re, double im) ->
          type.isAssignableFrom(Complex.class)
              ? new Fitted(new Complex(re, im), type == Complex.class ? 0 : 1)
              : null;
      case Literal.Text(String value) -> text(value, type);
      case Literal.Dtype(String code) ->
          type.isAssignableFrom(DType.class)
              ? new Fitted(LiveArrays.dtype(code), type == DType.class ? 0 : 1)
              : null;
      // Python's bytes cannot be written, unlike a Java array
      case Literal.RawBytes(byte[] value) when type == MemorySegment.class ->
          new Fitted(MemorySegment.ofArray(value.clone()).asReadOnly(), 0);
      case Literal.RawBytes(byte[] value) ->
          type.isAssignableFrom(byte[].class) ? new Fitted(value.clone(), 1) : null;
      case Literal.SliceOf slice -> {
        Index.Slice basic = slice(slice);
        yield basic == null ? text(sliceText(slice), type) : object(basic, type);
      }
      case Literal.Dots _ -> object(Index.ELLIPSIS, type);
      case Literal.Sequence sequence -> sequence(sequence, type);
      case Literal.Constant(String name) -> {
        Object value = Invocation.field(np, Names.method(name));
        if (value == null) {
          throw new MissingFunction("np." + name);
        }
        yield object(value, type);
      }
      case Literal.Named(String name) -> type.isInterface() ? function(name, type) : null;
      case Literal.ArrayOf _, Literal.Reference _, Literal.Generator _ -> array(literal, type);
      case Literal.ArrayAnswer _, Literal.Digest _ -> null;
    };
  }

  private static @Nullable Fitted object(Object value, Class<?> type) {
    return type.isInstance(value) ? new Fitted(value, type == Object.class ? 1 : 0) : null;
  }

  /// A slice of integers, or null.
  static Index.@Nullable Slice slice(Literal.SliceOf slice) {
    for (Literal part : List.of(slice.start(), slice.stop(), slice.step())) {
      if (!(part instanceof Literal.None || part instanceof Literal.Int)) {
        return null;
      }
    }
    return Index.slice(whole(slice.start()), whole(slice.stop()), whole(slice.step()));
  }

  private static @Nullable Long whole(Literal literal) {
    return literal instanceof Literal.Int number ? number.value().longValueExact() : null;
  }

  /// A slice with real or imaginary parts, as `np.r_` and `np.mgrid` take it, in text.
  private static String sliceText(Literal.SliceOf slice) {
    return word(slice.start()) + ":" + word(slice.stop()) + ":" + word(slice.step());
  }

  private static String word(Literal literal) {
    return switch (literal) {
      case Literal.Int number -> number.value().toString();
      case Literal.Real(double value) -> Double.toString(value);
      case Literal.ComplexNumber(double _, double imag) -> (long) imag + "j";
      default -> "";
    };
  }

  private @Nullable Fitted whole(Literal literal, BigInteger value, Class<?> type) {
    boolean fitsLong = value.bitLength() < 64;
    boolean fitsInt = value.bitLength() < 32;
    if (type == long.class || type == Long.class) {
      return fitsLong ? new Fitted(value.longValue(), 0) : null;
    }
    if (type == int.class || type == Integer.class) {
      return fitsInt ? new Fitted(value.intValue(), 0) : null;
    }
    if (type == double.class || type == Double.class) {
      return new Fitted(value.doubleValue(), 6);
    }
    if (type == BigInteger.class) {
      return new Fitted(value, fitsLong ? 3 : 1);
    }
    if (type == Number.class || type == Object.class) {
      return new Fitted(fitsLong ? (Object) value.longValue() : value, 2);
    }
    if (type == Shape.class && fitsLong && value.signum() >= 0) {
      return new Fitted(Shape.of(value.longValue()), 3);
    }
    return listOfOne(literal, type);
  }

  private @Nullable Fitted real(Literal literal, double value, Class<?> type) {
    if (type == double.class || type == Double.class) {
      return new Fitted(value, 0);
    }
    if (type == Number.class || type == Object.class) {
      return new Fitted(value, 1);
    }
    return type == double[].class ? listOfOne(literal, type) : null;
  }

  private @Nullable Fitted listOfOne(Literal literal, Class<?> type) {
    Class<?> component = type.getComponentType();
    if (component == null || component.isArray()) {
      return null;
    }
    Fitted element = fit(literal, component);
    if (element == null) {
      return null;
    }
    Object array = Array.newInstance(component, 1);
    Array.set(array, 0, element.value());
    return new Fitted(array, element.cost() + 2);
  }

  private static @Nullable Fitted text(String value, Class<?> type) {
    if (type.isAssignableFrom(String.class)) {
      return new Fitted(value, type == String.class ? 0 : 1);
    }
    if (type == char.class && value.length() == 1) {
      return new Fitted(value.charAt(0), 0);
    }
    if (type == Path.class) {
      return new Fitted(Path.of(value), 0);
    }
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        String name = constant.toString().replace("_", "");
        if (name.equalsIgnoreCase(value.replace("_", ""))) {
          return new Fitted(constant, 0);
        }
      }
    }
    return null;
  }

  private @Nullable Fitted array(Literal literal, Class<?> type) {
    Object value = environment.live(literal);
    if (type.isInstance(value)) {
      return new Fitted(value, type == Object.class || type == Iterable.class ? 1 : 0);
    }
    return listOfOne2(value, type);
  }

  private static @Nullable Fitted listOfOne2(@Nullable Object value, Class<?> type) {
    if (type != NDArray[].class) {
      return null;
    }
    return new Fitted(new NDArray[] {(NDArray) value}, 2);
  }

  private @Nullable Fitted sequence(Literal.Sequence sequence, Class<?> type) {
    if (type.isArray()) {
      return javaArray(sequence, type.getComponentType());
    }
    if (type == Shape.class) {
      Fitted dims = javaArray(sequence, long.class);
      boolean unknown =
          dims != null && Arrays.stream((long[]) dims.value()).anyMatch(dim -> dim < 0);
      return dims == null || unknown ? null : new Fitted(Shape.of((long[]) dims.value()), 1);
    }
    if (type == List.class || type == Iterable.class) {
      List<@Nullable Object> items = new ArrayList<>();
      for (Literal item : sequence.items()) {
        Fitted fitted = fit(item, Object.class);
        if (fitted == null) {
          return null;
        }
        items.add(fitted.value());
      }
      return new Fitted(items, 2);
    }
    if (type == Object.class) {
      return new Fitted(tupleOfArrays(sequence) ? items(sequence) : nested(sequence), 3);
    }
    return type == NDArray.class ? new Fitted(np.array(nested(sequence)), 8) : null;
  }

  /// A tuple that holds more than numbers is what Java writes as `new Object[] {...}`.
  private static boolean tupleOfArrays(Literal.Sequence sequence) {
    return sequence.tuple()
        && sequence.items().stream()
            .anyMatch(i -> i instanceof Literal.Sequence || i instanceof Literal.ArrayOf);
  }

  private Object items(Literal.Sequence sequence) {
    return Objects.requireNonNull(
        Objects.requireNonNull(javaArray(sequence, Object.class)).value());
  }

  private @Nullable Fitted javaArray(Literal.Sequence sequence, Class<?> component) {
    Object array = Array.newInstance(component, sequence.items().size());
    int cost = 0;
    for (int i = 0; i < sequence.items().size(); i++) {
      Fitted element = fit(sequence.items().get(i), component);
      if (element == null || element.value() == null && component.isPrimitive()) {
        return null;
      }
      Array.set(array, i, element.value());
      cost = Math.max(cost, element.cost());
    }
    return new Fitted(array, cost);
  }

  /// A nested list as a Java programmer would write it: arrays of primitives where the numbers are of
  /// one kind, lists otherwise.
  private Object nested(Literal.Sequence sequence) {
    List<Literal> items = sequence.items();
    if (!items.isEmpty() && items.stream().allMatch(item -> item instanceof Literal.Bool)) {
      return javaArray(sequence, boolean.class).value();
    }
    if (!items.isEmpty()
        && items.stream().allMatch(i -> i instanceof Literal.Int n && n.value().bitLength() < 64)) {
      return javaArray(sequence, long.class).value();
    }
    if (!items.isEmpty() && items.stream().allMatch(i -> i instanceof Literal.Real)) {
      return javaArray(sequence, double.class).value();
    }
    List<@Nullable Object> list = new ArrayList<>();
    for (Literal item : items) {
      Fitted fitted =
          item instanceof Literal.Sequence inner
              ? new Fitted(nested(inner), 0)
              : fit(item, Object.class);
      if (fitted == null) {
        throw new IllegalArgumentException("no Java value for " + item);
      }
      list.add(fitted.value());
    }
    return list;
  }

  private static Object sum(Object array) {
    Environment none = new Environment(Map.of(), MemoryLayoutVariant.AS_RECORDED);
    Literal.Call call = new Literal.Call("", List.of(), Map.of());
    return Objects.requireNonNull(new Invocation(none).callMethod("nd.sum", array, call));
  }

  /// Implements whatever functional interface the API asks for.
  private static Fitted function(String name, Class<?> type) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object[] given =
                  arguments.length == 1 && arguments[0] instanceof Object[] spread
                      ? spread
                      : arguments;
              return switch (name) {
                case "add" -> np.add(given[0], given[1]);
                case "mul" -> np.multiply(given[0], given[1]);
                case "eq" -> np.equal(given[0], given[1]);
                case "sum" -> sum(given[0]);
                default -> throw new IllegalArgumentException(name);
              };
            });
    return new Fitted(proxy, 0);
  }
}
