/// TBD
@NullMarked
package org.panarray.internal.statistics;

import org.jspecify.annotations.NullMarked;
