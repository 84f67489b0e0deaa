package org.panarray.process;

import static org.panarray.Kw.axis;
import static org.panarray.Np.np;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.panarray.ErrorState;
import org.panarray.NDArray;

/// Prints the calls that allocate on and on, which were given the time to be compiled.
final class GarbageOfCalls {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ELEMENTS = 50_000;

  /// Bytes a call: a sixth of a byte an element, and much more than the arrays' own objects.
  private static final long ENOUGH = 8_000;

  private static final long PATIENCE = 60_000_000_000L; // nanoseconds, of a processor that is busy
  private static final int CALLS = 10; // measured together

  private static Object kept = "";

  private GarbageOfCalls() {}

  public static void main(String[] arguments) {
    np.threads(1); // others' garbage is not counted
    np.seterr(ErrorState.all(ErrorState.Mode.IGNORE));
    np.eager(
        () -> {
          calls().forEach(GarbageOfCalls::measure);
          return kept;
        });
  }

  private static Map<String, Supplier<Object>> calls() {
    NDArray x = np.random.defaultRng(0).random(ELEMENTS);
    NDArray y = np.random.defaultRng(1).random(ELEMENTS).plus(1);
    NDArray mask = x.lt(0.5);
    NDArray matrix = x.reshape(250, 200);
    NDArray small = x.astype(np.float32);
    NDArray whole = x.times(100).astype(np.int64);
    NDArray complex = x.astype(np.complex128);
    Map<String, Supplier<Object>> calls = new LinkedHashMap<>();
    calls.put("add", () -> np.add(x, y));
    calls.put("exp", () -> np.exp(x));
    calls.put("tanh", () -> np.tanh(x));
    calls.put("tanh of float32", () -> np.tanh(small));
    calls.put("power", () -> np.power(x, y));
    calls.put("remainder", () -> np.remainder(x, y));
    calls.put("where", () -> np.where(mask, x, y));
    calls.put("sum", () -> x.sum());
    calls.put("max", () -> x.max());
    calls.put("max of float32", () -> small.max());
    calls.put("max of rows", () -> matrix.max(axis(1)));
    calls.put("argmin", () -> x.argmin());
    calls.put("cumsum", () -> np.cumsum(x));
    calls.put("inner product of integers", () -> np.dot(whole, whole));
    calls.put("product of integers", () -> np.prod(whole));
    calls.put("product of complex numbers", () -> np.prod(complex));
    calls.put("cumsum of complex numbers", () -> np.cumsum(complex));
    return calls;
  }

  private static void measure(String name, Supplier<Object> call) {
    long start = System.nanoTime();
    long bytes = Long.MAX_VALUE;
    while (bytes > ENOUGH && System.nanoTime() - start < PATIENCE) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int k = 0; k < CALLS; k++) {
        kept = call.get();
      }
      bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / CALLS;
    }
    if (bytes > ENOUGH) {
      System.out.println(name + " allocates " + bytes + " bytes a call");
    }
  }
}
