/// What can only be seen from outside a JVM: that it lives, that it ends, what it says when a
/// library is missing. Each test starts JVMs of its own.
@NullMarked
package org.panarray.process;

import org.jspecify.annotations.NullMarked;
