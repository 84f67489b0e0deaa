package org.panarray.internal.indexing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.IndexError;
import org.panarray.error.Required;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.prim.ElementType;
import org.panarray.shape.Index;
import org.panarray.shape.IndexParser;

/// What stands between the brackets of `a[...]`, read from Java values.
///
/// @param items the items for [org.panarray.shape.IndexPlan]
/// @param arrays the index arrays and masks, by the slot of their items
/// @param copying whether a 0-d integer array takes part: it selects as an integer does, but as
///   every index array makes the result a copy
public record IndexItems(List<Index> items, List<Positions> arrays, boolean copying) {
  /// One array between the brackets, and where it points: once for integers, for a mask once on
  /// each of its axes. What is true is looked for here and nowhere else.
  public record Positions(NDArray given, List<NDArray> onAxes) {}

  private static final String ONLY_INTEGERS =
      "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean"
          + " arrays are valid indices";

  /// Reads integers, [Index] items, index text, arrays, masks, lists and Java arrays; null is
  /// `None`.
  ///
  /// @throws IndexError `only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and
  ///   integer or boolean arrays are valid indices`
  public static IndexItems of(Object... index) {
    if (Required.argument(index, "index").length == 1 && index[0] instanceof String text) {
      return new IndexItems(IndexParser.parse(text), List.of(), false);
    }
    List<Index> items = new ArrayList<>(index.length);
    List<Positions> arrays = new ArrayList<>(0);
    boolean copying = false;
    for (Object item : index) {
      switch (item) {
        case null -> items.add(Index.NEWAXIS);
        case Index known -> items.add(known);
        case Integer i -> items.add(Index.at(i));
        case Long i -> items.add(Index.at(i));
        case Short i -> items.add(Index.at(i));
        case Byte i -> items.add(Index.at(i));
        case String text -> items.addAll(IndexParser.parse(text));
        case BigInteger _ -> throw new IndexError(ONLY_INTEGERS);
        default -> {
          Index array = array(ArrayLike.of(item), item, arrays);
          copying |= array instanceof Index.At;
          items.add(array);
        }
      }
    }
    return new IndexItems(items, arrays, copying);
  }

  /// Whether there are only integers: of an array of as many axes they name one element.
  public boolean isElement() {
    for (Index item : items) {
      if (!(item instanceof Index.At)) {
        return false;
      }
    }
    return true;
  }

  private static Index array(NDArray array, Object given, List<Positions> arrays) {
    DType type = array.dtype();
    if (type.isBool()) {
      NDArray coordinates = Counting.coordinates(array);
      arrays.add(new Positions(array, List.of(Counting.columns(coordinates))));
      return Index.mask(array.shape(), coordinates.shape(0), arrays.size() - 1);
    }
    boolean emptyList = array.size() == 0 && !(given instanceof NDArray);
    if (!type.isInteger() && !emptyList) {
      throw new IndexError(
          given instanceof NDArray source && source.ndim() > 0 || given instanceof List<?>
              ? "arrays used as indices must be of integer (or boolean) type"
              : ONLY_INTEGERS);
    }
    if (array.ndim() == 0) {
      return Index.at(array.asLong());
    }
    arrays.add(new Positions(array, List.of(Casts.to(array, ElementType.INT64))));
    return Index.integers(array.shape(), arrays.size() - 1);
  }
}
