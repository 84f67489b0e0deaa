/// NumPy's functions and methods, one interface for each page of its reference; `Np`, `Linalg`,
/// `NDArray` and the generators are made of them.
///
/// They are public, so that reflection, and with it every language that calls Java by reflection,
/// finds methods of public types; and sealed, so that nobody else implements them. A method is
/// fewer than 15 lines: it reads its keywords and calls an algorithm of another room. Algorithms
/// never call a page.
///
/// A page cannot see the methods of another: only who inherits both has them. So it says `Np.np`
/// for a function of another page, as a program would, and `(NDArray) this` or `(Np) this` for the
/// object that it is part of, which `permits` makes certain. Where an algorithm stands behind the
/// function, the page calls that instead.
@NullMarked
package org.panarray.internal.page;

import org.jspecify.annotations.NullMarked;
