package org.panarray.gpu;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/// The kernels of one device by what they are specialised to.
final class CudaKernels {
  private final CudaDevice device;
  private final ConcurrentMap<Object, CudaKernel> kernels = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, CudaKernel> compiled = new ConcurrentHashMap<>();

  CudaKernels(CudaDevice device) {
    this.device = device;
  }

  /// The kernel of a key, whose source is asked for when it is first needed.
  CudaKernel find(Object key, Supplier<KernelSource> source) {
    CudaKernel known = kernels.get(key);
    if (known != null) {
      return known;
    }
    KernelSource text = source.get();
    CudaKernel kernel = compiled.get(text.name());
    if (kernel == null) {
      kernel = load(KernelSource.unit(List.of(text)), text);
      compiled.put(text.name(), kernel);
    }
    kernels.put(key, kernel);
    return kernel;
  }

  /// Compiles kernels in one go, which takes less time than one by one.
  void prepare(Collection<KernelSource> sources) {
    String unit = KernelSource.unit(sources);
    for (KernelSource source : sources) {
      compiled.put(source.name(), load(unit, source));
    }
  }

  private CudaKernel load(String unit, KernelSource source) {
    CudaKernel kernel = device.kernel(unit, source.name());
    return new CudaKernel(kernel.name(), kernel.function(), source.items());
  }
}
