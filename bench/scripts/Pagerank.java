import static org.panarray.Kw.minlength;
import static org.panarray.Kw.ord;
import static org.panarray.Np.np;

import org.panarray.NDArray;

/// Ranks of pages by power iteration over lists of links; the twin of pagerank.py.
public class Pagerank {
  public static void main(String[] args) {
    var rng = np.random.defaultRng(6);
    int pages = 3000;
    int links = 30000;
    NDArray source = rng.integers(0, pages, links);
    NDArray target = rng.random(links).pow(2).times(pages).astype(np.int64);
    NDArray degree = np.bincount(source, minlength(pages));
    NDArray rank = np.full(pages, 1.0 / pages);
    NDArray change = rank;
    for (int step = 0; step < 60; step++) {
      NDArray share = np.where(degree.gt(0), rank.div(np.maximum(degree, 1)), 0);
      NDArray next = np.zeros(pages);
      np.add.at(next, target, share.get(source));
      NDArray lost = rank.get(degree.eq(0)).sum().div(pages);
      next = next.plus(lost).times(0.85).plus(0.15 / pages);
      change = np.linalg.norm(next.minus(rank), ord(1));
      rank = next;
    }
    System.out.println(np.argsort(rank.unaryMinus()).get(":8"));
    System.out.println(
        np.round(np.sort(rank).get("-3:").times(1000), 6)
            + " "
            + np.round(rank.sum(), 9)
            + " "
            + change.lt(1e-8));
  }
}
