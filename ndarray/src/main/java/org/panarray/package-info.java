/// NumPy's arrays and functions in Java: the API that programs use.
///
/// ```java
/// NDArray a = np.arange(6).reshape(2, 3);
/// NDArray centred = a.minus(np.mean(a, axis(0)));
/// np.sqrt(np.sum(centred.times(centred), axis(0))) // [2.12132034 2.12132034 2.12132034]
/// ```
///
/// Where to look: [Np] has the functions (`np.*`), one interface for each page of NumPy's
/// reference; [NDArray] the array and its methods; [DType] the types of elements; [Kw] the keyword
/// arguments; [Linalg], [Random] and [Lib] are NumPy's sub-namespaces; [Ufunc] what `np.add` and
/// its kin have beside being called. Names are NumPy's in camel case, without exception, but that a
/// name which is a word of Java ends in `_` (`np.double_`).
///
/// Why it is as it is:
///
/// * **One door.** Every function, operator and method ends in `Dispatch.apply(primitive, arrays)`.
///   Shapes, types, allocation, the choice of an engine and recording happen there and nowhere
///   else, so that gradients, fusion, devices and tests hang on one place; recorders stand beside
///   it. Functions are compositions over few primitives, and those are the only ones that touch
///   memory.
/// * **Keywords are types.** `axis(1)` is a value, and a function takes the family of keywords it
///   understands, so that a keyword which does not apply does not compile. A keyword that changes
///   what is returned (`returnCounts`, `retstep`) chooses another overload and thereby another
///   result type. A [DType] is a keyword itself: `np.zeros(3, np.float32)`.
/// * **What "array-like" means.** A Java array of primitives keeps its element type (`int[]` is
///   int32, `float[]` float32): the program has said which it wants. Lists and boxes are read as
///   Python's (integers are int64, numbers float64), so that ported code gives what it gave. Java
///   primitives as operands are Python's weak scalars: `float32Array.times(2.0)` stays float32.
/// * **State of a thread.** Print options, error handling, the default device, memory scopes and
///   the recorder are set for a block by `try (var options = np.printoptions(...))`, as `with` does
///   in Python. A `ScopedValue` cannot be bound by try-with-resources, so one class holds a
///   thread's state and every block restores what it found.
/// * **Methods are typed, functions are not.** `a.plus(b)` takes arrays, doubles and longs, each as
///   an overload, so that a `long` is never read as a double; `np.add(a, b)` takes what NumPy
///   takes.
/// * **Identity.** `equals` and `hashCode` are Java's: an array changes, and comparing elements
///   gives an array ([NDArray#eq]). `np.arrayEqual` compares whole arrays.
/// * **Results are records** where NumPy returns tuples, with its names where it has names.
/// * **Errors** have NumPy's words and are the exceptions that Java programs catch: a `ValueError`
///   is an `IllegalArgumentException`, an `IndexError` an `IndexOutOfBoundsException`.
///
/// The interfaces behind [Np] and [NDArray], `org.panarray.internal.page`, keep a page's functions
/// in a file of their own and are no types to be named. They are public all the same, because a
/// method that is inherited from a type which is not public cannot be called by reflection; and
/// sealed. Everything else under `internal` is the library's own.
@NullMarked
package org.panarray;

import org.jspecify.annotations.NullMarked;
