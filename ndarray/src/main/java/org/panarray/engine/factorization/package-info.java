/// Matrix factorizations by LAPACK over stacks of matrices. Their judges are residuals, so the CPU
/// engine and the interpreter share them.
@NullMarked
package org.panarray.engine.factorization;

import org.jspecify.annotations.NullMarked;
