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
/// - **The tests run on a stand-in** for the driver, the compiler and cuBLAS that executes the same
///   kernels on the CPU, so kernels are tested on machines without a GPU.
@NullMarked
package org.panarray.gpu;

import org.jspecify.annotations.NullMarked;
