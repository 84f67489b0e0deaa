package org.panarray.internal.page;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.panarray.Complex;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.error.IndexError;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.internal.array.ElementRange;
import org.panarray.internal.array.ElementReader;
import org.panarray.internal.array.ElementWriter;
import org.panarray.internal.array.JavaLength;
import org.panarray.internal.array.JavaRows;
import org.panarray.internal.array.Storage;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Elements in and out of an array, as Java values, Java arrays and memory segments.
public sealed interface ArrayElements permits NDArray {

  /// The only element as a Java value: `Boolean`, `Long`, `Double` or [Complex] (a uint64 beyond
  /// `long` as `BigInteger`). A number leaves the tape of gradients.
  ///
  /// @throws ValueError `can only convert an array of size 1 to a Python scalar`
  default Object item() {
    NDArray self = (NDArray) this;
    if (self.size() != 1) {
      throw new ValueError("can only convert an array of size 1 to a Python scalar");
    }
    return new ElementReader(self).boxedAt(0);
  }

  /// The element at an index of as many coordinates as axes, or at one position in C order. A
  /// number leaves the tape of gradients.
  ///
  /// @throws IndexError where the index is out of bounds
  default Object item(long... index) {
    NDArray self = (NDArray) this;
    if (Required.argument(index, "index").length == 0) {
      return item();
    }
    if (index.length == 1 && self.ndim() != 1) {
      long position = index[0] < 0 ? index[0] + self.size() : index[0];
      if (position < 0 || position >= self.size()) {
        throw new IndexError("index " + index[0] + " is out of bounds for size " + self.size());
      }
      return new ElementReader(self).boxedAt(position);
    }
    if (index.length != self.ndim()) {
      throw new ValueError("incorrect number of indices for array");
    }
    return new ElementReader(self).boxedAt(flat(self.shape(), index));
  }

  /// The position in C order.
  private static long flat(Shape shape, long[] index) {
    long flat = 0;
    for (int axis = 0; axis < index.length; axis++) {
      flat = flat * shape.dim(axis) + within(index[axis], axis, shape.dim(axis));
    }
    return flat;
  }

  private static long within(long index, int axis, long length) {
    long place = index < 0 ? index + length : index;
    if (place < 0 || place >= length) {
      throw new IndexError(
          "index " + index + " is out of bounds for axis " + axis + " with size " + length);
    }
    return place;
  }

  /// The only element as a `double`: Python's `float(a)`, of any array of one element. A number
  /// leaves the tape of gradients.
  ///
  /// @throws TypeError of a complex array, or of any other size than 1
  default double asDouble() {
    NDArray self = single("only 0-dimensional arrays can be converted to Python scalars");
    if (self.dtype().isComplex()) {
      throw new TypeError("float() argument must be a string or a real number, not 'complex'");
    }
    return new ElementReader(self).realAt(0);
  }

  /// The only element as a `long`, truncated: Python's `int(a)`. A number leaves the tape of
  /// gradients.
  ///
  /// @throws TypeError as [#asDouble]
  default long asLong() {
    NDArray self = single("only 0-dimensional arrays can be converted to Python scalars");
    if (self.dtype().isComplex()) {
      throw new TypeError(
          "int() argument must be a string, a bytes-like object or a real number, not 'complex'");
    }
    return new ElementReader(self).longAt(0);
  }

  /// The only element as a [Complex]. A number leaves the tape of gradients.
  default Complex asComplex() {
    NDArray self = single("only 0-dimensional arrays can be converted to Python scalars");
    ElementReader reader = new ElementReader(self);
    return new Complex(reader.realAt(0), reader.imaginaryAt(0));
  }

  /// Python's `bool(a)`: whether the only element is not zero.
  ///
  /// @throws ValueError `The truth value of an array with more than one element is ambiguous. Use
  ///   a.any() or a.all()`
  default boolean asBoolean() {
    NDArray self = (NDArray) this;
    if (self.size() > 1) {
      throw new ValueError(
          "The truth value of an array with more than one element is ambiguous. Use a.any() or"
              + " a.all()");
    }
    if (self.size() == 0) {
      throw new ValueError(
          "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an"
              + " array is not empty.");
    }
    ElementReader reader = new ElementReader(Storage.of(self));
    return self.dtype().isInexact()
        ? reader.realAt(0) != 0 || reader.imaginaryAt(0) != 0
        : reader.longAt(0) != 0;
  }

  private NDArray single(String text) {
    NDArray self = (NDArray) this;
    if (self.size() != 1) {
      throw new TypeError(text);
    }
    return self;
  }

  /// One element as a `double`, without allocation; a complex one gives its real part. A number
  /// leaves the tape of gradients.
  ///
  /// @throws IndexError where the index is out of bounds
  default double getDouble(long... index) {
    Operand operand = numbers();
    double value = ElementAccess.getReal(memory(operand), operand.type(), checked(operand, index));
    Reference.reachabilityFence(operand);
    return value;
  }

  /// One element as a `long`, without allocation; a real one is truncated.
  ///
  /// @throws IndexError where the index is out of bounds
  default long getLong(long... index) {
    Operand operand = numbers();
    long value = ElementAccess.getLong(memory(operand), operand.type(), checked(operand, index));
    Reference.reachabilityFence(operand);
    return value;
  }

  /// Writes one element, as NumPy's `a[i, j] = value` does with a Python `float`: an integer dtype
  /// takes its integer part, and a dtype that is too narrow for it is told of as a cast.
  ///
  /// @throws IndexError where the index is out of bounds
  /// @throws ValueError `cannot convert float NaN to integer`
  /// @throws org.panarray.error.OverflowError `cannot convert float infinity to integer`, `Python
  ///   integer 300 out of bounds for uint8`
  default void setDouble(double value, long... index) {
    Operand operand = ArrayAccess.arrays().target((NDArray) this);
    ElementType type = ((NDArray) this).dtype().element();
    long offset = checked(operand, index);
    if (!ElementRange.holds(type, value)) {
      write(operand, offset, value);
    } else if (type.isInexact()) {
      ElementAccess.setComplex(memory(operand), type, offset, value, 0);
    } else {
      long whole = type.isBool() ? (value != 0 ? 1 : 0) : (long) value;
      ElementAccess.setLong(memory(operand), type, offset, whole);
    }
    operand.buffer().markWritten();
    Reference.reachabilityFence(operand);
  }

  /// Writes one element, as NumPy's `a[i, j] = value` does with a Python `int`.
  ///
  /// @throws IndexError where the index is out of bounds
  /// @throws org.panarray.error.OverflowError `Python integer 300 out of bounds for uint8`
  default void setLong(long value, long... index) {
    Operand operand = ArrayAccess.arrays().target((NDArray) this);
    ElementType type = ((NDArray) this).dtype().element();
    long offset = checked(operand, index);
    if (ElementRange.holds(type, value)) {
      ElementAccess.setLong(memory(operand), type, offset, value);
    } else {
      write(operand, offset, value);
    }
    operand.buffer().markWritten();
    Reference.reachabilityFence(operand);
  }

  /// Writes a value that may not fit, with the error or warning that all assignments give.
  private static void write(Operand operand, long offset, Object value) {
    Layout element = Layout.of(Shape.SCALAR, new long[0], offset);
    NDArray place = ArrayAccess.arrays().owning(DType.of(operand.type()), operand.with(element));
    new ElementWriter(place).append(value);
  }

  /// The memory of an array of numbers.
  private Operand numbers() {
    NDArray self = (NDArray) this;
    self.dtype().element();
    return self.operand();
  }

  private static long checked(Operand operand, long[] index) {
    Layout layout = operand.layout();
    if (Required.argument(index, "index").length != layout.rank()) {
      throw new IndexError(
          "too "
              + (index.length > layout.rank() ? "many" : "few")
              + " indices for array: array is "
              + layout.rank()
              + "-dimensional, but "
              + index.length
              + " were indexed");
    }
    long offset = layout.offset();
    for (int axis = 0; axis < index.length; axis++) {
      offset += within(index[axis], axis, layout.dim(axis)) * layout.stride(axis);
    }
    return offset;
  }

  private static MemorySegment memory(Operand operand) {
    return buffer(operand).segment();
  }

  private static CpuBuffer buffer(Operand operand) {
    if (!(operand.buffer() instanceof CpuBuffer buffer)) {
      throw new org.panarray.error.DeviceMismatchError(
          "the array is on " + operand.device() + "; read elements from toDevice(CPU)");
    }
    return buffer;
  }

  /// Nested lists of Java values as deep as the array has axes; the value itself of a 0-d array.
  /// Numbers leave the tape of gradients.
  default Object tolist() {
    NDArray self = (NDArray) this;
    return nested(new ElementReader(self), self.dims(), 0, 0);
  }

  private static Object nested(ElementReader reader, long[] dims, int axis, long flat) {
    if (axis == dims.length) {
      return reader.boxedAt(flat);
    }
    long step = 1;
    for (int inner = axis + 1; inner < dims.length; inner++) {
      step *= dims[inner];
    }
    List<Object> items = new ArrayList<>(JavaLength.of(dims[axis], reader.type()));
    for (long i = 0; i < dims[axis]; i++) {
      items.add(nested(reader, dims, axis + 1, flat + i * step));
    }
    return items;
  }

  /// The elements in C order as `double`; complex ones give their real parts. Numbers leave the
  /// tape of gradients.
  default double[] toDoubleArray() {
    ElementReader reader = ElementReader.inOrder((NDArray) this, ElementType.FLOAT64);
    double[] values = new double[JavaLength.of(reader.size(), ElementType.FLOAT64)];
    if (reader.fill(values, 0)) {
      return values;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = reader.realAt(i);
    }
    return values;
  }

  /// The elements in C order as `long`; real ones are truncated.
  default long[] toLongArray() {
    ElementReader reader = ElementReader.inOrder((NDArray) this, ElementType.INT64);
    long[] values = new long[JavaLength.of(reader.size(), ElementType.INT64)];
    if (reader.fill(values, 0)) {
      return values;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = reader.longAt(i);
    }
    return values;
  }

  /// The elements in C order as `int`, truncated to 32 bits.
  default int[] toIntArray() {
    ElementReader reader = ElementReader.inOrder((NDArray) this, ElementType.INT32);
    int[] values = new int[JavaLength.of(reader.size(), ElementType.INT32)];
    if (reader.fill(values, 0)) {
      return values;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (int) reader.longAt(i);
    }
    return values;
  }

  /// The elements in C order as `float`; complex ones give their real parts. Numbers leave the tape
  /// of gradients.
  default float[] toFloatArray() {
    ElementReader reader = ElementReader.inOrder((NDArray) this, ElementType.FLOAT32);
    float[] values = new float[JavaLength.of(reader.size(), ElementType.FLOAT32)];
    if (reader.fill(values, 0)) {
      return values;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) reader.realAt(i);
    }
    return values;
  }

  /// The elements in C order as `boolean`: whether they are not zero.
  default boolean[] toBooleanArray() {
    ElementReader reader = ElementReader.inOrder((NDArray) this, ElementType.BOOL);
    boolean[] values = new boolean[JavaLength.of(reader.size(), ElementType.BOOL)];
    for (int i = 0; i < values.length; i++) {
      values[i] = reader.realAt(i) != 0 || reader.imaginaryAt(i) != 0;
    }
    return values;
  }

  /// A Java array as deep as the array has axes, of the primitive type that matches the dtype:
  /// `double[][]` of a 2-d float64 array. A narrower or unsigned dtype gives the next wider type.
  /// Numbers leave the tape of gradients.
  ///
  /// @throws TypeError of a complex dtype, which has no Java primitive
  default Object toArray() {
    NDArray self = (NDArray) this;
    Class<?> leaf =
        switch (self.dtype().element().computed()) {
          case BOOL -> boolean.class;
          case INT8 -> byte.class;
          case INT16, UINT8 -> short.class;
          case INT32, UINT16 -> int.class;
          case INT64, UINT32, UINT64 -> long.class;
          case FLOAT32 -> float.class;
          case FLOAT64 -> double.class;
          default -> throw new TypeError("no Java array holds elements of dtype " + self.dtype());
        };
    ElementReader reader = ElementReader.inOrder(self, JavaRows.element(leaf));
    return nestedArray(reader, leaf, self.dims(), 0, 0);
  }

  private static Object nestedArray(
      ElementReader reader, Class<?> leaf, long[] dims, int axis, long flat) {
    if (axis == dims.length) {
      return reader.boxedAt(flat);
    }
    Class<?> component = leaf;
    for (int inner = axis + 1; inner < dims.length; inner++) {
      component = component.arrayType();
    }
    long step = 1;
    for (int inner = axis + 1; inner < dims.length; inner++) {
      step *= dims[inner];
    }
    int length = JavaLength.of(dims[axis], reader.type());
    Object row = Array.newInstance(component, length);
    if (reader.fill(row, flat)) {
      return row;
    }
    for (int i = 0; i < length; i++) {
      if (axis + 1 < dims.length) {
        Array.set(row, i, nestedArray(reader, leaf, dims, axis + 1, flat + i * step));
      } else {
        setLeaf(row, i, leaf, reader, flat + i);
      }
    }
    return row;
  }

  private static void setLeaf(Object row, int i, Class<?> leaf, ElementReader reader, long flat) {
    if (leaf == double.class) {
      Array.setDouble(row, i, reader.realAt(flat));
    } else if (leaf == float.class) {
      Array.setFloat(row, i, (float) reader.realAt(flat));
    } else if (leaf == boolean.class) {
      Array.setBoolean(row, i, reader.longAt(flat) != 0);
    } else if (leaf == long.class) {
      Array.setLong(row, i, reader.longAt(flat));
    } else if (leaf == int.class) {
      Array.setInt(row, i, (int) reader.longAt(flat));
    } else if (leaf == short.class) {
      Array.setShort(row, i, (short) reader.longAt(flat));
    } else {
      Array.setByte(row, i, (byte) reader.longAt(flat));
    }
  }

  /// The array's own memory, shared: all bytes of a C-contiguous array of the CPU, aligned for
  /// every layout that its dtype asks for. The segment keeps the memory alive for as long as it is
  /// reachable, also after the array's scope was closed.
  ///
  /// Writes through the segment are nobody's: a gradient tape does not count them, and so cannot
  /// tell that a value it saved was changed, and [State#fuse] puts off none of the reads before
  /// this call, but may those between it and the write. The first call moves the elements of a
  /// small array and must not meet another thread that writes them.
  ///
  /// @throws ValueError where the array is not C-contiguous
  default MemorySegment toMemorySegment() {
    NDArray self = (NDArray) this;
    boolean writeable = self.flags().writeable();
    Operand operand = writeable ? ArrayAccess.arrays().target(self) : self.operand();
    if (!operand.layout().isContiguous()) {
      throw new ValueError("ndarray is not C-contiguous");
    }
    MemorySegment whole = buffer(operand).export();
    long start = operand.layout().offset() << operand.type().byteShift();
    MemorySegment part = whole.asSlice(start, self.nbytes());
    if (whole.isNative()) {
      part = part.reinterpret(Arena.ofAuto(), _ -> Reference.reachabilityFence(self));
    }
    return writeable ? part : part.asReadOnly();
  }
}
