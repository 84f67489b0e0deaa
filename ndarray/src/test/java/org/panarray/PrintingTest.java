package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.panarray.Kw.edgeitems;
import static org.panarray.Kw.expDigits;
import static org.panarray.Kw.formatter;
import static org.panarray.Kw.fractional;
import static org.panarray.Kw.maxLineWidth;
import static org.panarray.Kw.padLeft;
import static org.panarray.Kw.precision;
import static org.panarray.Kw.prefix;
import static org.panarray.Kw.separator;
import static org.panarray.Kw.sign;
import static org.panarray.Kw.suppressSmall;
import static org.panarray.Kw.threshold;
import static org.panarray.Kw.trim;
import static org.panarray.Kw.unique;
import static org.panarray.Np.np;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;

/// Printing through the public API; every expected text was printed by NumPy 2.4.6.
final class PrintingTest {
  @Test
  void toStringIsStrAndArrayReprIsRepr() {
    NDArray a = np.arange(6).reshape(2, 3);
    assertEquals("[[0 1 2]\n [3 4 5]]", a.toString());
    assertEquals("array([[0, 1, 2],\n       [3, 4, 5]])", np.arrayRepr(a));
    assertEquals("array([0., 1.], dtype=float32)", np.arrayRepr(np.arange(2).astype(np.float32)));
    assertEquals("array([], shape=(0, 3), dtype=float64)", np.arrayRepr(np.zeros(0, 3)));
    assertEquals("0.1", np.array(0.1).toString());
    assertEquals("array(0.1)", np.arrayRepr(np.array(0.1)));
    assertEquals("[ True False]", np.array(new boolean[] {true, false}).toString());
  }

  @Test
  void viewsPrintInTheirOwnOrder() {
    NDArray a = np.arange(6).reshape(2, 3);
    assertEquals("[[0 3]\n [1 4]\n [2 5]]", a.transpose().toString());
    assertEquals("[[5 4 3]\n [2 1 0]]", a.get("::-1, ::-1").toString());
  }

  @Test
  void keywordsShapeOneText() {
    NDArray thirds = np.arange(3.0).div(3);
    assertEquals("[0.    0.333 0.667]", np.arrayStr(thirds, precision(3)));
    assertEquals(
        "array([0.  , 0.33,\n       0.67])", np.arrayRepr(thirds, precision(2), maxLineWidth(20)));
    assertEquals(
        "[0,1,\n  2]", np.array2string(np.arange(3), separator(","), prefix("a"), maxLineWidth(7)));
    assertEquals(
        "[[ 0 ...  3]\n ...\n [ 8 ... 11]]",
        np.array2string(np.arange(12).reshape(3, 4), threshold(5), edgeitems(1)));
    assertEquals("[+0 +1]", np.array2string(np.arange(2), sign("+")));
    NDArray small = np.array(new double[] {1e-5, 1});
    assertEquals("[0. 1.]", np.arrayStr(small, suppressSmall(true), precision(3)));
    assertEquals(
        "[<0> <1>]", np.array2string(np.arange(2), formatter(Map.of("int", e -> "<" + e + ">"))));
  }

  @Test
  void optionsHoldUntilTheBlockEnds() {
    NDArray third = np.array(new double[] {1 / 3.0});
    try (PrintScope _ = np.printoptions(precision(3))) {
      assertEquals("[0.333]", third.toString());
      np.setPrintoptions(precision(2));
      try (PrintScope _ = np.printoptions(precision(5))) {
        assertEquals("[0.33333]", third.toString());
      }
      assertEquals("[0.33]", third.toString());
    }
    assertEquals("[0.33333333]", third.toString());
    assertEquals(8, np.getPrintoptions().get("precision"));
    assertThrows(ValueError.class, () -> np.printoptions(precision(-1)));
  }

  @Test
  void singleNumbersAreFormattedAsInNumpy() {
    assertEquals("0.1", np.formatFloatPositional(0.1));
    assertEquals(
        "0.10000000000000000555", np.formatFloatPositional(0.1, unique(false), precision(20)));
    assertEquals("123000.", np.formatFloatPositional(123456.789, precision(3), fractional(false)));
    assertEquals("0.1", np.formatFloatPositional(0.1f));
    assertEquals("   +1", np.formatFloatPositional(1, trim("-"), sign(true), padLeft(5)));
    assertEquals("1.5e+007", np.formatFloatScientific(1.5e7, expDigits(3)));
    assertEquals("1.e-01", np.formatFloatScientific(np.array(0.1).astype(np.float16)));
    TypeError text = assertThrows(TypeError.class, () -> np.formatFloatPositional("a"));
    assertEquals("must be real number, not String", text.getMessage());
    assertThrows(ValueError.class, () -> np.formatFloatPositional(1, precision(-1)));
  }

  @Test
  void integersAreWrittenToOtherBases() {
    assertEquals("-00012", np.baseRepr(-5, 3, 3));
    assertEquals("FF", np.baseRepr(255, 16));
    assertEquals("000", np.baseRepr(0, 2, 3));
    assertEquals("1010", np.binaryRepr(10));
    assertEquals("11101", np.binaryRepr(-3, 5));
    assertEquals("1" + "0".repeat(63), np.binaryRepr(Long.MIN_VALUE, 64));
    ValueError narrow = assertThrows(ValueError.class, () -> np.binaryRepr(-3, 2));
    assertEquals("Insufficient bit width=2 provided for binwidth=3", narrow.getMessage());
    assertThrows(ValueError.class, () -> np.baseRepr(5, 37));
  }
}
