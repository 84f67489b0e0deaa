package org.panarray.internal.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.ResultOrder;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Sums of products in Einstein's notation, two operands at a time.
///
/// A pair that shares summed labels, with free labels on at least one side, is a matrix product of
/// views; without free labels it is a reduction of the product, and without summed ones a product
/// of elements. None of the three makes a temporary larger than its result.
public final class Einsum {
  /// An operand and its labels, all different.
  record Term(NDArray array, List<Integer> labels) {}

  private final Subscripts subscripts;
  private final Map<Integer, Long> lengths = new HashMap<>();

  private Einsum(Subscripts subscripts) {
    this.subscripts = subscripts;
  }

  static NDArray evaluate(
      String text, List<NDArray> operands, ElementType type, MatrixKeyword.Optimize optimize) {
    Einsum einsum = of(text, operands);
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      NDArray operand = Casts.to(operands.get(i), type);
      terms.add(einsum.distinct(operand, einsum.subscripts.inputs().get(i)));
    }
    return einsum.contract(terms, einsum.path(optimize));
  }

  /// The labels of the result from the slowest to the fastest: NumPy walks all operands in one
  /// loop, which goes by their strides, and the result follows it.
  private List<Integer> inMemoryOrder(List<Term> terms) {
    List<Integer> output = subscripts.output();
    if (output.size() < 2) {
      return output;
    }
    List<Integer> all = walked();
    List<Layout> layouts = terms.stream().map(term -> walked(term, all)).toList();
    Layout loop = Layout.keepOrder(layouts, shape(all));
    if (loop.isContiguous()) {
      return output;
    }
    List<Integer> ordered = new ArrayList<>();
    for (int axis : ResultOrder.slowestFirst(loop)) {
      if (axis < output.size()) {
        ordered.add(output.get(axis));
      }
    }
    return ordered;
  }

  /// How the loop walks a term: along all labels, those that it lacks of length one.
  private static Layout walked(Term term, List<Integer> all) {
    int[] own = all.stream().mapToInt(term.labels()::indexOf).filter(axis -> axis >= 0).toArray();
    int[] lacking =
        IntStream.range(0, all.size()).filter(i -> !term.labels().contains(all.get(i))).toArray();
    return term.array().layout().permute(own).expand(lacking);
  }

  /// The axes of NumPy's loop: the result's labels, then the summed ones.
  private List<Integer> walked() {
    List<Integer> all = new ArrayList<>(subscripts.output());
    TreeSet<Integer> summed = new TreeSet<>();
    subscripts.inputs().forEach(summed::addAll);
    subscripts.output().forEach(summed::remove);
    all.addAll(summed);
    return all;
  }

  private static Einsum of(String text, List<NDArray> operands) {
    List<Shape> shapes = operands.stream().map(NDArray::shape).toList();
    Einsum einsum = new Einsum(Subscripts.parse(text, shapes));
    einsum.measure(shapes);
    return einsum;
  }

  /// The order in which [#evaluate] would take pairs.
  static List<int[]> path(String text, List<NDArray> operands, MatrixKeyword.Optimize optimize) {
    return of(text, operands).path(optimize);
  }

  private List<int[]> path(MatrixKeyword.Optimize optimize) {
    List<int[]> given = optimize.path();
    if (given != null) {
      return given;
    }
    return optimize.value()
        ? ContractionPath.greedy(subscripts, lengths)
        : ContractionPath.leftToRight(subscripts.inputs().size());
  }

  private void measure(List<Shape> shapes) {
    for (int i = 0; i < shapes.size(); i++) {
      List<Integer> labels = subscripts.inputs().get(i);
      for (int axis = 0; axis < labels.size(); axis++) {
        int label = labels.get(axis);
        long length = shapes.get(i).dim(axis);
        long known = lengths.getOrDefault(label, 1L);
        requireSquare(i, labels, shapes.get(i), axis);
        if (known != 1 && length != 1 && known != length) {
          throw mismatch(shapes);
        }
        lengths.put(label, known == 1 ? length : known);
      }
    }
  }

  private void requireSquare(int operand, List<Integer> labels, Shape shape, int axis) {
    int first = labels.indexOf(labels.get(axis));
    if (shape.dim(first) != shape.dim(axis)) {
      boolean view = subscripts.inputs().size() == 1 && subscripts.output().containsAll(labels);
      throw new ValueError(
          "dimensions in "
              + (view ? "single operand" : "operand " + operand)
              + " for collapsing index '"
              + (char) labels.get(axis).intValue()
              + "' don't match ("
              + shape.dim(first)
              + " != "
              + shape.dim(axis)
              + ")");
    }
  }

  private ValueError mismatch(List<Shape> shapes) {
    List<Integer> all = walked();
    StringBuilder text =
        new StringBuilder(
            "operands could not be broadcast together with remapped shapes [original->remapped]: ");
    for (int i = 0; i < shapes.size(); i++) {
      List<Integer> labels = subscripts.inputs().get(i);
      List<String> axes = new ArrayList<>();
      for (int label : all) {
        int axis = labels.indexOf(label);
        if (axis >= 0) {
          axes.add(Long.toString(shapes.get(i).dim(axis)));
        } else if (!axes.isEmpty()) {
          axes.add("newaxis");
        }
      }
      text.append(shapes.get(i).compact()).append("->(").append(String.join(",", axes));
      text.append(all.size() == 1 ? ",) " : ") ");
    }
    return new ValueError(text.toString());
  }

  /// The operand with one axis for each label: diagonals of repeated ones, none for those of length
  /// one that others stretch.
  @SuppressWarnings("ListRemoveAmbiguous") // always by index: an axis
  private Term distinct(NDArray operand, List<Integer> given) {
    NDArray array = operand;
    List<Integer> labels = new ArrayList<>(given);
    for (int axis = labels.size() - 1; axis >= 0; axis--) {
      int label = labels.get(axis);
      int first = labels.indexOf(label);
      if (first < axis) {
        array = diagonal(array, first, axis);
        labels.remove(axis);
        labels.remove(first);
        labels.add(label);
        axis = labels.size();
      } else if (array.shape(axis) == 1 && lengths.get(label) != 1) {
        array = Dispatch.apply(new Primitive.Reshape(array.shape().remove(axis)), array);
        labels.remove(axis);
      }
    }
    return new Term(array, labels);
  }

  private static NDArray diagonal(NDArray array, int first, int second) {
    return Dispatch.view(new Primitive.Diagonal(0, first, second), array, true);
  }

  private NDArray contract(List<Term> operands, List<int[]> path) {
    List<Term> terms = new ArrayList<>(operands);
    List<Integer> output = inMemoryOrder(terms);
    for (int[] step : path) {
      terms.add(joined(taken(terms, step), terms, output));
    }
    if (terms.size() > 1) {
      throw new ValueError(
          "Invalid einsum_path is specified: "
              + (terms.size() - 1)
              + " more operands has to be contracted.");
    }
    Term result = summed(kept(terms.getFirst(), output), output);
    return arranged(result, subscripts.output());
  }

  /// The term with the labels of the result in their order, the others where they are.
  private static Term kept(Term term, List<Integer> output) {
    Iterator<Integer> next = output.iterator();
    List<Integer> labels =
        term.labels().stream().map(label -> output.contains(label) ? next.next() : label).toList();
    return new Term(arranged(term, labels), labels);
  }

  /// The terms of a step, removed from the others.
  private static List<Term> taken(List<Term> terms, int[] step) {
    List<Term> taken = new ArrayList<>();
    int[] places = step.clone();
    Arrays.sort(places);
    for (int i = places.length - 1; i >= 0; i--) {
      taken.addFirst(terms.remove(Objects.checkIndex(places[i], terms.size())));
    }
    return taken;
  }

  private Term joined(List<Term> taken, List<Term> others, List<Integer> output) {
    Term result = taken.getFirst();
    for (int i = 1; i < taken.size(); i++) {
      Term next = taken.get(i);
      List<Term> later = new ArrayList<>(others);
      later.addAll(taken.subList(i + 1, taken.size()));
      List<Integer> wanted = needed(later, output);
      result = pair(without(result, next, wanted), without(next, result, wanted), wanted);
    }
    return result;
  }

  /// The labels that the result or another operand still has.
  private static List<Integer> needed(List<Term> others, List<Integer> output) {
    List<Integer> needed = new ArrayList<>(output);
    for (Term other : others) {
      for (int label : other.labels()) {
        if (!needed.contains(label)) {
          needed.add(label);
        }
      }
    }
    return needed;
  }

  /// The term with the labels summed away that neither its partner nor anything later has.
  private static Term without(Term term, Term partner, List<Integer> wanted) {
    List<Integer> kept = new ArrayList<>(wanted);
    kept.addAll(partner.labels());
    return summed(term, kept);
  }

  private static Term summed(Term term, List<Integer> kept) {
    List<Integer> axes = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int axis = 0; axis < term.labels().size(); axis++) {
      if (kept.contains(term.labels().get(axis))) {
        labels.add(term.labels().get(axis));
      } else {
        axes.add(axis);
      }
    }
    if (axes.isEmpty()) {
      return term;
    }
    Expr element = new Expr.Arg(0, term.array().dtype().element());
    return new Term(sum(element, axes, term.array()), labels);
  }

  /// The sum without NumPy's widening of small integers; halves add up as floats.
  private static NDArray sum(Expr element, List<Integer> axes, NDArray... inputs) {
    ElementType type = element.type();
    ElementType sumType = type.computed();
    Primitive.Reduce reduce = new Primitive.Reduce(ScalarOp.ADD, Expr.cast(element, sumType), axes);
    return Casts.to(Dispatch.apply(reduce, inputs), type);
  }

  /// A product as the sum of one, which is never a negative zero.
  private static Expr ofSums(Expr product) {
    return product.type().isInexact()
        ? Expr.apply(ScalarOp.ADD, new Expr.Const(0, product.type()), product)
        : product;
  }

  private Term pair(Term a, Term b, List<Integer> wanted) {
    List<Integer> batch = new ArrayList<>();
    List<Integer> inner = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    for (int label : a.labels()) {
      boolean shared = b.labels().contains(label);
      (shared ? wanted.contains(label) ? batch : inner : rows).add(label);
    }
    for (int label : b.labels()) {
      if (!a.labels().contains(label)) {
        columns.add(label);
      }
    }
    byPlace(batch, wanted);
    byPlace(rows, wanted);
    byPlace(columns, wanted);
    if (inner.isEmpty() || rows.isEmpty() && columns.isEmpty()) {
      return elementwise(a, b, inner, wanted);
    }
    if (!rows.isEmpty()
        && !columns.isEmpty()
        && wanted.indexOf(columns.getFirst()) < wanted.indexOf(rows.getFirst())) {
      return matrixProduct(b, a, batch, columns, inner, rows);
    }
    return matrixProduct(a, b, batch, rows, inner, columns);
  }

  private static void byPlace(List<Integer> labels, List<Integer> order) {
    labels.sort((x, y) -> Integer.compare(order.indexOf(x), order.indexOf(y)));
  }

  private static Term elementwise(Term a, Term b, List<Integer> inner, List<Integer> wanted) {
    List<Integer> kept = new ArrayList<>();
    for (int label : wanted) {
      if (a.labels().contains(label) || b.labels().contains(label)) {
        kept.add(label);
      }
    }
    List<Integer> all = new ArrayList<>(kept);
    all.addAll(inner);
    NDArray left = spread(a, all);
    NDArray right = spread(b, all);
    Expr product =
        Expr.apply(
            ScalarOp.MULTIPLY,
            new Expr.Arg(0, left.dtype().element()),
            new Expr.Arg(1, right.dtype().element()));
    if (inner.isEmpty()) {
      return new Term(Dispatch.apply(new Primitive.Map(ofSums(product)), left, right), kept);
    }
    List<Integer> axes = new ArrayList<>();
    for (int axis = kept.size(); axis < all.size(); axis++) {
      axes.add(axis);
    }
    return new Term(sum(product, axes, left, right), kept);
  }

  /// The term with an axis for each of the labels, of length one where it lacks it.
  private static NDArray spread(Term term, List<Integer> all) {
    List<Integer> own = new ArrayList<>(all);
    own.retainAll(term.labels());
    NDArray ordered = arranged(term, own);
    long[] dims = new long[all.size()];
    for (int axis = 0; axis < dims.length; axis++) {
      int at = own.indexOf(all.get(axis));
      dims[axis] = at < 0 ? 1 : ordered.shape(at);
    }
    Shape shape = Shape.of(dims);
    return shape.equals(ordered.shape())
        ? ordered
        : Dispatch.apply(new Primitive.Reshape(shape), ordered);
  }

  private Term matrixProduct(
      Term a,
      Term b,
      List<Integer> batch,
      List<Integer> rows,
      List<Integer> inner,
      List<Integer> columns) {
    NDArray left = grouped(a, batch, rows, inner);
    NDArray right = grouped(b, batch, inner, columns);
    NDArray product = MatrixProduct.matmul(left, right);
    List<Integer> labels = new ArrayList<>(batch);
    labels.addAll(rows);
    labels.addAll(columns);
    Shape shape = shape(labels);
    return new Term(
        shape.equals(product.shape())
            ? product
            : Dispatch.apply(new Primitive.Reshape(shape), product),
        labels);
  }

  /// The term as matrices: the batch's axes, and one axis for each of the two groups.
  private NDArray grouped(
      Term term, List<Integer> batch, List<Integer> first, List<Integer> second) {
    List<Integer> order = new ArrayList<>(batch);
    order.addAll(first);
    order.addAll(second);
    NDArray ordered = arranged(term, order);
    Shape shape = shape(batch).concat(Shape.of(shape(first).size(), shape(second).size()));
    return shape.equals(ordered.shape()) ? ordered : ordered.reshape(shape);
  }

  private Shape shape(List<Integer> labels) {
    long[] dims = new long[labels.size()];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = lengths.get(labels.get(i));
    }
    return Shape.of(dims);
  }

  private static NDArray arranged(Term term, List<Integer> order) {
    int[] axes = new int[order.size()];
    boolean changed = false;
    for (int i = 0; i < axes.length; i++) {
      axes[i] = term.labels().indexOf(order.get(i));
      changed |= axes[i] != i;
    }
    return changed ? AxisOrder.permuted(term.array(), axes) : term.array();
  }
}
