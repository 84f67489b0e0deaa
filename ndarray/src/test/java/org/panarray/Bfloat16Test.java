package org.panarray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.panarray.Kw.axis;
import static org.panarray.Np.np;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panarray.error.TypeError;
import org.panarray.prim.FloatFormat;

/// Where the package ml_dtypes has no answer that a user would want, bfloat16 does what float16
/// does; where it has one, it is recorded (compat-tests/cases/bfloat16.py).
class Bfloat16Test {
  @TempDir Path folder;

  private static NDArray all() {
    return np.arange(1 << 16).astype(np.uint16).view(np.bfloat16);
  }

  private static NDArray of(double... values) {
    return np.array(values).astype(np.bfloat16);
  }

  private static void assertEqual(NDArray want, NDArray got) {
    assertEquals(want.dtype(), got.dtype());
    assertEquals(want.repr(), got.repr());
  }

  @Test
  void allPatternsAreTheUpperHalvesOfFloat32AndComeBack() {
    NDArray wide = all().astype(np.float32);
    NDArray bits = np.leftShift(np.arange(1 << 16).astype(np.uint32), 16);
    NDArray numbers = np.logicalNot(np.isnan(wide));
    assertEquals((1 << 16) - 2 * 127, np.countNonzero(numbers).asLong());
    assertEquals(true, np.all(np.equal(wide.view(np.uint32), bits)).asBoolean());
    NDArray back = wide.astype(np.bfloat16).view(np.uint16);
    NDArray same = np.equal(back, np.arange(1 << 16));
    assertEquals(true, np.all(np.logicalOr(same, np.isnan(wide))).asBoolean());
    assertEquals(true, np.all(np.isnan(wide.get(np.isnan(wide)).astype(np.bfloat16))).asBoolean());
  }

  @Test
  void aCastFromFloat64RoundsOnce() {
    double tie =
        1 + 0x1p-8; // between 1 and 1 + 2**-7: float32 on the way would forget what is above
    assertEqual(of(1 + 0x1p-7), np.array(new double[] {tie + 0x1p-40}).astype(np.bfloat16));
    assertEqual(of(1), np.array(new double[] {tie}).astype(np.bfloat16));
    assertEqual(of(1 + 0x1p-7), np.asarray(new double[] {tie + 0x1p-40}, np.bfloat16));
  }

  /// float64 computes the functions, which are then rounded to float32 and to bfloat16.
  @Test
  void functionsAreThoseOfFloat64Rounded() {
    NDArray x = all().get(np.isfinite(all()));
    NDArray wide = x.astype(np.float64);
    compare(x, wide, np::exp);
    compare(x, wide, np::log);
    compare(x, wide, np::sqrt);
    compare(x, wide, np::sin);
    compare(x, wide, np::tanh);
    compare(x, wide, np::log1p);
    compare(x, wide, np::degrees);
    compare(x, wide, np::radians);
    compare(x, wide, a -> np.add(a, 1.5));
    compare(x, wide, a -> np.multiply(a, a));
    compare(x, wide, a -> np.divide(1, a));
  }

  private static void compare(NDArray x, NDArray wide, Function<NDArray, NDArray> function) {
    try (var _ = np.errstate(ErrorState.all(ErrorState.Mode.IGNORE))) {
      NDArray got = function.apply(x);
      assertEquals(np.bfloat16, got.dtype());
      double[] want = (double[]) function.apply(wide).toArray();
      double[] seen = (double[]) got.astype(np.float64).toArray();
      FloatFormat format = FloatFormat.BFLOAT16;
      for (int i = 0; i < want.length; i++) {
        double rounded = format.rounded(want[i]);
        boolean near =
            Double.compare(rounded, seen[i]) == 0
                || rounded == seen[i]
                || Math.abs(seen[i] - want[i]) <= 0.51 * format.ulp(want[i]);
        double value = want[i];
        double found = seen[i];
        org.junit.jupiter.api.Assertions.assertTrue(near, () -> found + " is not " + value);
      }
    }
  }

  @Test
  void sumsAndMeansAreComputedInFloat32AndRoundedOnce() {
    NDArray ones = np.ones(1000, np.bfloat16);
    assertEqual(of(1000).get(0), ones.sum());
    assertEqual(of(1).get(0), ones.mean());
    assertEqual(of(1000, 1000), np.sum(np.ones(new long[] {1000, 2}, np.bfloat16), axis(0)));
  }

  @Test
  void aJavaNumberBesideAnArrayKeepsIt() {
    NDArray x = of(1, 2.5);
    assertEquals(np.bfloat16, np.add(x, 1.5).dtype());
    assertEquals(np.bfloat16, np.power(x, 0.5).dtype());
    assertEquals(np.bfloat16, np.clip(x, 0, 2).dtype());
    assertEquals(np.bfloat16, np.resultType(np.bfloat16, 1.0));
    assertEquals(np.float32, np.promoteTypes(np.bfloat16, np.float16));
    assertEquals(np.float32, np.promoteTypes(np.bfloat16, np.int16));
    assertEquals(np.float64, np.promoteTypes(np.bfloat16, np.int32));
    assertEquals(np.bfloat16, np.commonType(x));
  }

  @Test
  void nanIsSortedLast() {
    NDArray x = of(3, Double.NaN, -1, Double.POSITIVE_INFINITY, -0.5);
    assertEqual(of(-1, -0.5, 3, Double.POSITIVE_INFINITY, Double.NaN), np.sort(x));
    assertArrayEquals(new long[] {2, 4, 0, 3, 1}, (long[]) np.argsort(x).toArray());
    assertEquals(1, np.argmax(x).asLong());
    assertEqual(of(3).get(0), np.nanmax(of(1, Double.NaN, 3)));
  }

  @Test
  void productsAreOfTheirOwnType() {
    NDArray m = np.arange(6).astype(np.bfloat16).reshape(2, 3);
    NDArray want = np.matmul(m.astype(np.float32), m.astype(np.float32).T());
    assertEqual(want.astype(np.bfloat16), np.matmul(m, m.T()));
    assertEqual(want.astype(np.bfloat16), np.einsum("ij,kj->ik", m, m));
    TypeError refused = assertThrows(TypeError.class, () -> np.linalg.inv(np.matmul(m, m.T())));
    assertEquals("array type bfloat16 is unsupported in linalg", refused.getMessage());
  }

  @Test
  void theShortestDigitsThatTellNumbersApartArePrinted() {
    assertEquals(
        "array([ 3.14, -2.5 ,  0.1 , 99.  ], dtype=bfloat16)", of(3.14159, -2.5, 0.1, 99).repr());
    assertEquals("[3.39e+38 9.18e-41]", of(3.39e38, 9.2e-41).toString());
    assertEquals("dtype('bfloat16')", np.bfloat16.repr());
    for (NDArray x : all().get(np.isfinite(all())).get("::37")) {
      double read = Double.parseDouble(x.toString());
      assertEquals(x.asDouble(), FloatFormat.BFLOAT16.nearest(read), x::toString);
    }
  }

  @Test
  void filesComeBackAsJaxReadsAndWritesThem() throws Exception {
    Path path = folder.resolve("b.npy");
    NDArray x = of(1, -2.5, 1e38);
    np.save(path, x);
    assertEqual(x, np.load(path));
    String header =
        new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1);
    assertEquals(10, header.indexOf("{'descr': '<V2', 'fortran_order': False, 'shape': (3,), }"));
    assertEquals(np.bfloat16, DType.of("<V2"));
    assertEquals(np.bfloat16, DType.of("bfloat16"));
    assertEquals(np.bfloat16, DType.of("E"));
    assertEquals(np.float16, DType.of("<f2"));
    assertThrows(TypeError.class, () -> DType.of("|V2"));
  }
}
