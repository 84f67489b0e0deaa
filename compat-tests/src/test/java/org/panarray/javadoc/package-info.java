/// The examples of the public Javadoc, compiled and run as a reader would type them.
@NullMarked
package org.panarray.javadoc;

import org.jspecify.annotations.NullMarked;
