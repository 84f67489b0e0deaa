package org.panarray.grad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.panarray.Complex;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Dispatch;

class GradContextTest {

  private static NDArray x() {
    return np.array(new double[] {1, 2, 3});
  }

  private static void unreached(UnaryOperator<NDArray> f) {
    NDArray x = x();
    try (GradContext context = new GradContext()) {
      context.watch(x);
      NDArray y = f.apply(x);
      ValueError error = assertThrows(ValueError.class, () -> context.gradient(y, x));
      assertTrue(error.getMessage().contains("does not depend on the source of shape (3,)"));
      assertEquals("[0. 0. 0.]", context.orZeros().gradient(y, x).toString());
    }
  }

  @Test
  void aTargetThatDoesNotReachTheSourceIsAnErrorUnlessZerosAreMeant() {
    unreached(_ -> np.array(1.0));
    unreached(x -> np.array(x.get(0).asDouble()));
    unreached(x -> np.multiply((double) x.get(1).item(), 2));
    unreached(x -> np.sum(np.array(x.toDoubleArray())));
    NDArray early = np.array(2.0).reshape(1);
    unreached(_ -> np.sum(early));
  }

  @Test
  void aViewMadeBeforeWatchDoesNotReach() {
    NDArray x = x();
    NDArray part = x.get("1:");
    try (GradContext context = new GradContext()) {
      context.watch(x);
      assertThrows(ValueError.class, () -> context.gradient(np.sum(part), x));
    }
  }

  @Test
  void anotherThreadDoesNotReach() throws InterruptedException {
    NDArray x = x();
    NDArray[] sum = new NDArray[1];
    try (GradContext context = new GradContext()) {
      context.watch(x);
      Thread thread = Thread.ofPlatform().start(() -> sum[0] = np.sum(x));
      thread.join();
      assertThrows(ValueError.class, () -> context.gradient(sum[0], x));
    }
  }

  @Test
  void aTargetIsARealNumber() {
    NDArray x = x();
    try (GradContext context = new GradContext()) {
      context.watch(x);
      NDArray complex = np.sum(np.multiply(x, Complex.I));
      assertThrows(TypeError.class, () -> context.gradient(complex, x));
      assertThrows(TypeError.class, () -> context.gradient(np.sum(x.gt(1)), x));
      List<NDArray> pulled = context.pullback(complex, np.array(Complex.I), List.of(x));
      assertEquals("[1. 1. 1.]", pulled.getFirst().toString());
    }
  }

  @Test
  void contextsClosedOutOfOrderAreAnErrorAndLeaveNothingInstalled() {
    GradContext first = new GradContext();
    GradContext second = new GradContext();
    GradContext third = new GradContext();
    assertThrows(IllegalStateException.class, first::close);
    assertNull(Dispatch.recorder());
    third.close();
    second.close();
    first.close();
    assertNull(Dispatch.recorder());
  }

  @Test
  void whatIsAroundAContextClosedOutOfOrderGoesOn() {
    try (GradContext around = new GradContext()) {
      var recorder = Dispatch.recorder();
      GradContext outer = new GradContext();
      GradContext inner = new GradContext();
      assertThrows(IllegalStateException.class, outer::close);
      assertSame(recorder, Dispatch.recorder());
      inner.close();
      NDArray x = around.watch(x());
      assertEquals("[1. 1. 1.]", around.gradient(np.sum(x), x).toString());
    }
  }

  @Test
  void aContextIsClosedByItsThread() throws InterruptedException {
    Throwable[] thrown = new Throwable[1];
    try (GradContext context = new GradContext()) {
      Thread thread =
          Thread.ofPlatform()
              .start(() -> thrown[0] = assertThrows(IllegalStateException.class, context::close));
      thread.join();
      assertTrue(thrown[0] instanceof IllegalStateException);
      NDArray x = context.watch(x());
      assertEquals("[1. 1. 1.]", context.gradient(np.sum(x), x).toString());
    }
    assertNull(Dispatch.recorder());
  }

  @Test
  void gradientsAreTheCallersOwn() {
    NDArray x = x();
    NDArray y = x();
    try (GradContext context = new GradContext()) {
      context.watch(x, y);
      NDArray sum = x.plus(y);
      NDArray cotangent = np.ones(3);
      List<NDArray> both = context.pullback(sum, cotangent, List.of(x, y));
      assertNotSame(both.get(0), both.get(1));
      both.get(0).timesAssign(5);
      assertEquals("[1. 1. 1.]", both.get(1).toString());
      assertEquals("[1. 1. 1.]", cotangent.toString());
      NDArray ofSum = context.gradient(np.sum(x), x);
      ofSum.timesAssign(2);
      assertEquals("[2. 2. 2.]", ofSum.toString());
      assertNull(ofSum.base());
    }
  }
}
