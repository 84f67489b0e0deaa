package org.panarray.io;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values for the columns of a table: one for all, some in the order of the columns that are read,
/// or some by the number of the column.
///
/// @param all for columns without a value of their own; null for none
/// @param listed for the first columns that are read
/// @param named by the number of a column in the text
public record PerColumn<T>(@Nullable T all, List<T> listed, Map<Integer, T> named) {
  /// One value for all columns.
  public static <T> PerColumn<T> all(T value) {
    return new PerColumn<>(value, List.of(), Map.of());
  }

  /// Values of the first columns.
  public static <T> PerColumn<T> listed(List<T> values) {
    return new PerColumn<>(null, List.copyOf(values), Map.of());
  }

  /// Values by the number of the column.
  public static <T> PerColumn<T> named(Map<Integer, T> values) {
    return new PerColumn<>(null, List.of(), Map.copyOf(values));
  }

  /// The value of the column that is read as the one at `position`.
  @Nullable T at(int position, int @Nullable [] columns) {
    int column = columns == null ? position : columns[position];
    T own = named.get(column);
    if (own != null) {
      return own;
    }
    return position < listed.size() ? listed.get(position) : all;
  }
}
