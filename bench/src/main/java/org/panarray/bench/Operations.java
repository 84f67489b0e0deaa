package org.panarray.bench;

import static org.panarray.Kw.bins;
import static org.panarray.Kw.kind;
import static org.panarray.Kw.out;
import static org.panarray.Np.np;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.panarray.NDArray;

/// The table of what is compared: to find what is slow, not to show what is fast.
///
/// What the letters stand for is said by [Data].
final class Operations {
  private static final String EVERY_SIZE = "float64 1 100 1e3 3e3 3e4 3e5 1e6 1e7";
  private static final double BY_BLAS = 1e-10;

  private final List<Operation> table = new ArrayList<>();
  private String page = "";

  private Operations() {
    arithmetic();
    comparison();
    functions();
    casts();
    sums();
    extrema();
    axes();
    sorting();
    counting();
    indexing();
    shaping();
    creation();
    small();
    products();
    linear();
    fourier();
    chains();
  }

  /// All of it, page by page.
  static List<Operation> table() {
    return List.copyOf(new Operations().table);
  }

  /// Its rows.
  static List<Operation.Row> rows() {
    return table().stream().flatMap(operation -> operation.rows().stream()).toList();
  }

  /// Titles of the ten rows that stand for the rest.
  static final List<String> REPRESENTATIVE =
      List.of(
          "x + y, float64, 100",
          "x + y, float64, 1e7",
          "x * y + x / y - y # np.fuse, float64, 1e7",
          "np.exp(x), float64, 1e6",
          "x.sum(), float64, 1e7",
          "m.sum(0), float64, 1e6",
          "m @ n, float64, 4e6",
          "np.sort(x), float64, 1e6",
          "x[i], float64, 1e6",
          "m.T.copy(), float64, 1e6");

  private void add(String numpy, String places, Function<Data, Object> work) {
    table.add(new Operation(page, numpy, places, 0, false, work));
  }

  private void add(String numpy, String places, double tolerance, Function<Data, Object> work) {
    table.add(new Operation(page, numpy, places, tolerance, false, work));
  }

  private void everywhere(String numpy, String places, double tolerance, Function<Data, Object> f) {
    table.add(new Operation(page, numpy, places, tolerance, true, f));
  }

  private void arithmetic() {
    page = "arithmetic";
    String numbers = "float64 100 3e4 1e6; float32 int64 int32 uint8 complex128 1e6";
    add(
        "x + y",
        EVERY_SIZE
            + "; float32 int64 int32 uint8 complex128 3e4 1e6; float16 1e6; cold float64 3e4 3e5",
        d -> d.x.plus(d.y));
    add("x * y", numbers, d -> d.x.times(d.y));
    add("x / y", numbers, d -> d.x.div(d.y));
    add("x // y", "float64 3e4 1e6; int64 int32 uint8 1e6", d -> d.x.floorDiv(d.y));
    add("x % y", "float64 3e4 1e6; int64 int32 uint8 1e6", d -> d.x.rem(d.y));
    add("x // 7", "int64 3e4 1e6", d -> d.x.floorDiv(7L));
    add("x ** 2", "float64 100 3e4 1e6; float32 int64 1e6", d -> d.x.pow(2L));
    add("p ** y", "float64 3e4 1e6", d -> d.p.pow(d.y));
    add("x * 2 + 1", "float64 1 100 1e3 3e4 1e6", d -> d.x.times(2L).plus(1L));
    add("-x", "float64 3e4 1e6; int64 1e6", d -> d.x.unaryMinus());
    add("x & y", "int64 1e6; bool 3e4 1e6", d -> d.x.and(d.y));
    add("x << 3", "int64 1e6", d -> d.x.shl(3L));
    add("x[::-1] + x", "float64 1e6", d -> d.x.get("::-1").plus(d.x));
    add("m + m[0]", "float64 4e4 1e6", d -> d.m.plus(d.m.get(0)));
    add("m + m.T", "float64 4e4 1e6", d -> d.m.plus(d.m.T()));
    add("np.add(x, y, out=o)", "float64 100 3e4 3e5 1e6", d -> np.add(d.x, d.y, out(d.o)));
  }

  private void comparison() {
    page = "comparison";
    add("x < y", "float64 100 3e4 1e6; float32 int64 int32 uint8 1e6", d -> d.x.lt(d.y));
    add("np.maximum(x, y)", "float64 3e4 1e6; int64 int32 uint8 1e6", d -> np.maximum(d.x, d.y));
    add("np.isnan(x)", "float64 3e4 1e6; float32 1e6", d -> np.isnan(d.x));
    add("np.clip(x, -0.5, 0.5)", "float64 100 3e4 1e6", d -> np.clip(d.x, -0.5, 0.5));
    add("(x < 2).any()", "float64 3e4 1e6", d -> d.x.lt(2L).any());
    add("np.where(b, x, y)", "float64 100 3e4 1e6; float32 1e6", d -> np.where(d.b, d.x, d.y));
    add("np.allclose(x, x)", "float64 100 1e6", d -> np.allclose(d.x, d.x));
  }

  private void functions() {
    page = "functions";
    String floats = "float64 100 3e4 1e6; float32 1e6";
    add("np.abs(x)", "float64 100 1e3 3e3 3e4 3e5 1e6 1e7; float32 int64 1e6", d -> np.abs(d.x));
    add("np.floor(x)", floats, d -> np.floor(d.x));
    add("np.round(x, 2)", "float64 100 1e6", d -> np.round(d.x, 2));
    add("np.sqrt(p)", floats, d -> np.sqrt(d.p));
    add("np.exp(x)", EVERY_SIZE + "; float32 complex128 1e6; cold float64 3e5", d -> np.exp(d.x));
    add("np.log(p)", floats, d -> np.log(d.p));
    add("np.log1p(p)", "float64 3e4 1e6", d -> np.log1p(d.p));
    add("np.sin(x)", floats, d -> np.sin(d.x));
    add("np.tanh(x)", floats, d -> np.tanh(d.x));
    add("np.cbrt(x)", "float64 1e6", d -> np.cbrt(d.x));
    add("np.arctan2(x, y)", "float64 3e4 1e6", d -> np.arctan2(d.x, d.y));
    add("np.hypot(x, y)", "float64 1e6", d -> np.hypot(d.x, d.y));
  }

  private void casts() {
    page = "casts";
    add("x.astype(np.float32)", "float64 100 3e4 1e6; int64 1e6", d -> d.x.astype(np.float32));
    add("x.astype(np.float64)", "float32 int64 uint8 3e4 1e6", d -> d.x.astype(np.float64));
    add("x.astype(np.int64)", "float64 int32 3e4 1e6", d -> d.x.astype(np.int64));
    add("x.astype(np.uint8)", "int64 1e6", d -> d.x.astype(np.uint8));
    add("x.astype(bool)", "float64 1e6", d -> d.x.astype(np.bool));
  }

  private void sums() {
    page = "sums";
    add(
        "x.sum()",
        EVERY_SIZE + "; float32 int64 uint8 bool 3e4 1e6; cold float64 3e5",
        d -> d.x.sum());
    add("x.mean()", "float64 1 100 1e3 3e4 1e6; float32 1e6", d -> d.x.mean());
    add("x.std()", "float64 100 3e4 1e6", 1e-14, d -> d.x.std());
    add("np.cumsum(x)", "float64 100 3e4 1e6; float32 int64 uint8 1e6", 1e-14, d -> np.cumsum(d.x));
    add("np.dot(x, y)", "float64 100 1e3 3e4 1e6", BY_BLAS, d -> np.dot(d.x, d.y));
    add("np.count_nonzero(b)", "float64 3e4 1e6", d -> np.countNonzero(d.b));
    add("np.diff(x)", "float64 100 3e4 1e6", d -> np.diff(d.x));
  }

  private void extrema() {
    page = "extrema";
    String several = "float64 100 1e3 3e4 1e6; float32 int64 uint8 1e6";
    add("x.max()", several, d -> d.x.max());
    add("np.argmax(x)", several, d -> np.argmax(d.x));
    add("np.median(x)", "float64 100 3e4 1e6", d -> np.median(d.x));
    add("np.percentile(x, 90)", "float64 100 3e4 1e6", d -> np.percentile(d.x, 90));
  }

  private void axes() {
    page = "along axes";
    add("m.sum(0)", "float64 1e4 1e6; float32 1e6", d -> d.m.sum(0));
    add("m.sum(1)", "float64 1e4 1e6; float32 1e6", d -> d.m.sum(1));
    add("m.T.sum(1)", "float64 1e6", d -> d.m.T().sum(1));
    add("m.mean(0)", "float64 1e4 1e6", d -> d.m.mean(0));
    add("m.std(0)", "float64 1e4 1e6", 1e-14, d -> d.m.std(0));
    add("m.max(0)", "float64 float32 1e6", d -> d.m.max(0));
    add("m.max(1)", "float64 1e4 1e6; float32 1e6", d -> d.m.max(1));
    add("m.argmax(0)", "float64 1e6", d -> d.m.argmax(0));
    add("m.argmax(1)", "float64 1e4 1e6", d -> d.m.argmax(1));
    add("np.cumsum(m, 1)", "float64 1e6", 1e-14, d -> np.cumsum(d.m, 1));
  }

  private void sorting() {
    page = "sorting";
    String several = "float64 100 1e3 3e3 3e4 3e5 1e6; float32 int64 int32 uint8 1e6";
    add("np.sort(x)", several, d -> np.sort(d.x));
    add("np.argsort(x)", "float64 100 1e3 3e4 1e6", d -> np.argsort(d.x));
    add("np.argsort(x, kind='stable')", "int64 1e6", d -> np.argsort(d.x, kind("stable")));
    add("np.sort(w)", "float64 1e4 1e6", d -> np.sort(d.w));
    add("np.sort(m, 0)", "float64 1e6", d -> np.sort(d.m, 0));
    add("np.partition(x, 50)[50]", "float64 100 3e4 1e6", d -> np.partition(d.x, 50).get(50));
    add("np.searchsorted(s, y)", "float64 100 3e4 1e6", d -> np.searchsorted(d.s, d.y));
    add("np.unique(c)", "float64 1e3 3e4 1e6", d -> np.unique(d.c));
    add("np.unique(x)", "float64 3e4 1e6", d -> np.unique(d.x));
  }

  private void counting() {
    page = "counting";
    add("np.bincount(c)", "float64 100 3e4 1e6", d -> np.bincount(d.c));
    add("np.histogram(x, 100)[0]", "float64 100 3e4 1e6", d -> np.histogram(d.x, bins(100)).hist());
    add("np.isin(i, c)", "float64 1e3 1e6", d -> np.isin(d.i, d.c));
    add("np.interp(x, s, y)", "float64 1e3 1e5", d -> np.interp(d.x, d.s, d.y));
  }

  private void indexing() {
    page = "indexing";
    String sizes = "float64 100 3e4 1e6";
    add("x[i]", "float64 100 1e3 3e4 3e5 1e6 1e7; float32 int64 1e6", d -> d.x.get(d.i));
    add("np.take(x, i)", sizes, d -> np.take(d.x, d.i));
    add("o[i] = y", sizes, d -> set(d.o, d.i, d.y));
    add("x[b]", "float64 100 3e4 3e5 1e6; int64 uint8 1e6", d -> d.x.get(d.b));
    add("o[b] = 1", sizes, d -> set(d.o, d.b, 1L));
    add("x[x > 0]", sizes, d -> d.x.get(d.x.gt(0L)));
    add("np.nonzero(b)", sizes, d -> np.nonzero(d.b));
    add("np.add.at(o, i, y)", "float64 100 3e4 1e6", d -> addAt(d.o, d.i, d.y));
    add("m[:, c[:50] % 50]", "float64 1e4 1e6", d -> d.m.get(":", d.c.get(":50").rem(50L)));
  }

  private static NDArray set(NDArray target, Object index, Object value) {
    target.at(index).set(value);
    return target;
  }

  private static NDArray addAt(NDArray target, NDArray index, NDArray values) {
    np.add.at(target, index, values);
    return target;
  }

  private void shaping() {
    page = "shaping";
    String sizes = "float64 100 3e4 1e6";
    add("x.copy()", "float64 100 3e4 3e5 1e6 1e7; uint8 1e6", d -> d.x.copy());
    add("x[::2].copy()", sizes, d -> d.x.get("::2").copy());
    add("m.T.copy()", "float64 1e4 25e4 1e6; float32 1e6", d -> d.m.T().copy());
    add("m[::2, ::2].copy()", "float64 1e4 1e6", d -> d.m.get("::2, ::2").copy());
    add("np.concatenate([x, y])", sizes, d -> np.concatenate(List.of(d.x, d.y)));
    add("np.stack([x, y], 1)", "float64 100 1e6", d -> np.stack(List.of(d.x, d.y), 1));
    add("np.repeat(x, 3)", "float64 100 1e6", d -> np.repeat(d.x, 3));
    add("np.roll(x, 5)", "float64 100 1e6", d -> np.roll(d.x, 5));
    add("np.pad(m, 1)", "float64 1e4 1e6", d -> np.pad(d.m, 1));
    add("np.flip(m, 1).copy()", "float64 1e6", d -> np.flip(d.m, 1).copy());
  }

  private void creation() {
    page = "creation and random";
    add("np.zeros(len(x))", "float64 100 3e4 1e6", d -> np.zeros(d.size));
    add("np.ones(len(x))", "float64 1e6", d -> np.ones(d.size));
    add("np.arange(len(x))", "float64 10 3e4 1e6", d -> np.arange(d.size));
    add("np.linspace(0, 1, len(x))", "float64 100 1e6", d -> np.linspace(0, 1, d.size));
    add("g.random(len(x))", "float64 100 3e4 1e6", d -> d.g.random(d.size));
    add("g.standard_normal(len(x))", "float64 100 1e6", d -> d.g.standardNormal(d.size));
    add("g.integers(0, 100, len(x))", "float64 100 1e6", d -> d.g.integers(0, 100, d.size));
    add("g.permutation(len(x))", "float64 100 1e6", d -> d.g.permutation(d.size));
    add("g.random()", "float64 1", d -> d.g.random());
  }

  private void small() {
    page = "small";
    add("x[3]", "float64 100", d -> d.x.get(3));
    add("m[2, 3]", "float64 100", d -> d.m.get(2, 3));
    add("x.item(3)", "float64 100", d -> d.x.item(3));
    add("x[1:5]", "float64 100", d -> d.x.get("1:5"));
    add("m[1:5, ::2]", "float64 100", d -> d.m.get("1:5, ::2"));
    add("o[3] = 1.0", "float64 100", d -> set(d.o, 3, 1.0));
    add("x.reshape(-1, 10)", "float64 100", d -> d.x.reshape(-1, 10));
    add("x.sum().item()", "float64 100", d -> d.x.sum().item());
    add("np.array(5)", "float64 1", d -> np.array(5));
    add("len(str(x[:5]))", "float64 100", d -> d.x.get(":5").toString().length());
    add("m @ n", "float64 16 64", BY_BLAS, d -> d.m.matmul(d.n));
    add("np.linalg.solve(m, n)", "float64 16", BY_BLAS, d -> np.linalg.solve(d.m, d.n));
    add("np.linalg.inv(m)", "float64 16", BY_BLAS, d -> np.linalg.inv(d.m));
    add("np.linalg.det(m)", "float64 16", BY_BLAS, d -> np.linalg.det(d.m));
    add("np.linalg.svd(m)[1]", "float64 16 64", BY_BLAS, d -> np.linalg.svd(d.m).S());
  }

  private void products() {
    page = "products";
    everywhere("m @ n", "float64 1e4 25e4 4e6; float32 25e4 4e6", 1e-5, d -> d.m.matmul(d.n));
    add("m @ m", "int64 4e4", d -> d.m.matmul(d.m));
    add("m @ m[0]", "float64 1e4 1e6", BY_BLAS, d -> d.m.matmul(d.m.get(0)));
    add("t @ u", "float64 3200 64e4", BY_BLAS, d -> d.t.matmul(d.u));
    add("np.outer(x, y)", "float64 100 1e3", d -> np.outer(d.x, d.y));
    add("np.einsum('ij,ij->i', m, n)", "float64 1e4 1e6", BY_BLAS, d -> einsum("ij,ij->i", d));
    add("np.einsum('ij,jk->ik', m, n)", "float64 1e4 25e4", BY_BLAS, d -> einsum("ij,jk->ik", d));
    add("np.convolve(x, y[:101])", "float64 1e3 1e5", BY_BLAS, d -> convolve(d.x, d.y));
  }

  private static NDArray einsum(String subscripts, Data data) {
    return np.einsum(subscripts, data.m, data.n);
  }

  private static NDArray convolve(NDArray x, NDArray y) {
    return np.convolve(x, y.get(":101"));
  }

  private void linear() {
    page = "linear algebra";
    add("np.linalg.solve(d, d[0])", "float64 9e4", BY_BLAS, d -> solve(d));
    add("np.linalg.inv(d)", "float64 1e4 9e4", BY_BLAS, d -> np.linalg.inv(d.d));
    add("np.linalg.inv(t)", "float64 64e3", 1e-6, d -> np.linalg.inv(d.t));
    add("np.linalg.svd(m)[1]", "float64 4e4", BY_BLAS, d -> np.linalg.svd(d.m).S());
    add("np.linalg.eigvalsh(d)", "float64 4e4", BY_BLAS, d -> np.linalg.eigvalsh(d.d));
    add("np.linalg.cholesky(d)", "float64 9e4", BY_BLAS, d -> np.linalg.cholesky(d.d));
    add("np.linalg.qr(m)[1]", "float64 4e4", BY_BLAS, d -> np.linalg.qr(d.m).R());
    add("np.linalg.norm(x)", "float64 100 1e6", 1e-14, d -> np.linalg.norm(d.x));
  }

  private static NDArray solve(Data data) {
    return np.linalg.solve(data.d, data.d.get(0));
  }

  private void fourier() {
    page = "fourier";
    add("np.fft.fft(z)", "float64 256 10007 1e5", 1e-13, d -> np.fft.fft(d.z));
    add("np.fft.fft(z.reshape(-1, 256))", "float64 256e3", 1e-13, d -> rows(d.z));
    add("np.fft.rfft(x)", "float64 1024 1048576", 1e-13, d -> np.fft.rfft(d.x));
  }

  private static NDArray rows(NDArray lines) {
    return np.fft.fft(lines.reshape(-1, 256));
  }

  private void chains() {
    page = "chains";
    String sizes = "float64 1e3 1e5 1e6; float32 1e6";
    String largest = "float64 1e3 1e5 1e6 1e7; float32 1e6";
    everywhere("x * y + x / y - y", largest, 0, d -> d.x.times(d.y).plus(d.x.div(d.y)).minus(d.y));
    add(
        "x * y + x / y - y # np.fuse",
        "float64 1e5 1e7",
        d -> np.fuse(() -> d.x.times(d.y).plus(d.x.div(d.y)).minus(d.y)));
    everywhere(
        "np.sqrt((x - 0.3) ** 2 + (y - 0.7) ** 2)",
        sizes,
        0,
        d -> np.sqrt(d.x.minus(0.3).pow(2L).plus(d.y.minus(0.7).pow(2L))));
    everywhere(
        "1 / (1 + np.exp(-x))", sizes, 0, d -> reciprocal(np.exp(d.x.unaryMinus()).plus(1L)));
    everywhere(
        "np.where(x < 0.5, 2 * x, y / 2)",
        sizes,
        0,
        d -> np.where(d.x.lt(0.5), d.x.times(2L), d.y.div(2L)));
    everywhere("np.sum((x - y) ** 2)", sizes, 1e-14, d -> np.sum(d.x.minus(d.y).pow(2L)));
    everywhere("(x - x.mean()) / x.std()", sizes, 1e-14, d -> d.x.minus(d.x.mean()).div(d.x.std()));
    everywhere(
        "(m - m.mean(0)) / m.std(0)",
        "float64 1e4 1e6",
        1e-14,
        d -> d.m.minus(d.m.mean(0)).div(d.m.std(0)));
    everywhere(
        "0.5 * x * (1 + np.tanh(0.8 * (x + 0.044 * x * x * x)))", sizes, 1e-14, d -> gelu(d.x));
  }

  private static NDArray reciprocal(NDArray of) {
    return np.divide(1L, of);
  }

  private static NDArray gelu(NDArray x) {
    NDArray inner = x.plus(x.times(0.044).times(x).times(x)).times(0.8);
    return x.times(0.5).times(np.tanh(inner).plus(1L));
  }
}
