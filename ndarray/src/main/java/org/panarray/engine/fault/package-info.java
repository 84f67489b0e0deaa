/// Which floating-point faults an operation may raise, and whether elements raise them. Under the
/// CPU engine and the interpreter alike; its judge are NumPy's recorded warnings.
@NullMarked
package org.panarray.engine.fault;

import org.jspecify.annotations.NullMarked;
