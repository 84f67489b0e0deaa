package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.panarray.Np.np;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.panarray.error.NumpyException;

/// The calls that `record_random_calls.py` made in NumPy, each on a generator of seed 42: type,
/// shape and every value, or the error and its words.
class RandomCallsTest {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  @TestFactory
  Stream<DynamicTest> everyCallAnswersAsNumpy() throws IOException {
    Map<String, Function<Generator, Object>> modern = GeneratorCalls.calls();
    Map<String, Function<RandomState, Object>> legacy = LegacyCalls.calls();
    List<String[]> lines = recorded();
    assertEquals(
        lines.stream().map(line -> line[0]).collect(Collectors.toSet()),
        Stream.concat(modern.keySet().stream(), legacy.keySet().stream())
            .collect(Collectors.toSet()));
    return lines.stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line[0],
                    () -> assertEquals(line[1], answer(modern.get(line[0]), legacy.get(line[0])))));
  }

  private static String answer(
      Function<Generator, Object> modern, Function<RandomState, Object> legacy) {
    try {
      Object value =
          modern != null
              ? modern.apply(np.random.defaultRng(42))
              : legacy.apply(np.random.RandomState(42));
      return described((NDArray) value);
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      if (!(e instanceof NumpyException)) {
        throw e;
      }
      return "error|" + e.getClass().getSimpleName() + "|" + e.getMessage();
    }
  }

  private static String described(NDArray array) {
    String shape =
        Arrays.stream(array.dims()).mapToObj(Long::toString).collect(Collectors.joining(","));
    long digest = 0;
    for (long word : words(array)) {
      digest = digest * MULTIPLIER + word;
    }
    return array.dtype() + "|" + shape + "|" + Long.toHexString(digest);
  }

  private static long[] words(NDArray array) {
    return switch (array.dtype().name()) {
      case "float64" ->
          Arrays.stream(array.toDoubleArray()).mapToLong(Double::doubleToRawLongBits).toArray();
      case "float32" ->
          Arrays.stream(array.toDoubleArray())
              .mapToLong(x -> Integer.toUnsignedLong(Float.floatToRawIntBits((float) x)))
              .toArray();
      default -> array.toLongArray();
    };
  }

  private static List<String[]> recorded() throws IOException {
    InputStream in = RandomCallsTest.class.getResourceAsStream("random/calls.txt");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split("\\|", 2)).toList();
    }
  }
}
