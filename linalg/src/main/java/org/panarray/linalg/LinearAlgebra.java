package org.panarray.linalg;

/// What `np.linalg` and `matmul` stand on: [Blas] and [Lapack] on strided memory.
///
/// Every method may be called by any number of threads at once.
public sealed interface LinearAlgebra extends Blas, Lapack permits OpenBlas, PortableBlas {

  /// The implementation of this process: OpenBLAS, or [PortableBlas] where OpenBLAS does not load
  /// or where `-Dpanarray.blas=java` asks for it. Chosen at the first call.
  static LinearAlgebra get() {
    return Chosen.implementation();
  }

  /// One line per fact: which library, from where, for which core, how many threads; and for the
  /// portable implementation, why it is used.
  String describe();

  /// How many threads a large call may use.
  int threads();
}
