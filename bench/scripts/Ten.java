import static org.panarray.Np.np;

import org.panarray.NDArray;

/// Ten lines, as one starts a day with; the twin of ten.py.
public class Ten {
  public static void main(String[] args) {
    var rng = np.random.defaultRng(0);
    NDArray x = rng.random(1000);
    NDArray y = rng.random(1000);
    NDArray z = x.times(y).plus(x.div(y.plus(1))).minus(y);
    System.out.println(np.round(z.mean(), 9) + " " + np.round(np.exp(z).sum(), 6));
    System.out.println(np.round(np.sort(z).get(":3"), 6));
    System.out.println(z.gt(0).sum() + " " + np.round(z.get(z.gt(0)).max(), 6));
    System.out.println(np.round(z.reshape(10, 100).sum(0).get(":3"), 6));
  }
}
