package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.panarray.Kw.axis;
import static org.panarray.Kw.ddof;
import static org.panarray.Kw.where;
import static org.panarray.Np.np;

import java.util.List;
import org.junit.jupiter.api.Test;

/// How many primitives functions are made of: no kernel is asked what Java knows, and nothing is
/// asked twice.
class PrimitiveCountTest {
  private final NDArray x = np.arange(20.0).reshape(4, 5);
  private final NDArray mask = x.gt(7);

  private static void primitives(int expected, Runnable body) {
    var explanation = np.explain(body);
    assertEquals(expected, explanation.steps().size(), explanation::toString);
  }

  @Test
  void aMeanIsASumAndAQuotient() {
    primitives(2, () -> np.mean(x));
    primitives(2, () -> np.mean(x, axis(0)));
    NDArray complex = x.astype(np.complex64);
    primitives(2, () -> np.mean(complex));
    primitives(3, () -> np.average(x));
  }

  @Test
  void aVarianceIsTwoMeansAndAView() {
    primitives(5, () -> np.var(x));
    primitives(5, () -> np.var(x, axis(1), ddof(1)));
    primitives(6, () -> np.std(x));
  }

  @Test
  void countsUnderAMaskAreAskedForInOnePass() {
    primitives(5, () -> np.mean(x, where(mask)));
    primitives(2, () -> np.nanmax(x));
    primitives(7, () -> np.nanmean(x));
  }

  @Test
  void whatIsInOrderIsReadThroughViews() {
    primitives(7, () -> np.median(x));
    NDArray integers = np.arange(4);
    primitives(4, () -> np.median(integers));
    primitives(9, () -> np.percentile(x, 30));
    primitives(28, () -> np.percentile(x, List.of(25, 50, 75)));
    primitives(3, () -> np.ptp(x));
  }

  @Test
  void aMaskIsLookedThroughOnce() {
    primitives(5, () -> x.get(mask));
    primitives(6, () -> x.at(mask).set(0));
    primitives(7, () -> x.at(mask).plusAssign(1));
  }

  @Test
  void aPlaceFollowsAnArrayThatIsResized() {
    NDArray a = np.arange(6);
    Selection place = a.at("::2");
    a.resize(8);
    assertEquals("[0 2 4 0]", place.get().toString());
  }
}
