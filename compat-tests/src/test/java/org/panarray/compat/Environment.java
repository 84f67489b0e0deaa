package org.panarray.compat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;

/// The live inputs of one replay of a case: each literal becomes one array, however often it is asked
/// for, so that arguments that share memory in NumPy share it here.
final class Environment {
  private final MemoryLayoutVariant variant;
  private final Map<String, Literal> bindings;
  private final Consumer<NDArray> made;
  private final Map<String, NDArray> bases = new LinkedHashMap<>();
  private final IdentityHashMap<Literal, Object> live = new IdentityHashMap<>();
  private final IdentityHashMap<NDArray, Block> before = new IdentityHashMap<>();

  Environment(Map<String, Literal> bindings, MemoryLayoutVariant variant) {
    this(bindings, variant, _ -> {});
  }

  /// @param made told of each input before views of it are taken
  Environment(Map<String, Literal> bindings, MemoryLayoutVariant variant, Consumer<NDArray> made) {
    this.bindings = bindings;
    this.variant = variant;
    this.made = made;
  }

  /// Whether inputs lie in memory as they did in NumPy.
  boolean asRecorded() {
    return variant == MemoryLayoutVariant.AS_RECORDED;
  }

  /// The array or generator that a literal stands for, or null for a literal that is neither.
  @Nullable Object live(Literal literal) {
    Object known = live.get(literal);
    if (known != null) {
      return known;
    }
    Object made =
        switch (literal) {
          case Literal.ArrayOf array -> seen(base(array.block(), array.views()), array.views());
          case Literal.Reference reference -> seen(base(reference.name()), reference.views());
          case Literal.Generator generator -> generator(generator);
          default -> null;
        };
    if (made != null) {
      live.put(literal, made);
    }
    return made;
  }

  /// The arguments of a call on an array that is live already.
  Literal.Call call(NDArray first, List<Long> second) {
    Literal.Reference reference = new Literal.Reference("", List.of());
    live.put(reference, first);
    List<Literal> numbers =
        second.stream().map(n -> (Literal) new Literal.Int(BigInteger.valueOf(n))).toList();
    return new Literal.Call("", List.of(reference, new Literal.Sequence(true, numbers)), Map.of());
  }

  /// The arrays that the case names, under their names.
  Map<String, NDArray> bases() {
    for (String name : bindings.keySet()) {
      base(name);
    }
    return bases;
  }

  /// All arrays that were made as inputs, with the values they had.
  Map<NDArray, Block> originals() {
    return before;
  }

  private NDArray base(String name) {
    NDArray known = bases.get(name);
    if (known == null) {
      if (!(bindings.get(name) instanceof Literal.ArrayOf array)) {
        throw new IllegalArgumentException("the case does not say what " + name + " is");
      }
      known = base(array.block(), List.of());
      bases.put(name, known);
    }
    return known;
  }

  private NDArray base(Block block, List<Literal.ViewStep> views) {
    boolean fortran =
        !views.isEmpty() && views.getFirst() instanceof Literal.ViewStep.InFortranOrder;
    NDArray array = LiveArrays.make(block, fortran ? MemoryLayoutVariant.FORTRAN : variant);
    before.put(array, block);
    made.accept(array);
    return array;
  }

  private static NDArray seen(NDArray base, List<Literal.ViewStep> views) {
    NDArray array = base;
    for (Literal.ViewStep step : views) {
      array =
          switch (step) {
            case Literal.ViewStep.Transposed _ -> array.transpose();
            case Literal.ViewStep.InFortranOrder _ ->
                array.flags().fContiguous()
                    ? array
                    : LiveArrays.make(LiveArrays.block(array), MemoryLayoutVariant.FORTRAN);
            case Literal.ViewStep.ReadOnly _ -> array.asReadOnly();
            case Literal.ViewStep.AxesTransposed(long[] axes) ->
                array.transpose(java.util.Arrays.stream(axes).mapToInt(a -> (int) a).toArray());
            case Literal.ViewStep.BroadcastTo(long[] shape) -> LiveArrays.broadcast(array, shape);
            case Literal.ViewStep.Indexed(String index) -> array.get(index);
            case Literal.ViewStep.AsScalar _ -> array;
          };
    }
    return array;
  }

  private Object generator(Literal.Generator literal) {
    Map<String, Literal> none = new HashMap<>();
    Literal seed =
        literal.seed().size() == 1
            ? new Literal.Int(literal.seed().getFirst())
            : new Literal.Sequence(
                false,
                literal.seed().stream()
                    .map((BigInteger w) -> (Literal) new Literal.Int(w))
                    .toList());
    Invocation invocation = new Invocation(this);
    Object generator =
        invocation.call("np.random.default_rng", new Literal.Call("", List.of(seed), none));
    for (Literal.Call call : literal.calls()) {
      invocation.callMethod("rng." + call.name(), generator, call);
    }
    return generator;
  }
}
