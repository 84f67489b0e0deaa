/// Arrays of the same elements in another shape, order or company: axes moved and inserted, joined,
/// repeated, rolled, blocks and updates in place. Views where NumPy gives views.
///
/// Above [org.panarray.internal.indexing]: to repeat or delete is to take by positions.
@NullMarked
package org.panarray.internal.shaping;

import org.jspecify.annotations.NullMarked;
