/// TBD
@NullMarked
package org.panarray.internal.files;

import org.jspecify.annotations.NullMarked;
