/// NumPy's file formats: `.npy`, `.npz` and tables of text.
///
/// The package reads and writes plain memory ([java.lang.foreign.MemorySegment]) with an element
/// type and a shape, and knows nothing of arrays: the array class uses it without a cycle. Memory
/// for what is read comes from the caller, and is asked for only after the header was checked
/// against the length of the file: a hostile header cannot make anything be allocated.
///
/// Archives are read by code of our own, since `java.util.zip.ZipFile` checks no sum and finds
/// members where the directory contradicts them: one flipped bit would load as data. `loadtxt` and
/// `genfromtxt` share little, because in NumPy they do not either: one reads by rules of C, the
/// other by Python's `int`, `float` and `complex`. What NumPy makes of damaged files is recorded,
/// and replayed (`damage.py`); a file is read or refused as NumPy reads or refuses it, with four
/// exceptions, all refused here: dtypes that do not exist; members of archives that are no arrays,
/// which NumPy gives as bytes; integers in the text of `fromstring` that the dtype does not hold;
/// and a text that ends within a character, where `genfromtxt` with `max_rows` needs only its
/// start.
@NullMarked
package org.panarray.io;

import org.jspecify.annotations.NullMarked;
