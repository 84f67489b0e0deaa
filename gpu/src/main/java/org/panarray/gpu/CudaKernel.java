package org.panarray.gpu;

/// A kernel that is loaded on a device.
///
/// @param name its name in the source
/// @param function the driver's handle
/// @param items elements that one thread computes, as the source says
record CudaKernel(String name, long function, int items) {}
