package org.panarray.internal.shaping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.NewArrays;
import org.panarray.shape.Shape;

/// `numpy.block`: arrays assembled from nested lists of blocks.
public final class Blocks {
  private Blocks() {}

  public static NDArray assemble(Object arrays) {
    int depth = depth(arrays, "", 0);
    int rank = Math.max(depth, largestRank(arrays));
    return assemble(arrays, depth, rank);
  }

  private static List<?> items(Object arrays) {
    return arrays instanceof Object[] several ? Arrays.asList(several) : (List<?>) arrays;
  }

  private static boolean isList(Object arrays) {
    return arrays instanceof List<?> || arrays instanceof Object[];
  }

  private static int depth(Object arrays, String path, int level) {
    if (!isList(arrays)) {
      return 0;
    }
    List<?> items = items(arrays);
    if (items.isEmpty()) {
      throw new ValueError("List at arrays" + path + " cannot be empty");
    }
    if (level == Shape.MAX_RANK) {
      throw new ValueError("ndmin must be <= ndmax (" + Shape.MAX_RANK + ")");
    }
    int first = depth(items.getFirst(), path + "[0]", level + 1);
    for (int i = 1; i < items.size(); i++) {
      int other = depth(items.get(i), path + "[" + i + "]", level + 1);
      if (other != first) {
        throw new ValueError(
            "List depths are mismatched. First element was at depth "
                + (level + first + 1)
                + ", but there is an element at depth "
                + (level + other + 1)
                + " (arrays"
                + path
                + "["
                + i
                + "])");
      }
    }
    return first + 1;
  }

  private static int largestRank(Object arrays) {
    if (!isList(arrays)) {
      return ArrayLike.of(arrays).ndim();
    }
    int rank = 0;
    for (Object item : items(arrays)) {
      rank = Math.max(rank, largestRank(item));
    }
    return rank;
  }

  private static NDArray assemble(Object arrays, int depth, int rank) {
    if (depth == 0) {
      return NewArrays.array(arrays, Kw.ndmin(rank));
    }
    List<NDArray> parts = new ArrayList<>();
    for (Object item : items(arrays)) {
      parts.add(assemble(item, depth - 1, rank));
    }
    return Concatenation.along(rank - depth, parts);
  }
}
