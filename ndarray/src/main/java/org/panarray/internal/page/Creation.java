package org.panarray.internal.page;

import java.lang.foreign.MemorySegment;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.time.TimeRanges;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.PadKeyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Array creation.
///
/// Results are fresh arrays on the thread's default device, float64 unless said otherwise.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.array-creation.html">NumPy's page</a>
public sealed interface Creation permits Np {

  /// An array of nested Java arrays, lists, numbers or arrays: `numpy.array`, a copy.
  ///
  /// Keywords: `dtype`, `copy` (false: the array itself or an error), `order`, `ndmin`, `ndmax`
  /// (how deep nested sequences may be). Java arrays of primitives keep their type (`int[]` gives
  /// int32); lists are read as Python's (integers give int64).
  ///
  /// ```java
  /// np.array(new double[][] {{1, 2}, {3, 4}})
  /// // [[1. 2.]
  /// //  [3. 4.]]
  /// np.array(List.of(1, 2, 3)).dtype() // int64
  /// np.array(new int[] {1, 2, 3}).dtype() // int32
  /// np.array(new int[] {1, 2, 3}, np.float32) // [1. 2. 3.]
  /// np.array(List.of(List.of(1), List.of(2, 3))).shape() // throws ValueError: setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part.
  /// ```
  ///
  /// @throws ValueError where nested rows differ in length, and `Unable to avoid copy while
  ///   creating an array as requested. ...`
  default NDArray array(Object object, Keyword.ForArray... keywords) {
    return NewArrays.array(object, keywords);
  }

  /// The array itself, or [#array] of what is none: `numpy.asarray`. Keywords: `dtype`, `order`,
  /// `copy` (default: only where it is needed).
  default NDArray asarray(Object a, Keyword.ForAsarray... keywords) {
    return NewArrays.asarray(a, keywords);
  }

  /// A fresh array whose elements are undefined: `numpy.empty`. Keywords: `dtype`, `order`.
  default NDArray empty(long[] shape, Keyword.ForFill... keywords) {
    return NewArrays.empty(shape, keywords);
  }

  /// As [#empty(long[], Keyword.ForFill...)] in float64.
  default NDArray empty(long... shape) {
    return empty(shape, new Keyword.ForFill[0]);
  }

  /// Zeros: `numpy.zeros`. Keywords: `dtype`, `order`.
  ///
  /// ```java
  /// np.zeros(new long[] {2, 2}, np.int8)
  /// // [[0 0]
  /// //  [0 0]]
  /// ```
  default NDArray zeros(long[] shape, Keyword.ForFill... keywords) {
    return NewArrays.zeros(shape, keywords);
  }

  /// Zeros in float64.
  ///
  /// ```java
  /// np.zeros(2, 3)
  /// // [[0. 0. 0.]
  /// //  [0. 0. 0.]]
  /// ```
  default NDArray zeros(long... shape) {
    return zeros(shape, new Keyword.ForFill[0]);
  }

  /// Zeros of one axis.
  default NDArray zeros(long length, Keyword.ForFill keyword) {
    return zeros(new long[] {length}, keyword);
  }

  /// Ones: `numpy.ones`. Keywords: `dtype`, `order`.
  default NDArray ones(long[] shape, Keyword.ForFill... keywords) {
    return NewArrays.ones(shape, keywords);
  }

  /// Ones in float64.
  ///
  /// ```java
  /// np.ones(3) // [1. 1. 1.]
  /// ```
  default NDArray ones(long... shape) {
    return ones(shape, new Keyword.ForFill[0]);
  }

  /// Ones of one axis.
  default NDArray ones(long length, Keyword.ForFill keyword) {
    return ones(new long[] {length}, keyword);
  }

  /// A value repeated: `numpy.full`. Keywords: `dtype` (default: the value's), `order`.
  ///
  /// @throws ValueError where the value does not broadcast to the shape
  default NDArray full(long[] shape, Object fillValue, Keyword.ForFill... keywords) {
    return NewArrays.full(shape, fillValue, keywords);
  }

  /// As [#full(long[], Object, Keyword.ForFill...)] with one axis.
  ///
  /// ```java
  /// np.full(3, 7) // [7 7 7]
  /// ```
  default NDArray full(long length, Object fillValue, Keyword.ForFill... keywords) {
    return full(new long[] {length}, fillValue, keywords);
  }

  /// An undefined array like another, on the same device: `numpy.empty_like`. Keywords: `dtype`,
  /// `order`, `shape`.
  default NDArray emptyLike(Object prototype, Keyword.ForLike... keywords) {
    return NewArrays.emptyLike(prototype, keywords);
  }

  /// Zeros like another array: `numpy.zeros_like`. Keywords: `dtype`, `order`, `shape`.
  default NDArray zerosLike(Object a, Keyword.ForLike... keywords) {
    return NewArrays.zerosLike(a, keywords);
  }

  /// Ones like another array: `numpy.ones_like`. Keywords: `dtype`, `order`, `shape`.
  default NDArray onesLike(Object a, Keyword.ForLike... keywords) {
    return NewArrays.onesLike(a, keywords);
  }

  /// A value repeated like another array: `numpy.full_like`. Keywords: `dtype`, `order`, `shape`.
  ///
  /// ```java
  /// np.fullLike(np.arange(3), 2.9) // [2 2 2]
  /// ```
  default NDArray fullLike(Object a, Object fillValue, Keyword.ForLike... keywords) {
    return NewArrays.fullLike(a, fillValue, keywords);
  }

  /// `start, start + step, ...` below `stop`: `numpy.arange`. Integers give int64. Keyword:
  /// `dtype`.
  default NDArray arange(long stop, Keyword.ForRange... keywords) {
    return TimeRanges.isWanted(keywords)
        ? TimeRanges.of(null, stop, null, keywords)
        : NewArrays.arange(0, stop, 1, keywords);
  }

  /// As [#arange(long, long, long, Keyword.ForRange...)] by steps of 1.
  default NDArray arange(long start, long stop, Keyword.ForRange... keywords) {
    return arange(start, stop, 1, keywords);
  }

  /// Integers from `start` below `stop`: `numpy.arange`, int64. Keyword: `dtype`.
  ///
  /// ```java
  /// np.arange(2, 10, 3) // [2 5 8]
  /// np.arange(3, 0, -1) // [3 2 1]
  /// ```
  ///
  /// @throws ZeroDivisionError `division by zero` for a step of 0
  /// @throws ValueError `Maximum allowed size exceeded` where there are 2^63 of them
  default NDArray arange(long start, long stop, long step, Keyword.ForRange... keywords) {
    return TimeRanges.isWanted(keywords)
        ? TimeRanges.of(start, stop, step, keywords)
        : NewArrays.arange(start, stop, step, keywords);
  }

  /// As [#arange(double, double, double, Keyword.ForRange...)] from 0 by steps of 1.
  default NDArray arange(double stop, Keyword.ForRange... keywords) {
    return TimeRanges.isWanted(keywords)
        ? TimeRanges.of(null, stop, null, keywords)
        : NewArrays.arange(0.0, stop, 1.0, keywords);
  }

  /// As [#arange(double, double, double, Keyword.ForRange...)] by steps of 1.
  default NDArray arange(double start, double stop, Keyword.ForRange... keywords) {
    return arange(start, stop, 1.0, keywords);
  }

  /// `ceil((stop - start) / step)` numbers from `start`: `numpy.arange`, float64. Keyword: `dtype`.
  ///
  /// ```java
  /// np.arange(0, 1, 0.25) // [0.   0.25 0.5  0.75]
  /// ```
  ///
  /// @throws ValueError `Maximum allowed size exceeded` where that is no size
  default NDArray arange(double start, double stop, double step, Keyword.ForRange... keywords) {
    if (TimeRanges.isWanted(keywords)) {
      return TimeRanges.of(start, stop, step, keywords);
    }
    return NewArrays.arange(start, stop, step, keywords);
  }

  /// Numbers that go on as the first two do. These two are converted to the type, with its
  /// rounding; their difference is the step. An array over memory that is shared, not copied:
  /// `numpy.frombuffer`. Keywords: `dtype` (default float64), `count` (default -1: all there are),
  /// `offset` (bytes to skip). The memory must outlive the array; a segment of a closed arena is an
  /// exception.
  ///
  /// ```java
  /// np.frombuffer(new byte[] {1, 0, 2, 0, 3, 0}, np.int16, offset(2)) // [2 3]
  /// ```
  ///
  /// @throws ValueError `buffer size must be a multiple of element size`, `buffer is smaller than
  ///   requested size`, `offset must be non-negative and no greater than buffer length (8)`
  default NDArray frombuffer(MemorySegment buffer, PadKeyword.ForFrombuffer... keywords) {
    DType named = Keyword.dtypeIn(keywords);
    DType dtype = named == null ? DType.FLOAT64 : named;
    ElementType type = dtype.storage();
    TextKeyword.Offset skipped = Keyword.find(TextKeyword.Offset.class, keywords);
    TextKeyword.Count wanted = Keyword.find(TextKeyword.Count.class, keywords);
    long byteOffset = skipped == null ? 0 : skipped.value();
    if (byteOffset < 0 || byteOffset > Required.argument(buffer, "buffer").byteSize()) {
      throw new ValueError(
          "offset must be non-negative and no greater than buffer length ("
              + buffer.byteSize()
              + ")");
    }
    MemorySegment rest = buffer.asSlice(byteOffset);
    long count = wanted == null ? -1 : wanted.value();
    if (count < 0 && rest.byteSize() % type.byteSize() != 0) {
      throw new ValueError("buffer size must be a multiple of element size");
    }
    long there = rest.byteSize() >> type.byteShift();
    if (count > there) {
      throw new ValueError("buffer is smaller than requested size");
    }
    Layout layout = Layout.contiguous(Shape.of(count < 0 ? there : count));
    org.panarray.engine.Operand operand =
        new org.panarray.engine.Operand(type, layout, CpuBuffer.sharing(rest, rest));
    return buffer.isReadOnly()
        ? ArrayAccess.arrays().readOnly(dtype, operand)
        : ArrayAccess.arrays().owning(dtype, operand);
  }

  /// As [#frombuffer(MemorySegment, PadKeyword.ForFrombuffer...)] over a Java array.
  default NDArray frombuffer(byte[] buffer, PadKeyword.ForFrombuffer... keywords) {
    return frombuffer(MemorySegment.ofArray(Required.argument(buffer, "buffer")), keywords);
  }

  /// A copy in the order of the input: `numpy.copy`. Keyword: `order` (default `K`).
  default NDArray copy(Object a, Keyword.ForOrder... keywords) {
    return NewArrays.copy(a, keywords);
  }
}
