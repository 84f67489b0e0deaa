/// Products and factorizations of matrices and stacks of them, `einsum`, and norms.
///
/// The numbers come from LAPACK and BLAS behind primitives; here are the shapes, the types in which
/// NumPy computes, and the order in which a chain of products is multiplied.
@NullMarked
package org.panarray.internal.linear;

import org.jspecify.annotations.NullMarked;
