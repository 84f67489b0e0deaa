/// What `np.fft` composes of the primitive [org.panarray.prim.Primitive.Fft]: lengths, norms and
/// several axes.
@NullMarked
package org.panarray.internal.fft;

import org.jspecify.annotations.NullMarked;
