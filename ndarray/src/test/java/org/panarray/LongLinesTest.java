package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.panarray.Np.np;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Arrays of 40 MB in a heap of 24 MB.
class LongLinesTest {
  @Test
  void whatIsLargerThanTheHeapIsOrderedOutsideIt() throws Exception {
    String text = ChildJvm.run(Program.class, List.of("-Xmx24m"));
    assertEquals("all in order", text.strip());
  }

  /// Names what is not as it should be.
  static final class Program {
    private static final long SIZE = 5_000_000;

    private Program() {}

    public static void main(String[] arguments) {
      NDArray random = np.random.defaultRng(1).random(SIZE);
      NDArray some = random.get(":1000000");
      NDArray numbers = np.floor(some.times(30_000));
      Map<String, Supplier<Boolean>> checks = new TreeMap<>();
      checks.put("sort", () -> isSorted(random));
      checks.put("partition", () -> np.partition(random, 1000).get(1000).asDouble() < 0.001);
      checks.put("mask", () -> random.get(random.ge(0)).size() == SIZE);
      checks.put("print", () -> !random.toString().isEmpty());
      for (DType dtype : List.of(np.float16, np.float32, np.complex64)) {
        checks.put("sort " + dtype, () -> isSorted(numbers.astype(dtype)));
      }
      checks.put("argsort", () -> isStable(numbers));
      checks.put("unique", () -> np.unique(numbers).size() == 30_000);
      checks.put("median", () -> Math.abs(np.median(some).asDouble() - 0.5) < 0.001);
      checks.put("searchsorted", () -> np.searchsorted(np.sort(some), some).size() == some.size());
      boolean right = true;
      for (Map.Entry<String, Supplier<Boolean>> check : checks.entrySet()) {
        if (!check.getValue().get()) {
          System.out.println(check.getKey() + " is wrong");
          right = false;
        }
      }
      System.out.println(right ? "all in order" : "not all in order");
    }

    private static boolean isSorted(NDArray array) {
      NDArray sorted = np.sort(array);
      return np.all(sorted.get("1:").ge(sorted.get(":-1"))).asBoolean()
          && total(sorted).equals(total(array));
    }

    private static Object total(NDArray array) {
      NDArray real = array.element().isComplex() ? array.real() : array;
      return np.floor(real.astype(np.float64).times(1 << 20)).sum().item(); // exact in any order
    }

    private static boolean isStable(NDArray array) {
      NDArray order = np.argsort(array);
      NDArray sorted = array.get(order);
      NDArray equal = sorted.get("1:").eq(sorted.get(":-1"));
      NDArray later = order.get("1:").gt(order.get(":-1"));
      return np.all(sorted.get("1:").ge(sorted.get(":-1"))).asBoolean()
          && np.all(later.or(np.logicalNot(equal))).asBoolean();
    }
  }
}
