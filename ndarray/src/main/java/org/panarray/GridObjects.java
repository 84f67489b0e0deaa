package org.panarray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Weak;
import org.panarray.internal.array.WeakArrays;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.prim.ElementType;
import org.panarray.shape.Index;
import org.panarray.shape.IndexParser;

/// The objects that NumPy indexes to build arrays: `np.mgrid`, `np.ogrid`, `np.r_`, `np.c_`,
/// `np.s_`.
///
/// What stands between NumPy's brackets is given to `get`: slices as [Index] items or as text. Text
/// may hold real numbers, and `5j` as the step says how many points there are, the last one
/// included: `np.mgrid.get("0:1:5j")`.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.indexing.html">NumPy's page</a>
public final class GridObjects {
  private GridObjects() {}

  /// `np.mgrid`: the coordinates of a dense grid.
  public static final class DenseGrid {
    DenseGrid() {}

    /// One slice for each axis: an array `(axes, n0, n1, ...)`, or 1-d for a single slice.
    ///
    /// @throws ValueError where an item is no slice
    public NDArray get(Object... slices) {
      List<GridRange> ranges = GridRange.all(slices);
      NDArray[] lines = lines(ranges);
      if (lines.length == 1) {
        return lines[0];
      }
      return Np.np.stack(Np.np.meshgrid(lines, Kw.indexing("ij")));
    }
  }

  /// `np.ogrid`: the coordinates along each axis, which broadcast to the grid.
  public static final class OpenGrid {
    OpenGrid() {}

    /// One slice for each axis, one array for each.
    ///
    /// @throws ValueError where an item is no slice
    public NDArray[] get(Object... slices) {
      return Np.np.ix_((Object[]) lines(GridRange.all(slices)));
    }
  }

  private static NDArray[] lines(List<GridRange> ranges) {
    ElementType common = ElementType.INT64;
    for (GridRange range : ranges) {
      common = range.isReal() ? ElementType.FLOAT64 : common;
    }
    NDArray[] lines = new NDArray[ranges.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = Casts.to(ranges.get(i).points(), common);
    }
    return lines;
  }

  /// `np.r_` and `np.c_`: ranges, arrays and numbers one after another.
  public static final class Joiner {
    private final boolean columns;

    Joiner(boolean columns) {
      this.columns = columns;
    }

    /// Slices become ranges, numbers arrays of one element; `np.c_` makes columns of 1-d arrays and
    /// joins along the last axis, `np.r_` joins along the first. Text directives such as `"0,2"` of
    /// NumPy are not read: join with `np.concatenate` then.
    ///
    /// @throws ValueError where the shapes do not fit together
    public NDArray get(Object... items) {
      List<NDArray> parts = new ArrayList<>();
      List<Object> scalars = new ArrayList<>();
      ElementType strong = null;
      for (Object item : Required.all(items, "items")) {
        if (Weak.of(item) != null) {
          scalars.add(item);
          continue;
        }
        ElementType type = part(item).element();
        strong = strong == null ? type : ElementType.promote(strong, type);
      }
      ElementType type = WeakArrays.beside(strong, scalars);
      for (Object item : items) {
        NDArray part = Weak.of(item) != null ? ArrayLike.of(item, type) : part(item);
        parts.add(oriented(Casts.to(part, type)));
      }
      return Concatenation.along(columns ? parts.getFirst().ndim() - 1 : 0, parts);
    }

    private static NDArray part(Object item) {
      return switch (item) {
        case Index.Slice slice -> GridRange.of(slice).points();
        case String text -> GridRange.parse(text).points();
        default -> ArrayLike.of(item);
      };
    }

    private NDArray oriented(NDArray part) {
      if (!columns) {
        return part.ndim() == 0 ? part.reshape(1) : part;
      }
      return part.ndim() < 2 ? part.reshape(part.size(), 1) : part;
    }
  }

  /// `np.s_` and `np.index_exp`: an index as a value.
  public static final class IndexMaker {
    IndexMaker() {}

    /// The items, text read as index text, to be given to `NDArray.get` later.
    ///
    /// @throws org.panarray.error.IndexError where text is no index
    public Object[] get(Object... items) {
      List<Object> index = new ArrayList<>();
      for (Object item : Required.argument(items, "items")) {
        if (item instanceof String text) {
          index.addAll(IndexParser.parse(text));
        } else {
          index.add(item);
        }
      }
      return index.toArray();
    }
  }

  /// One slice of a grid, whose ends may be real.
  ///
  /// @param start the first point
  /// @param stop the end
  /// @param step the distance of two points, or their number where `counted`
  /// @param counted whether `step` is a number of points, the stop being one of them
  /// @param real whether an end or the step is a real number
  record GridRange(double start, double stop, double step, boolean counted, boolean real) {
    static List<GridRange> all(Object... slices) {
      List<GridRange> ranges = new ArrayList<>();
      for (Object item : Required.all(slices, "slices")) {
        switch (item) {
          case Index.Slice slice -> ranges.add(of(slice));
          case String text ->
              Arrays.stream(text.split(",")).map(GridRange::parse).forEach(ranges::add);
          default ->
              throw new ValueError(
                  "a grid is made of slices, not of " + item.getClass().getSimpleName());
        }
      }
      return ranges;
    }

    static GridRange of(Index.Slice slice) {
      if (slice.stop() == null) {
        throw new ValueError("a range needs a stop: " + slice);
      }
      long start = slice.start() == null ? 0 : slice.start();
      long step = slice.step() == null ? 1 : slice.step();
      return new GridRange(start, slice.stop(), step, false, false);
    }

    /// `start:stop:step`, the step `5j` being a number of points.
    static GridRange parse(String text) {
      String[] parts = text.strip().split(":", -1);
      if (parts.length < 2 || parts.length > 3 || parts[1].isBlank()) {
        throw new ValueError("a range is start:stop or start:stop:step, not " + text);
      }
      String step = parts.length == 3 ? parts[2].strip() : "";
      boolean counted = step.endsWith("j");
      boolean real = counted || text.contains(".") || text.contains("e");
      try {
        return new GridRange(
            parts[0].isBlank() ? 0 : Double.parseDouble(parts[0].strip()),
            Double.parseDouble(parts[1].strip()),
            step.isEmpty()
                ? 1
                : Double.parseDouble(counted ? step.substring(0, step.length() - 1) : step),
            counted,
            real);
      } catch (NumberFormatException e) {
        throw new ValueError("a range is made of numbers: " + text);
      }
    }

    boolean isReal() {
      return real;
    }

    NDArray points() {
      if (counted) {
        return Np.np.linspace(start, stop, Kw.num((long) Math.abs(step)));
      }
      return real
          ? Np.np.arange(start, stop, step)
          : Np.np.arange((long) start, (long) stop, (long) step);
    }
  }
}
