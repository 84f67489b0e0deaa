/// The programs in `examples/` run, and say what their twins in NumPy say.
@NullMarked
package org.panarray.examples;

import org.jspecify.annotations.NullMarked;
