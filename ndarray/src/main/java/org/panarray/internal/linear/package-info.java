/// TBD
@NullMarked
package org.panarray.internal.linear;

import org.jspecify.annotations.NullMarked;
