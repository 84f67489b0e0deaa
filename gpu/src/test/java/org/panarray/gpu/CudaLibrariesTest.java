package org.panarray.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the libraries are looked for. Nothing here touches this process's own libraries.
class CudaLibrariesTest {
  @TempDir Path directory;

  @Test
  void theExplanationNamesEveryPlaceInOrder() throws Exception {
    Path wheel = directory.resolve("venv/lib/python3.11/site-packages/nvidia/cublas/lib");
    Files.createDirectories(wheel);
    CudaLibraries libraries =
        new CudaLibraries(
            Map.of("panarray.cuda.path", "/nowhere/a")::get,
            Map.of(
                    "PANARRAY_CUDA_PATH", "/nowhere/b",
                    "VIRTUAL_ENV", directory.resolve("venv").toString(),
                    "CUDA_HOME", "/nowhere/c")
                ::get);
    String text = libraries.explain();
    List<String> places =
        List.of(
            "cuBLAS (libcublas.so.13): not found; tried",
            "-Dpanarray.libcublas: not set",
            "/nowhere/a/libcublas.so.13: no such file",
            "/nowhere/b/libcublas.so.13: no such file",
            wheel + "/libcublas.so.13: no such file",
            "/nowhere/c/lib64/libcublas.so.12: no such file",
            "/usr/local/cuda/lib64/libcublas.so.13: no such file",
            "libcublas.so.13: not known to the system's loader");
    int at = 0;
    for (String place : places) {
      int found = text.indexOf(place, at);
      assertTrue(found >= 0, () -> place + " is not, or not in this order, in\n" + text);
      at = found;
    }
  }

  @Test
  void aNamedFileIsTheOnlyOneTried() {
    CudaLibraries libraries =
        new CudaLibraries(Map.of("panarray.libcuda", "/nowhere/libcuda.so")::get, name -> null);
    assertTrue(libraries.symbols(CudaLibrary.DRIVER).isEmpty());
    assertTrue(libraries.explain().contains("/nowhere/libcuda.so: no such file"));
  }

  @Test
  void aFileThatIsNoLibraryIsReported() throws Exception {
    Path file = Files.writeString(directory.resolve("libcuda.so.1"), "no library");
    CudaLibraries libraries =
        new CudaLibraries(Map.of("panarray.libcuda", file.toString())::get, name -> null);
    assertTrue(libraries.explain().contains(file + ": the system's loader refuses it"));
  }

  @Test
  void aFunctionOfAMissingLibraryThrowsTheExplanation() {
    CudaLibraries libraries =
        new CudaLibraries(Map.of("panarray.libcuda", "/nowhere/libcuda.so")::get, name -> null);
    MethodHandle init = new NativeTable(CudaLibrary.DRIVER, libraries).bind("cuInit", "i");
    CudaError error = assertThrows(CudaError.class, () -> call(init));
    assertTrue(
        error.getMessage().startsWith("cuInit cannot be called: no CUDA driver was found"),
        error::getMessage);
    assertTrue(error.getMessage().contains("/nowhere/libcuda.so: no such file"));
    assertEquals(-1, error.code());
  }

  private static int call(MethodHandle function) throws Throwable {
    return (int) function.invokeExact(0);
  }
}
