/// TBD
@NullMarked
package org.panarray.internal.indexing;

import org.jspecify.annotations.NullMarked;
