/// TBD
@NullMarked
package org.panarray.keyword;

import org.jspecify.annotations.NullMarked;
