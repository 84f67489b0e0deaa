package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panarray.engine.Device;
import org.panarray.error.ClosedArrayError;
import org.panarray.internal.array.Ambient;

class BlocksTest {
  /// The blocks of the API.
  enum Kind {
    ERRSTATE,
    PRINTOPTIONS,
    DEVICE,
    SCOPE;

    AutoCloseable open() {
      return switch (this) {
        case ERRSTATE -> np.errstate(ErrorState.all(ErrorState.Mode.IGNORE));
        case PRINTOPTIONS -> np.printoptions(Kw.precision(3));
        case DEVICE -> np.device(Device.CPU);
        case SCOPE -> np.scope();
      };
    }
  }

  private static List<Object> state() {
    Ambient ambient = Ambient.current();
    List<Object> state = new ArrayList<>();
    state.add(String.valueOf(ambient.errors));
    state.add(String.valueOf(ambient.printing));
    state.add(ambient.device);
    return state;
  }

  @ParameterizedTest
  @EnumSource
  void aBlockClosedBeforeTheOneInsideItIsAnErrorThatLeavesNothing(Kind kind) throws Exception {
    List<Object> before = state();
    for (Kind other : Kind.values()) {
      AutoCloseable outer = kind.open();
      AutoCloseable inner = other.open();
      String text = assertThrows(IllegalStateException.class, outer::close).getMessage();
      assertTrue(text.contains("was closed before np."), text);
      assertEquals(before, state());
      inner.close();
      outer.close();
      assertEquals(before, state());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherThreadCannotCloseABlock(Kind kind) throws Exception {
    List<Object> before = state();
    AutoCloseable block = kind.open();
    List<Object> inside = state();
    NDArray made = np.ones(100_000);
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(
            () -> {
              List<Object> there = state();
              assertThrows(IllegalStateException.class, block::close);
              assertEquals(there, state());
            });
    try {
      closing.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
    assertEquals(inside, state());
    assertEquals(100_000.0, made.sum().asDouble());
    block.close();
    assertEquals(before, state());
  }

  @Test
  void whatIsMadeAfterAnOuterScopeEndedTooEarlyBelongsToNoScope() {
    MemoryScope outer = np.scope();
    MemoryScope inner = np.scope();
    NDArray lost = np.ones(10);
    assertThrows(IllegalStateException.class, outer::close);
    NDArray kept = np.ones(10);
    inner.close();
    assertThrows(ClosedArrayError.class, lost::sum);
    assertEquals(10.0, kept.sum().asDouble());
  }

  @Test
  void aForgottenScopeDoesNotHoldItsArrays() throws InterruptedException {
    WeakReference<NDArray> array = forget();
    for (int i = 0; i < 50 && array.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertSame(null, array.get());
    NDArray lost;
    try (var _ = np.scope()) {
      lost = np.ones(10);
    }
    assertThrows(ClosedArrayError.class, lost::sum);
  }

  private static WeakReference<NDArray> forget() {
    MemoryScope _ = np.scope();
    return new WeakReference<>(np.ones(100_000));
  }
}
