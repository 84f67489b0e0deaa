package org.panarray.internal.array;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.Poly1d;
import org.panarray.engine.Device;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Turns what a function takes as "array-like" into an array.
///
/// Java arrays of primitives keep their element type (`int[]` is int32); lists and boxes are read
/// as Python's: integers are int64, floating-point numbers float64. A [Poly1d] stands for its
/// coefficients.
public final class ArrayLike {
  /// What may stand where a function takes an array-like.
  static final String EXPECTED = "an array, a number, a list or a Java array";

  private ArrayLike() {}

  /// The array itself, or a new one of what NumPy would read.
  public static NDArray of(@Nullable Object value) {
    return value instanceof NDArray array ? array : of(value, (ElementType) null);
  }

  /// As [#of(Object)], converted to the dtype where one is given.
  public static NDArray of(@Nullable Object value, @Nullable DType wanted) {
    ElementRules rules = wanted == null ? null : ElementRules.of(wanted);
    if (wanted == null || rules == null) {
      return value instanceof NDArray array
          ? (wanted == null ? array : Casts.to(array, wanted))
          : of(value, wanted == null ? null : wanted.element());
    }
    if (value instanceof NDArray array) {
      return Casts.to(array, wanted);
    }
    Object read = Required.argument(value, "object");
    List<Object> leaves = new ArrayList<>();
    Shape shape = NestedShape.of(read);
    collect(read, shape.rank(), leaves);
    return rules.read(leaves, shape).toDevice(Ambient.current().device);
  }

  /// As [#of(Object)], converted to the type where one is given.
  public static NDArray of(@Nullable Object value, @Nullable ElementType wanted) {
    if (value instanceof NDArray array) {
      return wanted == null || wanted == array.dtype().element() ? array : Casts.to(array, wanted);
    }
    if (value instanceof Poly1d polynomial) {
      return of(polynomial.coeffs(), wanted);
    }
    if (Weak.of(value) != null) {
      ElementType type = wanted != null ? wanted : typeOfScalar(value);
      return scalar(value, type).toDevice(Ambient.current().device);
    }
    List<Object> leaves = new ArrayList<>();
    Shape shape = NestedShape.of(value);
    ElementType found = primitiveLeafType(value);
    collect(value, shape.rank(), leaves);
    if (found == null) {
      DType other = otherType(leaves);
      if (other != null) {
        return of(value, wanted == null ? other : DType.of(wanted));
      }
      found = commonType(leaves);
    }
    ElementType type = wanted != null ? wanted : found;
    Ambient ambient = Ambient.current();
    boolean seen = ambient.isFollowed() && leaves.stream().anyMatch(NDArray.class::isInstance);
    NDArray result =
        seen
            ? joined(leaves, type, shape)
            : ambient.recorder == null && isWidened(leaves, found, type)
                ? Casts.to(written(leaves, found, shape), type)
                : written(leaves, type, shape);
    return result.toDevice(ambient.device);
  }

  /// Whether there are rows of primitives, of a type each of whose values has a place in the one
  /// that is wanted: they are copied as memory and converted at once.
  private static boolean isWidened(List<Object> leaves, ElementType found, ElementType wanted) {
    return found != wanted
        && !leaves.isEmpty()
        && leaves.getFirst().getClass().isArray()
        && found.canCast(wanted, Casting.SAFE);
  }

  private static NDArray written(List<Object> leaves, ElementType type, Shape shape) {
    NDArray result = Dispatch.hostEmpty(type, Layout.contiguous(shape));
    ElementWriter writer = new ElementWriter(result);
    for (Object leaf : leaves) {
      writer.append(leaf);
    }
    return result;
  }

  /// As [#written], but through the door, so that a recorder sees which arrays the elements are of.
  private static NDArray joined(List<Object> leaves, ElementType type, Shape shape) {
    List<NDArray> pieces = new ArrayList<>();
    for (Object leaf : leaves) {
      NDArray piece =
          leaf instanceof NDArray array
              ? Casts.to(array.toDevice(Device.CPU), type)
              : written(List.of(leaf), type, NestedShape.of(leaf));
      pieces.add(piece.reshape(-1));
    }
    NDArray flat = Dispatch.apply(new Primitive.Concat(0), pieces.toArray(NDArray[]::new));
    return Dispatch.apply(new Primitive.Reshape(shape), flat);
  }

  /// A 0-d array of a Java scalar.
  ///
  /// @throws org.panarray.error.OverflowError where an integer does not fit
  public static NDArray scalar(Object value, ElementType type) {
    NDArray result = Dispatch.hostEmpty(type, Layout.contiguous(Shape.SCALAR));
    new ElementWriter(result).append(value);
    return result;
  }

  /// The one real number that an argument is, which may be a 0-d array.
  ///
  /// @throws TypeError where it is none
  public static double number(@Nullable Object value, String name) {
    return switch (Required.argument(value, name)) {
      case Number number -> number.doubleValue();
      case NDArray array when array.size() == 1 && !array.dtype().isComplex() ->
          array.reshape().asDouble();
      default -> throw new TypeError("the argument '" + name + "' must be a real number");
    };
  }

  /// The arrays in a sequence: a Java array or list of array-likes, or an array along its first
  /// axis.
  public static List<NDArray> list(@Nullable Object arrays) {
    return Arrays.stream(elements(arrays)).map(ArrayLike::of).toList();
  }

  /// The array-likes in a sequence; Java scalars among them stay what they are.
  public static Object[] elements(@Nullable Object arrays) {
    Iterable<?> items =
        switch (arrays) {
          case null -> throw Required.missing("a sequence of arrays");
          case Object[] several -> Arrays.asList(several);
          case Iterable<?> several -> several;
          default -> of(arrays);
        };
    List<Object> list = new ArrayList<>();
    items.forEach(list::add);
    return list.toArray();
  }

  /// A scalar or array-like as an array of this type on a device.
  public static NDArray scalarOrArray(Object value, ElementType type, Device device) {
    return of(value, type).toDevice(device);
  }

  private static ElementType typeOfScalar(Object value) {
    if (value instanceof BigInteger big) {
      if (big.bitLength() > 64 || (big.signum() < 0 && big.bitLength() > 63)) {
        throw new TypeError("the integer " + big + " needs dtype object, which is not supported");
      }
      return big.bitLength() > 63 ? ElementType.UINT64 : ElementType.INT64;
    }
    Weak weak = Weak.of(value);
    if (weak == null) {
      throw new TypeError(
          "an array element of the Java type " + value.getClass().getName() + " is not supported");
    }
    return weak.alone();
  }

  private static @Nullable ElementType primitiveLeafType(Object value) {
    Class<?> type = value.getClass();
    while (type.isArray()) {
      type = type.getComponentType();
    }
    return type.isPrimitive() ? JavaRows.element(type) : null;
  }

  private static ElementType commonType(List<Object> leaves) {
    ElementType common = null;
    for (Object leaf : leaves) {
      ElementType type;
      if (leaf instanceof NDArray array) {
        type = array.dtype().element();
      } else {
        ElementType primitive = primitiveLeafType(leaf);
        type = primitive != null ? primitive : typeOfScalar(leaf);
      }
      common = common == null ? type : joint(common, type);
    }
    return common == null ? ElementType.FLOAT64 : common;
  }

  /// The dtype of leaves of which some are no numbers, or null.
  private static @Nullable DType otherType(List<Object> leaves) {
    DType common = null;
    for (Object leaf : leaves) {
      DType own =
          leaf instanceof NDArray array && !array.dtype().isNumeric()
              ? array.dtype()
              : DType.ofObject(leaf);
      if (own != null) {
        common = common == null ? own : TypeRules.promoted(common, own);
      }
    }
    return common;
  }

  private static ElementType joint(ElementType a, ElementType b) {
    return ElementType.promote(a, b);
  }

  /// Appends the leaves in C order: boxes, arrays of primitives (whole rows) and arrays.
  ///
  /// @throws TypeError of a null among them
  private static void collect(@Nullable Object value, int depth, List<Object> leaves) {
    if (value == null) {
      throw Required.missing("a number, in a list or a Java array,");
    }
    Iterable<?> items = depth > 0 ? items(value) : null;
    if (items == null) {
      leaves.add(value);
      return;
    }
    for (Object item : items) {
      collect(item, depth - 1, leaves);
    }
  }

  /// What a list or an array of objects holds, or null of a leaf.
  private static @Nullable Iterable<?> items(Object value) {
    return switch (value) {
      case NDArray _ -> null;
      case Iterable<?> items -> items;
      case Object[] items -> Arrays.asList(items);
      default -> null;
    };
  }

  /// The shape of nested Java arrays and lists.
  private static final class NestedShape {
    private NestedShape() {}

    /// @throws ValueError in NumPy's words where rows differ in length
    static Shape of(Object value) {
      List<Long> dims = new ArrayList<>();
      Object level = value;
      while (length(level) >= 0) {
        if (level instanceof NDArray array) {
          for (long dim : array.dims()) {
            dims.add(dim);
          }
          break;
        }
        if (dims.size() == Shape.MAX_RANK) {
          throw tooDeep();
        }
        long length = length(level);
        dims.add(length);
        if (length == 0) {
          break;
        }
        level = first(level);
      }
      if (dims.size() > Shape.MAX_RANK) {
        throw tooDeep();
      }
      long[] shape = dims.stream().mapToLong(Long::longValue).toArray();
      int agreed = agreedDepth(value, shape, 0);
      if (agreed < shape.length) {
        throw new ValueError(
            "setting an array element with a sequence. The requested array has an inhomogeneous"
                + " shape after "
                + agreed
                + " dimensions. The detected shape was "
                + Shape.of(Arrays.copyOf(shape, agreed))
                + " + inhomogeneous part.");
      }
      return Shape.of(shape);
    }

    private static ValueError tooDeep() {
      return new ValueError(
          "setting an array element with a sequence. The requested array would exceed the maximum"
              + " number of dimension of "
              + Shape.MAX_RANK
              + ".");
    }

    /// Down to which axis every row has the length of the first.
    private static int agreedDepth(Object value, long[] shape, int axis) {
      if (axis == shape.length) {
        return length(value) >= 0 ? axis - 1 : axis;
      }
      if (value instanceof NDArray array) {
        return Arrays.equals(array.dims(), Arrays.copyOfRange(shape, axis, shape.length))
            ? shape.length
            : axis;
      }
      if (length(value) != shape[axis]) {
        return axis;
      }
      int agreed = shape.length;
      Iterable<?> items = items(value);
      if (items != null) {
        for (Object item : items) {
          int below =
              length(item) < 0 && axis + 1 < shape.length
                  ? axis + 1
                  : agreedDepth(item, shape, axis + 1);
          agreed = Math.min(agreed, below);
        }
      }
      return agreed;
    }

    /// The number of items, or -1 of what has none.
    private static long length(@Nullable Object value) {
      return switch (value) {
        case NDArray array -> array.ndim() == 0 ? -1 : array.shape(0);
        case List<?> list -> list.size();
        case Iterable<?> items -> {
          long count = 0;
          for (Iterator<?> i = items.iterator(); i.hasNext(); i.next()) {
            count++;
          }
          yield count;
        }
        case null -> -1;
        default -> value.getClass().isArray() ? java.lang.reflect.Array.getLength(value) : -1;
      };
    }

    private static @Nullable Object first(Object value) {
      return switch (value) {
        case Iterable<?> items -> items.iterator().next();
        case Object[] items -> items[0];
        default -> null; // a row of primitives
      };
    }
  }
}
