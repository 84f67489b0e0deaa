import static org.panarray.Np.np;

import org.panarray.NDArray;

/// Conway's game on a torus: rolls of small integers, logic; the twin of life.py.
public class Life {
  public static void main(String[] args) {
    var rng = np.random.defaultRng(1);
    NDArray cells = rng.random(128, 128).lt(0.3).astype(np.uint8);
    for (int generation = 0; generation < 200; generation++) {
      NDArray around = np.zerosLike(cells);
      for (int i = -1; i <= 1; i++) {
        for (int j = -1; j <= 1; j++) {
          if (i != 0 || j != 0) {
            around = around.plus(np.roll(cells, new long[] {i, j}, new int[] {0, 1}));
          }
        }
      }
      cells = around.eq(3).or(cells.eq(1).and(around.eq(2))).astype(np.uint8);
    }
    System.out.println(cells.sum() + " " + cells.sum(0).max() + " " + cells.sum(1).min());
    System.out.println(np.flatnonzero(cells).get(":10"));
  }
}
