import static org.panarray.Kw.ddof;
import static org.panarray.Np.np;

import org.panarray.NDArray;

/// Pi by Monte Carlo, in batches; the twin of pi.py.
public class Pi {
  public static void main(String[] args) {
    var rng = np.random.defaultRng(4);
    NDArray found = np.empty(400);
    for (int batch = 0; batch < 400; batch++) {
      NDArray x = rng.random(5000);
      NDArray y = rng.random(5000);
      NDArray inside = np.countNonzero(x.times(x).plus(y.times(y)).lt(1));
      found.setDouble(4.0 * inside.asLong() / 5000, batch);
    }
    NDArray means = np.cumsum(found).div(np.arange(1, 401));
    System.out.println(np.round(means.get(new int[] {9, 99, 399}), 6));
    System.out.println(np.round(found.std(ddof(1)), 6) + " " + np.round(np.median(found), 6));
  }
}
