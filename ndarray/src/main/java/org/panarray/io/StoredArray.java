package org.panarray.io;

import java.lang.foreign.MemorySegment;

/// An array as a file holds it: elements in this machine's byte order, in the order that the header
/// names.
///
/// @param header type, shape and order
/// @param data exactly the bytes of the elements
public record StoredArray(NpyHeader header, MemorySegment data) {}
