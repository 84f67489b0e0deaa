/// The arguments of reading, writing and printing: what names a file or a source of text, and which
/// keywords mean what.
///
/// The formats themselves are [org.panarray.io] and [org.panarray.text], which know no arrays.
@NullMarked
package org.panarray.internal.files;

import org.jspecify.annotations.NullMarked;
