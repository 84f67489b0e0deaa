package org.panarray.internal.array;

import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.error.ZeroDivisionError;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Arrays of values that a program names: filled, counted up, or read from what is array-like. They
/// are made on the device of the scope, those that are like another beside it.
public final class NewArrays {
  private NewArrays() {}

  public static NDArray array(Object object, Keyword... keywords) {
    Keyword.Copy copy = Keyword.find(Keyword.Copy.class, keywords);
    return array(object, copy == null || copy.value(), keywords);
  }

  private static NDArray array(Object object, @Nullable Boolean copy, Keyword[] keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    Keyword.Ndmin ndmin = Keyword.find(Keyword.Ndmin.class, keywords);
    Keyword.Ndmax ndmax = Keyword.find(Keyword.Ndmax.class, keywords);
    int least = ndmin == null ? 0 : ndmin.value();
    if (ndmax != null) {
      requireDepth(least, ndmax.value());
    }
    NDArray result = ArrayLike.of(object, dtype);
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

  public static NDArray asarray(Object a, Keyword... keywords) {
    Keyword.Copy copy = Keyword.find(Keyword.Copy.class, keywords);
    return array(a, copy == null ? null : copy.value(), keywords);
  }

  public static NDArray empty(long[] shape, Keyword... keywords) {
    DType dtype = dtype(keywords);
    NDArray made = Dispatch.empty(dtype.storage(), layout(Shape.of(shape), keywords));
    return Storage.as(made, dtype);
  }

  public static NDArray zeros(long[] shape, Keyword... keywords) {
    DType dtype = dtype(keywords);
    NDArray made = Dispatch.zeros(dtype.storage(), layout(Shape.of(shape), keywords));
    return Storage.as(made, dtype);
  }

  public static NDArray zeros(long length, Keyword keyword) {
    return zeros(new long[] {length}, keyword);
  }

  public static NDArray zeros(long... shape) {
    return zeros(shape, new Keyword[0]);
  }

  public static NDArray ones(long[] shape, Keyword... keywords) {
    return full(shape, 1, dtype(keywords), keywords);
  }

  public static NDArray ones(long length, Keyword keyword) {
    return ones(new long[] {length}, keyword);
  }

  public static NDArray ones(long... shape) {
    return ones(shape, new Keyword[0]);
  }

  public static NDArray full(long[] shape, Object fillValue, Keyword... keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    return full(
        shape, fillValue, dtype == null ? ArrayLike.of(fillValue).dtype() : dtype, keywords);
  }

  public static NDArray full(long length, Object fillValue, Keyword... keywords) {
    return full(new long[] {length}, fillValue, keywords);
  }

  private static NDArray full(long[] shape, Object value, DType dtype, Keyword[] keywords) {
    ElementType type = dtype.storage();
    Layout layout = layout(Shape.of(shape), keywords);
    NDArray result =
        value instanceof NDArray array
            ? Dispatch.emptyBeside(array, type, layout)
            : Dispatch.empty(type, layout);
    return filled(Storage.as(result, dtype), value);
  }

  private static DType dtype(Keyword[] keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    return dtype == null ? DType.FLOAT64 : dtype;
  }

  private static Layout layout(Shape shape, Keyword[] keywords) {
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    return order != null && order.value() == Order.F
        ? Layout.fortran(shape)
        : Layout.contiguous(shape);
  }

  public static NDArray emptyLike(Object prototype, Keyword... keywords) {
    NDArray like = ArrayLike.of(prototype);
    DType dtype = Keyword.dtypeIn(keywords);
    Keyword.ShapeOf shape = Keyword.find(Keyword.ShapeOf.class, keywords);
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    Shape wanted = shape == null ? like.shape() : Shape.of(shape.dims());
    Layout layout =
        ResultOrder.copied(order == null ? Order.K : order.value(), like.layout(), wanted);
    DType wantedType = dtype == null ? like.dtype() : dtype;
    return Storage.as(Dispatch.emptyBeside(like, wantedType.storage(), layout), wantedType);
  }

  public static NDArray zerosLike(Object a, Keyword... keywords) {
    return filled(emptyLike(a, keywords), 0);
  }

  public static NDArray onesLike(Object a, Keyword... keywords) {
    return filled(emptyLike(a, keywords), 1);
  }

  public static NDArray fullLike(Object a, Object fillValue, Keyword... keywords) {
    return filled(emptyLike(a, keywords), fillValue);
  }

  private static NDArray filled(NDArray array, Object value) {
    Storing.copyto(array, value, Casting.UNSAFE, null);
    return array;
  }

  public static NDArray arange(long stop, Keyword... keywords) {
    return arange(0, stop, 1, keywords);
  }

  public static NDArray arange(long start, long stop, long step, Keyword... keywords) {
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

  public static NDArray arange(double start, double stop, double step, Keyword... keywords) {
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

  /// The type in which NumPy counts up elements of this type.
  private static ElementType rampType(ElementType type) {
    if (type.isBool()) {
      return ElementType.INT8;
    }
    return type.computed().realPart();
  }

  private static NDArray ramp(long count, Object first, Object second, ElementType type) {
    if (type.isBool() && count > 2) {
      throw new TypeError(
          "arange() is only supported for booleans when the result has at most length 2.");
    }
    ElementType computed = rampType(type);
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

  public static NDArray copy(Object a, Keyword... keywords) {
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    return Dispatch.apply(
        new Primitive.Copy(order == null ? Order.K : order.value()), ArrayLike.of(a));
  }

  public static NDArray eye(long n, Keyword... keywords) {
    Keyword.Columns columns = Keyword.find(Keyword.Columns.class, keywords);
    Keyword.K k = Keyword.find(Keyword.K.class, keywords);
    DType dtype = Keyword.dtypeIn(keywords);
    Expr diagonal =
        Expr.apply(
            ScalarOp.EQUAL,
            Expr.apply(
                ScalarOp.ADD,
                new Expr.Index(0),
                new Expr.Const(k == null ? 0 : k.value(), ElementType.INT64)),
            new Expr.Index(1));
    NDArray result =
        Dispatch.apply(
            new Primitive.Generate(
                Shape.of(n, columns == null ? n : columns.value()),
                Expr.cast(diagonal, dtype == null ? ElementType.FLOAT64 : dtype.storage())));
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    NDArray ordered = order == null ? result : result.copy(order);
    return dtype == null ? ordered : Storage.as(ordered, dtype);
  }
}
