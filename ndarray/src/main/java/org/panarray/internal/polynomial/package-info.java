/// TBD
@NullMarked
package org.panarray.internal.polynomial;

import org.jspecify.annotations.NullMarked;
