package org.panarray.gpu;

import java.util.List;

/// The native libraries that the engine binds.
enum CudaLibrary {
  /// The driver. It comes with the kernel module and never with a toolkit.
  DRIVER("driver", "panarray.libcuda", List.of("libcuda.so.1"), List.of("nvcuda.dll")),
  /// The run-time compiler.
  NVRTC(
      "run-time compiler",
      "panarray.libnvrtc",
      List.of("libnvrtc.so.13", "libnvrtc.so.12", "libnvrtc.so"),
      List.of("nvrtc64_130_0.dll", "nvrtc64_120_0.dll")),
  /// Matrix products.
  CUBLAS(
      "cuBLAS",
      "panarray.libcublas",
      List.of("libcublas.so.13", "libcublas.so.12", "libcublas.so"),
      List.of("cublas64_13.dll", "cublas64_12.dll"));

  private final String title;
  private final String property;
  private final List<String> linuxNames;
  private final List<String> windowsNames;

  CudaLibrary(String title, String property, List<String> linux, List<String> windows) {
    this.title = title;
    this.property = property;
    this.linuxNames = linux;
    this.windowsNames = windows;
  }

  /// What people call it.
  String title() {
    return title;
  }

  /// The system property that names the file outright.
  String property() {
    return property;
  }

  /// The file names it goes by, newest first.
  List<String> fileNames(boolean windows) {
    return windows ? windowsNames : linuxNames;
  }
}
