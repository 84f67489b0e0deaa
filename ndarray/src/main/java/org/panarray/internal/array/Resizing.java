package org.panarray.internal.array;

import java.util.Arrays;
import org.panarray.NDArray;
import org.panarray.engine.Operand;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.shape.Index;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// New memory for an array that changes its size in place.
public final class Resizing {
  private Resizing() {}

  public static Operand resized(NDArray array, long[] newShape) {
    if (Arrays.stream(Required.argument(newShape, "newShape")).anyMatch(dim -> dim < 0)) {
      throw new ValueError("negative dimensions not allowed");
    }
    boolean fortran = array.layout().isFortran() && !array.layout().isContiguous();
    if (!fortran && !array.layout().isContiguous()) {
      throw new ValueError("resize only works on single-segment arrays");
    }
    if (array.base() != null) {
      throw new ValueError("cannot resize this array: it does not own its data");
    }
    Shape shape = Shape.of(newShape);
    Layout layout = fortran ? Layout.fortran(shape) : Layout.contiguous(shape);
    NDArray resized = Storage.emptyBeside(array, layout);
    if (resized.size() > 0) {
      resized.fill(0);
      Index kept = Index.slice(0, Math.min(array.size(), resized.size()));
      inMemoryOrder(resized, fortran).at(kept).set(inMemoryOrder(array, fortran).get(kept));
    }
    return resized.operand();
  }

  private static NDArray inMemoryOrder(NDArray array, boolean fortran) {
    return (fortran ? array.transpose() : array).reshape(-1);
  }
}
