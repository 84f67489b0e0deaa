package org.panarray.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.panarray.shape.Recorded.ints;
import static org.panarray.shape.Recorded.longs;
import static org.panarray.shape.Recorded.shape;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Shapes and error texts against what NumPy says for the same arguments.
class NumpyTextsTest {
  @Test
  void resultsAndErrorsAreNumpysWordForWord() {
    for (String[] row : Recorded.table("texts.tsv")) {
      String result;
      try {
        result = Recorded.joined(call(row).toArray());
      } catch (RuntimeException e) {
        result = Recorded.error(e);
      }
      assertEquals(row[row.length - 1], result, () -> String.join(" | ", row));
    }
  }

  private static Shape call(String[] row) {
    return switch (row[0]) {
      case "broadcast" -> Broadcast.shapes(shapes(row[1]));
      case "ufunc" -> Shape.broadcast(shapes(row[1]));
      case "broadcast_to" -> Layout.contiguous(shape(row[1])).broadcastTo(shape(row[2])).shape();
      case "reshape" -> Shape.reshape(shape(row[1]), longs(row[2]));
      case "shape" -> Shape.of(longs(row[1]));
      case "sum" -> sum(ones(row[1]).shape(), ints(row[2]));
      case "squeeze" -> squeezable(row[1]).squeeze(ints(row[2])).shape();
      case "expand" -> ones(row[1]).expand(ints(row[2])).shape();
      case "flip" -> ones(row[1]).flip(ints(row[2])).shape();
      case "transpose" -> ones(row[1]).permute(ints(row[2])).shape();
      case "swapaxes" -> ones(row[1]).swap(ints(row[2])[0], ints(row[2])[1]).shape();
      case "diagonal" -> ones(row[1]).diagonal(0, ints(row[2])[0], ints(row[2])[1]).shape();
      case "moveaxis" -> {
        int rank = Integer.parseInt(row[1]);
        int[] order = Axes.moved(ints(row[2]), ints(row[3]), rank);
        boolean several = row[2].contains(",");
        yield (several ? Shape.of(2, 3, 4) : ones(row[1]).shape()).permute(order);
      }
      case "strides" -> Layout.of(shape(row[1]), longs(row[2]), 0).shape();
      default -> throw new IllegalStateException(row[0]);
    };
  }

  private static Layout ones(String rank) {
    long[] dims = new long[Integer.parseInt(rank)];
    Arrays.fill(dims, 1);
    return Layout.contiguous(Shape.of(dims));
  }

  private static Shape sum(Shape shape, int[] axes) {
    int[] summed = axes.length == 1 ? Axes.ofReduction(axes[0], shape.rank()) : axes;
    return shape.reduced(summed, false);
  }

  private static Layout squeezable(String rankOrShape) {
    boolean isShape = rankOrShape.contains(",");
    return isShape ? Layout.contiguous(shape(rankOrShape)) : ones(rankOrShape);
  }

  private static Shape[] shapes(String list) {
    return Arrays.stream(list.split(";")).map(Recorded::shape).toArray(Shape[]::new);
  }
}
