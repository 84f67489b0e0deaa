/// What needs elements in order: sorting, searching, the places of extremes, and the sets of unique
/// elements.
///
/// It looks for order only through the primitives `Sort`, `ArgSort` and `SearchSorted`, so that an
/// engine may bring its own.
@NullMarked
package org.panarray.internal.ordering;

import org.jspecify.annotations.NullMarked;
