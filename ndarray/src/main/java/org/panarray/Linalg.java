package org.panarray;

import org.panarray.internal.page.LinalgDecompositions;
import org.panarray.internal.page.LinalgEigenvalues;
import org.panarray.internal.page.LinalgNorms;
import org.panarray.internal.page.LinalgProducts;
import org.panarray.internal.page.LinalgSolving;

/// `np.linalg`: solutions, factorizations, eigenvalues and norms of matrices.
///
/// Functions take stacks of matrices: the last two axes are the matrix, those before are broadcast
/// or worked through one by one. Integers and bools are computed in float64. Computation is in
/// float64 or complex128 as in NumPy; float32 and complex64 are what results are rounded to where
/// all inputs are of these types. float16 is a [org.panarray.error.TypeError].
///
/// Results are fresh arrays.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.linalg.html">numpy.linalg</a>
public final class Linalg
    implements LinalgSolving, LinalgDecompositions, LinalgEigenvalues, LinalgNorms, LinalgProducts {
  Linalg() {}
}
