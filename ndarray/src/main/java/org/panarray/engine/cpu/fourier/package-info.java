/// Fourier transforms of any length, on Java arrays of doubles; what reads and writes the memory of
/// operands is [org.panarray.engine.cpu.kernel.FourierKernel].
///
/// A transform is one pass for each factor of its length ([Stages], [Pass]); a long single sequence
/// is split into a matrix first ([Split]); a length with a large prime factor is a convolution
/// ([Chirp]). [Plan] chooses, and keeps the roots of the lengths used last.
///
/// Decisions, with what was measured on a 2-core Zen 5 with AVX-512:
/// - Own code instead of JTransforms 3.2, the well-kept library there is (BSD, pure Java): it
///   transforms one sequence of a `double[]` at a time and one number after another, 1000 sequences
///   of 256 in 1.3 ms against NumPy's 0.7, and 0.3 here (the passes alone; reading and writing
///   memory between strides still costs more than they do); floats would take its second half again
///   as much code, it starts threads of its own, and it brings JLargeArrays and JUnit along.
/// - Real and imaginary parts lie in arrays of their own and sequences lie side by side, so that
///   one operation on lanes serves eight of them and nothing is ever shuffled. A single sequence
///   gets neighbours by [Split]. Order comes out right by Stockham's scheme, without a permutation.
/// - Floats are computed in double: one code, errors of one rounding, and as fast, since lanes are
///   wide.
/// - Roots are computed to the last bit, from angles that are reduced in integers; the error of a
///   transform is that of its additions.
@NullMarked
package org.panarray.engine.cpu.fourier;

import org.jspecify.annotations.NullMarked;
