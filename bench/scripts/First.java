import static org.panarray.Np.np;

import java.util.function.Supplier;
import org.panarray.NDArray;

/// How long the first call of a function takes in a fresh process; its twin is first.py.
public class First {
  public static void main(String[] args) {
    var rng = np.random.defaultRng(0);
    NDArray x = rng.standardNormal(1_000_000);
    NDArray y = rng.standardNormal(1_000_000);
    NDArray m = x.reshape(1000, 1000);
    Supplier<NDArray> call =
        switch (args[0]) {
          case "abs" -> () -> np.abs(x);
          case "add" -> () -> x.plus(y);
          case "exp" -> () -> np.exp(x);
          case "sort" -> () -> np.sort(x);
          case "sum" -> () -> np.sum(x);
          case "max" -> () -> np.max(x);
          case "matmul" -> () -> m.matmul(m);
          default -> throw new IllegalArgumentException(args[0]);
        };
    long start = System.nanoTime();
    NDArray result = call.get();
    result.operand(); // a result that still waits is work not done
    System.out.println(System.nanoTime() - start);
    System.out.println(
        result.dtype() + " " + result.shape() + " " + np.round(np.ravel(result).get(":3"), 6));
  }
}
