package org.panarray.internal.page;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.error.ZeroDivisionError;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.ResultOrder;
import org.panarray.internal.shaping.Reshaping;
import org.panarray.internal.statistics.Spacing;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.PadKeyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
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
    Keyword.Copy copy = Keyword.find(Keyword.Copy.class, keywords);
    return array(object, copy == null || copy.value(), keywords);
  }

  /// @param copy null for a copy only where one is needed
  private static NDArray array(Object object, @Nullable Boolean copy, Keyword[] keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    Keyword.Ndmin ndmin = Keyword.find(Keyword.Ndmin.class, keywords);
    Keyword.Ndmax ndmax = Keyword.find(Keyword.Ndmax.class, keywords);
    int least = ndmin == null ? 0 : ndmin.value();
    if (ndmax != null) {
      requireDepth(least, ndmax.value());
    }
    NDArray result = ArrayLike.of(object, dtype == null ? null : dtype.element());
    if (ndmax != null && !(object instanceof NDArray) && result.ndim() > ndmax.value()) {
      throw new ValueError(
          "setting an array element with a sequence. The requested array would exceed the maximum"
              + " number of dimension of "
              + ndmax.value()
              + ".");
    }
    Order wanted = order == null ? Order.K : order.value();
    boolean same = result == object;
    boolean ready = isOrdered(result.layout(), wanted);
    if (Boolean.FALSE.equals(copy) && !(same && ready)) {
      throw new ValueError(
          """
          Unable to avoid copy while creating an array as requested.
          If using `np.array(obj, copy=False)` replace it with `np.asarray(obj)` to allow a copy \
          when needed (no behavior change in NumPy 1.x).
          For more details, see https://numpy.org/devdocs/numpy_2_0_migration_guide.html\
          #adapting-to-changes-in-the-copy-keyword.\
          """);
    }
    if (!same) {
      result = result.toDevice(Ambient.current().device);
    }
    if (!ready || same && Boolean.TRUE.equals(copy)) {
      result = Dispatch.apply(new Primitive.Copy(wanted), result);
    }
    return atLeast(result, least);
  }

  private static void requireDepth(int ndmin, int ndmax) {
    if (ndmax < 0 || ndmax > Shape.MAX_RANK) {
      throw new ValueError("ndmax must be in the range [0, NPY_MAXDIMS (64)] ");
    }
    if (ndmin > ndmax) {
      throw new ValueError("ndmin must be <= ndmax (" + ndmax + ")");
    }
  }

  private static boolean isOrdered(Layout layout, Order order) {
    return switch (order) {
      case C -> layout.isContiguous();
      case F -> layout.isFortran();
      case A, K -> true;
    };
  }

  private static NDArray atLeast(NDArray array, int ndmin) {
    Shape shape = array.shape();
    while (shape.rank() < ndmin) {
      shape = shape.insert(0, 1);
    }
    return shape.rank() == array.ndim()
        ? array
        : Dispatch.apply(new Primitive.Reshape(shape), array);
  }

  /// The array itself, or [#array] of what is none: `numpy.asarray`. Keywords: `dtype`, `order`,
  /// `copy` (default: only where it is needed).
  default NDArray asarray(Object a, Keyword.ForAsarray... keywords) {
    Keyword.Copy copy = Keyword.find(Keyword.Copy.class, keywords);
    return array(a, copy == null ? null : copy.value(), keywords);
  }

  /// A fresh array whose elements are undefined: `numpy.empty`. Keywords: `dtype`, `order`.
  default NDArray empty(long[] shape, Keyword.ForFill... keywords) {
    return Dispatch.empty(type(keywords), layout(Shape.of(shape), keywords));
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
    return Dispatch.zeros(type(keywords), layout(Shape.of(shape), keywords));
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
    return full(shape, 1, type(keywords), keywords);
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
    DType dtype = Keyword.dtypeIn(keywords);
    ElementType type = dtype == null ? ArrayLike.of(fillValue).dtype().element() : dtype.element();
    return full(shape, fillValue, type, keywords);
  }

  /// As [#full(long[], Object, Keyword.ForFill...)] with one axis.
  ///
  /// ```java
  /// np.full(3, 7) // [7 7 7]
  /// ```
  default NDArray full(long length, Object fillValue, Keyword.ForFill... keywords) {
    return full(new long[] {length}, fillValue, keywords);
  }

  private static NDArray full(
      long[] shape, Object value, ElementType type, Keyword.ForFill[] keywords) {
    Layout layout = layout(Shape.of(shape), keywords);
    NDArray result =
        value instanceof NDArray array
            ? Dispatch.emptyBeside(array, type, layout)
            : Dispatch.empty(type, layout);
    return filled(result, value);
  }

  private static ElementType type(Keyword[] keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    return dtype == null ? ElementType.FLOAT64 : dtype.element();
  }

  private static Layout layout(Shape shape, Keyword[] keywords) {
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    return order != null && order.value() == Order.F
        ? Layout.fortran(shape)
        : Layout.contiguous(shape);
  }

  /// An undefined array like another, on the same device: `numpy.empty_like`. Keywords: `dtype`,
  /// `order`, `shape`.
  default NDArray emptyLike(Object prototype, Keyword.ForLike... keywords) {
    NDArray like = ArrayLike.of(prototype);
    DType dtype = Keyword.dtypeIn(keywords);
    Keyword.ShapeOf shape = Keyword.find(Keyword.ShapeOf.class, keywords);
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    Shape wanted = shape == null ? like.shape() : Shape.of(shape.dims());
    Layout layout =
        ResultOrder.copied(order == null ? Order.K : order.value(), like.layout(), wanted);
    return Dispatch.emptyBeside(
        like, dtype == null ? like.dtype().element() : dtype.element(), layout);
  }

  /// Zeros like another array: `numpy.zeros_like`. Keywords: `dtype`, `order`, `shape`.
  default NDArray zerosLike(Object a, Keyword.ForLike... keywords) {
    return filled(emptyLike(a, keywords), 0);
  }

  /// Ones like another array: `numpy.ones_like`. Keywords: `dtype`, `order`, `shape`.
  default NDArray onesLike(Object a, Keyword.ForLike... keywords) {
    return filled(emptyLike(a, keywords), 1);
  }

  /// A value repeated like another array: `numpy.full_like`. Keywords: `dtype`, `order`, `shape`.
  ///
  /// ```java
  /// np.fullLike(np.arange(3), 2.9) // [2 2 2]
  /// ```
  default NDArray fullLike(Object a, Object fillValue, Keyword.ForLike... keywords) {
    return filled(emptyLike(a, keywords), fillValue);
  }

  private static NDArray filled(NDArray array, Object value) {
    Reshaping.copyto(array, value, Casting.UNSAFE, null);
    return array;
  }

  /// `start, start + step, ...` below `stop`: `numpy.arange`. Integers give int64. Keyword:
  /// `dtype`.
  default NDArray arange(long stop, Keyword.ForRange... keywords) {
    return arange(0, stop, 1, keywords);
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
    if (step == 0) {
      throw new ZeroDivisionError("division by zero");
    }
    DType dtype = Keyword.dtypeIn(keywords);
    boolean none = step > 0 ? stop <= start : stop >= start;
    // both without sign: from one end of the integers to the other is too far for a long
    long span = step > 0 ? stop - start : start - stop;
    long count = none ? 0 : Long.divideUnsigned(span - 1, Math.abs(step)) + 1;
    if (count < 0) {
      throw new ValueError("Maximum allowed size exceeded");
    }
    return ramp(count, start, start + step, dtype == null ? ElementType.INT64 : dtype.element());
  }

  /// As [#arange(double, double, double, Keyword.ForRange...)] from 0 by steps of 1.
  default NDArray arange(double stop, Keyword.ForRange... keywords) {
    return arange(0.0, stop, 1.0, keywords);
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
    if (step == 0) {
      throw new ZeroDivisionError("float division by zero");
    }
    double steps = (stop - start) / step;
    boolean underflow = steps == 0 && stop != start && Math.copySign(1, steps) > 0;
    double length = underflow ? 1 : Math.ceil(steps);
    if (Double.isNaN(length) || length > Long.MAX_VALUE / 8.0) {
      throw new ValueError(
          Double.isNaN(length) ? "arange: cannot compute length" : "Maximum allowed size exceeded");
    }
    DType dtype = Keyword.dtypeIn(keywords);
    ElementType type = dtype == null ? ElementType.FLOAT64 : dtype.element();
    return ramp((long) Math.max(0, length), start, start + step, type);
  }

  /// Numbers that go on as the first two do. These two are converted to the type, with its
  /// rounding; their difference is the step.
  private static NDArray ramp(long count, Object first, Object second, ElementType type) {
    if (type.isBool() && count > 2) {
      throw new TypeError(
          "arange() is only supported for booleans when the result has at most length 2.");
    }
    ElementType computed = Spacing.rampType(type);
    Expr start = Expr.cast(new Expr.Arg(0, type), computed);
    Expr step = Expr.apply(ScalarOp.SUBTRACT, Expr.cast(new Expr.Arg(1, type), computed), start);
    Expr index = Expr.cast(new Expr.Index(0), computed);
    Expr ramp = Expr.apply(ScalarOp.ADD, start, Expr.apply(ScalarOp.MULTIPLY, index, step));
    if (computed == ElementType.FLOAT32) {
      // here the first plus the difference need not be the second
      Expr isSecond =
          Expr.apply(ScalarOp.EQUAL, new Expr.Index(0), new Expr.Const(1, ElementType.INT64));
      ramp =
          Expr.apply(ScalarOp.SELECT, isSecond, Expr.cast(new Expr.Arg(1, type), computed), ramp);
    }
    org.panarray.engine.Device device = Ambient.current().device;
    return Dispatch.apply(
        new Primitive.Generate(Shape.of(count), Expr.cast(ramp, type)),
        ArrayLike.scalar(count > 0 ? first : 0L, type).toDevice(device),
        ArrayLike.scalar(count > 1 ? second : count > 0 ? first : 0L, type).toDevice(device));
  }

  /// An array over memory that is shared, not copied: `numpy.frombuffer`. Keywords: `dtype`
  /// (default float64), `count` (default -1: all there are), `offset` (bytes to skip). The memory
  /// must outlive the array; a segment of a closed arena is an exception.
  ///
  /// ```java
  /// np.frombuffer(new byte[] {1, 0, 2, 0, 3, 0}, np.int16, offset(2)) // [2 3]
  /// ```
  ///
  /// @throws ValueError `buffer size must be a multiple of element size`, `buffer is smaller than
  ///   requested size`, `offset must be non-negative and no greater than buffer length (8)`
  default NDArray frombuffer(MemorySegment buffer, PadKeyword.ForFrombuffer... keywords) {
    ElementType type = type(keywords);
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
        ? ArrayAccess.arrays().readOnly(operand)
        : ArrayAccess.arrays().owning(operand);
  }

  /// As [#frombuffer(MemorySegment, PadKeyword.ForFrombuffer...)] over a Java array.
  default NDArray frombuffer(byte[] buffer, PadKeyword.ForFrombuffer... keywords) {
    return frombuffer(MemorySegment.ofArray(Required.argument(buffer, "buffer")), keywords);
  }

  /// A copy in the order of the input: `numpy.copy`. Keyword: `order` (default `K`).
  default NDArray copy(Object a, Keyword.ForOrder... keywords) {
    Keyword.@Nullable MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    return Dispatch.apply(
        new Primitive.Copy(order == null ? Order.K : order.value()), ArrayLike.of(a));
  }
}
