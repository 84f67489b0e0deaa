import static org.panarray.Np.np;

import org.panarray.NDArray;

/// A network of two layers and its gradient by hand, in batches; the twin of network.py.
public class Network {
  public static void main(String[] args) {
    var rng = np.random.defaultRng(5);
    NDArray x = rng.standardNormal(2000, 10);
    NDArray sum = np.sin(x.get(":, 0")).plus(x.get(":, 1").times(x.get(":, 2")));
    NDArray y = sum.gt(0).astype(np.float64).get(":", np.newaxis);
    NDArray w1 = rng.standardNormal(10, 32).times(0.3);
    NDArray b1 = np.zeros(32);
    NDArray w2 = rng.standardNormal(32, 1).times(0.3);
    NDArray b2 = np.zeros(1);
    for (int epoch = 0; epoch < 20; epoch++) {
      NDArray order = rng.permutation(2000);
      for (int start = 0; start < 2000; start += 100) {
        NDArray rows = order.get(start + ":" + (start + 100));
        NDArray hidden = np.tanh(x.get(rows).matmul(w1).plus(b1));
        NDArray out = sigmoid(hidden.matmul(w2).plus(b2));
        NDArray error = out.minus(y.get(rows)).div(100);
        NDArray back = error.matmul(w2.T()).times(np.subtract(1, hidden.pow(2)));
        w2.minusAssign(hidden.T().matmul(error));
        b2.minusAssign(error.sum(0));
        w1.minusAssign(x.get(rows).T().matmul(back));
        b1.minusAssign(back.sum(0));
      }
    }
    NDArray out = sigmoid(np.tanh(x.matmul(w1).plus(b1)).matmul(w2).plus(b2));
    NDArray fits = y.times(np.log(out));
    NDArray fails = np.subtract(1, y).times(np.log(np.subtract(1, out)));
    NDArray loss = np.mean(fits.plus(fails)).unaryMinus();
    NDArray right = np.mean(out.gt(0.5).eq(y.gt(0.5)));
    System.out.println(np.round(loss, 5) + " " + np.round(right, 4));
  }

  private static NDArray sigmoid(NDArray x) {
    return np.divide(1, np.exp(x.unaryMinus()).plus(1));
  }
}
