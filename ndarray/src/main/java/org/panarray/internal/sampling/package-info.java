/// TBD
@NullMarked
package org.panarray.internal.sampling;

import org.jspecify.annotations.NullMarked;
