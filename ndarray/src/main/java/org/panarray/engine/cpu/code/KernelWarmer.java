package org.panarray.engine.cpu.code;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.Scratch;
import org.panarray.prim.ElementType;

/// Runs kernels on working memory until the JIT has compiled them, on a thread that is there only
/// while there are any.
final class KernelWarmer {
  private static final int ELEMENTS = 256;
  private static final int CALLS = 16; // between two looks at the clock
  private static final int ROUNDS = 4000; // a kernel that is not quick by then never will be
  private static final long PATIENCE_NANOS = 10_000_000_000L;
  private static final int SURE = 3; // rounds in which the kernel was quick
  private static final long IDLE_SECONDS = 5;
  private static final long STACK_BYTES = 512 << 10;

  private static final LinkedBlockingQueue<WarmingKernel> WAITING = new LinkedBlockingQueue<>();
  private static final AtomicBoolean RUNNING = new AtomicBoolean();

  private KernelWarmer() {}

  /// Makes the true kernel of one that has work enough, soon.
  static void warm(WarmingKernel kernel) {
    WAITING.add(kernel);
    start();
  }

  private static void start() {
    if (RUNNING.compareAndSet(false, true)) {
      Thread warming =
          new Thread(null, KernelWarmer::warmAll, "panarray-kernels", STACK_BYTES, false);
      warming.setDaemon(true);
      warming.setContextClassLoader(null);
      warming.start();
    }
  }

  private static void warmAll() {
    try {
      WarmingKernel next = WAITING.poll(IDLE_SECONDS, TimeUnit.SECONDS);
      while (next != null) {
        next.publish(warmed(next));
        next = WAITING.poll(IDLE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      // somebody wants the thread to end; the next kernel starts another
    } finally {
      RUNNING.set(false);
    }
    if (!WAITING.isEmpty()) {
      start(); // one came while this thread ended
    }
  }

  /// The kernel for a key, compiled by the JIT's last tier.
  static Kernel warmed(WarmingKernel warming) {
    KernelKey key = warming.key();
    Kernel kernel = KernelCompiler.compile(key);
    // Segments of both kinds of memory, where a kernel is for both: it must not be compiled for
    // one.
    Home[] homes =
        key.home() == Home.ANY ? new Home[] {Home.HEAP, Home.NATIVE} : new Home[] {key.home()};
    List<Operands> operands = new ArrayList<>();
    for (Home home : homes) {
      operands.add(new Operands(key, home));
    }
    long start = System.nanoTime();
    int quick = 0;
    for (int round = 0; round < ROUNDS && quick < SURE; round++) {
      long before = System.nanoTime();
      for (int call = 0; call < CALLS; call++) {
        Operands some = operands.get(call % operands.size());
        kernel.call(ELEMENTS - call % 4, some.memory, some.at, some.steps);
      }
      long between = System.nanoTime();
      for (int call = 0; call < CALLS / 4; call++) {
        Operands some = operands.get(call % operands.size());
        warming.compute(ELEMENTS - call % 4, some.memory, some.at, some.steps);
      }
      long after = System.nanoTime();
      quick = between - before <= 4 * (after - between) ? quick + 1 : 0;
      if (after - start > PATIENCE_NANOS) {
        break;
      }
    }
    operands.forEach(Operands::giveBack);
    return kernel;
  }

  /// Working memory as the operands of a kernel.
  private static final class Operands {
    private final CpuBuffer[] blocks;
    final Object[] memory;
    final long[] at;
    final long[] steps;

    Operands(KernelKey key, Home home) {
      int count = key.operands();
      this.blocks = new CpuBuffer[count];
      this.memory = new Object[count];
      this.at = new long[count];
      this.steps = new long[count];
      for (int p = 0; p < count; p++) {
        ElementType type = key.operandType(p);
        boolean moves = key.moves(p);
        CpuBuffer block = Scratch.take(home);
        Home own = !moves || key.home() == Home.ANY ? Home.ANY : home;
        blocks[p] = block;
        memory[p] = own.base(block);
        at[p] = own.origin(block);
        steps[p] = !moves ? 0 : key.strided() ? 2L * type.byteSize() : type.byteSize();
        fill(block.segment(), type);
      }
    }

    /// Small numbers, for which nothing faults.
    private static void fill(MemorySegment memory, ElementType type) {
      for (int i = 0; i < 2 * ELEMENTS; i++) {
        long value = 1L + i % 5;
        if (type.isInexact()) {
          ElementAccess.setComplex(memory, type, i, value, 0);
        } else {
          ElementAccess.setLong(memory, type, i, value);
        }
      }
    }

    void giveBack() {
      for (CpuBuffer block : blocks) {
        Scratch.give(block);
      }
    }
  }
}
