import static org.panarray.Kw.axis;
import static org.panarray.Np.np;

import java.util.List;
import org.panarray.NDArray;

/// What most programs do first: ./panarray keeps the classes that this loads and what the JIT learns
/// from it for later starts.
final class WarmUp {
  private WarmUp() {}

  static void main() {
    for (int round = 0; round < 200; round++) {
      NDArray text = once(round);
      if (round == 0) {
        System.out.println(text);
      }
    }
  }

  private static NDArray once(int round) {
    NDArray x = np.linspace(-1, 1, 50 + 10 * round);
    NDArray y = np.sin(x).times(2).plus(np.exp(x)).minus(np.power(x, 2)).div(3);
    NDArray a = np.arange(12).reshape(3, 4);
    NDArray random = np.random.defaultRng(round).standardNormal(40);
    NDArray kept = np.where(y.gt(0), np.sqrt(np.abs(y)), 0);
    NDArray part = a.get("1:, ::2").astype(np.float64);
    NDArray product = np.matmul(a.transpose(), a).times(0.5);
    NDArray solved = np.linalg.solve(np.eye(3).plus(1), np.ones(3));
    NDArray joined = np.concatenate(List.of(np.sort(random), kept, solved, x.get(x.gt(0.5))));
    return joined
        .plus(np.sum(a, axis(0)).max())
        .plus(np.mean(part))
        .plus(product.sum())
        .plus(np.std(random))
        .get(":5");
  }
}
