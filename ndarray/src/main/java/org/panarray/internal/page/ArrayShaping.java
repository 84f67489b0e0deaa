package org.panarray.internal.page;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.Selection;
import org.panarray.engine.Device;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.ResultOrder;
import org.panarray.internal.array.Storage;
import org.panarray.internal.files.StoredArrays;
import org.panarray.internal.indexing.SingleElement;
import org.panarray.keyword.Keyword;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Indexing, shapes and copies as methods of an array.
public sealed interface ArrayShaping permits NDArray {

  /// `a[...]`: integers, [org.panarray.shape.Index] items, text such as `"1:3, ..., ::-1"`, null
  /// for `None`, integer arrays and masks, mixed as in NumPy.
  ///
  /// ```java
  /// NDArray a = np.arange(12).reshape(3, 4);
  /// a.get(1, 2) // 6
  /// a.get(-1) // [ 8  9 10 11]
  /// a.get("1:, ::2")
  /// // [[ 4  6]
  /// //  [ 8 10]]
  /// a.get(slice(1, 3), -1) // [ 7 11]
  /// a.get(a.gt(8)) // [ 9 10 11]
  /// a.get(new int[] {0, 2}, 1) // [1 9]
  /// a.get(3) // throws IndexError: index 3 is out of bounds for axis 0 with size 3
  /// ```
  ///
  /// One element named by integers alone is a value, as NumPy's scalar is: what is written to it
  /// later, or to the array, does not reach the other. [#at] is the place for writing.
  ///
  /// ```java
  /// NDArray a = np.arange(3);
  /// NDArray first = a.get(0);
  /// a.at(0).set(a.get(1));
  /// a.at(1).set(first);
  /// a // [1 0 2]
  /// ```
  ///
  /// @return a view for basic indexing; a copy of one element, or where integer arrays (0-d ones
  ///   too) or masks take part
  /// @throws org.panarray.error.IndexError in NumPy's words
  default NDArray get(@Nullable Object... index) {
    NDArray element = SingleElement.get((NDArray) this, Required.argument(index, "index"));
    return element != null ? element : at(index).get();
  }

  /// The place `a[...]`, to be written by [Selection#set].
  ///
  /// ```java
  /// NDArray a = np.zeros(4);
  /// a.at("1:3").set(5);
  /// a.at(0).plusAssign(1);
  /// a // [1. 5. 5. 0.]
  /// ```
  default Selection at(@Nullable Object... index) {
    return ArrayAccess.arrays().place((NDArray) this, index);
  }

  /// `a[...] = value`; the value comes last, as in Kotlin's `a[i, j] = value`.
  ///
  /// ```java
  /// NDArray a = np.zeros(2, 2);
  /// a.set(0, 1, 7);
  /// a
  /// // [[0. 7.]
  /// //  [0. 0.]]
  /// ```
  default void set(@Nullable Object... indexThenValue) {
    int last = Required.argument(indexThenValue, "indexThenValue").length - 1;
    if (last < 0) {
      throw new TypeError("set: the value is missing");
    }
    Object value = Required.argument(indexThenValue[last], "value");
    if (!SingleElement.set((NDArray) this, indexThenValue, last, value)) {
      at(Arrays.copyOf(indexThenValue, last)).set(value);
    }
  }

  /// The elements in C order under another shape; one length may be -1.
  ///
  /// ```java
  /// np.arange(6).reshape(2, -1)
  /// // [[0 1 2]
  /// //  [3 4 5]]
  /// np.arange(6).reshape(4) // throws ValueError: cannot reshape array of size 6 into shape (4,)
  /// ```
  ///
  /// @return a view where the strides allow it, else a copy
  /// @throws org.panarray.error.ValueError `cannot reshape array of size 6 into shape (4,)`
  default NDArray reshape(long... shape) {
    NDArray self = (NDArray) this;
    Shape target = Shape.reshape(self.shape(), shape);
    if (self.layout().reshapedView(target) == null) {
      self = Dispatch.apply(new Primitive.Copy(Order.C), self);
    }
    return Dispatch.apply(new Primitive.Reshape(target), self);
  }

  /// As [#reshape(long...)], with the keywords `order` and `copy`.
  default NDArray reshape(long[] shape, Keyword.ForReshape... keywords) {
    return Np.np.reshape(this, shape, keywords);
  }

  /// As [#reshape(long...)].
  default NDArray reshape(Shape shape) {
    return reshape(Required.argument(shape, "shape").toArray());
  }

  /// The axes in another order, reversed where none are given. A view.
  ///
  /// ```java
  /// np.zeros(2, 3, 4).transpose(1, 0, 2).shape() // (3, 2, 4)
  /// ```
  default NDArray transpose(int @Nullable ... axes) {
    NDArray self = (NDArray) this;
    int[] order =
        axes == null || axes.length == 0
            ? Axes.reversed(self.ndim())
            : Axes.permutation(axes, self.ndim());
    return Dispatch.apply(new Primitive.Transpose(Arrays.stream(order).boxed().toList()), self);
  }

  /// The axes reversed: NumPy's `a.T`. A view.
  default NDArray T() {
    return transpose();
  }

  /// A copy in C order.
  default NDArray copy() {
    return Dispatch.apply(new Primitive.Copy(Order.C), (NDArray) this);
  }

  /// A copy in the given order.
  default NDArray copy(Keyword.MemoryOrder order) {
    return Dispatch.apply(new Primitive.Copy(order.value()), (NDArray) this);
  }

  /// A copy with elements of another dtype, in the same memory order.
  ///
  /// Keywords: `order`, `casting` (default `unsafe`), `copy` (default true; with false the array
  /// itself where nothing is to do).
  ///
  /// ```java
  /// np.array(new double[] {1.7, -1.7}).astype(np.int32) // [ 1 -1]
  /// ```
  default NDArray astype(DType dtype, Keyword.ForAstype... keywords) {
    NDArray self = (NDArray) this;
    DType target = Casts.target(Required.argument(dtype, "dtype"), self);
    Keyword.CastingRule rule = Keyword.find(Keyword.CastingRule.class, keywords);
    Keyword.Copy copy = Keyword.find(Keyword.Copy.class, keywords);
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    if (rule != null) {
      Casts.require(self, target, rule.value());
    }
    Order wanted = order == null ? Order.K : order.value();
    if (self.dtype().equals(target)) {
      return copy != null && !copy.value() && isKept(self.layout(), wanted)
          ? self
          : Dispatch.apply(new Primitive.Copy(wanted), self);
    }
    return Casts.to(ResultOrder.asCopied(wanted, self), target);
  }

  private static boolean isKept(Layout layout, Order order) {
    return switch (order) {
      case C -> layout.isContiguous();
      case F -> layout.isFortran();
      case A -> layout.isContiguous() || layout.isFortran();
      case K -> true;
    };
  }

  /// The last two axes exchanged: NumPy's `a.mT`. A view.
  ///
  /// @throws ValueError `matrix transpose with ndim < 2 is undefined`
  default NDArray mT() {
    NDArray self = (NDArray) this;
    if (self.ndim() < 2) {
      throw new ValueError("matrix transpose with ndim < 2 is undefined");
    }
    return Np.np.swapaxes(this, -1, -2);
  }

  /// All elements along one axis; a view where possible. Keyword: `order`.
  default NDArray ravel(Keyword.ForOrder... keywords) {
    return Np.np.ravel(this, keywords);
  }

  /// A copy of all elements along one axis. Keyword: `order`.
  default NDArray flatten(Keyword.ForOrder... keywords) {
    NDArray flat = Np.np.ravel(this, keywords);
    return flat.sharesBuffer((NDArray) this) ? flat.copy() : flat;
  }

  /// Axes of length one removed, all of them where none are named. A view.
  default NDArray squeeze(int @Nullable ... axis) {
    return Np.np.squeeze(this, axis);
  }

  /// Two axes exchanged. A view.
  default NDArray swapaxes(int axis1, int axis2) {
    return Np.np.swapaxes(this, axis1, axis2);
  }

  /// Every element several times; keyword: `axis`.
  default NDArray repeat(Object repeats, Keyword.ForAxis... keywords) {
    return Np.np.repeat(this, repeats, keywords);
  }

  /// The same bytes as elements of another dtype. A view; another size changes the last axis.
  ///
  /// ```java
  /// np.array(new float[] {1}).view(np.int32) // [1065353216]
  /// ```
  ///
  /// @throws ValueError where the last axis does not fit or is not contiguous
  default NDArray view(DType dtype) {
    Primitive cast = new Primitive.Bitcast(Required.argument(dtype, "dtype").storage());
    return Storage.as(Dispatch.apply(cast, (NDArray) this), dtype);
  }

  /// The same elements seen by another array object.
  default NDArray view() {
    NDArray self = (NDArray) this;
    return self.view(self.dtype());
  }

  /// A copy whose elements have their bytes in reverse order; each part of a complex number for
  /// itself.
  ///
  /// ```java
  /// np.array(new short[] {1, 256}).byteswap() // [256   1]
  /// ```
  default NDArray byteswap() {
    NDArray self = (NDArray) this;
    int width = self.dtype().alignment();
    NDArray bytes = self.reshape(-1).copy().view(DType.UINT8).reshape(-1, width);
    NDArray swapped = Np.np.flip(bytes, 1).copy().reshape(-1);
    return swapped.view(self.dtype()).reshape(self.dims());
  }

  /// As [#byteswap()], in the array itself where `inplace` holds.
  default NDArray byteswap(boolean inplace) {
    NDArray self = (NDArray) this;
    NDArray swapped = byteswap();
    if (!inplace) {
      return swapped;
    }
    self.at().set(swapped);
    return self;
  }

  /// As NumPy's `repr` prints it: `array([0, 1, 2])`.
  default String repr() {
    return Np.np.arrayRepr(this);
  }

  /// Writes one value to every element.
  default void fill(Object value) {
    ((NDArray) this).at().set(value);
  }

  /// The bytes of the elements, in C order or in that of the keyword `order`, whose `K` is C here.
  default byte[] tobytes(Keyword.ForOrder... keywords) {
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    NDArray host = ((NDArray) this).toDevice(Device.CPU);
    NDArray flat =
        order == null || order.value() == Order.K ? Np.np.ravel(host) : Np.np.ravel(host, order);
    return StoredArrays.bytes(Np.np.ascontiguousarray(flat));
  }
}
