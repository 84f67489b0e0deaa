package org.panarray.engine.cpu.code;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panarray.engine.memory.Home;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

class RecentTest {
  private static KernelKey key(int code) {
    Expr x = new Expr.Arg(0, ElementType.FLOAT64);
    Expr value = x;
    ScalarOp[] operations = {ScalarOp.ADD, ScalarOp.SUBTRACT, ScalarOp.MULTIPLY, ScalarOp.MAXIMUM};
    for (int k = 0; k < 5; k++) {
      ScalarOp operation = operations[code >> 2 * k & 3];
      value = new Expr.Apply(operation, List.of(value, x), ElementType.FLOAT64);
    }
    return KernelKey.map(value, 0, false, Home.NATIVE, false);
  }

  @Test
  void theClassesOfKernelsThatAreNoLongerUsedAreUnloaded() throws InterruptedException {
    ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    long unloaded = classes.getUnloadedClassCount();
    Recent<KernelKey, Kernel> known = new Recent<>(64, KernelCompiler::compile);
    Kernel favourite = known.get(key(0));
    for (int code = 1; code <= 400; code++) {
      known.get(key(code));
      assertSame(favourite, known.get(key(0)), "what is used is kept");
      assertTrue(known.size() <= 65, known.size() + " kernels");
    }
    for (int i = 0; i < 50 && classes.getUnloadedClassCount() < unloaded + 300; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertTrue(
        classes.getUnloadedClassCount() >= unloaded + 300,
        classes.getUnloadedClassCount() - unloaded + " classes unloaded");
  }
}
