/// NumPy's functions and methods, one interface for each page of its reference; `Np`, `Linalg`,
/// `NDArray` and the generators are made of them.
///
/// They are public, so that reflection, and with it every language that calls Java by reflection,
/// finds methods of public types; and sealed, so that nobody else implements them. A method is
/// fewer than 15 lines: it reads its keywords and calls an algorithm of another room. Algorithms
/// never call a page.
@NullMarked
package org.panarray.internal.page;

import org.jspecify.annotations.NullMarked;
