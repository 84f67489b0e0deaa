package org.panarray.result;

/// What `np.ndenumerate` gives for each element.
///
/// @param index one coordinate for each axis
/// @param element the element as a Java value
public record IndexedElement(long[] index, Object element) {}
