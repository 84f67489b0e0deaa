package org.panarray;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Buffer;
import org.panarray.engine.Device;
import org.panarray.engine.Operand;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.internal.array.Deferred;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Fusion;
import org.panarray.internal.array.Resizing;
import org.panarray.internal.array.Storing;
import org.panarray.internal.files.Printer;
import org.panarray.internal.page.ArrayElements;
import org.panarray.internal.page.ArrayMathematics;
import org.panarray.internal.page.ArrayOperators;
import org.panarray.internal.page.ArrayProducts;
import org.panarray.internal.page.ArrayReductions;
import org.panarray.internal.page.ArrayShaping;
import org.panarray.internal.page.ArraySorting;
import org.panarray.internal.page.ArrayStorage;
import org.panarray.internal.page.ArrayTaking;
import org.panarray.keyword.PadKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;
import org.panarray.text.PrintOptions;

/// An n-dimensional array: elements of one dtype, seen through a shape and strides.
///
/// Several arrays may share memory: basic indexing and the functions that NumPy calls views never
/// copy. `equals` and `hashCode` are identity; compare elements with [#eq] or `np.arrayEqual`.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/arrays.ndarray.html">numpy.ndarray</a>
public final class NDArray
    implements Iterable<NDArray>,
        ArrayOperators,
        ArrayShaping,
        ArrayReductions,
        ArrayMathematics,
        ArrayProducts,
        ArraySorting,
        ArrayTaking,
        ArrayElements,
        ArrayStorage {
  static {
    ArrayAccess.hand(new Doors());
  }

  private final DType dtype;
  private final @Nullable Operand first;
  private final @Nullable Deferred deferred;
  private @Nullable Operand operand; // another than the first; a race computes it once more
  private final boolean writeable;
  private final @Nullable NDArray base;

  private NDArray(
      DType dtype,
      @Nullable Operand first,
      @Nullable Deferred deferred,
      boolean writeable,
      @Nullable NDArray base) {
    this.dtype = dtype;
    this.first = first;
    this.deferred = deferred;
    this.writeable = writeable;
    this.base = base;
  }

  /// What engines see of the array; computes it first where it was put off.
  public Operand operand() {
    Operand known = operand;
    if (known == null) {
      known = first;
    }
    if (known == null) {
      known = Objects.requireNonNull(deferred).compute(this);
      operand = known;
    }
    return known;
  }

  /// Computes the elements now, where they were put off; see
  /// [org.panarray.internal.page.State#fuse]. For measurements, and where the memory of inputs
  /// should be free soon.
  ///
  /// ```java
  /// NDArray y = np.sqrt(np.arange(5000.0)).eval();
  /// ```
  ///
  /// @return this array
  public NDArray eval() {
    operand();
    return this;
  }

  /// How the elements lie in memory.
  public Layout layout() {
    return operand().layout();
  }

  public DType dtype() {
    return dtype;
  }

  /// The lengths of the axes; prints as NumPy's tuple.
  public Shape shape() {
    return operand == null && deferred != null ? deferred.shape() : layout().shape();
  }

  /// The length of one axis; a negative axis counts from the end.
  public long shape(int axis) {
    return shape().dim(axis);
  }

  /// How many axes the array has.
  public int ndim() {
    return shape().rank();
  }

  /// How many elements the array has.
  public long size() {
    return shape().size();
  }

  /// Bytes per element.
  public int itemsize() {
    return dtype.itemsize();
  }

  /// Bytes of all elements.
  public long nbytes() {
    return size() * itemsize();
  }

  /// Bytes to step along each axis, as in NumPy.
  public long[] strides() {
    long[] strides = layout().strides();
    for (int axis = 0; axis < strides.length; axis++) {
      strides[axis] *= itemsize();
    }
    return strides;
  }

  /// The array whose memory this one views, or null where it has its own.
  public @Nullable NDArray base() {
    return base;
  }

  /// Where the elements live.
  public Device device() {
    return deferred != null ? deferred.device() : operand().device();
  }

  /// What NumPy's `ndarray.flags` tells.
  public Flags flags() {
    Layout layout = layout();
    return new Flags(layout.isContiguous(), layout.isFortran(), base == null, writeable, true);
  }

  /// How the elements lie in memory.
  ///
  /// @param cContiguous elements are in C order without gaps
  /// @param fContiguous elements are in Fortran order without gaps
  /// @param owndata the memory is the array's own
  /// @param writeable elements may be written
  /// @param aligned always true here
  public record Flags(
      boolean cContiguous,
      boolean fContiguous,
      boolean owndata,
      boolean writeable,
      boolean aligned) {}

  /// A view of the same memory that cannot be written; NumPy's `a.flags.writeable = False`.
  public NDArray asReadOnly() {
    return Dispatch.view(new Primitive.Slice(List.of()), this, false);
  }

  /// Gives the array another shape and memory of that size: the elements in memory order, then
  /// zeros.
  ///
  /// ```java
  /// NDArray a = np.arange(3);
  /// a.resize(2, 2);
  /// a
  /// // [[0 1]
  /// //  [2 0]]
  /// ```
  ///
  /// Views made before keep the old memory. NumPy refuses to leave them behind; here nobody counts
  /// references, and to refuse whatever ever had a view would refuse nearly every array, since most
  /// calls make views and only the collector knows which are gone.
  ///
  /// @throws ValueError `cannot resize this array: it does not own its data`, `resize only works on
  ///   single-segment arrays`, `negative dimensions not allowed`
  public void resize(long... newShape) {
    if (Ambient.current().isFollowed()) {
      throw new IllegalStateException("an array cannot be resized while operations are recorded");
    }
    Fusion.flushAll(); // other work keeps the old memory
    operand = Resizing.resized(this, newShape);
  }

  /// As [#resize(long...)], with the keyword `refcheck`, which changes nothing: see there.
  public void resize(long[] newShape, PadKeyword.ForResize... keywords) {
    resize(newShape);
  }

  /// How often the memory behind this array was written; a gradient tape compares it.
  public long version() {
    return operand().buffer().version();
  }

  /// Whether two arrays are views of one block of memory.
  public boolean sharesBuffer(NDArray other) {
    return operand().buffer() == Required.argument(other, "other").operand().buffer();
  }

  /// The length of the first axis.
  ///
  /// @throws TypeError `len() of unsized object` of a 0-d array
  public long len() {
    if (ndim() == 0) {
      throw new TypeError("len() of unsized object");
    }
    return shape(0);
  }

  /// The sub-arrays along the first axis, as views.
  ///
  /// @throws TypeError `iteration over a 0-d array`
  @Override
  public Iterator<NDArray> iterator() {
    if (ndim() == 0) {
      throw new TypeError("iteration over a 0-d array");
    }
    return new Iterator<>() {
      private long next;

      @Override
      public boolean hasNext() {
        return next < shape(0);
      }

      @Override
      public NDArray next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return get(next++);
      }
    };
  }

  /// The array on another device: itself where it is there already, else a copy.
  public NDArray toDevice(Device device) {
    return device().equals(Required.argument(device, "device"))
        ? this
        : Dispatch.apply(new Primitive.Transfer(device.toString()), this);
  }

  ElementType element() {
    return dtype.element();
  }

  @Override
  public String toString() {
    return Printer.str(this);
  }

  /// Identity, as every Java object that can change.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /// The lengths of the axes as an array.
  public long[] dims() {
    return Arrays.copyOf(shape().toArray(), ndim());
  }

  private static final class Doors extends ArrayAccess {
    @Override
    public NDArray owning(DType dtype, Operand operand) {
      return new NDArray(stored(dtype, operand), operand, null, true, null);
    }

    @Override
    public NDArray readOnly(DType dtype, Operand operand) {
      return new NDArray(stored(dtype, operand), operand, null, false, null);
    }

    @Override
    public NDArray deferred(Deferred elements) {
      return new NDArray(DType.of(elements.type()), null, elements, true, null);
    }

    @Override
    public NDArray view(NDArray array, DType dtype, Operand seen, boolean writeable) {
      NDArray owner = array.base != null ? array.base : array;
      return new NDArray(stored(dtype, seen), seen, null, array.writeable && writeable, owner);
    }

    private static DType stored(DType dtype, Operand operand) {
      if (dtype.storage() != operand.type()) {
        throw new IllegalStateException(dtype + " is not stored as " + operand.type());
      }
      return dtype;
    }

    @Override
    public void computed(NDArray array, Operand result) {
      array.operand = result;
    }

    @Override
    public @Nullable Deferred deferral(NDArray array) {
      return array.operand == null ? array.deferred : null;
    }

    @Override
    public Operand target(NDArray array) {
      Storing.requireWriteable(array, "output array");
      Operand written = array.operand();
      Fusion.preserve(written);
      return written;
    }

    @Override
    public boolean isWriteable(NDArray array) {
      return array.writeable;
    }

    @Override
    public void combine(ScalarOp op, NDArray array, @Nullable Object[] items, Object value) {
      array.at(items).combine(op, value);
    }

    @Override
    public NDArray fitted(NDArray array, @Nullable Object[] items, NDArray values) {
      return array.at(items).fitted(values);
    }

    @Override
    public Selection place(NDArray array, @Nullable Object... index) {
      return new Selection(array, index);
    }

    @Override
    public MemoryScope memoryScope() {
      return new MemoryScope();
    }

    @Override
    public void adopt(MemoryScope scope, Buffer buffer) {
      scope.add(buffer);
    }

    @Override
    public DeviceScope deviceScope(Device device) {
      return new DeviceScope(device);
    }

    @Override
    public ErrorScope errorScope(ErrorState state) {
      return new ErrorScope(state);
    }

    @Override
    public PrintScope printScope(PrintOptions options) {
      return new PrintScope(options);
    }
  }
}
