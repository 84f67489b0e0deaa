package org.panarray.io;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/// An array as a file holds it: elements in this machine's byte order, in the order that the header
/// names.
///
/// @param header type, shape and order
/// @param data exactly the bytes of the elements
/// @param warning what is to be told to who reads it
public record StoredArray(NpyHeader header, MemorySegment data, @Nullable String warning) {
  /// An array of which there is nothing to tell.
  public StoredArray(NpyHeader header, MemorySegment data) {
    this(header, data, null);
  }
}
