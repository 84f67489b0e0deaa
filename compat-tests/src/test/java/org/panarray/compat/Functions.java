package org.panarray.compat;

import static org.panarray.Kw.busdaycal;
import static org.panarray.Np.np;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panarray.Busdaycalendar;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.random.SeedSequence;
import org.panarray.shape.Index;

/// What a case may name: functions and methods of NumPy, and the recorder's own words for indexing,
/// printing and files.
final class Functions {
  private static final Map<String, String> IN_PLACE =
      Map.of(
          "+=",
          "plusAssign",
          "-=",
          "minusAssign",
          "*=",
          "timesAssign",
          "/=",
          "divAssign",
          "//=",
          "floorDivAssign",
          "%=",
          "remAssign",
          "**=",
          "powAssign");

  private final Environment environment;
  private final Invocation invocation;
  private final Conversion conversion;

  Functions(Environment environment) {
    this.environment = environment;
    this.invocation = new Invocation(environment);
    this.conversion = new Conversion(environment);
  }

  @Nullable Object call(String function, Literal.Call call) {
    List<Literal> given = call.positional();
    return switch (function) {
      case "str" -> String.valueOf(object(given.getFirst()));
      case "repr" -> repr(given.getFirst());
      case "getitem" -> array(given.getFirst()).get(index(given.get(1)));
      case "setitem" -> {
        Object value = object(given.get(2));
        array(given.getFirst()).at(index(given.get(1))).set(value == null ? "None" : value);
        yield null;
      }
      case "base" -> {
        NDArray fresh = array(given.getFirst()).copy();
        yield Arrays.asList(fresh.get("1:").base(), fresh.base());
      }
      case "np.seterr" -> np.seterr(ErrorStates.with(np.geterr(), call.keywords()));
      case "update" -> update(given);
      case "iter" -> {
        List<NDArray> items = new ArrayList<>();
        array(given.getFirst()).forEach(items::add);
        yield items;
      }
      default -> byPrefix(function, call);
    };
  }

  private @Nullable Object byPrefix(String function, Literal.Call call) {
    List<Literal> given = call.positional();
    String name = function.substring(function.indexOf('.') + 1);
    return switch (function.substring(0, function.indexOf('.'))) {
      case "np" -> invocation.call(function, call);
      case "nd", "rng" -> invocation.onFirst(function, call);
      case "io" -> new FileFunctions(invocation, conversion).call(name, call);
      case "native" -> new FileFunctions(invocation, conversion).call("load", call);
      case "flags" -> invocation.callMethod(function, array(given.getFirst()).flags(), rest(call));
      case "printing" -> {
        try (var _ = np.printoptions()) {
          invocation.call("np.set_printoptions", new Literal.Call("", List.of(), call.keywords()));
          yield array(given.getFirst()).toString();
        }
      }
      case "dt" -> invocation.callMethod(function, object(given.getFirst()), rest(call));
      case "const" -> constant(name);
      case "finfo", "iinfo" -> {
        String prefix = function.substring(0, function.indexOf('.'));
        Object info = invocation.call("np." + prefix, call);
        yield invocation.callMethod(function, info, new Literal.Call("", List.of(), Map.of()));
      }
      case "sub" -> invocation.callMethod("sub.get", constant(name), call);
      case "legacy" -> {
        invocation.call("np.random.seed", new Literal.Call("", given.subList(0, 1), Map.of()));
        yield invocation.call("np.random." + name, rest(call));
      }
      case "state" -> {
        Object state =
            invocation.call(
                "np.random.RandomState", new Literal.Call("", given.subList(0, 1), Map.of()));
        yield invocation.callMethod(function, state, rest(call));
      }
      case "seedsequence" -> seedSequence(call);
      case "busdaycalendar" -> business(name, call);
      default -> throw new IllegalArgumentException("no function is called " + function);
    };
  }

  /// The words of a seed sequence: `generate_state(n)` is `generateState(n)`, with uint64
  /// `generateState64(n)`.
  private static NDArray seedSequence(Literal.Call call) {
    SeedSequence sequence =
        call.positional().getFirst() instanceof Literal.Sequence many
            ? SeedSequence.of(
                many.items().stream()
                    .mapToLong(word -> ((Literal.Int) word).value().longValueExact())
                    .toArray())
            : SeedSequence.of(((Literal.Int) call.positional().getFirst()).value());
    int count = ((Literal.Int) call.positional().get(1)).value().intValueExact();
    boolean wide = call.positional().size() > 2;
    long[] words =
        wide
            ? sequence.generateState64(count)
            : Arrays.stream(sequence.generateState(count))
                .mapToLong(Integer::toUnsignedLong)
                .toArray();
    Block block = Block.ofWhole(wide ? "u8" : "u4", new long[] {count}, words);
    return LiveArrays.make(block, MemoryLayoutVariant.AS_RECORDED);
  }

  /// What a calendar says of itself, or a function that is told of it.
  private Object business(String name, Literal.Call call) {
    List<Literal> given = call.positional();
    boolean itself = name.equals("weekmask") || name.equals("holidays");
    Literal.Call none = new Literal.Call("", List.of(), Map.of());
    Busdaycalendar calendar =
        (Busdaycalendar)
            invocation.call(
                "np.busdaycalendar",
                itself ? call : new Literal.Call("", List.of(), call.keywords()));
    return switch (name) {
      case "is_busday" -> np.isBusday(object(given.getFirst()), busdaycal(calendar));
      case "busday_count" ->
          np.busdayCount(object(given.getFirst()), object(given.get(1)), busdaycal(calendar));
      case "busday_offset" ->
          np.busdayOffset(object(given.getFirst()), object(given.get(1)), busdaycal(calendar));
      default -> invocation.callMethod("busdaycalendar." + name, calendar, none);
    };
  }

  private static Object constant(String name) {
    Object value = Invocation.field(np, Names.method(name));
    if (value == null) {
      throw new MissingFunction("np." + name);
    }
    return value;
  }

  private static Literal.Call rest(Literal.Call call) {
    return new Literal.Call(
        call.name(), call.positional().subList(1, call.positional().size()), call.keywords());
  }

  private String repr(Literal literal) {
    Object value = object(literal);
    return switch (value) {
      case DType dtype ->
          (String)
              invocation.callMethod(
                  "dt.__repr__", dtype, new Literal.Call("", List.of(), Map.of()));
      case NDArray _ ->
          (String)
              invocation.call("np.array_repr", new Literal.Call("", List.of(literal), Map.of()));
      default -> throw new IllegalArgumentException("repr of " + value);
    };
  }

  private NDArray array(Literal literal) {
    return (NDArray) object(literal);
  }

  private Object object(Literal literal) {
    Conversion.Fitted fitted = conversion.fit(literal, Object.class);
    if (fitted == null || fitted.value() == null) {
      throw new IllegalArgumentException("no Java value for " + literal);
    }
    return fitted.value();
  }

  /// `a[index] op= value`: read, update, write back, as Python does.
  private @Nullable Object update(List<Literal> given) {
    String operator = ((Literal.Text) given.get(2)).value();
    Object[] index = index(given.get(1));
    var selection = array(given.getFirst()).at(index);
    Literal.Call operand = new Literal.Call("", List.of(given.get(3)), Map.of());
    String method = IN_PLACE.get(operator);
    if (!Invocation.methods(selection.getClass(), method).isEmpty()) {
      return nothing(invocation.callMethod("sel." + method, selection, operand));
    }
    NDArray part = array(given.getFirst()).get(index);
    invocation.callMethod("nd." + method, part, operand);
    selection.set(part);
    return null;
  }

  private static @Nullable Object nothing(@Nullable Object ignored) {
    return null;
  }

  /// The items between the brackets, as a Java programmer gives them: as objects where the case is
  /// replayed as recorded, otherwise as text where text can say it.
  private Object[] index(Literal literal) {
    String text = environment.asRecorded() ? null : indexText(literal);
    return text == null ? indexItems(literal) : new Object[] {text};
  }

  private static @Nullable String indexText(Literal literal) {
    List<String> words = new ArrayList<>();
    for (Literal item : indexParts(literal)) {
      switch (item) {
        case Literal.None _ -> words.add("None");
        case Literal.Dots _ -> words.add("...");
        case Literal.Int number -> words.add(number.value().toString());
        case Literal.SliceOf slice -> words.add(String.valueOf(Conversion.slice(slice)));
        default -> {
          return null;
        }
      }
    }
    return words.isEmpty() ? null : String.join(", ", words);
  }

  private static List<Literal> indexParts(Literal literal) {
    return literal instanceof Literal.Sequence(boolean tuple, List<Literal> parts) && tuple
        ? parts
        : List.of(literal);
  }

  private Object[] indexItems(Literal literal) {
    List<Literal> items = indexParts(literal);
    Object[] index = new Object[items.size()];
    for (int i = 0; i < index.length; i++) {
      index[i] =
          switch (items.get(i)) {
            case Literal.None _ -> Index.NEWAXIS;
            case Literal item -> object(item);
          };
    }
    return index;
  }

  /// The context manager that a case is recorded in.
  AutoCloseable context(Literal.@Nullable Call call) {
    if (call == null) {
      return () -> {};
    }
    if (call.name().equals("errstate")) {
      return np.errstate(ErrorStates.with(np.geterr(), call.keywords()));
    }
    return (AutoCloseable) invocation.call("np." + call.name(), call);
  }
}
