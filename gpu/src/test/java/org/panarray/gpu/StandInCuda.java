package org.panarray.gpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The stand-in for CUDA's libraries: the driver, the run-time compiler and cuBLAS on the CPU. It
/// is built with `g++` when it is first needed and kept in the temporary directory under a hash of
/// its sources, together with the kernels that tests have compiled.
///
/// With `-Dpanarray.gpu.required=true` the real libraries are used and nothing is built.
public final class StandInCuda {
  private static final List<String> LIBRARY =
      List.of("driver_sim.cpp", "nvrtc_sim.cpp", "cublas_sim.cpp");
  private static final String HEADER = "cuda_sim.h";
  private static final List<String> KERNEL_FLAGS =
      List.of(
          "-std=c++20",
          "-O1",
          "-ffp-contract=off",
          "-fno-strict-aliasing",
          "-fvisibility=hidden",
          "-w",
          "-fPIC");

  private static final Optional<String> OBSTACLE = install();

  /// The order in which the stand-in runs the threads of a block.
  public enum ThreadOrder {
    /// Lowest number first.
    FORWARD,
    /// Highest number first.
    REVERSE,
    /// Another order for each block.
    RANDOM
  }

  private StandInCuda() {}

  /// Makes this process use the stand-in (or the real libraries, where they are required) and says
  /// why that is not possible, if it is not. It must be called before anything touches a device.
  public static Optional<String> obstacle() {
    return OBSTACLE;
  }

  /// Whether the real libraries are in use.
  public static boolean isReal() {
    return Boolean.getBoolean("panarray.gpu.required");
  }

  /// Sets the order of threads for the launches that follow.
  public static void setThreadOrder(ThreadOrder order) {
    call("panarray_sim_set_order", (long) order.ordinal());
  }

  /// Sets how much memory the device has.
  public static void setMemoryLimit(long bytes) {
    call("panarray_sim_set_memory_limit", bytes);
  }

  /// Bytes of device memory that the driver has handed out.
  public static long liveBytes() {
    return call("panarray_sim_live_bytes");
  }

  /// How often the driver has handed out memory.
  public static long allocations() {
    return call("panarray_sim_allocations");
  }

  /// How many kernels were launched.
  public static long launches() {
    return call("panarray_sim_launches");
  }

  private static long call(String name, long... arguments) {
    SymbolLookup symbols = CudaLibraries.ofThisProcess().symbols(CudaLibrary.DRIVER).orElseThrow();
    MemoryLayout[] layouts = new MemoryLayout[arguments.length];
    Arrays.fill(layouts, ValueLayout.JAVA_LONG);
    MethodHandle function =
        Linker.nativeLinker()
            .downcallHandle(
                symbols.find(name).orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_LONG, layouts));
    try {
      return arguments.length == 0
          ? (long) function.invokeExact()
          : (long) function.invokeExact(arguments[0]);
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  private static Optional<String> install() {
    if (isReal()) {
      return Optional.empty();
    }
    try {
      Path home = build();
      String library = home.resolve("libcuda_sim.so").toString();
      for (CudaLibrary each : CudaLibrary.values()) {
        System.setProperty(each.property(), library);
      }
      System.setProperty("panarray.cuda.cache", home.resolve("kernels").toString());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("the CUDA stand-in needs g++ on x86-64 Linux: " + e.getMessage());
    }
  }

  private static Path build() throws IOException {
    Path root = Path.of(System.getProperty("java.io.tmpdir"), "panarray-cuda-stand-in");
    Path home = root.resolve(hash());
    if (Files.exists(home)) {
      return home;
    }
    Files.createDirectories(root);
    Path fresh = Files.createTempDirectory(root, "build");
    List<String> names = new ArrayList<>(LIBRARY);
    names.add(HEADER);
    for (String name : names) {
      Files.write(fresh.resolve(name), source(name));
    }
    List<String> command = new ArrayList<>(List.of("g++"));
    command.addAll(KERNEL_FLAGS);
    command.addAll(List.of(HEADER, "-o", HEADER + ".gch"));
    run(fresh, command);
    command = new ArrayList<>(List.of("g++", "-std=c++20", "-O1", "-shared", "-fPIC"));
    command.addAll(LIBRARY);
    command.addAll(List.of("-ldl", "-o", "libcuda_sim.so"));
    run(fresh, command);
    try {
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.exists(home)) {
        throw e;
      }
    }
    return home;
  }

  private static void run(Path directory, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String hash() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(String.join(" ", KERNEL_FLAGS).getBytes(StandardCharsets.UTF_8));
      digest.update(source(HEADER));
      for (String name : LIBRARY) {
        digest.update(source(name));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] source(String name) {
    try (InputStream in = StandInCuda.class.getResourceAsStream("standin/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
