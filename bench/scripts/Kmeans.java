import static org.panarray.Kw.minlength;
import static org.panarray.Np.np;

import org.panarray.NDArray;

/// Clusters by Lloyd's algorithm: broadcasting, argmin, means of masked rows; the twin of
/// kmeans.py.
public class Kmeans {
  public static void main(String[] args) {
    var rng = np.random.defaultRng(2);
    NDArray middles = rng.uniform(-10, 10, 6, 8);
    NDArray points = middles.get(rng.integers(0, 6, 6000)).plus(rng.standardNormal(6000, 8));
    NDArray centres = points.get(":6").copy();
    NDArray apart = centres;
    NDArray nearest = centres;
    for (int step = 0; step < 25; step++) {
      apart =
          points.get(":", np.newaxis, ":").minus(centres.get(np.newaxis, ":", ":")).pow(2).sum(2);
      nearest = apart.argmin(1);
      for (int k = 0; k < 6; k++) {
        if (nearest.eq(k).any().asBoolean()) {
          centres.at(k).set(points.get(nearest.eq(k)).mean(0));
        }
      }
    }
    System.out.println(np.bincount(nearest, minlength(6)));
    NDArray order = np.argsort(centres.get(":, 0"));
    System.out.println(np.round(centres.get(order, ":3"), 6));
    System.out.println(np.round(apart.min(1).sum(), 4));
  }
}
