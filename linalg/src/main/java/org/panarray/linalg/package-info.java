/// What OpenBLAS and LAPACK do, on memory with strides; the ground under `matmul` and `np.linalg`.
///
/// [LinearAlgebra#get] gives one of two implementations of the same contract, which is stated by
/// [Blas] and [Lapack] and enforced by one class for both. Why things are as they are:
///
/// - **Two implementations.** Plain Java makes everything work on any machine and is a second
///   opinion for the tests. It holds matrices as pairs of `double[]`, so that each algorithm exists
///   once for four kinds.
/// - **Errors.** Wrong shapes, kinds and bounds throw before native code is called. What numbers
///   cause (a singular matrix, no convergence) comes back as LAPACK's `info`; NumPy's exceptions
///   are raised by those who know NumPy.
/// - **Copies.** A product passes strides on as leading dimension and transposition wherever BLAS
///   can express them, and copies otherwise. Factorizations always work on column-major copies, as
///   NumPy does: the routines overwrite their input, and the same routines on the same layout give
///   the same signs.
/// - **LAPACKE**, not the Fortran symbols: it finds and allocates the workspaces. Its check for NaN
///   is switched off, because NumPy computes with NaN. That switch is global to the library, so
///   other users of the same OpenBLAS in this process see it too.
/// - **Loading.** JavaCPP's `Loader` extracts from bytedeco's jar only OpenBLAS and the Fortran
///   run-time libraries, and caches them; its JNI bindings are never loaded. A platform module that
///   nobody requires is found on the module path itself. `-Dpanarray.openblas.path=FILE` names
///   another library, which must have 32-bit integers and export CBLAS and LAPACKE; one that lacks
///   a routine is not used at all, rather than fail later. `-Dpanarray.blas=java` uses none.
/// - **Core type.** On AMD processors with AVX-512 the environment variable `OPENBLAS_CORETYPE` is
///   set to `SKYLAKEX` for native code, unless the user has set it.
/// - **Threads.** `OPENBLAS_NUM_THREADS` counts. Any number of Java threads may call: products that
///   OpenBLAS splits run one at a time with all its threads, smaller ones side by side in their
///   callers, and as many factorizations as there are processors.
/// - **Stacks.** OpenBLAS's parallel LU factorization takes 4.3 MB of its caller's stack, which is
///   more than Java's threads have; it runs on threads with stacks that [DeepStack] computes from
///   the library's own figures. Everything else fits under what the JVM keeps free on any thread.
/// - **The end of the process.** A shutdown hook admits no more calls and waits for those that run,
///   because OpenBLAS's destructor and a call in flight would wait for each other.
/// - **Heap memory.** Operands below 1 MiB are passed where they are, by `critical` calls, if the
///   call lasts some tenths of a millisecond at most. Others are copied off the heap first, since a
///   long such call would hold up the garbage collector, into memory that is kept for the next
///   ([StagingArena]).
@NullMarked
package org.panarray.linalg;

import org.jspecify.annotations.NullMarked;
