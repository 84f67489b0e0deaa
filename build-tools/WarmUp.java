import static org.panarray.Kw.axis;
import static org.panarray.Np.np;

/// What most programs touch first; ./panarray records the classes that this loads.
final class WarmUp {
  private WarmUp() {}

  static void main() {
    var a = np.arange(12).reshape(3, 4);
    System.out.println(np.sum(a, axis(0)));
    System.out.println(np.mean(a.times(0.5)));
  }
}
