package org.panarray.gpu;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/// CUDA C to loaded modules: a map in memory in front of a directory in front of the compiler.
final class KernelCache {
  private final CubinDirectory disk;
  private final List<String> options;
  private final String compiler;
  private final ConcurrentMap<String, CudaModule> modules = new ConcurrentHashMap<>();
  private final AtomicLong compilations = new AtomicLong();

  /// @param architecture of the device, such as `sm_90`
  KernelCache(CubinDirectory disk, String architecture) {
    this.disk = disk;
    this.compiler = "nvrtc " + Nvrtc.version();
    this.options = options(architecture);
  }

  /// What the compiler is told.
  static List<String> options(String architecture) {
    // Machine code for exactly this device; no contraction, since NumPy rounds a product before it
    // adds; denormals are kept, since NumPy keeps them (which is what NVRTC does unless told).
    return List.of("--gpu-architecture=" + architecture, "--fmad=false", "--std=c++17");
  }

  /// The module of a source; the device's context must be current.
  ///
  /// @throws CudaError with the compiler's log, if the source does not compile
  CudaModule module(String source) {
    return modules.computeIfAbsent(source, this::load);
  }

  /// How often the compiler has run.
  long compilations() {
    return compilations.get();
  }

  private CudaModule load(String source) {
    String key = CubinDirectory.key(compiler, options, source);
    byte[] image =
        disk.read(key)
            .orElseGet(
                () -> {
                  byte[] compiled = Nvrtc.compile(source, options);
                  compilations.incrementAndGet();
                  disk.write(key, compiled);
                  return compiled;
                });
    return new CudaModule(image);
  }
}
