package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.panarray.Np.np;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Recorder;
import org.panarray.prim.Primitive;
import org.panarray.result.Explanation;

class ExplanationTest {
  private final NDArray x = np.linspace(0, 1, 1000);

  @Test
  void aLineIsPrintedForEachPrimitive() {
    Explanation steps = np.explain(() -> np.exp(np.sin(x)).times(x).sum());
    assertEquals(
        """
        4 primitives, 24008 bytes of fresh memory
        map sin(x0)                float64(1000,) -> float64(1000,)
        map exp(x0)                float64(1000,) -> float64(1000,)
        map x0*x1                  float64(1000,), float64(1000,) -> float64(1000,)
        reduce add of x0 over [0]  float64(1000,) -> float64()\
        """,
        steps.toString());
  }

  @Test
  void aFusedChainIsOneExpression() {
    Explanation steps = np.explain(() -> np.fuse(() -> np.exp(np.sin(x)).times(x).sum()));
    assertEquals(
        """
        1 primitive, 8 bytes of fresh memory
        reduce add of exp(sin(x0))*x0 over [0]  float64(1000,) -> float64()\
        """,
        steps.toString());
  }

  @Test
  void whatIsPutOffIsShownAsItIsDone() {
    NDArray large = np.linspace(0, 1, 2000);
    assertEquals(
        """
        2 primitives, 16008 bytes of fresh memory
        reduce add of exp(sin(x0)) over [0]  float64(2000,) -> float64()
        map (x0*x1)+x2                       float64(2000,), float64(), float64() -> float64(2000,)\
        """,
        np.explain(
                () -> {
                  np.exp(np.sin(large)).sum();
                  large.times(2).plus(1);
                })
            .toString());
    Explanation update = np.explain(() -> large.minusAssign(np.sin(large).times(0.1)));
    assertEquals(Explanation.Memory.EXISTING, update.steps().getLast().memory());
    assertEquals(1, update.steps().size());
  }

  @Test
  void viewsAndWritesAreToldFromFreshMemory() {
    Explanation steps = np.explain(() -> x.at(":3").set(np.zeros(3)));
    assertEquals(
        List.of(Explanation.Memory.VIEW, Explanation.Memory.EXISTING),
        steps.steps().stream().map(Explanation.Step::memory).toList());
    assertEquals(0, steps.bytes());
    assertEquals(
        "map x0  float64(3,) -> float64(3,)  into existing memory",
        steps.steps().getLast().toString());
  }

  @Test
  void parametersAreSpelledAsInPython() {
    NDArray square = x.reshape(10, 100);
    assertEquals(
        """
        2 primitives, 40 bytes of fresh memory
        slice items=[::2, 3]  float64(10,100) -> float64(5,)  view
        arg_sort axis=0       float64(5,) -> int64(5,)\
        """,
        np.explain(() -> np.argsort(square.get("::2, 3"))).toString());
  }

  @Test
  void aRecorderThatWasThereSeesAllOfIt() {
    List<Primitive> seen = new ArrayList<>();
    Recorder outer =
        new Recorder() {
          @Override
          public void recorded(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
            seen.add(primitive);
          }

          @Override
          public void written(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
            seen.add(primitive);
          }
        };
    int steps =
        Dispatch.recording(outer, () -> np.explain(() -> np.percentile(x, 30.5)).steps().size());
    assertEquals(seen.size(), steps);
  }
}
