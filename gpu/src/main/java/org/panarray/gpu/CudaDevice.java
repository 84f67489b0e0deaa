package org.panarray.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One NVIDIA GPU: its context, its stream, its memory and its kernels.
///
/// A context is current for a thread of the operating system, and a virtual thread changes those.
/// So each operation takes the device's lock and makes the context current first; the lock also
/// guards the argument slab.
final class CudaDevice {
  /// Threads in a block, for every kernel of the engine.
  static final int BLOCK_THREADS = 256;

  private static final int MULTIPROCESSOR_COUNT = 16;
  private static final int COMPUTE_CAPABILITY_MAJOR = 75;
  private static final int COMPUTE_CAPABILITY_MINOR = 76;
  private static final int MEMORY_POOLS_SUPPORTED = 115;
  private static final int POOL_RELEASE_THRESHOLD = 4;
  private static final int STREAM_NON_BLOCKING = 1;
  private static final int NAME_BYTES = 256;

  private static final List<CudaDevice> OPENED = new ArrayList<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final int ordinal;
  private final String name;
  private final String architecture;
  private final int multiprocessors;
  private final long totalBytes;
  private final long context;
  private final long stream;
  private final DeviceAllocator allocator;
  private final KernelCache kernels;
  private final LaunchArguments arguments = new LaunchArguments();
  private @Nullable PinnedStaging staging;
  private long cublas;
  private long launches;

  private CudaDevice(int ordinal, Arena arena) {
    MemorySegment slot = arena.allocate(ValueLayout.JAVA_LONG);
    Driver.device(slot, ordinal);
    int device = slot.get(ValueLayout.JAVA_INT, 0);
    MemorySegment text = arena.allocate(NAME_BYTES);
    Driver.deviceName(text, NAME_BYTES, device);
    this.ordinal = ordinal;
    this.name = text.getString(0);
    int major = attribute(COMPUTE_CAPABILITY_MAJOR, device, slot);
    int minor = attribute(COMPUTE_CAPABILITY_MINOR, device, slot);
    this.architecture = "sm_" + major + minor;
    this.multiprocessors = attribute(MULTIPROCESSOR_COUNT, device, slot);
    if (attribute(MEMORY_POOLS_SUPPORTED, device, slot) == 0) {
      throw new CudaError(name + " has no memory pools (cuMemAllocAsync), which Panarray needs");
    }
    Driver.totalMemory(slot, device);
    this.totalBytes = slot.get(ValueLayout.JAVA_LONG, 0);
    Driver.retainPrimaryContext(slot, device);
    this.context = slot.get(ValueLayout.JAVA_LONG, 0);
    Driver.setCurrentContext(context);
    Driver.createStream(slot, STREAM_NON_BLOCKING);
    this.stream = slot.get(ValueLayout.JAVA_LONG, 0);
    Driver.defaultPool(slot, device);
    long pool = slot.get(ValueLayout.JAVA_LONG, 0);
    // By default the pool returns its memory at every synchronisation, and the next array pays for
    // it.
    slot.set(ValueLayout.JAVA_LONG, 0, -1L);
    Driver.setPoolAttribute(pool, POOL_RELEASE_THRESHOLD, slot);
    this.allocator = new DeviceAllocator(stream);
    this.kernels = new KernelCache(CubinDirectory.ofThisProcess(), architecture);
  }

  /// How many devices there are.
  ///
  /// @throws CudaError that says what was looked for, if there is no driver
  static int count() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment slot = arena.allocate(ValueLayout.JAVA_INT);
      Driver.init();
      Driver.deviceCount(slot);
      return slot.get(ValueLayout.JAVA_INT, 0);
    }
  }

  /// The device of a number, opened once for the life of the process.
  ///
  /// @throws CudaError that says what was looked for, if it is not there
  static CudaDevice open(int ordinal) {
    synchronized (OPENED) {
      int count = count();
      if (ordinal < 0 || ordinal >= count) {
        throw new CudaError("no GPU " + ordinal + ": this machine has " + count);
      }
      for (CudaDevice device : OPENED) {
        if (device.ordinal == ordinal) {
          return device;
        }
      }
      try (Arena arena = Arena.ofConfined()) {
        CudaDevice device = new CudaDevice(ordinal, arena);
        OPENED.add(device);
        return device;
      }
    }
  }

  String name() {
    return name;
  }

  int ordinal() {
    return ordinal;
  }

  /// The compiler's name of the machine code, such as `sm_90`.
  String architecture() {
    return architecture;
  }

  int multiprocessors() {
    return multiprocessors;
  }

  long totalBytes() {
    return totalBytes;
  }

  KernelCache kernels() {
    return kernels;
  }

  /// How many kernels have been launched.
  long launches() {
    return launches;
  }

  /// Bytes of device memory in blocks that are in use.
  long usedBytes() {
    return whileCurrent(allocator::usedBytes);
  }

  /// Gives cached memory back to the driver.
  void trim() {
    whileCurrent(
        () -> {
          allocator.trim();
          return 0;
        });
  }

  /// Uninitialised memory.
  ///
  /// @throws CudaError if there is not enough of it
  DeviceMemory allocate(long bytes) {
    long address = whileCurrent(() -> allocator.take(bytes));
    return new DeviceMemory(this, allocator, address, bytes);
  }

  /// Copies a host segment to `byteOffset` of a block.
  void upload(DeviceMemory target, long byteOffset, MemorySegment source) {
    checkRange(target, byteOffset, source.byteSize());
    if (source.byteSize() > 0) {
      whileCurrent(
          () -> {
            staging().upload(target.address() + byteOffset, source);
            return 0;
          });
    }
  }

  /// Copies from `byteOffset` of a block to a host segment; waits for the device.
  void download(MemorySegment target, DeviceMemory source, long byteOffset) {
    checkRange(source, byteOffset, target.byteSize());
    if (target.byteSize() > 0) {
      whileCurrent(
          () -> {
            staging().download(target, source.address() + byteOffset);
            return 0;
          });
    }
  }

  /// Copies between two blocks of this device, which may be the same one.
  void copy(DeviceMemory target, long targetOffset, DeviceMemory source, long offset, long bytes) {
    checkRange(target, targetOffset, bytes);
    checkRange(source, offset, bytes);
    if (bytes > 0) {
      whileCurrent(
          () -> {
            Driver.copyOnDevice(
                target.address() + targetOffset, source.address() + offset, bytes, stream);
            return 0;
          });
    }
  }

  /// Sets every byte of a range.
  void fill(DeviceMemory target, long byteOffset, byte value, long bytes) {
    checkRange(target, byteOffset, bytes);
    if (bytes > 0) {
      whileCurrent(
          () -> {
            Driver.fill(target.address() + byteOffset, value, bytes, stream);
            return 0;
          });
    }
  }

  /// The kernel of that name in a source, compiled and loaded if need be.
  CudaKernel kernel(String source, String kernelName) {
    return whileCurrent(() -> kernels.module(source).kernel(kernelName));
  }

  /// Queues a kernel; `fill` writes its arguments.
  void launch(CudaKernel kernel, long blocks, Consumer<LaunchArguments> fill) {
    if (blocks <= 0 || blocks > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("cannot launch " + blocks + " blocks");
    }
    lock.lock();
    try {
      Driver.setCurrentContext(context);
      fill.accept(arguments.reset());
      Driver.launch(kernel.function(), (int) blocks, BLOCK_THREADS, stream, arguments.pointers());
      launches++;
    } finally {
      lock.unlock();
    }
  }

  /// `C = A B` by cuBLAS, column-major; the addresses are of device memory.
  void multiply(char type, Cublas.Product product, MemorySegment one, long a, long b, long c) {
    whileCurrent(
        () -> {
          if (cublas == 0) {
            cublas = createCublas();
          }
          try (Arena arena = Arena.ofConfined()) {
            Cublas.multiply(type, cublas, product, one, a, b, arena.allocate(16, 16), c);
          }
          return 0;
        });
  }

  /// Waits until the device has done everything that was queued.
  void synchronize() {
    whileCurrent(
        () -> {
          Driver.synchronize(stream);
          return 0;
        });
  }

  /// The time on the device, in milliseconds, that the work queued by `work` takes.
  double elapsedMillis(Runnable work) {
    return whileCurrent(
        () -> {
          try (Arena arena = Arena.ofConfined()) {
            MemorySegment slot = arena.allocate(ValueLayout.JAVA_LONG);
            Driver.createEvent(slot, 0);
            long start = slot.get(ValueLayout.JAVA_LONG, 0);
            Driver.createEvent(slot, 0);
            long end = slot.get(ValueLayout.JAVA_LONG, 0);
            Driver.recordEvent(start, stream);
            work.run();
            Driver.recordEvent(end, stream);
            Driver.synchronizeEvent(end);
            Driver.elapsedMillis(slot, start, end);
            Driver.destroyEvent(start);
            Driver.destroyEvent(end);
            return (double) slot.get(ValueLayout.JAVA_FLOAT, 0);
          }
        });
  }

  private interface Operation<T> {
    T run();
  }

  private <T> T whileCurrent(Operation<T> operation) {
    lock.lock();
    try {
      Driver.setCurrentContext(context);
      return operation.run();
    } finally {
      lock.unlock();
    }
  }

  private PinnedStaging staging() {
    PinnedStaging ready = staging;
    if (ready == null) {
      ready = new PinnedStaging(stream);
      staging = ready;
    }
    return ready;
  }

  private long createCublas() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment slot = arena.allocate(ValueLayout.JAVA_LONG);
      Cublas.create(slot);
      long handle = slot.get(ValueLayout.JAVA_LONG, 0);
      Cublas.setStream(handle, stream);
      return handle;
    }
  }

  private static int attribute(int attribute, int device, MemorySegment slot) {
    Driver.deviceAttribute(slot, attribute, device);
    return slot.get(ValueLayout.JAVA_INT, 0);
  }

  private static void checkRange(DeviceMemory memory, long byteOffset, long bytes) {
    if (byteOffset < 0 || bytes < 0 || byteOffset > memory.byteSize() - bytes) {
      throw new IndexOutOfBoundsException(
          "bytes %d to %d of a block of %d bytes"
              .formatted(byteOffset, byteOffset + bytes, memory.byteSize()));
    }
  }
}
