/// The seam between what is computed and where: engines, their memory and the operands they see.
@NullMarked
package org.panarray.engine;

import org.jspecify.annotations.NullMarked;
