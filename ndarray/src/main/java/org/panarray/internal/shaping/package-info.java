/// TBD
@NullMarked
package org.panarray.internal.shaping;

import org.jspecify.annotations.NullMarked;
