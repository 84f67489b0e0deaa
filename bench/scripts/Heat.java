import static org.panarray.Np.np;

import org.panarray.NDArray;

/// Heat on a plate: slices written in place; the twin of heat.py.
public class Heat {
  public static void main(String[] args) {
    NDArray plate = np.zeros(200, 200);
    plate.at("0, :").set(100.0);
    plate.at(":, 0").set(np.linspace(100.0, 0.0, 200));
    NDArray change = plate;
    for (int step = 0; step < 400; step++) {
      NDArray next = plate.copy();
      NDArray around =
          plate
              .get("2:, 1:-1")
              .plus(plate.get(":-2, 1:-1"))
              .plus(plate.get("1:-1, 2:"))
              .plus(plate.get("1:-1, :-2"))
              .minus(plate.get("1:-1, 1:-1").times(4));
      next.at("1:-1, 1:-1").plusAssign(around.times(0.2));
      change = np.abs(next.minus(plate)).max();
      plate = next;
    }
    System.out.println(np.round(plate.get("::50, ::50"), 4));
    System.out.println(np.round(plate.mean(), 6) + " " + np.round(change, 6));
  }
}
