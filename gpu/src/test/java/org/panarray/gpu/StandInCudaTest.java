package org.panarray.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panarray.gpu.StandInCuda.ThreadOrder;

/// What the stand-in finds out about kernels and about the memory of the device.
@OnStandIn(only = true)
class StandInCudaTest {
  private static final int N = 3000;
  private static final String SUMS =
      """
      template <bool BARRIERS>
      static __device__ __forceinline__ void sum(const double* x, double* out, int n) {
        __shared__ double s[256];
        int t = threadIdx.x;
        double v = 0;
        for (int i = blockIdx.x * 256 + t; i < n; i += gridDim.x * 256) v += x[i];
        s[t] = v;
        __syncthreads();
        for (int k = 128; k > 0; k >>= 1) {
          if (t < k) s[t] += s[t + k];
          if (BARRIERS) __syncthreads();
        }
        if (t == 0) out[blockIdx.x] = s[0];
      }
      extern "C" __global__ void good(const double* x, double* out, int n) {
        sum<true>(x, out, n);
      }
      extern "C" __global__ void missing_barrier(const double* x, double* out, int n) {
        sum<false>(x, out, n);
      }
      extern "C" __global__ void warps(const double* x, double* out, int n) {
        double v = 0;
        for (int i = blockIdx.x * 256 + threadIdx.x; i < n; i += gridDim.x * 256) v += x[i];
        for (int k = 16; k > 0; k >>= 1) v += __shfl_down_sync(0xffffffffu, v, k);
        __shared__ double s[8];
        if (threadIdx.x % 32 == 0) s[threadIdx.x / 32] = v;
        __syncthreads();
        if (threadIdx.x == 0) {
          for (int w = 1; w < 8; w++) v += s[w];
          out[blockIdx.x] = v;
        }
      }
      extern "C" __global__ void deadlock(const double* x, double* out, int n) {
        if (threadIdx.x < 7) __syncthreads();
        __syncwarp();
        if (threadIdx.x < 3) __syncthreads();
      }
      """;

  private final CudaDevice device = CudaDevice.open(0);
  private final double[] x = IntStream.range(0, N).mapToDouble(i -> Math.sin(i)).toArray();

  @AfterEach
  void restore() {
    StandInCuda.setThreadOrder(ThreadOrder.FORWARD);
    StandInCuda.setMemoryLimit(8L << 30);
  }

  @Test
  void aSharedMemoryReductionHasTheSameBitsInEveryThreadOrder() {
    for (String kernel : new String[] {"good", "warps"}) {
      Map<ThreadOrder, Double> sums = sums(kernel);
      double expected = Arrays.stream(x).sum();
      sums.forEach(
          (order, sum) -> {
            assertEquals(sums.get(ThreadOrder.FORWARD), sum, kernel + " " + order);
            assertEquals(expected, sum, 1e-9, kernel + " " + order);
          });
    }
  }

  @Test
  void aMissingBarrierShowsInSomeThreadOrder() {
    double expected = Arrays.stream(x).sum();
    assertTrue(
        sums("missing_barrier").values().stream().anyMatch(sum -> Math.abs(sum - expected) > 1e-3));
  }

  @Test
  void aDeadlockIsAnErrorThatNamesTheKernel() {
    CudaError error = assertThrows(CudaError.class, () -> run("deadlock"));
    assertEquals(719, error.code());
    assertTrue(error.getMessage().contains("CUDA_ERROR_LAUNCH_FAILED"), error::getMessage);
    assertTrue(error.getMessage().contains("deadlock: "), error::getMessage);
  }

  @Test
  void freshMemoryIsPoisoned() {
    device.trim();
    try (DeviceMemory memory = device.allocate(8)) {
      double[] value = new double[1];
      device.download(MemorySegment.ofArray(value), memory, 0);
      assertTrue(Double.isNaN(value[0]));
    }
  }

  @Test
  void aDoubleFreeAndACopyOutsideABlockAreErrors() {
    try (DeviceMemory memory = device.allocate(8)) {
      CudaError free = assertThrows(CudaError.class, () -> Driver.free(memory.address() + 8, 0));
      assertEquals(1, free.code());
      CudaError copy =
          assertThrows(
              CudaError.class,
              () -> Driver.copyOnDevice(memory.address(), memory.address() + (1L << 50), 8, 0));
      assertTrue(copy.getMessage().contains("a range outside every allocation"));
    }
  }

  @Test
  void cachedMemoryIsGivenBackBeforeAnAllocationFails() {
    device.trim();
    StandInCuda.setMemoryLimit(StandInCuda.liveBytes() + (10 << 20));
    device.allocate(6 << 20).close();
    try (DeviceMemory other = device.allocate(9 << 20)) {
      assertEquals(9 << 20, other.byteSize());
      CudaError error = assertThrows(CudaError.class, () -> device.allocate(9 << 20));
      assertEquals(CudaError.OUT_OF_MEMORY, error.code());
      assertTrue(
          error.getMessage().startsWith("cuMemAllocAsync failed: CUDA_ERROR_OUT_OF_MEMORY"),
          error::getMessage);
    }
  }

  @Test
  @SuppressWarnings("resource") // leaving the block to the collector is what is tested
  void memoryThatNobodyHoldsIsFoundByTheCollector() {
    device.trim();
    StandInCuda.setMemoryLimit(StandInCuda.liveBytes() + (10 << 20));
    for (int i = 0; i < 4; i++) {
      device.allocate(6 << 20);
    }
  }

  @Test
  void aFunctionThatTheLibraryLacksIsNamed() {
    var absent =
        new NativeTable(CudaLibrary.DRIVER, CudaLibraries.ofThisProcess())
            .bind("cuNoSuchFunction", "i");
    CudaError error =
        assertThrows(
            CudaError.class,
            () -> {
              int _ = (int) absent.invokeExact(0);
            });
    assertTrue(error.getMessage().contains("has no function cuNoSuchFunction"), error::getMessage);
    assertTrue(error.getMessage().startsWith("driver at "), error::getMessage);
  }

  private Map<ThreadOrder, Double> sums(String kernel) {
    Map<ThreadOrder, Double> sums = new EnumMap<>(ThreadOrder.class);
    for (ThreadOrder order : ThreadOrder.values()) {
      StandInCuda.setThreadOrder(order);
      sums.put(order, run(kernel));
    }
    return sums;
  }

  private double run(String name) {
    int blocks = 5;
    CudaKernel kernel = device.kernel(SUMS, name);
    try (DeviceMemory dx = device.allocate(N * 8L);
        DeviceMemory out = device.allocate(blocks * 8L)) {
      device.upload(dx, 0, MemorySegment.ofArray(x));
      device.launch(kernel, blocks, a -> a.add(dx.address()).add(out.address()).add(N));
      double[] parts = new double[blocks];
      device.download(MemorySegment.ofArray(parts), out, 0);
      return Arrays.stream(parts).reduce(0, Double::sum);
    }
  }
}
