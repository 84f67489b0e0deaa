package org.panarray.internal.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.ElementReader;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.random.Parameter;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// The parameters of a distribution, converted and broadcast: element `i` of the result is drawn
/// with the parameters' elements `i`.
public final class SampleParameters {
  private final NDArray[] arrays;
  private final boolean scalar;
  private Shape shape = Shape.SCALAR;

  private SampleParameters(NDArray[] arrays) {
    this.arrays = arrays;
    this.scalar = Arrays.stream(arrays).allMatch(a -> a.ndim() == 0);
  }

  /// Parameters as [#converted] gives them.
  static SampleParameters of(NDArray... arrays) {
    return new SampleParameters(arrays);
  }

  /// Parameters as float64.
  static SampleParameters reals(Object... values) {
    NDArray[] arrays = new NDArray[values.length];
    for (int i = 0; i < values.length; i++) {
      arrays[i] = converted(values[i], ElementType.FLOAT64);
    }
    return new SampleParameters(arrays);
  }

  /// A parameter as an array of the type on the CPU.
  ///
  /// @throws TypeError `Cannot cast array data from ...` where that would lose values
  static NDArray converted(Object value, ElementType type) {
    if (!(value instanceof NDArray given)) {
      return ArrayLike.of(value, type); // element by element, as Python's float(x) and int(x)
    }
    if (given.ndim() == 0 && type == ElementType.INT64 && given.dtype().isFloat()) {
      return ArrayLike.scalar(given.item(), type);
    }
    if (!given.dtype().element().canCast(type, Casting.SAFE)) {
      throw new TypeError(
          "Cannot cast array data from dtype('%s') to dtype('%s') according to the rule 'safe'"
              .formatted(given.dtype(), type.numpyName()));
    }
    return Casts.to(given, type).toDevice(Device.CPU);
  }

  /// Checks every value against its parameter's rule.
  ///
  /// @throws ValueError in NumPy's words
  SampleParameters checked(List<Parameter> rules) {
    for (int i = 0; i < arrays.length; i++) {
      for (double value : arrays[i].toDoubleArray()) {
        rules.get(i).check(value, scalar);
      }
    }
    return this;
  }

  /// Settles the shape of the result: the size, or without one the parameters' common shape.
  ///
  /// @throws ValueError where the parameters do not broadcast to the size
  SampleParameters over(@Nullable Shape size) {
    if (size != null && scalar) {
      shape = size;
      return this;
    }
    Shape[] shapes = Arrays.stream(arrays).map(NDArray::shape).toArray(Shape[]::new);
    if (size == null) {
      shape = broadcast(shapes);
      return this;
    }
    Shape[] all = new Shape[shapes.length + 1];
    all[0] = size;
    System.arraycopy(shapes, 0, all, 1, shapes.length);
    requireFits(size, broadcast(all));
    shape = size;
    return this;
  }

  static void requireFits(Shape wanted, Shape common) {
    if (!common.equals(wanted)) {
      throw new ValueError(
          "Output size %s is not compatible with broadcast dimensions of inputs %s."
              .formatted(wanted, common));
    }
  }

  /// The common shape, with the words of NumPy's broadcast iterator where there is none.
  static Shape broadcast(Shape... shapes) {
    try {
      return Shape.broadcast(shapes);
    } catch (ValueError e) {
      throw new ValueError(mismatch(shapes));
    }
  }

  private static String mismatch(Shape... shapes) {
    for (int second = 1; second < shapes.length; second++) {
      for (int first = 0; first < second; first++) {
        if (!compatible(shapes[first], shapes[second])) {
          return ("shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is"
                  + " between arg %d with shape %s and arg %d with shape %s.")
              .formatted(first, shapes[first], second, shapes[second]);
        }
      }
    }
    throw new IllegalArgumentException("the shapes broadcast");
  }

  private static boolean compatible(Shape a, Shape b) {
    return IntStream.rangeClosed(1, Math.min(a.rank(), b.rank()))
        .allMatch(i -> a.dim(-i) == b.dim(-i) || a.dim(-i) == 1 || b.dim(-i) == 1);
  }

  /// The shape of the result.
  Shape shape() {
    return shape;
  }

  /// Whether all parameters are scalars, so that all draws are alike.
  boolean isScalar() {
    return scalar;
  }

  /// The value of a scalar parameter, or 0 where there are fewer parameters.
  double real(int parameter) {
    return parameter < arrays.length ? arrays[parameter].asDouble() : 0;
  }

  /// The elements of a parameter in the order of the result.
  Column column(int parameter) {
    return parameter < arrays.length ? new Column(arrays[parameter], shape) : Column.ZERO;
  }

  /// One parameter, read along the result.
  static final class Column {
    static final Column ZERO = new Column(ArrayLike.of(0.0), Shape.SCALAR);

    private final ElementReader reader;
    private final Layout layout;

    private Column(NDArray array, Shape shape) {
      this.reader = new ElementReader(array);
      Layout own = Layout.contiguous(array.shape());
      this.layout = array.ndim() == 0 ? own : own.broadcastTo(shape);
    }

    /// Whether all samples have one value of it.
    boolean isSingle() {
      return layout.rank() == 0;
    }

    double real(long i) {
      return reader.realAt(layout.rank() == 0 ? 0 : layout.offsetOfFlat(i));
    }

    long integer(long i) {
      return reader.longAt(layout.rank() == 0 ? 0 : layout.offsetOfFlat(i));
    }
  }
}
