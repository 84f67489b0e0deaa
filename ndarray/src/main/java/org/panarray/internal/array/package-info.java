/// TBD
@NullMarked
package org.panarray.internal.array;

import org.jspecify.annotations.NullMarked;
