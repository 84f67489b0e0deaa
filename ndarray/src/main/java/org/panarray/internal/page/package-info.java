/// TBD
@NullMarked
package org.panarray.internal.page;

import org.jspecify.annotations.NullMarked;
