/// Keyword arguments as values, and the families of those that one function takes.
///
/// Programs write them by the factories of [org.panarray.Kw] and seldom name these types; they
/// stand apart so that they do not hide the types that programs do name. They carry what was given
/// and compute nothing: keywords know arrays and dtypes, and nothing of what is done with them.
@NullMarked
package org.panarray.keyword;

import org.jspecify.annotations.NullMarked;
