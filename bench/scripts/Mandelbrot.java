import static org.panarray.Kw.dtype;
import static org.panarray.Np.np;

import org.panarray.Complex;
import org.panarray.NDArray;

/// How soon points of the plane escape: complex arrays, masks, counting; the twin of mandelbrot.py.
public class Mandelbrot {
  public static void main(String[] args) {
    NDArray re = np.linspace(-2.0, 0.5, 300);
    NDArray im = np.linspace(-1.25, 1.25, 300);
    NDArray i = np.array(Complex.I);
    NDArray c = re.get(np.newaxis, ":").plus(i.times(im.get(":", np.newaxis)));
    NDArray z = np.zerosLike(c);
    NDArray steps = np.zeros(c.dims(), dtype(np.int64));
    for (int step = 0; step < 40; step++) {
      NDArray inside = np.abs(z).le(2);
      z.at(inside).set(z.get(inside).pow(2).plus(c.get(inside)));
      steps.at(inside).plusAssign(1);
    }
    System.out.println(steps.sum() + " " + steps.eq(40).sum());
    System.out.println(np.bincount(steps.ravel()).get(":8"));
    System.out.println(steps.get("150, ::50"));
  }
}
