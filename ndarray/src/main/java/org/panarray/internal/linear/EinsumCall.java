package org.panarray.internal.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Storing;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.shape.Index;

/// What `einsum` was called with: operands, and after them keywords, which Java cannot tell apart
/// in one list of arguments.
///
/// @param subscripts in letters
/// @param operands at least one
public record EinsumCall(String subscripts, List<NDArray> operands, Keyword[] keywords) {
  private static final int LETTERS = 26;

  /// Operands behind their subscripts.
  public static EinsumCall of(String subscripts, Object[] arguments) {
    List<Keyword> keywords = new ArrayList<>();
    List<Object> operands =
        withoutKeywords(Arrays.asList(Required.all(arguments, "operands")), keywords);
    return new EinsumCall(
        subscripts,
        operands.stream().map(ArrayLike::of).toList(),
        keywords.toArray(Keyword[]::new));
  }

  /// Operands each with its subscripts as numbers, and the result's behind all where they are
  /// given.
  ///
  /// @throws TypeError `each subscript must be either an integer or an ellipsis`
  /// @throws ValueError `subscript is not within the valid range [0, 52)`
  public static EinsumCall ofNumbers(Object first, Object[] arguments) {
    List<Object> all = new ArrayList<>(List.of(Required.argument(first, "operands")));
    all.addAll(Arrays.asList(Required.all(arguments, "operands")));
    List<Keyword> keywords = new ArrayList<>();
    List<Object> given = withoutKeywords(all, keywords);
    List<NDArray> operands = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 1 < given.size(); i += 2) {
      operands.add(ArrayLike.of(given.get(i)));
      text.append(i == 0 ? "" : ",").append(letters(given.get(i + 1)));
    }
    if (given.size() % 2 == 1) {
      text.append("->").append(letters(given.getLast()));
    }
    return new EinsumCall(text.toString(), operands, keywords.toArray(Keyword[]::new));
  }

  private static List<Object> withoutKeywords(List<Object> arguments, List<Keyword> keywords) {
    List<Object> operands = new ArrayList<>();
    for (Object argument : arguments) {
      switch (argument) {
        case MatrixKeyword.Optimize optimize -> keywords.add(optimize);
        case Keyword.Out out -> keywords.add(out);
        case Keyword.AnyDtype dtype -> keywords.add(dtype);
        case Keyword.CastingRule casting -> keywords.add(casting);
        case Keyword.MemoryOrder order -> keywords.add(order);
        case Keyword keyword ->
            throw new TypeError(
                "einsum() got an unexpected keyword argument '"
                    + keyword.getClass().getSimpleName()
                    + "'");
        default -> operands.add(argument);
      }
    }
    if (operands.isEmpty()) {
      throw new ValueError(
          "must specify the einstein sum subscripts string and at least one operand, or at least"
              + " one operand and its corresponding subscripts list");
    }
    return operands;
  }

  private static String letters(Object subscripts) {
    List<?> items =
        switch (subscripts) {
          case int[] numbers -> Arrays.stream(numbers).boxed().toList();
          case long[] numbers -> Arrays.stream(numbers).boxed().toList();
          case Object[] objects -> Arrays.asList(objects);
          case List<?> list -> list;
          default -> throw new TypeError("subscripts for each operand must be a list or a tuple");
        };
    StringBuilder text = new StringBuilder();
    for (Object item : items) {
      text.append(item == Index.ELLIPSIS ? "..." : letter(item));
    }
    return text.toString();
  }

  private static String letter(Object subscript) {
    if (!(subscript instanceof Number number)) {
      throw new TypeError("each subscript must be either an integer or an ellipsis");
    }
    long label = number.longValue();
    if (label < 0 || label >= 2 * LETTERS) {
      throw new ValueError("subscript is not within the valid range [0, 52)");
    }
    return String.valueOf((char) (label < LETTERS ? 'A' + label : 'a' + label - LETTERS));
  }

  public NDArray evaluate() {
    ElementType type = operands.getFirst().dtype().element();
    for (NDArray operand : operands) {
      type = ElementType.promote(type, operand.dtype().element());
    }
    DType dtype = Keyword.dtypeIn(keywords);
    if (dtype != null) {
      NDArray operand = operands.getFirst();
      NDArray own = operands.size() > 1 ? null : evaluated(operand.dtype().element());
      if (own != null
          && Keyword.find(Keyword.Out.class, keywords) == null
          && own.sharesBuffer(operand)) {
        return own.ndim() == 0 ? own.copy() : own; // as NumPy's views, whose type nothing changes
      }
      Keyword.CastingRule rule = Keyword.find(Keyword.CastingRule.class, keywords);
      requireCasts(dtype.element(), rule == null ? Casting.SAFE : rule.value());
      type = dtype.element();
    }
    NDArray result = evaluated(type);
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    boolean view = operands.size() == 1 && result.sharesBuffer(operands.getFirst());
    if (order != null && order.value() == Order.F && !view) {
      result = Dispatch.apply(new Primitive.Copy(Order.F), result);
    }
    return Storing.to(keywords, "einsum", result);
  }

  private NDArray evaluated(ElementType type) {
    return Faults.quietly(() -> Einsum.evaluate(subscripts, operands, type, optimize()));
  }

  private void requireCasts(ElementType type, Casting casting) {
    for (int i = 0; i < operands.size(); i++) {
      ElementType given = operands.get(i).dtype().element();
      if (!given.canCast(type, casting)) {
        throw new TypeError(
            "Iterator operand %d dtype could not be cast from dtype('%s') to dtype('%s') according to the rule '%s'"
                .formatted(i, given.numpyName(), type.numpyName(), casting.numpyName()));
      }
    }
  }

  public List<int[]> path() {
    return Einsum.path(subscripts, operands, optimize());
  }

  private MatrixKeyword.Optimize optimize() {
    MatrixKeyword.Optimize given = Keyword.find(MatrixKeyword.Optimize.class, keywords);
    return given == null ? Kw.optimize(true) : given;
  }
}
