/// Kernels written by hand for primitives that move or order elements rather than compute them:
/// sorting, searching, gathering, products of matrices.
@NullMarked
package org.panarray.engine.cpu.kernel;

import org.jspecify.annotations.NullMarked;
