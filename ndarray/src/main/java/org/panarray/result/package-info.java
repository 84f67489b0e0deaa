/// TBD
@NullMarked
package org.panarray.result;

import org.jspecify.annotations.NullMarked;
