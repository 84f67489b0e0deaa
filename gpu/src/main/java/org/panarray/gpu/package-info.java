/// The CUDA engine.
///
/// Why it is built as it is:
///
/// - **Panama, not JNI.** Each function is one line of a table and is bound by name when it is
///   first needed. A function that an older library lacks is a [CudaError] that names it; through
///   JNI the same call ends the process. One build serves CUDA 12 and 13.
/// - **Driver interface only.** The runtime library (`cudart`) adds nothing that is needed here,
///   and its version would have to match.
/// - **Cubin, never PTX.** PTX of a newer compiler is refused by an older driver; machine code for
///   the device at hand is not, and it needs no second compilation at load time.
/// - **One stream for each device, all work in order.** A freed block can be handed out again at
///   once, since whoever uses it next is queued behind whoever used it last.
/// - **`--fmad=false`.** A fused multiply-add would round once where NumPy rounds twice.
/// - **The same bits everywhere.** How a reduction or a scan is cut up follows from shapes and
///   layouts alone; there are no floating-point atomics; values that are scattered to one place are
///   combined in the order of a loop. So a result does not depend on the device or on the run.
/// - **Nothing falls back.** What the engine cannot do is an `UnsupportedOperationException` that
///   names the primitive and the device. Kernels are queued; only transfers, and index arrays
///   (whose bounds are NumPy's to check in the call), wait for the device.
/// - **Scalar operations are printed from the table** of `prim` and compiled for exactly the types
///   and the traversal at hand; the device code that they call is in the `.cuh` files beside this
///   package.
/// - **The tests run on a stand-in** for the driver, the compiler and cuBLAS that executes the same
///   kernels on the CPU, in three orders of threads, against the interpreter. Whether CUDA's own
///   compiler takes every kernel is checked by the test program `KernelCompilation`, which needs no
///   GPU; `gpu/tools/gpu-check.sh` does everything that needs one.
@NullMarked
package org.panarray.gpu;

import org.jspecify.annotations.NullMarked;
