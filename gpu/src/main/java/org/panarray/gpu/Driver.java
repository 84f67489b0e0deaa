package org.panarray.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The functions of the CUDA driver that the engine uses.
final class Driver {
  static final NativeTable TABLE =
      new NativeTable(CudaLibrary.DRIVER, CudaLibraries.ofThisProcess());

  private static final MethodHandle INIT = TABLE.bind("cuInit", "i");
  private static final MethodHandle VERSION = TABLE.bind("cuDriverGetVersion", "p");
  private static final MethodHandle DEVICE_COUNT = TABLE.bind("cuDeviceGetCount", "p");
  private static final MethodHandle DEVICE = TABLE.bind("cuDeviceGet", "pi");
  private static final MethodHandle DEVICE_NAME = TABLE.bind("cuDeviceGetName", "pii");
  private static final MethodHandle TOTAL_MEMORY = TABLE.bind("cuDeviceTotalMem_v2", "pi");
  private static final MethodHandle DEVICE_ATTRIBUTE = TABLE.bind("cuDeviceGetAttribute", "pii");
  private static final MethodHandle RETAIN_PRIMARY_CONTEXT =
      TABLE.bind("cuDevicePrimaryCtxRetain", "pi");
  private static final MethodHandle SET_CURRENT_CONTEXT = TABLE.bind("cuCtxSetCurrent", "h");
  private static final MethodHandle MEMORY_INFO = TABLE.bind("cuMemGetInfo_v2", "pp");
  private static final MethodHandle CREATE_STREAM = TABLE.bind("cuStreamCreate", "pi");
  private static final MethodHandle DESTROY_STREAM = TABLE.bind("cuStreamDestroy_v2", "h");
  private static final MethodHandle SYNCHRONIZE = TABLE.bind("cuStreamSynchronize", "h");
  private static final MethodHandle WAIT_EVENT = TABLE.bind("cuStreamWaitEvent", "hhi");
  private static final MethodHandle CREATE_EVENT = TABLE.bind("cuEventCreate", "pi");
  private static final MethodHandle RECORD_EVENT = TABLE.bind("cuEventRecord", "hh");
  private static final MethodHandle SYNCHRONIZE_EVENT = TABLE.bind("cuEventSynchronize", "h");
  private static final MethodHandle ELAPSED_MILLIS = TABLE.bind("cuEventElapsedTime", "phh");
  private static final MethodHandle DESTROY_EVENT = TABLE.bind("cuEventDestroy_v2", "h");
  private static final MethodHandle DEFAULT_POOL = TABLE.bind("cuDeviceGetDefaultMemPool", "pi");
  private static final MethodHandle SET_POOL_ATTRIBUTE = TABLE.bind("cuMemPoolSetAttribute", "hip");
  private static final MethodHandle TRIM_POOL = TABLE.bind("cuMemPoolTrimTo", "hj");
  private static final MethodHandle ALLOCATE = TABLE.bind("cuMemAllocAsync", "pjh");
  private static final MethodHandle FREE = TABLE.bind("cuMemFreeAsync", "jh");
  private static final MethodHandle ALLOCATE_PINNED = TABLE.bind("cuMemHostAlloc", "pji");
  private static final MethodHandle FREE_PINNED = TABLE.bind("cuMemFreeHost", "h");
  private static final MethodHandle COPY_TO_DEVICE = TABLE.bind("cuMemcpyHtoDAsync_v2", "jpjh");
  private static final MethodHandle COPY_TO_HOST = TABLE.bind("cuMemcpyDtoHAsync_v2", "pjjh");
  private static final MethodHandle COPY_ON_DEVICE = TABLE.bind("cuMemcpyDtoDAsync_v2", "jjjh");
  private static final MethodHandle FILL = TABLE.bind("cuMemsetD8Async", "jbjh");
  private static final MethodHandle LOAD_MODULE = TABLE.bind("cuModuleLoadData", "pp");
  private static final MethodHandle UNLOAD_MODULE = TABLE.bind("cuModuleUnload", "h");
  private static final MethodHandle FUNCTION = TABLE.bind("cuModuleGetFunction", "php");
  private static final MethodHandle LAUNCH = TABLE.bind("cuLaunchKernel", "hiiiiiiihpp");
  private static final MethodHandle ERROR_NAME = TABLE.bind("cuGetErrorName", "ip");
  private static final MethodHandle ERROR_STRING = TABLE.bind("cuGetErrorString", "ip");

  private Driver() {}

  static void init() {
    try {
      check("cuInit", (int) INIT.invokeExact(0));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void version(MemorySegment version) {
    try {
      check("cuDriverGetVersion", (int) VERSION.invokeExact(version));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void deviceCount(MemorySegment count) {
    try {
      check("cuDeviceGetCount", (int) DEVICE_COUNT.invokeExact(count));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void device(MemorySegment device, int ordinal) {
    try {
      check("cuDeviceGet", (int) DEVICE.invokeExact(device, ordinal));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void deviceName(MemorySegment name, int capacity, int device) {
    try {
      check("cuDeviceGetName", (int) DEVICE_NAME.invokeExact(name, capacity, device));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void totalMemory(MemorySegment bytes, int device) {
    try {
      check("cuDeviceTotalMem_v2", (int) TOTAL_MEMORY.invokeExact(bytes, device));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void deviceAttribute(MemorySegment value, int attribute, int device) {
    try {
      check("cuDeviceGetAttribute", (int) DEVICE_ATTRIBUTE.invokeExact(value, attribute, device));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void retainPrimaryContext(MemorySegment context, int device) {
    try {
      check("cuDevicePrimaryCtxRetain", (int) RETAIN_PRIMARY_CONTEXT.invokeExact(context, device));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  /// Makes a context current for the operating system's thread that calls.
  static void setCurrentContext(long context) {
    try {
      check("cuCtxSetCurrent", (int) SET_CURRENT_CONTEXT.invokeExact(context));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void memoryInfo(MemorySegment free, MemorySegment total) {
    try {
      check("cuMemGetInfo_v2", (int) MEMORY_INFO.invokeExact(free, total));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void createStream(MemorySegment stream, int flags) {
    try {
      check("cuStreamCreate", (int) CREATE_STREAM.invokeExact(stream, flags));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void destroyStream(long stream) {
    try {
      check("cuStreamDestroy_v2", (int) DESTROY_STREAM.invokeExact(stream));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void synchronize(long stream) {
    try {
      check("cuStreamSynchronize", (int) SYNCHRONIZE.invokeExact(stream));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void waitEvent(long stream, long event) {
    try {
      check("cuStreamWaitEvent", (int) WAIT_EVENT.invokeExact(stream, event, 0));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void createEvent(MemorySegment event, int flags) {
    try {
      check("cuEventCreate", (int) CREATE_EVENT.invokeExact(event, flags));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void recordEvent(long event, long stream) {
    try {
      check("cuEventRecord", (int) RECORD_EVENT.invokeExact(event, stream));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void synchronizeEvent(long event) {
    try {
      check("cuEventSynchronize", (int) SYNCHRONIZE_EVENT.invokeExact(event));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void elapsedMillis(MemorySegment millis, long start, long end) {
    try {
      check("cuEventElapsedTime", (int) ELAPSED_MILLIS.invokeExact(millis, start, end));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void destroyEvent(long event) {
    try {
      check("cuEventDestroy_v2", (int) DESTROY_EVENT.invokeExact(event));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void defaultPool(MemorySegment pool, int device) {
    try {
      check("cuDeviceGetDefaultMemPool", (int) DEFAULT_POOL.invokeExact(pool, device));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void setPoolAttribute(long pool, int attribute, MemorySegment value) {
    try {
      check("cuMemPoolSetAttribute", (int) SET_POOL_ATTRIBUTE.invokeExact(pool, attribute, value));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void trimPool(long pool, long bytes) {
    try {
      check("cuMemPoolTrimTo", (int) TRIM_POOL.invokeExact(pool, bytes));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void allocate(MemorySegment address, long bytes, long stream) {
    try {
      check("cuMemAllocAsync", (int) ALLOCATE.invokeExact(address, bytes, stream));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void free(long address, long stream) {
    try {
      check("cuMemFreeAsync", (int) FREE.invokeExact(address, stream));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void allocatePinned(MemorySegment address, long bytes) {
    try {
      check("cuMemHostAlloc", (int) ALLOCATE_PINNED.invokeExact(address, bytes, 0));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void freePinned(long address) {
    try {
      check("cuMemFreeHost", (int) FREE_PINNED.invokeExact(address));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void copyToDevice(long target, MemorySegment source, long bytes, long stream) {
    try {
      check(
          "cuMemcpyHtoDAsync_v2", (int) COPY_TO_DEVICE.invokeExact(target, source, bytes, stream));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void copyToHost(MemorySegment target, long source, long bytes, long stream) {
    try {
      check("cuMemcpyDtoHAsync_v2", (int) COPY_TO_HOST.invokeExact(target, source, bytes, stream));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void copyOnDevice(long target, long source, long bytes, long stream) {
    try {
      check(
          "cuMemcpyDtoDAsync_v2", (int) COPY_ON_DEVICE.invokeExact(target, source, bytes, stream));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void fill(long target, byte value, long bytes, long stream) {
    try {
      check("cuMemsetD8Async", (int) FILL.invokeExact(target, value, bytes, stream));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void loadModule(MemorySegment module, MemorySegment image) {
    try {
      check("cuModuleLoadData", (int) LOAD_MODULE.invokeExact(module, image));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void unloadModule(long module) {
    try {
      check("cuModuleUnload", (int) UNLOAD_MODULE.invokeExact(module));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void function(MemorySegment function, long module, MemorySegment name) {
    try {
      check("cuModuleGetFunction", (int) FUNCTION.invokeExact(function, module, name));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  /// Launches a one-dimensional grid without dynamic shared memory.
  static void launch(long function, int blocks, int threads, long stream, MemorySegment arguments) {
    try {
      check(
          "cuLaunchKernel",
          (int)
              LAUNCH.invokeExact(
                  function, blocks, 1, 1, threads, 1, 1, 0, stream, arguments, MemorySegment.NULL));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  private static void check(String function, int status) {
    if (status != 0) {
      String text = text(ERROR_NAME, status) + " (" + text(ERROR_STRING, status) + ")";
      throw new CudaError(function + " failed: " + text, status);
    }
  }

  private static String text(MethodHandle lookup, int status) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment result = arena.allocate(ValueLayout.ADDRESS);
      if ((int) lookup.invokeExact(status, result) != 0) {
        return "error " + status;
      }
      return result.get(ValueLayout.ADDRESS, 0).reinterpret(Long.MAX_VALUE).getString(0);
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }
}
