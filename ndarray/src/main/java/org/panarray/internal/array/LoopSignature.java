package org.panarray.internal.array;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Loops;
import org.panarray.prim.ScalarOp;

/// The types that the keywords `dtype` and `signature` ask of a ufunc's loop.
///
/// @param ufunc its name
/// @param types of the inputs, then of the outputs; null where any will do
/// @param nin how many of them are inputs
public record LoopSignature(String ufunc, List<@Nullable DType> types, int nin) {
  private static final String ARROW = "->";

  /// Null where neither keyword is given.
  ///
  /// @throws TypeError `cannot specify both 'signature' and 'dtype'`
  /// @throws ValueError where a signature has the wrong number of types
  public static @Nullable LoopSignature of(String ufunc, int nin, int nout, Keyword[] keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    Keyword.Signature signature = Keyword.find(Keyword.Signature.class, keywords);
    requireClass(dtype);
    if (signature == null) {
      if (dtype == null) {
        return null;
      }
      List<@Nullable DType> types = new ArrayList<>(Collections.nCopies(nin, null));
      types.addAll(Collections.nCopies(nout, dtype));
      return new LoopSignature(ufunc, types, nin);
    }
    if (dtype != null) {
      throw new TypeError("cannot specify both 'signature' and 'dtype'");
    }
    List<@Nullable DType> types =
        signature.text() == null
            ? parts(ufunc, nin + nout, signature.types())
            : parse(ufunc, nin, nout, signature.text());
    return new LoopSignature(ufunc, types, nin);
  }

  private static List<@Nullable DType> parts(String ufunc, int count, @Nullable DType[] dtypes) {
    requireSeveral(Required.argument(dtypes, "signature").length);
    if (dtypes.length != count) {
      throw new ValueError(
          "a type-tuple must be specified of length " + count + " for ufunc '" + ufunc + "'");
    }
    List<@Nullable DType> types = new ArrayList<>();
    for (DType dtype : dtypes) {
      requireClass(dtype);
      types.add(dtype);
    }
    return types;
  }

  private static List<@Nullable DType> parse(String ufunc, int nin, int nout, String text) {
    requireSeveral(text.length());
    if (text.length() != nin + ARROW.length() + nout || text.indexOf(ARROW) != nin) {
      throw new ValueError(
          "a type-string for %s, %d typecode(s) before and %d after the -> sign"
              .formatted(ufunc, nin, nout));
    }
    List<@Nullable DType> types = new ArrayList<>();
    for (char code : text.replace(ARROW, "").toCharArray()) {
      try {
        types.add(DType.of(String.valueOf(code)));
      } catch (TypeError e) {
        throw new ValueError("Invalid data-type for array");
      }
    }
    return types;
  }

  private static void requireSeveral(int length) {
    if (length == 1) {
      throw new TypeError("Use `dtype` or  fill the tuple with more than one 'None'.");
    }
  }

  /// Whether any type will do at a place.
  boolean isOpen(int place) {
    return types.get(place) == null;
  }

  /// Whether it says nothing of the inputs.
  public boolean hasOpenInputs() {
    return types.subList(0, nin).stream().allMatch(type -> type == null);
  }

  /// What it asks of the output.
  public @Nullable DType output() {
    return types.get(nin);
  }

  /// The one type of numbers that it asks of all inputs, or null.
  public @Nullable ElementType numbers() {
    DType first = types.getFirst();
    boolean alike = types.subList(0, nin).stream().allMatch(type -> type == first);
    return alike && first != null && first.isNumeric() ? first.element() : null;
  }

  /// Refuses a dtype that says more than the class of the elements.
  public static void requireClass(@Nullable DType dtype) {
    ElementRules rules = dtype == null ? null : ElementRules.of(dtype);
    if (rules != null && rules.isParticular()) {
      throw new TypeError(
          "The `dtype` and `signature` arguments to ufuncs only select the general DType and not"
              + " details such as the byte order or time unit. You can avoid this error by using"
              + " the scalar types `np.float64` or the dtype string notation.");
    }
  }

  /// The same for one of several outputs.
  LoopSignature forOutput(int output) {
    List<@Nullable DType> one = new ArrayList<>(types.subList(0, nin));
    one.add(types.get(nin + output));
    return new LoopSignature(ufunc, one, nin);
  }

  /// The keyword that asks for the same.
  Keyword.Signature keyword() {
    return Kw.signature(types.toArray(DType[]::new));
  }

  /// The loop to run for inputs of these types, null if there is none.
  public Loops.@Nullable Loop loop(ScalarOp op, ElementType[] actual) {
    boolean open = hasOpenInputs();
    DType output = types.get(nin);
    if (open && output == null) {
      return op.loopFor(actual);
    }
    if (open) {
      return output.isNumeric() ? UfuncTypes.loopFor(op, output.element(), actual) : null;
    }
    for (Loops.Loop loop : op.loops().loops()) {
      if (matches(loop, actual)) {
        return loop;
      }
    }
    return null;
  }

  private boolean matches(Loops.Loop loop, ElementType[] actual) {
    for (int i = 0; i < nin; i++) {
      ElementType input = loop.inputs().get(i);
      boolean fits =
          isOpen(i) ? actual[i].canCast(input, Casting.SAFE) : types.get(i) == DType.of(input);
      if (!fits) {
        return false;
      }
    }
    return isOpen(nin) || types.get(nin) == DType.of(loop.output());
  }

  /// The one type of a loop whose inputs and output are alike.
  ///
  /// @throws TypeError where several are asked for
  public ElementType single(ElementType... inputs) {
    ElementType found = null;
    for (DType dtype : types) {
      ElementType type = dtype == null ? null : dtype.element();
      if (type != null && found != null && type != found) {
        throw new TypeError(
            "ufunc '" + ufunc + "' did not contain a loop with signature matching types");
      }
      found = type == null ? found : type;
    }
    return found == null ? ElementType.promote(inputs[0], inputs[1]) : found;
  }
}
