/// Every public method, called with what nobody should give it.
///
/// By reflection, because nobody writes down 600 functions times twenty strangers; in JVMs of their own, because a
/// death or a hang must be seen by somebody who lives. What is judged is only how a call ends: with a result, or
/// with an exception of NumPy's and a sentence. What the sentence says for the strangers that Python knows as well
/// is recorded on the page `strangers` of the cases.
@NullMarked
package org.panarray.strangers;

import org.jspecify.annotations.NullMarked;
