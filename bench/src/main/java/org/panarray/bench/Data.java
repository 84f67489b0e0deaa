package org.panarray.bench;

import static org.panarray.Np.np;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.panarray.Complex;
import org.panarray.DType;
import org.panarray.Generator;
import org.panarray.NDArray;

/// The arrays that work is done with, each under one letter, on both sides.
///
/// Only those are made whose letter the NumPy code mentions; the others are empty.
final class Data {
  private static final NDArray I = np.array(Complex.I);
  private static final NDArray NONE = np.zeros(0);
  private static final Pattern LETTER = Pattern.compile("\\b[a-z]\\b");

  /// Random elements of either sign; of `y` none is zero where it is an integer.
  final NDArray x, y;

  /// Their sizes without the signs.
  final NDArray p, q;

  /// `x < y`.
  final NDArray b;

  /// Random places in `x`, and random numbers below 1000.
  final NDArray i, c;

  /// `x` sorted, a place for results, and complex numbers.
  final NDArray s, o, z;

  /// `x` and `y` as square matrices, `m` made positive definite, `x` as rows of 100.
  final NDArray m, n, d, w;

  /// `x` and `y` as stacks of 8 x 8.
  final NDArray t, u;

  /// A stream of random numbers; the peer starts the same.
  final Generator g = np.random.defaultRng(1);

  final int size;

  private final Set<String> wanted = new HashSet<>();
  private final Map<String, NDArray> made = new LinkedHashMap<>();

  Data(String code, String dtype, int size, int seed) {
    this.size = size;
    LETTER.matcher(code).results().forEach(found -> wanted.add(found.group()));
    Generator random = np.random.defaultRng(seed);
    NDArray first = elements(random, dtype, size);
    NDArray second = elements(random, dtype, size);
    x = keep("x", () -> first);
    y = keep("y", () -> second);
    p = keep("p", () -> np.abs(first));
    q = keep("q", () -> np.abs(second));
    b = keep("b", () -> first.lt(second));
    i = keep("i", () -> random.integers(0, size, size));
    c = keep("c", () -> random.integers(0, 1000, size));
    s = keep("s", () -> np.sort(first));
    o = keep("o", () -> np.zerosLike(first));
    z = keep("z", () -> elements(random, "complex128", size));
    m = keep("m", () -> square(first));
    n = keep("n", () -> square(second));
    d = keep("d", () -> definite(square(first)));
    w = keep("w", () -> first.reshape(-1, 100));
    t = keep("t", () -> first.reshape(-1, 8, 8));
    u = keep("u", () -> second.reshape(-1, 8, 8));
    if (made.isEmpty()) { // functions that make arrays take the length of x
      made.put("x", first);
    }
  }

  private NDArray keep(String letter, Supplier<NDArray> array) {
    if (!wanted.contains(letter)) {
      return NONE;
    }
    NDArray kept = array.get();
    made.put(letter, kept);
    return kept;
  }

  private static NDArray elements(Generator random, String dtype, int size) {
    DType type = DType.of(dtype);
    return switch (dtype) {
      case "bool" -> random.random(size).lt(0.5);
      case "uint8" -> random.integers(1, 100, size).astype(type);
      case "int32", "int64" -> signed(random, size).astype(type);
      case "complex128" ->
          random.random(size).minus(0.5).plus(random.random(size).minus(0.5).times(I));
      default -> random.random(size).times(2.0).minus(1.0).astype(type);
    };
  }

  private static NDArray signed(Generator random, int size) {
    NDArray sizes = random.integers(1, 100, size);
    return np.where(random.random(size).lt(0.5), sizes.unaryMinus(), sizes);
  }

  private static NDArray square(NDArray elements) {
    long side = (long) Math.sqrt(elements.size());
    return elements.reshape(side, side);
  }

  private static NDArray definite(NDArray matrix) {
    long side = matrix.shape(0);
    return matrix.matmul(matrix.T()).plus(np.eye(side).times((double) side));
  }

  /// The bytes of all arrays.
  long bytes() {
    return made.values().stream().mapToLong(NDArray::nbytes).sum();
  }

  /// Leaves the arrays in a folder, for a peer.
  void save(Path folder) {
    made.forEach((letter, array) -> np.save(folder.resolve(letter + ".npy"), array));
  }
}
