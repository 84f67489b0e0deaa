package org.panarray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.panarray.Np.np;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Random subscripts against the definition: the sum over all indices of the product of elements.
class EinsumTest {
  private static final long SEED = 20260711;
  private static final int[] LENGTHS = {1, 2, 3, 7};

  @Test
  void randomSubscriptsGiveTheSumOfProducts() {
    java.util.Random random = new java.util.Random(SEED);
    for (int round = 0; round < 300; round++) {
      String text = subscripts(random, 1 + random.nextInt(3));
      Map<Character, Integer> lengths = new TreeMap<>();
      for (char label = 'a'; label < 'f'; label++) {
        lengths.put(label, LENGTHS[random.nextInt(LENGTHS.length)]);
      }
      check(text, lengths, random);
    }
  }

  private static String subscripts(java.util.Random random, int operands) {
    List<String> terms = new ArrayList<>();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < operands; i++) {
      StringBuilder term = new StringBuilder();
      for (int axis = random.nextInt(4); axis >= 0; axis--) {
        term.append((char) ('a' + random.nextInt(5)));
      }
      terms.add(term.toString());
      all.append(term);
    }
    List<Integer> labels = new ArrayList<>(all.chars().distinct().boxed().toList());
    java.util.Collections.shuffle(labels, random);
    StringBuilder output = new StringBuilder();
    labels
        .subList(0, random.nextInt(labels.size() + 1))
        .forEach(c -> output.append((char) (int) c));
    return String.join(",", terms) + "->" + output;
  }

  private static void check(String text, Map<Character, Integer> lengths, java.util.Random random) {
    String[] terms = text.substring(0, text.indexOf("->")).split(",", -1);
    String output = text.substring(text.indexOf("->") + 2);
    Object[] operands = new Object[terms.length];
    for (int i = 0; i < terms.length; i++) {
      long[] dims = terms[i].chars().mapToLong(c -> lengths.get((char) c)).toArray();
      long size = Arrays.stream(dims).reduce(1, (x, y) -> x * y);
      NDArray values = np.arange(size).rem(5L).minus(2L);
      operands[i] = random.nextBoolean() ? values.reshape(dims) : reversed(values, dims);
    }
    long[] expected = sums(terms, output, lengths, operands);
    long[] actual = np.einsum(text, operands).toLongArray();
    assertArrayEquals(
        expected, actual, () -> "einsum " + text + " of lengths " + lengths + ", seed " + SEED);
  }

  /// The same elements behind strides that are not contiguous.
  private static NDArray reversed(NDArray values, long[] dims) {
    long[] backwards = new long[dims.length];
    for (int i = 0; i < dims.length; i++) {
      backwards[i] = dims[dims.length - 1 - i];
    }
    return values.reshape(backwards).T();
  }

  private static long[] sums(
      String[] terms, String output, Map<Character, Integer> lengths, Object[] operands) {
    String used = String.join("", terms) + output;
    List<Character> labels = new ArrayList<>();
    used.chars().distinct().forEach(c -> labels.add((char) c));
    long size = output.chars().mapToLong(c -> lengths.get((char) c)).reduce(1, (x, y) -> x * y);
    long[] sums = new long[(int) size];
    long total = labels.stream().mapToLong(lengths::get).reduce(1, (x, y) -> x * y);
    for (long n = 0; n < total; n++) {
      Map<Character, Long> index = new TreeMap<>();
      long rest = n;
      for (char label : labels) {
        index.put(label, rest % lengths.get(label));
        rest /= lengths.get(label);
      }
      long product = 1;
      for (int i = 0; i < terms.length; i++) {
        long[] at = terms[i].chars().mapToLong(c -> index.get((char) c)).toArray();
        product *= ((NDArray) operands[i]).getLong(at);
      }
      long place = 0;
      for (int k = 0; k < output.length(); k++) {
        char label = output.charAt(k);
        place = place * lengths.get(label) + index.get(label);
      }
      sums[(int) place] += product;
    }
    return sums;
  }
}
