/// TBD
@NullMarked
package org.panarray.internal.ordering;

import org.jspecify.annotations.NullMarked;
