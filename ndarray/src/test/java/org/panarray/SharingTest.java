package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Many threads on the same arrays: what they read is what one thread reads, and what each writes for
/// itself is there.
class SharingTest {
  private static final int THREADS = 16;
  private static final long LONGEST_NANOS = 300_000_000; // products of all with all only cost time

  /// What does not return the same twice, changes its arguments or the state, or waits.
  private static final Set<String> EXCLUDED =
      Set.of(
          "copyto",
          "put",
          "putAlongAxis",
          "place",
          "putmask",
          "fillDiagonal",
          "empty",
          "emptyLike",
          "trim",
          "memory",
          "seterr",
          "geterr",
          "seterrcall",
          "setWarningListener",
          "fuse",
          "scope",
          "resize",
          "setflags",
          "sort",
          "partition",
          "byteswap",
          "fill",
          "itemset",
          "close",
          "tofile",
          "dump",
          "dumps",
          "wait",
          "notify",
          "notifyAll",
          "hashCode",
          "toString",
          "iterator",
          "spliterator",
          "toMemorySegment",
          "getClass",
          "operand",
          "at",
          "flat",
          "load",
          "loadz",
          "save",
          "fromfile",
          "memmap",
          "openMemmap",
          "loadtxt",
          "genfromtxt",
          "shareMemory",
          "mayShareMemory",
          "meshgrid",
          "sharesMemory",
          "showConfig",
          "info");

  /// What elementary functions give changes in the last bit when the JIT compiles them, whoever
  /// calls.
  private static final Set<String> ELEMENTARY =
      Set.of(
          "logspace",
          "geomspace",
          "pow",
          "rpow",
          "sinc",
          "i0",
          "kaiser",
          "hanning",
          "hamming",
          "blackman",
          "angle");

  private record Call(Object receiver, Method method, List<Integer> arrays) {
    @Override
    public String toString() {
      return method + " of the arrays " + arrays;
    }

    String run(NDArray[] shared) throws IllegalAccessException {
      Object[] arguments = new Object[method.getParameterCount()];
      int next = 0;
      int from = receiver == null ? 1 : 0;
      for (int i = 0; i < arguments.length; i++) {
        Class<?> type = method.getParameterTypes()[i];
        arguments[i] =
            type.isArray()
                ? java.lang.reflect.Array.newInstance(type.componentType(), 0)
                : shared[arrays.get(from + next++)];
      }
      try {
        Object target = receiver == null ? shared[arrays.getFirst()] : receiver;
        return text(method.invoke(target, arguments));
      } catch (InvocationTargetException e) {
        return String.valueOf(e.getCause());
      }
    }
  }

  private static NDArray[] sharedArrays() {
    NDArray base = np.random.defaultRng(5).standardNormal(Kw.size(40, 20));
    return new NDArray[] {
      base,
      base.transpose(),
      base.get("::-2, 3:20"),
      np.floor(base.times(9)).astype(np.int32),
      np.floor(np.abs(base.get("0")).times(30)).astype(np.uint8),
      base.get(":, 0"),
      base.astype(np.float32),
      base.gt(0),
      np.add(base.get(":20, :20"), np.multiply(base.get("20:40"), new Complex(0, 1)))
    };
  }

  private static List<Call> calls(int arrays) {
    List<Call> calls = new ArrayList<>();
    for (Class<?> type : List.of(Np.class, NDArray.class)) {
      Method[] methods = type.getMethods();
      Arrays.sort(methods, Comparator.comparing(Method::toString));
      for (Method method : methods) {
        List<Class<?>> parameters = new ArrayList<>(List.of(method.getParameterTypes()));
        if (method.isVarArgs() && parameters.getLast().componentType() != long.class) {
          parameters.removeLast();
        }
        boolean usable =
            parameters.stream().allMatch(p -> p == Object.class || p == NDArray.class)
                && !Modifier.isStatic(method.getModifiers())
                && !method.isBridge()
                && !EXCLUDED.contains(method.getName())
                && !ELEMENTARY.contains(method.getName())
                && !method.getName().endsWith("Assign")
                && !method.getName().startsWith("set");
        int count = parameters.size() + (type == NDArray.class ? 1 : 0);
        if (usable && count >= 1 && count <= 3) {
          Object receiver = type == Np.class ? np : null;
          for (int first = 0; first < arrays; first++) {
            calls.add(new Call(receiver, method, List.of(first, (first + 3) % arrays, first)));
          }
        }
      }
    }
    return calls;
  }

  /// Every bit of a result.
  private static String text(Object value) {
    return switch (value) {
      case null -> "null";
      case NDArray array -> array.dtype() + " " + array.shape() + bits(array);
      case Object[] items -> Arrays.stream(items).map(SharingTest::text).toList().toString();
      case List<?> items -> items.stream().map(SharingTest::text).toList().toString();
      case Record items -> components(items);
      case double[] items -> Arrays.toString(items);
      case long[] items -> Arrays.toString(items);
      case int[] items -> Arrays.toString(items);
      case float[] items -> Arrays.toString(items);
      case boolean[] items -> Arrays.toString(items);
      case byte[] items -> Arrays.toString(items);
      case String _, Number _, Boolean _, DType _ -> String.valueOf(value);
      default -> value.getClass().getName();
    };
  }

  private static String bits(NDArray array) {
    byte[] bytes = array.size() > 1 << 20 ? new byte[0] : array.tobytes();
    return Arrays.toString(Arrays.copyOf(bytes, 4096)) + Arrays.hashCode(bytes);
  }

  private static String components(Record items) {
    StringBuilder text = new StringBuilder(items.getClass().getSimpleName());
    for (RecordComponent component : items.getClass().getRecordComponents()) {
      try {
        text.append(text(component.getAccessor().invoke(items)));
      } catch (ReflectiveOperationException e) {
        return items.getClass().getName(); // not public
      }
    }
    return text.toString();
  }

  @Test
  void everyOperationOnSharedArraysGivesEachThreadTheBitsOfOne() throws Exception {
    run(0.02);
  }

  @Test
  @Tag("soak")
  void everyOperationOnSharedArraysGivesEachThreadTheBitsOfOneOften() throws Exception {
    run(1);
  }

  private static void run(double rounds) throws Exception {
    NDArray[] shared = sharedArrays();
    List<Call> calls = calls(shared.length);
    assertTrue(calls.size() > 2000, calls.size() + " calls");
    np.setWarningListener((_, _) -> {});
    try {
      long seed = System.nanoTime();
      Collections.shuffle(calls, new Random(seed));
      List<Call> chosen = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (Call call : calls.subList(0, (int) (Math.min(1, rounds) * calls.size()))) {
        long start = System.nanoTime();
        String result = call.run(shared);
        if (System.nanoTime() - start < LONGEST_NANOS) {
          chosen.add(call);
          expected.add(result);
        }
      }
      inThreads(thread -> check(shared, chosen, expected, seed + thread, (int) Math.ceil(rounds)));
    } finally {
      np.setWarningListener(null);
    }
  }

  private static void check(
      NDArray[] shared, List<Call> calls, List<String> expected, long seed, int rounds)
      throws IllegalAccessException {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      order.add(i);
    }
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, new Random(seed + 100L * round));
      for (int i : order) {
        assertEquals(expected.get(i), calls.get(i).run(shared), calls.get(i) + ", seed " + seed);
      }
    }
  }

  @FunctionalInterface
  private interface Work {
    void run(int thread) throws Exception;
  }

  private static void inThreads(Work work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        int thread = t;
        tasks.add(
            () -> {
              work.run(thread);
              return null;
            });
      }
      for (Future<Void> task : threads.invokeAll(tasks)) {
        task.get();
      }
    }
  }

  @Test
  void rowsAndInterleavedColumnsAreWrittenByThreadsOfTheirOwn() throws Exception {
    int updates = 100;
    NDArray rows = np.zeros(THREADS, 1001);
    NDArray columns = np.zeros(new long[] {333, THREADS}, np.int8);
    inThreads(
        thread -> {
          NDArray row = rows.get(thread);
          NDArray column = columns.get(":, " + thread);
          for (int i = 0; i < updates; i++) {
            row.plusAssign(thread + 1);
            column.plusAssign(1);
          }
        });
    for (int thread = 0; thread < THREADS; thread++) {
      assertEquals(updates * (thread + 1.0), rows.get(thread).min().asDouble());
      assertEquals(updates * (thread + 1.0), rows.get(thread).max().asDouble());
    }
    assertEquals(updates, columns.min().asLong());
    assertEquals(updates, columns.max().asLong());
  }
}
