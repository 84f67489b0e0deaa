/// The CUDA engine of Panarray: the primitives of the `ndarray` module on an NVIDIA GPU.
///
/// CUDA is called through the Foreign Function and Memory API; nothing is loaded until the first
/// use.
module org.panarray.gpu {
  requires transitive org.panarray.ndarray;
  requires static transitive org.jspecify;

  provides org.panarray.engine.EngineProvider with
      org.panarray.gpu.CudaEngineProvider;
}
