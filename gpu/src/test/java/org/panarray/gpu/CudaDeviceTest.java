package org.panarray.gpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Memory, copies, kernels and cuBLAS of one device.
@OnStandIn
class CudaDeviceTest {
  private static final String AXPY =
      """
      extern "C" __global__ void axpy(double a, const double* x, double* y, long long n) {
        long long i = blockIdx.x * (long long) blockDim.x + threadIdx.x;
        if (i < n) y[i] = a * x[i] + y[i];
      }
      """;

  private final CudaDevice device = CudaDevice.open(0);

  @Test
  void bytesSurviveTheWayToTheDeviceAndBack() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int n : new int[] {0, 1, 2, 3, 7, 1000, (4 << 20) - 1, 4 << 20, (9 << 20) + 5}) {
      byte[] bytes = new byte[n];
      random.nextBytes(bytes);
      try (DeviceMemory memory = device.allocate(n)) {
        device.upload(memory, 0, MemorySegment.ofArray(bytes));
        byte[] back = new byte[n];
        device.download(MemorySegment.ofArray(back), memory, 0);
        assertArrayEquals(bytes, back, "length " + n);
      }
    }
  }

  @Test
  void partsOfABlockAreCopiedAndFilled() {
    try (DeviceMemory memory = device.allocate(16)) {
      device.fill(memory, 0, (byte) 7, 16);
      device.upload(memory, 3, MemorySegment.ofArray(new byte[] {1, 2, 3}));
      device.copy(memory, 10, memory, 3, 3);
      byte[] back = new byte[16];
      device.download(MemorySegment.ofArray(back), memory, 0);
      assertArrayEquals(new byte[] {7, 7, 7, 1, 2, 3, 7, 7, 7, 7, 1, 2, 3, 7, 7, 7}, back);
    }
  }

  @Test
  void aRangeOutsideABlockIsRefused() {
    try (DeviceMemory memory = device.allocate(16)) {
      MemorySegment two = MemorySegment.ofArray(new byte[2]);
      assertThrows(IndexOutOfBoundsException.class, () -> device.upload(memory, 15, two));
      assertThrows(IndexOutOfBoundsException.class, () -> device.download(two, memory, -1));
    }
  }

  @Test
  void closedMemoryIsNoLongerUsable() {
    DeviceMemory memory = device.allocate(16);
    memory.close();
    memory.close();
    assertTrue(memory.isClosed());
    assertThrows(IllegalStateException.class, memory::address);
  }

  @Test
  void aKernelRunsOverAwkwardSizes() {
    for (int n : new int[] {1, 2, 3, 7, 8, 15, 16, 17, 63, 65, 255, 256, 257, 1000, 4098}) {
      double[] x = IntStream.range(0, n).mapToDouble(i -> i * 0.5).toArray();
      double[] y = IntStream.range(0, n).mapToDouble(i -> 100 - i).toArray();
      axpy(2.0, x, y);
      for (int i = 0; i < n; i++) {
        assertEquals(2.0 * (i * 0.5) + (100 - i), y[i]);
      }
    }
  }

  @Test
  void manyThreadsMayUseOneDevice() throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks =
          IntStream.range(0, 40)
              .mapToObj(
                  k ->
                      (Callable<Boolean>)
                          () -> {
                            double[] y = new double[1000];
                            axpy(k, IntStream.range(0, 1000).asDoubleStream().toArray(), y);
                            return IntStream.range(0, 1000).allMatch(i -> y[i] == (double) k * i);
                          })
              .toList();
      for (var result : pool.invokeAll(tasks)) {
        assertTrue(result.get());
      }
    }
  }

  @Test
  void aKernelThatDoesNotCompileGivesTheCompilersLog() {
    CudaError error =
        assertThrows(
            CudaError.class,
            () -> device.kernel("extern \"C\" __global__ void bad() { int x = nowhere; }", "bad"));
    assertTrue(error.getMessage().startsWith("a kernel does not compile:"), error::getMessage);
    assertTrue(error.getMessage().contains("nowhere"), error::getMessage);
    assertTrue(error.getMessage().contains("kernel.cu"), error::getMessage);
  }

  @Test
  void aKernelThatIsNotThereIsNamed() {
    CudaError error = assertThrows(CudaError.class, () -> device.kernel(AXPY, "saxpy"));
    assertTrue(
        error.getMessage().startsWith("cuModuleGetFunction failed: CUDA_ERROR_NOT_FOUND"),
        error::getMessage);
  }

  @Test
  void aKernelIsCompiledOnce() {
    device.kernel(AXPY, "axpy");
    long before = device.kernels().compilations();
    device.kernel(AXPY, "axpy");
    assertEquals(before, device.kernels().compilations());
  }

  @Test
  void freedMemoryIsHandedOutAgain() {
    device.allocate(14_000).close();
    long address;
    try (DeviceMemory first = device.allocate(14_000)) {
      address = first.address();
    }
    try (DeviceMemory second = device.allocate(13_000)) {
      assertEquals(address, second.address());
    }
  }

  @Test
  void blockSizesWasteAtMostAQuarter() {
    for (long bytes = 1; bytes < 1L << 40; bytes = bytes * 5 / 3 + 1) {
      long block = DeviceAllocator.blockBytes(bytes);
      assertTrue(block >= bytes && block % 512 == 0, () -> "a block of " + block);
      assertTrue(block <= Math.max(512, bytes + bytes / 4 + 512), bytes + " in " + block);
      assertEquals(block, DeviceAllocator.blockBytes(block));
    }
  }

  @Test
  void aMatrixProductGoesThroughCublas() {
    // Column-major 2x3 times 3x2.
    double[] a = {1, 4, 2, 5, 3, 6};
    double[] b = {7, 9, 11, 8, 10, 12};
    double[] c = new double[4];
    try (DeviceMemory da = upload(a);
        DeviceMemory db = upload(b);
        DeviceMemory dc = device.allocate(32);
        Arena arena = Arena.ofConfined()) {
      MemorySegment one = arena.allocateFrom(ValueLayout.JAVA_DOUBLE, 1.0, 0.0);
      Cublas.Product product = new Cublas.Product(0, 0, 2, 2, 3, 2, 3, 2, 1, 0, 0, 0);
      device.multiply('D', product, one, da.address(), db.address(), dc.address());
      device.download(MemorySegment.ofArray(c), dc, 0);
      assertArrayEquals(new double[] {58, 139, 64, 154}, c);
      Cublas.Product wrong = new Cublas.Product(0, 0, 2, 2, 3, 1, 3, 2, 1, 0, 0, 0);
      CudaError error =
          assertThrows(
              CudaError.class,
              () -> device.multiply('D', wrong, one, da.address(), db.address(), dc.address()));
      assertEquals("cublasDgemm failed: CUBLAS_STATUS_INVALID_VALUE", error.getMessage());
    }
  }

  @Test
  void eventsMeasureTime() {
    double millis = device.elapsedMillis(() -> axpy(1, new double[10], new double[10]));
    assertTrue(millis >= 0 && millis < 60_000);
  }

  private void axpy(double a, double[] x, double[] y) {
    CudaKernel kernel = device.kernel(AXPY, "axpy");
    try (DeviceMemory dx = upload(x);
        DeviceMemory dy = upload(y)) {
      device.launch(
          kernel,
          Math.ceilDiv(x.length, CudaDevice.BLOCK_THREADS),
          arguments ->
              arguments
                  .add(Double.doubleToRawLongBits(a))
                  .add(dx.address())
                  .add(dy.address())
                  .add((long) x.length));
      device.download(MemorySegment.ofArray(y), dy, 0);
    }
  }

  private DeviceMemory upload(double[] values) {
    DeviceMemory memory = device.allocate(values.length * 8L);
    device.upload(memory, 0, MemorySegment.ofArray(values));
    return memory;
  }
}
