import static org.panarray.Np.np;

import java.util.List;
import org.panarray.NDArray;

/// Least squares in three ways; the twin of regression.py.
public class Regression {
  public static void main(String[] args) {
    var rng = np.random.defaultRng(3);
    NDArray x = np.columnStack(List.of(np.ones(5000), rng.standardNormal(5000, 20)));
    NDArray w = rng.uniform(-1, 1, 21);
    NDArray y = x.matmul(w).plus(rng.standardNormal(5000).times(0.1));
    NDArray normal = np.linalg.solve(x.T().matmul(x), x.T().matmul(y));
    NDArray least = np.linalg.lstsq(x, y).x();
    NDArray descent = np.zeros(21);
    for (int step = 0; step < 300; step++) {
      NDArray slope = x.T().matmul(x.matmul(descent).minus(y));
      descent.minusAssign(slope.times(0.1).div(y.len()));
    }
    System.out.println(np.round(normal.get(":5"), 6));
    System.out.println(
        (np.allclose(normal, least) ? "True" : "False")
            + " "
            + np.round(np.abs(descent.minus(normal)).max(), 6));
    NDArray residual = y.minus(x.matmul(normal));
    NDArray share = residual.var().div(y.var());
    System.out.println(
        np.round(np.subtract(1, share), 6)
            + " "
            + np.round(np.percentile(residual, new double[] {5, 50, 95}), 6));
  }
}
