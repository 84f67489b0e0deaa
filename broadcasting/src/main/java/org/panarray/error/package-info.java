/// NumPy's exceptions under NumPy's names.
///
/// Each extends the exception that a Java programmer would catch anyway (an `IndexError` is an
/// `IndexOutOfBoundsException`), so code that has never heard of NumPy handles them, and each
/// implements `NumpyException`, so code that has can. The texts are NumPy's, word for word: they
/// are what people search the web for. The package lies at the bottom, beside the shapes, because
/// shape errors are the commonest and the module below everything must be able to throw them.
@NullMarked
package org.panarray.error;

import org.jspecify.annotations.NullMarked;
