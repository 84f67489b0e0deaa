/// Numbers and arrays as text, byte for byte as NumPy prints them.
///
/// The package knows nothing of arrays beyond [PrintableArray], so that the array class can use it
/// without a cycle. Shortest digits come from `Double.toString` and `Float.toString`, which have
/// followed the shortest-digits rule since JDK 19; where NumPy's Dragon4 differs (one-digit
/// results, rounding of the exact value at a cut-off, digits beyond the shortest), [DecimalDigits]
/// goes on with exact decimals.
@NullMarked
package org.panarray.text;

import org.jspecify.annotations.NullMarked;
