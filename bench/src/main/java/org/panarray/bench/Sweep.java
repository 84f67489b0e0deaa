package org.panarray.bench;

import static org.panarray.Np.np;

import java.util.ArrayList;
import java.util.List;
import org.panarray.NDArray;
import org.panarray.bench.Workload.Case;

/// Operations at a million elements: to find what is slow, not to show what is fast.
final class Sweep {
  private static final int SIZE = 1_000_000;

  private final List<Case> cases = new ArrayList<>();

  private Sweep() {
    binary();
    unary();
    reductions();
    others();
  }

  static List<Case> cases() {
    return new Sweep().cases;
  }

  private void add(String dtype, String numpy, Workload.Body body) {
    add(dtype, "", numpy, body);
  }

  private void add(String dtype, String setup, String numpy, Workload.Body body) {
    cases.add(new Case(numpy + ", " + dtype, SIZE, dtype, setup, numpy, body));
  }

  private void binary() {
    for (String dtype :
        List.of("float64", "float32", "float16", "int64", "int32", "uint8", "complex128")) {
      add(dtype, "x + y", (x, y) -> () -> x.plus(y));
      add(dtype, "x * y", (x, y) -> () -> x.times(y));
      add(dtype, "x / y", (x, y) -> () -> x.div(y));
    }
    for (String dtype : List.of("float64", "int64", "int32", "uint8")) {
      add(dtype, "x // y", (x, y) -> () -> x.floorDiv(y));
      add(dtype, "x % y", (x, y) -> () -> x.rem(y));
      add(dtype, "np.maximum(x, y)", (x, y) -> () -> np.maximum(x, y));
      add(dtype, "x < y", (x, y) -> () -> x.lt(y));
    }
    add("float64", "x ** y", (x, y) -> () -> x.pow(y));
    add("float64", "x ** 2", (x, y) -> () -> x.pow(2L));
    add("int64", "x ** 2", (x, y) -> () -> x.pow(2L));
    add("float64", "np.arctan2(x, y)", (x, y) -> () -> np.arctan2(x, y));
    add("float64", "np.hypot(x, y)", (x, y) -> () -> np.hypot(x, y));
    add("int64", "x & y", (x, y) -> () -> x.and(y));
    add("int64", "x << 3", (x, y) -> () -> x.shl(3L));
  }

  private void unary() {
    for (String dtype : List.of("float64", "float32")) {
      add(dtype, "np.sqrt(x)", (x, y) -> () -> np.sqrt(x));
      add(dtype, "np.exp(x)", (x, y) -> () -> np.exp(x));
      add(dtype, "np.log(x)", (x, y) -> () -> np.log(x));
      add(dtype, "np.sin(x)", (x, y) -> () -> np.sin(x));
      add(dtype, "np.tanh(x)", (x, y) -> () -> np.tanh(x));
      add(dtype, "np.floor(x)", (x, y) -> () -> np.floor(x));
      add(dtype, "np.abs(x)", (x, y) -> () -> np.abs(x));
      add(dtype, "np.isnan(x)", (x, y) -> () -> np.isnan(x));
    }
    add("complex128", "np.exp(x)", (x, y) -> () -> np.exp(x));
    add("float64", "x.astype(np.float32)", (x, y) -> () -> x.astype(np.float32));
    add("float64", "x.astype(np.int64)", (x, y) -> () -> x.astype(np.int64));
    add("int64", "x.astype(np.float64)", (x, y) -> () -> x.astype(np.float64));
  }

  private void reductions() {
    for (String dtype : List.of("float64", "float32", "int64", "uint8")) {
      add(dtype, "x.sum()", (x, y) -> () -> x.sum());
      add(dtype, "x.max()", (x, y) -> () -> x.max());
      add(dtype, "np.argmax(x)", (x, y) -> () -> np.argmax(x));
      add(dtype, "np.cumsum(x)", (x, y) -> () -> np.cumsum(x));
    }
    add("float64", "x.mean()", (x, y) -> () -> x.mean());
    add("float64", "x.std()", (x, y) -> () -> x.std());
    String square = "m = x.reshape(1000, 1000)";
    add("float64", square, "m.sum(0)", (x, y) -> square(x, m -> m.sum(0)));
    add("float64", square, "m.sum(1)", (x, y) -> square(x, m -> m.sum(1)));
    add("float64", square, "m.T.sum(1)", (x, y) -> square(x, m -> m.T().sum(1)));
    add("float64", square, "m.max(1)", (x, y) -> square(x, m -> m.max(1)));
    add("float64", square, "(x < 2.0).any()", (x, y) -> () -> x.lt(2.0).any());
  }

  private static java.util.function.Supplier<Object> square(
      NDArray x, java.util.function.Function<NDArray, Object> work) {
    NDArray m = x.reshape(1000, 1000);
    return () -> work.apply(m);
  }

  private void others() {
    String square = "m = x.reshape(1000, 1000)";
    add("float64", "np.sort(x)", (x, y) -> () -> np.sort(x));
    add("int64", "np.sort(x)", (x, y) -> () -> np.sort(x));
    add("float64", "np.argsort(x)", (x, y) -> () -> np.argsort(x));
    add("int64", "np.unique(x)", (x, y) -> () -> np.unique(x));
    add("float64", "np.where(x < y, x, y)", (x, y) -> () -> np.where(x.lt(y), x, y));
    add("float64", "x[x < y]", (x, y) -> () -> x.get(x.lt(y)));
    add("float64", "np.nonzero(x < y)", (x, y) -> () -> np.nonzero(x.lt(y)));
    add(
        "float64",
        "s = np.sort(x)",
        "np.searchsorted(s, y)",
        (x, y) -> {
          NDArray s = np.sort(x);
          return () -> np.searchsorted(s, y);
        });
    add("float64", "np.concatenate([x, y])", (x, y) -> () -> np.concatenate(List.of(x, y)));
    add("float64", square, "m + m[0]", (x, y) -> square(x, m -> m.plus(m.get(0))));
    add("float64", square, "m + m.T", (x, y) -> square(x, m -> m.plus(m.T())));
    add("float64", square, "m.T.copy()", (x, y) -> square(x, m -> m.T().copy()));
    add(
        "float64",
        square,
        "m[::2, ::2].copy()",
        (x, y) -> square(x, m -> m.get("::2, ::2").copy()));
    add("float64", square, "m @ m", (x, y) -> square(x, m -> m.matmul(m)));
    add(
        "int64",
        square,
        "m[:200, :200] @ m[:200, :200]",
        (x, y) -> {
          NDArray m = x.reshape(1000, 1000).get(":200, :200");
          return () -> m.matmul(m);
        });
    add(
        "float64",
        square,
        "np.linalg.svd(m[:200, :200])",
        (x, y) -> {
          NDArray m = x.reshape(1000, 1000).get(":200, :200");
          return () -> np.linalg.svd(m);
        });
    add(
        "float64",
        square,
        "np.linalg.inv(m[:300, :300])",
        (x, y) -> {
          NDArray m = x.reshape(1000, 1000).get(":300, :300");
          return () -> np.linalg.inv(m);
        });
    String rng = "g = np.random.default_rng(1)";
    add(
        "float64",
        rng,
        "g.random(1000000)",
        (x, y) -> {
          var g = np.random.defaultRng(1);
          return () -> g.random(1_000_000);
        });
    add(
        "float64",
        rng,
        "g.standard_normal(1000000)",
        (x, y) -> {
          var g = np.random.defaultRng(1);
          return () -> g.standardNormal(1_000_000);
        });
    add("float64", "np.zeros(1000000)", (x, y) -> () -> np.zeros(1_000_000));
    add("float64", "np.arange(1000000)", (x, y) -> () -> np.arange(1_000_000));
    add("float64", "np.linspace(0, 1, 1000000)", (x, y) -> () -> np.linspace(0, 1, 1_000_000));
  }
}
