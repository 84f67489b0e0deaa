/// NumPy's file formats: `.npy`, `.npz` and tables of text.
///
/// The package reads and writes plain memory ([java.lang.foreign.MemorySegment]) with an element
/// type and a shape, and knows nothing of arrays: the array class uses it without a cycle. Memory
/// for what is read comes from the caller, and is asked for only after the header was checked
/// against the length of the file: a hostile header cannot make anything be allocated.
@NullMarked
package org.panarray.io;

import org.jspecify.annotations.NullMarked;
