/// Polynomials by their coefficients: arithmetic, roots, least-squares fits, and how they are
/// printed.
///
/// Nothing here computes by itself: roots are eigenvalues, products convolutions, fits least
/// squares.
@NullMarked
package org.panarray.internal.polynomial;

import org.jspecify.annotations.NullMarked;
