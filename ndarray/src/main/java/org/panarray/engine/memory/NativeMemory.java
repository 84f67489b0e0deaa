package org.panarray.engine.memory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Memory straight from the operating system: anonymous mappings with huge pages on Linux, arenas
/// of the JDK elsewhere.
public final class NativeMemory {
  public static final long HUGE_PAGE = 2 << 20;
  private static final int PROT_READ_WRITE = 3;
  private static final int MAP_PRIVATE_ANONYMOUS = 0x22;
  private static final int MADV_DONTNEED = 4;
  private static final int MADV_HUGEPAGE = 14;
  private static final boolean LINUX =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");

  private static final @Nullable MethodHandle MMAP =
      bind(
          "mmap",
          FunctionDescriptor.of(
              ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final @Nullable MethodHandle MUNMAP =
      bind("munmap", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));
  private static final @Nullable MethodHandle MADVISE =
      bind("madvise", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
  private static final Map<Long, Arena> ARENAS = new ConcurrentHashMap<>();

  private NativeMemory() {}

  /// A zeroed block of this size, or null where the system refuses.
  public static @Nullable MemorySegment map(long bytes) {
    if (MMAP == null || MADVISE == null || MUNMAP == null) {
      return mapByArena(bytes);
    }
    boolean huge = bytes >= HUGE_PAGE;
    long length = huge ? bytes + HUGE_PAGE : bytes;
    try {
      MemorySegment start =
          (MemorySegment)
              MMAP.invokeExact(
                  MemorySegment.NULL, length, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0L);
      if (start.address() == -1) {
        return null;
      }
      if (!huge) {
        return start.reinterpret(bytes);
      }
      long aligned = (start.address() + HUGE_PAGE - 1) & -HUGE_PAGE;
      unmapRange(start.address(), aligned - start.address());
      unmapRange(aligned + bytes, start.address() + length - aligned - bytes);
      MemorySegment block = MemorySegment.ofAddress(aligned).reinterpret(bytes);
      int _ = (int) MADVISE.invokeExact(block, bytes, MADV_HUGEPAGE); // a wish: may be refused
      return block;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static @Nullable MemorySegment mapByArena(long bytes) {
    Arena arena = Arena.ofShared();
    try {
      MemorySegment block = arena.allocate(bytes, 64);
      ARENAS.put(block.address(), arena);
      return block;
    } catch (OutOfMemoryError e) {
      arena.close();
      return null;
    }
  }

  /// Whether parts of a block can be given back by themselves.
  static boolean isDivisible() {
    return MMAP != null && MADVISE != null && MUNMAP != null;
  }

  static void unmap(MemorySegment block) {
    Arena arena = ARENAS.remove(block.address());
    if (arena != null) {
      arena.close();
      return;
    }
    unmapRange(block.address(), block.byteSize());
  }

  private static void unmapRange(long address, long bytes) {
    long whole = (bytes + 4095) & -4096;
    if (whole == 0 || MUNMAP == null) {
      return;
    }
    try {
      int _ = (int) MUNMAP.invokeExact(MemorySegment.ofAddress(address), whole);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /// Sets a block to zeroes; a large one gives its huge pages back, which return as zeroes when
  /// they are touched, as `calloc` does.
  static void zero(MemorySegment block) {
    long start = (block.address() + HUGE_PAGE - 1 & -HUGE_PAGE) - block.address();
    long bytes = block.byteSize() - start & -HUGE_PAGE;
    if (MADVISE == null || bytes < 2 * HUGE_PAGE) {
      block.fill((byte) 0);
      return;
    }
    MemorySegment whole = block.asSlice(start, bytes);
    try {
      if ((int) MADVISE.invokeExact(whole, bytes, MADV_DONTNEED) != 0) {
        whole.fill((byte) 0);
      }
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    block.asSlice(0, start).fill((byte) 0);
    block.asSlice(start + bytes).fill((byte) 0);
  }

  static long physicalBytes() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 8L << 30;
  }

  static String describe() {
    return MMAP == null ? "blocks from JDK arenas" : "blocks from mmap with huge pages";
  }

  private static @Nullable MethodHandle bind(String name, FunctionDescriptor descriptor) {
    if (!LINUX) {
      return null;
    }
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(name)
        .map(address -> linker.downcallHandle(address, descriptor))
        .orElse(null);
  }
}
