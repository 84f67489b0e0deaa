package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import org.junit.jupiter.api.Test;
import org.panarray.error.ValueError;

/// What NumPy 2.4.6 prints for the same calls of `poly1d`.
class Poly1dTest {
  private final Poly1d p = np.poly1d(new long[] {1, 2, 3});

  @Test
  void arithmeticGivesPolynomials() {
    assertEquals("poly1d([1, 2, 4])", p.plus(1).repr());
    assertEquals("poly1d([2, 3])", p.minus(new long[] {1, 0, 0}).repr());
    assertEquals("poly1d([ 1,  4, 10, 12,  9])", p.pow(2).repr());
    assertEquals("poly1d([1])", p.pow(0).repr());
    assertEquals("poly1d([-1, -2, -3])", p.unaryMinus().repr());
    assertEquals(
        "[poly1d([1., 1.]), poly1d([2.])]",
        p.div(new long[] {1, 1}).stream().map(Poly1d::repr).toList().toString());
    assertThrows(ValueError.class, () -> p.pow(-1));
  }

  @Test
  void valuesCoefficientsAndDegreeAreThere() {
    assertEquals("11", p.call(2).toString());
    assertEquals(2, p.order());
    assertEquals("3", p.get(0).toString());
    assertEquals("0", p.get(9).toString());
    assertEquals("poly1d([1.5, 2. ])", np.poly1d(new double[] {0, 0, 1.5, 2}).repr());
    assertEquals("poly1d([0])", np.poly1d(new long[] {0, 0}).repr());
  }

  @Test
  void aPolynomialStandsForItsCoefficientsWhereAnArrayMay() {
    assertEquals("poly1d([2, 4, 6])", np.polyadd(p, p).repr());
    assertEquals("11", np.polyval(p, 2).toString());
    assertEquals("6", np.sum(p).toString());
  }

  @Test
  void derivativesAndIntegralsAreInverse() {
    assertEquals("poly1d([ 4, 12, 20, 12])", p.times(p).deriv().repr());
    assertEquals("poly1d([0.33333333, 1.        , 3.        , 0.        ])", p.integ().repr());
    assertEquals("poly1d([1., 2., 3.])", p.integ(2, new double[] {1, 2}).deriv(2).repr());
  }

  @Test
  void printedPowersStandAbove() {
    assertEquals(
        "     4     2\n1.5 x - 2 x + 1.234e+04 x + 1.234e-05",
        np.poly1d(new double[] {1.5, 0, -2, 12345, 0.00001234}).toString());
    assertEquals("   2\n1 x + 2 x + 3", np.poly1d(new long[] {1, 2, 3}).toString());
    assertEquals(" \n7", np.poly1d(new long[] {7}).toString());
    assertEquals(" \n0", np.poly1d(new long[] {0}).toString());
    assertEquals(" \n-1 x", np.poly1d(new double[] {-1, 0}).toString());
    assertEquals(
        "   12     11     10     9     8     7     6     5     4      3      2\n"
            + "1 x  + 2 x  + 3 x  + 4 x + 5 x + 6 x + 7 x + 8 x + 9 x + 10 x + 11 x + 12 x + 13",
        np.poly1d(np.arange(14)).toString());
    assertEquals(
        "    12          11          10       9          8          7          5\n"
            + "-1 x  - 0.8333 x  - 0.6667 x  - 0.5 x - 0.3333 x - 0.1667 x + 0.1667 x\n"
            + "           4       3          2\n"
            + " + 0.3333 x + 0.5 x + 0.6667 x + 0.8333 x + 1",
        np.poly1d(np.linspace(-1, 1, 13)).toString());
  }

  @Test
  void zerosMakeAPolynomial() {
    assertEquals("poly1d([ 1., -3.,  2.])", np.poly1d(new long[] {1, 2}, true, "x").repr());
  }

  @Test
  void ufuncsKnowTheirIdentities() {
    assertEquals(0L, np.add.identity());
    assertEquals(1L, np.multiply.identity());
    assertEquals(true, np.logicalAnd.identity());
    assertEquals(false, np.logicalOr.identity());
    assertEquals(-1L, np.bitwiseAnd.identity());
    assertEquals(Double.NEGATIVE_INFINITY, np.logaddexp.identity());
    assertNull(np.maximum.identity());
    assertNull(np.subtract.identity());
    assertEquals(3, np.add.nargs());
  }

  @Test
  void equalityIsThatOfTheCoefficientsWhateverTheirTypes() {
    assertTrue(np.poly1d(new long[] {1, 2}).equals(np.poly1d(new double[] {1, 2})));
    assertTrue(np.poly1d(new long[] {0, 1, 2}).equals(np.poly1d(new long[] {1, 2})));
    assertTrue(np.poly1d(new double[] {1, -0.0}).equals(np.poly1d(new double[] {1, 0.0})));
    assertTrue(np.poly1d(new long[] {1, 2}, false, "z").equals(np.poly1d(new long[] {1, 2})));
    assertFalse(np.poly1d(new long[] {1, 2}).equals(p));
    Poly1d nan = np.poly1d(new double[] {1, Double.NaN});
    assertFalse(nan.equals(np.poly1d(new double[] {1, Double.NaN})));
    assertEquals(
        np.poly1d(new double[] {1, -0.0}).hashCode(), np.poly1d(new long[] {1, 0}).hashCode());
    assertEquals(
        np.poly1d(new long[] {1, 2}).hashCode(),
        np.poly1d(np.array(new double[] {1, 2}).astype(np.complex64)).hashCode());
  }

  @Test
  void functionsOfPolynomialsGivePolynomials() {
    Poly1d line = np.poly1d(new long[] {1, 2}, false, "z");
    long[] other = {3, 4};
    assertEquals("poly1d([4, 6])", np.polyadd(line, other).repr());
    assertEquals("poly1d([4, 6])", np.polyadd(other, line).repr());
    assertEquals("poly1d([-2, -2])", np.polysub(line, np.poly1d(other)).repr());
    assertEquals("poly1d([2, 2])", np.polysub(other, line).repr());
    assertEquals("poly1d([ 3, 10,  8])", np.polymul(other, line).repr());
    assertEquals("x", np.polymul(line, 2).variable());
    assertEquals("poly1d([2, 2])", np.polyder(p).repr());
    assertEquals("poly1d([2])", np.polyder(p, 2).repr());
    assertEquals("poly1d([0.33333333, 1.        , 3.        , 0.        ])", np.polyint(p).repr());
  }
}
