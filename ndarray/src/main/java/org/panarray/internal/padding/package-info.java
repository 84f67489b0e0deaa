/// Grows arrays at their borders; a room of its own, because its borders are made by statistics
/// (means, ramps), which are themselves made of shapes.
@NullMarked
package org.panarray.internal.padding;

import org.jspecify.annotations.NullMarked;
