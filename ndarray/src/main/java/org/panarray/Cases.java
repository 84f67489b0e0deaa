package org.panarray;

import java.util.ArrayList;
import java.util.List;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Primitive;
import org.panarray.shape.Shape;

/// `choose` and `select`.
final class Cases {
  private Cases() {}

  static NDArray choose(NDArray numbers, List<NDArray> choices, Keyword[] keywords) {
    if (choices.isEmpty()) {
      throw new ValueError("0-length sequence.");
    }
    NDArray which = Taking.positions(numbers, Casting.SAFE, numbers);
    long count = choices.size();
    String mode = Taking.mode(keywords);
    if (mode.equals("raise") && which.size() > 0) {
      boolean outside = Np.np.min(which).asLong() < 0 || Np.np.max(which).asLong() >= count;
      if (outside) {
        throw new ValueError("invalid entry in choice array");
      }
    }
    Shape[] shapes = new Shape[choices.size() + 1];
    shapes[0] = which.shape();
    for (int i = 0; i < choices.size(); i++) {
      shapes[i + 1] = choices.get(i).shape();
    }
    Shape shape = Shape.broadcast(shapes);
    ElementType type = Concatenation.commonType(choices);
    List<NDArray> wide = new ArrayList<>();
    for (NDArray choice : choices) {
      wide.add(
          Dispatch.apply(
              new Primitive.BroadcastTo(shape), Casts.to(choice, type).toDevice(which.device())));
    }
    NDArray all = Np.np.stack(wide).reshape(-1);
    NDArray offsets = Np.np.arange(shape.size()).toDevice(which.device()).reshape(shape);
    NDArray places = Taking.bounded(which, mode, count).times(shape.size()).plus(offsets);
    return Taking.store(Taking.at(all, places), "choose", keywords);
  }

  static NDArray select(Object conditions, Object choices, Object otherwise) {
    List<NDArray> masks = Concatenation.list(conditions);
    List<NDArray> values = Concatenation.list(choices);
    if (masks.size() != values.size()) {
      throw new ValueError("list of cases must be same length as list of conditions");
    }
    if (masks.isEmpty()) {
      throw new ValueError("select with an empty condition list is not possible");
    }
    for (int i = 0; i < masks.size(); i++) {
      if (!masks.get(i).element().isBool()) {
        throw new TypeError("invalid entry " + i + " in condlist: should be boolean ndarray");
      }
    }
    List<Object> all = new ArrayList<>(values);
    all.add(otherwise);
    ElementType type = WeakArrays.commonType(all.toArray());
    NDArray result = ArrayLike.of(otherwise, type).toDevice(masks.getFirst().device());
    for (int i = masks.size() - 1; i >= 0; i--) {
      result = Np.np.where(masks.get(i), Casts.to(values.get(i), type), result);
    }
    return result;
  }
}
