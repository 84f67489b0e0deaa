package org.panarray.compat;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panarray.Complex;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.shape.Shape;

/// Compares what a call returned with what NumPy returned.
final class Answer {
  private final Tolerance tolerance;
  private final boolean flags;
  private final Set<NDArray> inputs;

  /// @param flags whether memory layout, sharing and the read-only flag count
  Answer(Tolerance tolerance, boolean flags, Set<NDArray> inputs) {
    this.tolerance = tolerance;
    this.flags = flags;
    this.inputs = inputs;
  }

  /// What is wrong, or null.
  @Nullable String differs(Literal expected, @Nullable Object actual) {
    return switch (expected) {
      case Literal.ArrayAnswer answer -> array(answer, actual);
      case Literal.Digest digest -> digest(digest, actual);
      case Literal.None _ -> null;
      case Literal.Text(String text) ->
          text.equals(actual instanceof Enum<?> word ? lowerCase(word) : String.valueOf(actual))
              ? null
              : "text:\n" + text + "\nbut\n" + actual;
      case Literal.Dtype(String code) ->
          actual instanceof DType dtype && LiveArrays.code(dtype).equals(code)
              ? null
              : "dtype " + code + " but " + actual;
      case Literal.RawBytes(byte[] bytes) ->
          actual instanceof byte[] found && Arrays.equals(bytes, found)
              ? null
              : bytes(bytes, actual);
      case Literal.Sequence sequence -> sequence(sequence, actual);
      case Literal.Bool _, Literal.Int _, Literal.Real _, Literal.ComplexNumber _ ->
          scalar(expected, actual);
      default -> throw new IllegalArgumentException("not an answer: " + expected);
    };
  }

  private static String lowerCase(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static String bytes(byte[] expected, @Nullable Object actual) {
    String found =
        actual instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(actual);
    return "bytes " + HexFormat.of().formatHex(expected) + " but " + found;
  }

  private @Nullable String array(Literal.ArrayAnswer expected, @Nullable Object actual) {
    if (actual instanceof Record tuple) {
      return array(expected, onlyComponent(tuple));
    }
    if (actual instanceof List<?> list && list.size() == 1) {
      // a list of one where NumPy unpacks it, as the gradient of a vector
      return array(expected, list.getFirst());
    }
    if (!(actual instanceof NDArray array)) {
      Block block = expected.scalar() ? scalarBlock(actual, expected.block().code()) : null;
      if (block == null) {
        return expected.block().preview() + " but " + describe(actual);
      }
      return tolerance.firstDifference(expected.block(), block) < 0
          ? null
          : expected.block().preview() + " but " + describe(actual);
    }
    String wrong = header(expected.block().code(), expected.block().shape(), array);
    if (wrong != null) {
      return wrong;
    }
    Block found = LiveArrays.block(array);
    int at = tolerance.firstDifference(expected.block(), found);
    if (at >= 0) {
      return "element "
          + at
          + " is "
          + found.element(at)
          + ", not "
          + expected.block().element(at)
          + "\nexpected "
          + expected.block().preview()
          + "\nactual   "
          + found.preview();
    }
    if (!flags) {
      return null;
    }
    // NumPy's scalars have no memory: whatever is written to them later reaches no array
    return expected.scalar() ? sharing(false, array) : layout(expected.flags(), array);
  }

  /// Where keywords make NumPy return an array instead of a tuple, a record has no elements in the
  /// components that were not asked for.
  private static @Nullable Object onlyComponent(Record tuple) {
    Object only = null;
    for (Object item : Objects.requireNonNull(items(tuple))) {
      if (item instanceof NDArray array && array.size() > 0) {
        if (only != null) {
          return null;
        }
        only = array;
      }
    }
    return only;
  }

  private static @Nullable String header(String code, long[] shape, NDArray array) {
    if (!LiveArrays.code(array.dtype()).equals(code) || !Arrays.equals(array.dims(), shape)) {
      return "array "
          + code
          + Arrays.toString(shape)
          + " but "
          + LiveArrays.code(array.dtype())
          + Arrays.toString(array.dims());
    }
    return null;
  }

  private @Nullable String layout(Literal.ArrayFlags expected, NDArray array) {
    NDArray.Flags found = array.flags();
    if (expected.cContiguous() != found.cContiguous()
        || expected.fContiguous() != found.fContiguous()) {
      return "flags: C "
          + expected.cContiguous()
          + " F "
          + expected.fContiguous()
          + " but C "
          + found.cContiguous()
          + " F "
          + found.fContiguous();
    }
    if (expected.strides() != null && array.size() > 0) {
      long[] strides = array.strides();
      for (int axis = 0; axis < strides.length; axis++) {
        strides[axis] = array.dims()[axis] > 1 ? strides[axis] / array.itemsize() : 0;
      }
      if (!Arrays.equals(strides, expected.strides())) {
        return "strides "
            + Arrays.toString(expected.strides())
            + " but "
            + Arrays.toString(strides)
            + " (elements)";
      }
    }
    if (expected.readOnly() == found.writeable()) {
      return "writeable is " + found.writeable() + ", not " + !expected.readOnly();
    }
    return sharing(expected.shared(), array);
  }

  private @Nullable String sharing(boolean expected, NDArray array) {
    boolean shared = inputs.stream().anyMatch(input -> input == array || input.sharesBuffer(array));
    return array.size() > 0 && shared != expected
        ? (expected ? "a view of an input, but a copy" : "a copy, but a view of an input")
        : null;
  }

  private @Nullable String digest(Literal.Digest expected, @Nullable Object actual) {
    if (!(actual instanceof NDArray array)) {
      return "an array but " + describe(actual);
    }
    String wrong = header(expected.code(), expected.shape(), array);
    if (wrong != null) {
      return wrong;
    }
    if (tolerance.kind() != '=' && expected.code().charAt(0) != 'i') {
      return null;
    }
    Block block = LiveArrays.block(array);
    String found = HexFormat.of().formatHex(sha256(block.bytes()));
    return found.equals(expected.sha256()) ? null : "other bits: " + block.preview();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable String scalar(Literal expected, @Nullable Object actual) {
    Literal.ArrayAnswer answer =
        switch (expected) {
          case Literal.Bool(boolean value) -> single("b1", value ? 1 : 0, 0, 0);
          case Literal.Int number -> single("i8", number.value().longValue(), 0, 0);
          case Literal.Real(double value) -> single("f8", 0, value, 0);
          case Literal.ComplexNumber(double re, double im) -> single("c16", 0, re, im);
          default -> throw new IllegalArgumentException();
        };
    Object value = actual instanceof NDArray array && array.ndim() == 0 ? array.item() : actual;
    Block found = scalarBlock(value, answer.block().code());
    return found != null && tolerance.firstDifference(answer.block(), found) < 0
        ? null
        : answer.block().element(0) + " but " + describe(actual);
  }

  private static Literal.ArrayAnswer single(String code, long whole, double re, double im) {
    boolean isWhole = code.equals("b1") || code.equals("i8");
    Block block =
        new Block(
            code,
            new long[0],
            isWhole ? new long[] {whole} : new long[0],
            isWhole ? new double[0] : new double[] {re},
            code.equals("c16") ? new double[] {im} : new double[0]);
    return new Literal.ArrayAnswer(
        block, true, new Literal.ArrayFlags(true, true, null, false, false));
  }

  /// A Java scalar where NumPy gives a scalar, if it is of that kind.
  private static @Nullable Block scalarBlock(@Nullable Object value, String code) {
    char kind = code.charAt(0);
    return switch (value) {
      case Boolean flag when kind == 'b' ->
          Block.ofWhole(code, new long[0], new long[] {flag ? 1 : 0});
      case Number number when (kind == 'i' || kind == 'u') && !(number instanceof Double) ->
          Block.ofWhole(code, new long[0], new long[] {number.longValue()});
      case Number number
          when kind == 'f' && (number instanceof Double || number instanceof Float) ->
          Block.ofReal(code, new long[0], new double[] {number.doubleValue()});
      case Complex number when kind == 'c' ->
          Block.ofComplex(
              code, new long[0], new double[] {number.real()}, new double[] {number.imag()});
      case null, default -> null;
    };
  }

  private @Nullable String sequence(Literal.Sequence expected, @Nullable Object actual) {
    List<@Nullable Object> items = items(actual);
    if (items == null) {
      return "a sequence of " + expected.items().size() + " but " + describe(actual);
    }
    if (items.size() != expected.items().size()) {
      return "a sequence of " + expected.items().size() + " but of " + items.size();
    }
    for (int i = 0; i < items.size(); i++) {
      String wrong = differs(expected.items().get(i), items.get(i));
      if (wrong != null) {
        return "item " + i + ": " + wrong;
      }
    }
    return null;
  }

  static @Nullable List<@Nullable Object> items(@Nullable Object value) {
    List<@Nullable Object> items = new ArrayList<>();
    switch (value) {
      case null -> {
        return null;
      }
      case Shape shape -> Arrays.stream(shape.toArray()).forEach(items::add);
      case Map<?, ?> map -> items.addAll(map.values());
      case NDArray array when array.ndim() == 1 -> array.forEach(items::add);
      case NDArray _ -> {
        return null;
      }
      case Iterable<?> many -> many.forEach(items::add);
      case Record tuple -> {
        for (RecordComponent component : tuple.getClass().getRecordComponents()) {
          try {
            items.add(component.getAccessor().invoke(tuple));
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        }
      }
      default -> {
        if (!value.getClass().isArray()) {
          return null;
        }
        for (int i = 0; i < Array.getLength(value); i++) {
          items.add(Array.get(value, i));
        }
      }
    }
    return items;
  }

  private static String describe(@Nullable Object value) {
    return value instanceof NDArray array
        ? LiveArrays.block(array).preview()
        : value == null ? "null" : value.getClass().getSimpleName() + " " + value;
  }
}
