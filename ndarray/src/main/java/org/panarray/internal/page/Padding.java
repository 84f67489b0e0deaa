package org.panarray.internal.page;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.PadFunction;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Devices;
import org.panarray.internal.indexing.Coordinates;
import org.panarray.internal.padding.PadBorders;
import org.panarray.internal.padding.PadPairs;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.PadKeyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.shape.Shape;

/// Padding: borders around an array.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/generated/numpy.pad.html">NumPy's page</a>
public sealed interface Padding permits Np {
  /// The keywords that each mode understands beside `mode` itself.
  Map<String, Set<String>> PAD_MODES =
      Map.ofEntries(
          Map.entry("constant", Set.of("constant_values")),
          Map.entry("edge", Set.of()),
          Map.entry("empty", Set.of()),
          Map.entry("linear_ramp", Set.of("end_values")),
          Map.entry("maximum", Set.of("stat_length")),
          Map.entry("mean", Set.of("stat_length")),
          Map.entry("median", Set.of("stat_length")),
          Map.entry("minimum", Set.of("stat_length")),
          Map.entry("reflect", Set.of("reflect_type")),
          Map.entry("symmetric", Set.of("reflect_type")),
          Map.entry("wrap", Set.of()));

  /// The array with a border on every side: `numpy.pad`, a copy of the input's dtype.
  ///
  /// ```java
  /// np.pad(np.array(new int[] {1, 2, 3}), 2, "reflect") // [3 2 1 2 3 2 1]
  /// np.pad(np.ones(1, 2), new int[][] {{1, 0}, {0, 1}}).shape() // (2, 3)
  /// ```
  ///
  /// `padWidth` is one number, `{before, after}`, one such pair for each axis, or a map from axes
  /// to these. Keywords: `mode` (default `constant`; `edge`, `linear_ramp`, `maximum`, `mean`,
  /// `median`, `minimum`, `reflect`, `symmetric`, `wrap`, `empty`), and by mode `constantValues`,
  /// `endValues`, `statLength` or `reflectType`. Later axes pad what earlier ones have padded,
  /// corners included.
  ///
  /// @throws org.panarray.error.TypeError `` `pad_width` must be of integral type.``
  /// @throws ValueError `index can't contain negative values`, `mode 'x' is not supported`,
  ///   `unsupported keyword arguments for mode 'edge': {'end_values'}`, `can't extend empty axis 0
  ///   using modes other than 'constant' or 'empty'`
  default NDArray pad(Object array, Object padWidth, PadKeyword.ForPad... keywords) {
    TextKeyword.@Nullable Mode named = Keyword.find(TextKeyword.Mode.class, keywords);
    return pad(array, padWidth, named == null ? "constant" : named.value(), keywords);
  }

  /// As [#pad(Object, Object, PadKeyword.ForPad...)] in a mode.
  default NDArray pad(Object array, Object padWidth, String mode, PadKeyword.ForPad... keywords) {
    NDArray inner = ArrayLike.of(array);
    long[][] widths = PadPairs.widths(padWidth, inner.ndim());
    Set<String> allowed = PAD_MODES.get(mode);
    if (allowed == null) {
      throw new ValueError("mode '" + mode + "' is not supported");
    }
    for (PadKeyword.ForPad keyword : Required.all(keywords, "keywords")) {
      String name = PadPairs.nameOf(keyword);
      if (!name.equals("mode") && !allowed.contains(name)) {
        throw new ValueError(
            "unsupported keyword arguments for mode '" + mode + "': {'" + name + "'}");
      }
    }
    return Devices.on(inner, () -> new PadBorders(mode, keywords).around(inner, widths));
  }

  /// As [#pad(Object, Object, PadKeyword.ForPad...)] where a function fills the borders: it gets
  /// every 1-d slice of the array, zeros in the borders, and writes to it.
  default NDArray pad(Object array, Object padWidth, PadFunction mode) {
    NDArray inner = ArrayLike.of(array);
    long[][] widths = PadPairs.widths(padWidth, inner.ndim());
    NDArray padded = PadBorders.withZeros(inner, padWidth);
    for (int axis = 0; axis < padded.ndim(); axis++) {
      NDArray lines = AxisOrder.moveaxis(padded, axis, -1);
      long[] outer = java.util.Arrays.copyOf(lines.dims(), lines.ndim() - 1);
      for (long[] place : Coordinates.indices(Shape.of(outer))) {
        Object[] index = java.util.Arrays.stream(place).boxed().toArray();
        mode.fill(lines.get(index), widths[axis].clone(), axis);
      }
    }
    return padded;
  }
}
