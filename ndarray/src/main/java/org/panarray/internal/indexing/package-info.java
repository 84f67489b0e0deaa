/// Elements by position, mask and coordinate: taken, put, counted and chosen.
///
/// Below [org.panarray.internal.shaping], which inserts, deletes and repeats by positions.
@NullMarked
package org.panarray.internal.indexing;

import org.jspecify.annotations.NullMarked;
