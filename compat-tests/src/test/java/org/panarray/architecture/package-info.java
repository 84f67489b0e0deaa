/// What keeps the modules apart: tests over the compiled classes and over the module path.
@NullMarked
package org.panarray.architecture;

import org.jspecify.annotations.NullMarked;
