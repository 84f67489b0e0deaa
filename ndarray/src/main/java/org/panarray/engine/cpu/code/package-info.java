/// Writes the bytecode of kernels: expressions and folds become classes with a scalar and a vector
/// body.
@NullMarked
package org.panarray.engine.cpu.code;

import org.jspecify.annotations.NullMarked;
