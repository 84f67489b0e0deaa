/// The memory of arrays on the host: buffers, the pool that lends them, and what reads and writes
/// single elements of it. Under every engine of the host.
@NullMarked
package org.panarray.engine.memory;

import org.jspecify.annotations.NullMarked;
