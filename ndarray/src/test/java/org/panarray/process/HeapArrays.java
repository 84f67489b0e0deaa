package org.panarray.process;

import static org.panarray.Kw.axis;
import static org.panarray.Np.np;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.panarray.ErrorState;
import org.panarray.MemoryScope;
import org.panarray.NDArray;

/// Prints the calls that give another result where their operands lie elsewhere. In a block that
/// gives its memory back, arrays of this size are native; outside of one they are on the heap.
final class HeapArrays {
  private static final int[] SIZES = {2_500, 20_000, 100_000};
  private static final int ROUNDS = 3; // cold and warmer

  private HeapArrays() {}

  public static void main(String[] arguments) {
    np.seterr(ErrorState.all(ErrorState.Mode.IGNORE));
    for (int size : SIZES) {
      NDArray x = np.random.defaultRng(size).random(size).minus(0.4).times(50);
      NDArray y = np.random.defaultRng(size + 1).random(size).plus(0.5);
      calls().forEach((name, call) -> compare(name + ", " + size, call, x, y));
    }
  }

  private static Map<String, BinaryOperator<NDArray>> calls() {
    Map<String, BinaryOperator<NDArray>> calls = new LinkedHashMap<>();
    calls.put("add", np::add);
    calls.put("chain", (x, y) -> np.sqrt(x.times(x).plus(y.times(y))).minus(1));
    calls.put("tanh", (x, _) -> np.tanh(x));
    calls.put("less", np::less);
    calls.put("where", (x, y) -> np.where(x.gt(3), x, y));
    calls.put("to float32 and back", (x, _) -> x.astype(np.float32).astype(np.float64));
    calls.put("strided", (x, y) -> x.get("::2").plus(y.get("1::2")));
    calls.put("backwards", (x, _) -> x.get("::-1").copy());
    calls.put("transposed", (x, _) -> x.reshape(50, -1).transpose().copy());
    calls.put("rows", (x, y) -> x.reshape(50, -1).minus(y.reshape(50, -1).mean(axis(0))));
    calls.put("sum of columns", (x, _) -> x.reshape(50, -1).sum(axis(0)));
    calls.put("sum of rows", (x, _) -> x.reshape(50, -1).sum(axis(1)));
    calls.put("cumsum", (x, _) -> np.cumsum(x));
    calls.put("sort", (x, _) -> np.sort(x));
    calls.put("argsort", (x, _) -> np.argsort(x));
    calls.put("take", (x, y) -> np.take(x, np.argsort(y)));
    calls.put("mask", (x, _) -> x.get(x.gt(0)));
    calls.put("nonzero", (x, _) -> np.nonzero(x.gt(0))[0]);
    calls.put("concatenate", (x, y) -> np.concatenate(new NDArray[] {x, y}));
    calls.put("matmul", (x, y) -> x.reshape(50, -1).matmul(y.reshape(-1, 50)));
    calls.put("fft", (x, _) -> np.fft.fft(x));
    calls.put("unique", (x, _) -> np.unique(x.astype(np.int64)));
    calls.put("bincount", (x, _) -> np.bincount(np.abs(x).astype(np.int64)));
    calls.put("pad", (x, _) -> np.pad(x, 3));
    return calls;
  }

  private static void compare(String name, BinaryOperator<NDArray> call, NDArray x, NDArray y) {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] expected = call.apply(x, y).tobytes();
      try (MemoryScope _ = np.scope()) {
        NDArray a = np.eager(() -> x.plus(0));
        NDArray b = np.eager(() -> y.plus(0));
        same(name + ", native", expected, call.apply(a, b));
        same(name + ", native and heap", expected, call.apply(a, y));
        same(name + ", heap and native", expected, call.apply(x, b));
      }
    }
  }

  private static void same(String name, byte[] expected, NDArray result) {
    if (!Arrays.equals(expected, result.tobytes())) {
      System.out.println(name + " differs");
    }
  }
}
