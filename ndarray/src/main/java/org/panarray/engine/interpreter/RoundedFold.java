package org.panarray.engine.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// The specification of sums and products of floats, whose rounding shows the order of the
/// elements.
///
/// NumPy orders the axes by their strides. The innermost, if it is reduced, and the reduced ones
/// around it that continue it in memory, make a row; rows are added up pairwise, and their sums one
/// after the other, from 0 on. Everything else is combined one by one.
public final class RoundedFold {
  private static final int CONVERTED = 8192; // elements that NumPy converts at once

  private final Primitive.Reduce reduce;
  private final Shape shape;
  private final List<Integer> outer = new ArrayList<>();
  private final List<Integer> row = new ArrayList<>();

  RoundedFold(Primitive.Reduce reduce, Shape shape, Layout[] inputs) {
    this.reduce = reduce;
    this.shape = shape;
    List<Integer> axes = new ArrayList<>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      insert(axes, axis, inputs);
    }
    int at = axes.size() - 1;
    while (at >= 0 && reduce.axes().contains(axes.get(at)) && continues(axes.get(at), inputs)) {
      row.addFirst(axes.get(at--));
    }
    for (int axis : axes.subList(0, at + 1)) {
      if (reduce.axes().contains(axis)) {
        outer.add(axis);
      }
    }
  }

  static boolean appliesTo(Primitive.Reduce reduce) {
    boolean rounds = reduce.op() == ScalarOp.ADD || reduce.op() == ScalarOp.MULTIPLY;
    return rounds && reduce.element().type().isInexact();
  }

  private void insert(List<Integer> axes, int axis, Layout[] inputs) {
    if (shape.dim(axis) == 1) {
      return;
    }
    int target = axes.size();
    for (int j = axes.size() - 1; j >= 0; j--) {
      int larger = compare(inputs, axes.get(j), axis);
      if (larger > 0) {
        break;
      }
      target = larger < 0 ? j : target;
    }
    axes.add(target, axis);
  }

  private static int compare(Layout[] inputs, int a, int b) {
    for (Layout input : inputs) {
      long first = Math.abs(input.stride(a));
      long second = Math.abs(input.stride(b));
      if (first != 0 && second != 0) {
        return first >= second ? 1 : -1;
      }
    }
    return 0;
  }

  private boolean continues(int axis, Layout[] inputs) {
    if (row.isEmpty()) {
      return true;
    }
    int inside = row.getFirst();
    for (Layout input : inputs) {
      if (input.stride(axis) != input.stride(inside) * shape.dim(inside)) {
        return false;
      }
    }
    return true;
  }

  /// @param index of the result, with room for the reduced axes
  Scalar of(long[] index, Function<long[], Scalar> element) {
    ElementType type = reduce.element().type();
    ElementType wide = reduce.op() == ScalarOp.ADD ? type.computed() : type;
    @Nullable Scalar[] total = {
      reduce.op() == ScalarOp.ADD ? Reference.identity(reduce.op(), wide) : null
    };
    walk(
        outer,
        0,
        index,
        () -> {
          List<Scalar> values = new ArrayList<>();
          walk(row, 0, index, () -> values.add(Reference.cast(element.apply(index), wide)));
          total[0] = addRow(total[0], values);
        });
    Scalar result = total[0] == null ? Reference.identity(reduce.op(), wide) : total[0];
    return Reference.cast(result, type);
  }

  private void walk(List<Integer> axes, int depth, long[] index, Runnable visit) {
    if (depth == axes.size()) {
      visit.run();
      return;
    }
    int axis = axes.get(depth);
    for (long i = 0; i < shape.dim(axis); i++) {
      index[axis] = i;
      walk(axes, depth + 1, index, visit);
    }
    index[axis] = 0;
  }

  private @Nullable Scalar addRow(@Nullable Scalar start, List<Scalar> values) {
    Scalar total = start;
    boolean converts =
        reduce.element() instanceof Expr.Cast cast && cast.operand() instanceof Expr.Arg;
    int block = reduce.op() != ScalarOp.ADD ? 1 : converts ? CONVERTED : Integer.MAX_VALUE;
    for (int from = 0; from < values.size(); from += Math.min(block, values.size())) {
      int to = (int) Math.min(values.size(), (long) from + block);
      Scalar next = pairwise(values.subList(from, to));
      total = total == null ? next : combine(total, next);
    }
    return total;
  }

  /// The sum of up to 128 numbers in 8 partial sums, of more by halves.
  private Scalar pairwise(List<Scalar> values) {
    int n = values.size();
    int numbers = values.getFirst().type().isComplex() ? 2 : 1; // an element
    int sums = 8 / numbers;
    if (n > 128 / numbers) {
      int half = (n * numbers / 2 - n * numbers / 2 % 8) / numbers;
      return combine(pairwise(values.subList(0, half)), pairwise(values.subList(half, n)));
    }
    int whole = n - n % sums;
    Scalar total = values.getFirst();
    if (whole > 0) {
      Scalar[] partial = values.subList(0, sums).toArray(Scalar[]::new);
      for (int i = sums; i < whole; i++) {
        partial[i % sums] = combine(partial[i % sums], values.get(i));
      }
      for (int distance = 1; distance < sums; distance *= 2) {
        for (int k = 0; k < sums; k += 2 * distance) {
          partial[k] = combine(partial[k], partial[k + distance]);
        }
      }
      total = partial[0];
    }
    for (int i = Math.max(whole, 1); i < n; i++) {
      total = combine(total, values.get(i));
    }
    return total;
  }

  private Scalar combine(Scalar a, Scalar b) {
    return Reference.apply(reduce.op(), a.type(), a, b);
  }
}
