package org.panarray.internal.array;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.Complex;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;

/// What NumPy's functions on data types compute, of whatever names a dtype.
public final class TypeRules {
  /// Complex first, then floats, then integers: int8 and uint8 meet in int16, which float16 does
  /// not hold, but it holds each of them.
  private static final Comparator<ElementType> BY_KIND =
      Comparator.comparing(ElementType::kind).reversed();

  private TypeRules() {}

  /// The dtype that an object is, names or has.
  public static DType dtype(Object value) {
    return switch (value) {
      case null -> throw Required.missing("a dtype, a name of one or an array");
      case DType dtype -> dtype;
      case String name -> DType.of(name);
      case NDArray array -> array.dtype();
      case Keyword.Dtype keyword -> keyword.value();
      default -> ArrayLike.of(value).dtype();
    };
  }

  /// The dtype in which elements of both meet.
  public static DType promoted(DType a, DType b) {
    ElementRules rules = ElementRules.of(a);
    if (rules != null) {
      return rules.promoted(b, true);
    }
    rules = ElementRules.of(b);
    return rules != null
        ? rules.promoted(a, false)
        : DType.of(ElementType.promote(a.element(), b.element()));
  }

  /// The common dtype of array-likes of which some are no numbers; null where all are.
  static @Nullable DType otherCommon(Object... values) {
    for (Object value : values) {
      boolean other = value instanceof NDArray array && !array.dtype().isNumeric();
      if (other || Weak.of(value) == null && !ArrayLike.of(value).dtype().isNumeric()) {
        return otherResult(values);
      }
    }
    return null;
  }

  /// As [#result] where some are no numbers; null where all are.
  ///
  /// @throws TypeError `The DType <class 'numpy.dtypes.Float64DType'> could not be promoted by ...`
  private static @Nullable DType otherResult(Object[] values) {
    try {
      return otherPromoted(values);
    } catch (TypeError e) {
      throw String.valueOf(e.getMessage()).startsWith("The DTypes ") ? noResult(values) : e;
    }
  }

  private static TypeError noResult(Object[] values) {
    List<String> classes = new ArrayList<>();
    for (Object value : values) {
      String name =
          Weak.of(value) == null ? UfuncTypes.className(dtype(value)) : UfuncTypes.className(value);
      classes.add("<class '" + name + "'>");
    }
    return new TypeError(
        "The DType "
            + classes.getFirst()
            + " could not be promoted by "
            + classes.getLast()
            + ". This means that no common DType exists for the given inputs. For example they"
            + " cannot be stored in a single array unless the dtype is `object`. The full list of"
            + " DTypes is: ("
            + String.join(", ", classes)
            + ")");
  }

  private static @Nullable DType otherPromoted(Object[] values) {
    DType common = null;
    boolean numbers = true;
    for (Object value : values) {
      if (Weak.of(value) == null) {
        DType dtype = dtype(value);
        numbers &= dtype.isNumeric();
        common = common == null ? dtype : promoted(common, dtype);
      }
    }
    if (numbers || common == null) {
      return null;
    }
    for (Object value : values) {
      Weak weak = Weak.of(value);
      if (weak != null) {
        boolean whole = weak == Weak.INT || weak == Weak.BOOL;
        ElementRules rules = ElementRules.of(common);
        common =
            rules == null ? common : rules.promoted(whole ? null : DType.of(weak.alone()), true);
      }
    }
    return common;
  }

  public static DType result(Object[] values) {
    if (Required.argument(values, "values").length == 0) {
      throw new ValueError("at least one array or dtype is required");
    }
    DType other = otherResult(values);
    if (other != null) {
      return other;
    }
    List<ElementType> types = new ArrayList<>();
    Weak weakest = null;
    for (Object value : values) {
      Weak weak = Weak.of(value);
      if (weak == null) {
        types.add(dtype(value).element());
      } else if (weakest == null || weak.compareTo(weakest) > 0) {
        weakest = weak;
      }
    }
    ElementType strong = types.stream().sorted(BY_KIND).reduce(ElementType::promote).orElse(null);
    if (weakest == null) {
      return DType.of(Objects.requireNonNull(strong));
    }
    return DType.of(strong == null ? weakest.alone() : weakest.beside(strong));
  }

  public static DType minimal(Object value) {
    NDArray array = ArrayLike.of(value);
    if (array.ndim() > 0) {
      return array.dtype();
    }
    return DType.of(
        switch (array.item()) {
          case Boolean _ -> ElementType.BOOL;
          case Long number -> smallestInteger(BigInteger.valueOf(number));
          case BigInteger number -> smallestInteger(number);
          case Double number -> smallestFloat(Math.abs(number));
          case Complex number -> {
            double larger = Math.max(Math.abs(number.real()), Math.abs(number.imag()));
            yield smallestFloat(larger).complexCounterpart();
          }
          default -> array.dtype().element();
        });
  }

  private static ElementType smallestInteger(BigInteger value) {
    ElementType[] unsigned = {ElementType.UINT8, ElementType.UINT16, ElementType.UINT32};
    ElementType[] signed = {ElementType.INT8, ElementType.INT16, ElementType.INT32};
    boolean negative = value.signum() < 0;
    int bits = negative ? value.bitLength() + 1 : value.bitLength();
    for (ElementType type : negative ? signed : unsigned) {
      if (bits <= 8 * type.byteSize()) {
        return type;
      }
    }
    return negative ? ElementType.INT64 : ElementType.UINT64;
  }

  /// NumPy leaves a margin below the largest number of each type.
  private static ElementType smallestFloat(double absolute) {
    if (Double.isNaN(absolute) || Double.isInfinite(absolute) || absolute < 65000) {
      return ElementType.FLOAT16;
    }
    return absolute < 3.4e38 ? ElementType.FLOAT32 : ElementType.FLOAT64;
  }

  /// The kind letters of a kind's name in the array API.
  public static String kinds(String name) {
    return switch (name) {
      case "bool" -> "b";
      case "signed integer" -> "i";
      case "unsigned integer" -> "u";
      case "integral" -> "iu";
      case "real floating" -> "f";
      case "complex floating" -> "c";
      case "numeric" -> "iufc";
      default ->
          throw new ValueError(
              "kind argument is a string, but '" + name + "' is not a known kind name.");
    };
  }
}
