package org.panarray;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Device;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Loops;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// A universal function: a scalar operation applied to the elements of broadcast arrays.
///
/// Java primitives and boxes among the inputs are weak Python scalars (NEP 50).
///
/// @see <a href="https://numpy.org/doc/2.4/reference/ufuncs.html">Universal functions</a>
public final class Ufunc {
  private final ScalarOp op;
  private final Primitive.Map[] simple = new Primitive.Map[ElementType.values().length];

  Ufunc(ScalarOp op) {
    this.op = op;
  }

  /// NumPy's name.
  public String name() {
    return op.numpyName();
  }

  /// The number of inputs.
  public int nin() {
    return op.arity();
  }

  /// The number of outputs.
  public int nout() {
    return 1;
  }

  /// The number of inputs and outputs.
  public int nargs() {
    return nin() + nout();
  }

  /// What a reduction of nothing gives: a `Long`, `Boolean` or `Double`, or null where there is
  /// nothing that it could give.
  ///
  /// ```java
  /// np.add.identity() // 0
  /// np.maximum.identity() // null
  /// ```
  public @Nullable Object identity() {
    boolean truth = op.loops().loops().stream().allMatch(l -> l.output() == ElementType.BOOL);
    return switch (op.identity()) {
      case NONE -> null;
      case ZERO -> truth ? (Object) false : (Object) 0L;
      case ONE -> truth ? (Object) true : (Object) 1L;
      case ALL_ONES -> -1L;
      case NEGATIVE_INFINITY -> Double.NEGATIVE_INFINITY;
    };
  }

  /// The loops, as NumPy's `types` lists them (without the types that Panarray lacks).
  public List<String> types() {
    List<String> texts = new ArrayList<>();
    for (Loops.Loop loop : op.loops().loops()) {
      StringBuilder text = new StringBuilder();
      for (ElementType input : loop.inputs()) {
        text.append(input.code());
      }
      texts.add(text.append("->").append(loop.output().code()).toString());
    }
    return texts;
  }

  ScalarOp op() {
    return op;
  }

  /// One input.
  NDArray call(Object x) {
    if (x instanceof NDArray array) {
      Primitive.Map map = simple[array.element().ordinal()];
      if (map != null) {
        return Dispatch.apply(map, array);
      }
    }
    return general(new Object[] {x});
  }

  /// Two inputs; two arrays of one type take the shortest way.
  NDArray call(Object x1, Object x2) {
    if (x1 instanceof NDArray a && x2 instanceof NDArray b && a.element() == b.element()) {
      Primitive.Map map = simple[a.element().ordinal()];
      if (map != null) {
        return Dispatch.apply(map, a, b);
      }
    }
    return general(new Object[] {x1, x2});
  }

  private NDArray general(Object[] inputs) {
    NDArray[] arrays = new NDArray[inputs.length];
    Primitive.Map map = prepare(inputs, null, arrays);
    return Dispatch.apply(map, arrays);
  }

  /// With keywords: `out`, `where`, `dtype`, `signature`, `casting`, `order`.
  NDArray callWith(Object[] inputs, Keyword.ForUfunc... keywords) {
    Keyword.Out out = Keyword.find(Keyword.Out.class, keywords);
    Keyword.Where where = Keyword.find(Keyword.Where.class, keywords);
    Keyword.CastingRule rule = Keyword.find(Keyword.CastingRule.class, keywords);
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    LoopSignature wanted = LoopSignature.of(name(), nin(), nout(), keywords);
    NDArray[] arrays = new NDArray[inputs.length];
    Primitive.Map map = prepare(inputs, wanted, arrays);
    Casting casting = rule == null ? Casting.SAME_KIND : rule.value();
    checkInputCasts(map, arrays, casting);
    if (wanted != null && narrows(map, arrays)) {
      map = prepare(arrays.clone(), wanted, arrays);
    }
    if (out == null && where == null) {
      NDArray result = Dispatch.apply(map, arrays);
      return order == null ? result : np().copy(result, order);
    }
    return masked(map, arrays, out, where, casting);
  }

  private static Np np() {
    return Np.np;
  }

  private NDArray masked(
      Primitive.Map map,
      NDArray[] arrays,
      Keyword.@Nullable Out out,
      Keyword.@Nullable Where where,
      Casting casting) {
    List<NDArray> all = new ArrayList<>(List.of(arrays));
    Expr expr = map.expr();
    NDArray mask = null;
    if (where != null) {
      mask = Casts.mask(where.mask()).toDevice(arrays[0].device());
      expr = onlyWhereComputed(expr, all.size());
      all.add(mask);
    }
    NDArray target;
    if (out != null) {
      target = out.single();
      Storing.requireOutput(name(), expr.type(), target, casting);
      Casts.warnOfLoss(expr.type(), target.element());
    } else {
      ErrorState.warn(
          "UserWarning",
          "'where' used without 'out', expect unitialized memory in output. If this is intentional,"
              + " use out=None.");
      Shape[] shapes = all.stream().map(NDArray::shape).toArray(Shape[]::new);
      target =
          Dispatch.emptyBeside(
              all.getFirst(), expr.type(), Layout.contiguous(Shape.broadcast(shapes)));
    }
    requireBroadcast(all, target.shape());
    Expr value = Expr.cast(expr, target.element());
    if (mask != null) {
      int at = all.size();
      value =
          Expr.apply(
              ScalarOp.SELECT,
              new Expr.Arg(at - 1, ElementType.BOOL),
              value,
              new Expr.Arg(at, target.element()));
      all.add(target);
    }
    writeBroadcast(target, value, all);
    return target;
  }

  /// The expression with the mask as one more input: an integer power refuses the negative exponents
  /// that it meets, which are those under the mask.
  private Expr onlyWhereComputed(Expr expr, int mask) {
    if (op != ScalarOp.POWER || !(expr instanceof Expr.Apply power) || !expr.type().isInteger()) {
      return expr;
    }
    Expr exponent =
        Expr.apply(
            ScalarOp.SELECT,
            new Expr.Arg(mask, ElementType.BOOL),
            power.operands().get(1),
            new Expr.Const(1, expr.type()));
    return new Expr.Apply(op, List.of(power.operands().getFirst(), exponent), expr.type());
  }

  /// Runs the expression into `target`; inputs of a smaller shape are repeated to it.
  private static void writeBroadcast(NDArray target, Expr value, List<NDArray> inputs) {
    NDArray[] wide = NDArray.arrayOf(inputs);
    boolean covers = false;
    for (NDArray input : wide) {
      covers |= input.shape().equals(target.shape());
    }
    if (!covers) {
      wide[0] = Dispatch.apply(new Primitive.BroadcastTo(target.shape()), wide[0]);
    }
    Dispatch.into(new NDArray[] {target}, new Primitive.Map(value), wide);
  }

  private static void requireBroadcast(List<NDArray> inputs, Shape target) {
    Shape[] shapes = inputs.stream().map(NDArray::shape).toArray(Shape[]::new);
    Shape common = Shape.broadcast(shapes);
    if (!common.equals(target)) {
      Shape[] all = java.util.Arrays.copyOf(shapes, shapes.length + 1);
      all[shapes.length] = target;
      if (!Shape.broadcast(all).equals(target)) {
        throw new ValueError(
            "non-broadcastable output operand with shape "
                + target.compact()
                + " doesn't match the broadcast shape "
                + Shape.broadcast(all).compact());
      }
    }
  }

  /// Converts the inputs that a cast may change, so that it is told what did not fit.
  private static boolean narrows(Primitive.Map map, NDArray[] arrays) {
    if (!(map.expr() instanceof Expr.Apply apply)) {
      return false;
    }
    boolean any = false;
    for (int i = 0; i < arrays.length; i++) {
      ElementType wanted = apply.operands().get(i).type();
      if (!arrays[i].element().canCast(wanted, Casting.SAFE)) {
        arrays[i] = Casts.to(arrays[i], wanted);
        any = true;
      }
    }
    return any;
  }

  private void checkInputCasts(Primitive.Map map, NDArray[] arrays, Casting casting) {
    if (!(map.expr() instanceof Expr.Apply apply)) {
      return;
    }
    for (int i = 0; i < arrays.length; i++) {
      ElementType wanted = apply.operands().get(i).type();
      if (!arrays[i].element().canCast(wanted, casting)) {
        throw new TypeError(
            "Cannot cast ufunc '"
                + name()
                + "' input"
                + (arrays.length > 1 ? " " + i : "")
                + " from dtype('"
                + arrays[i].dtype().name()
                + "') to dtype('"
                + wanted.numpyName()
                + "') with casting rule '"
                + casting.numpyName()
                + "'");
      }
    }
  }

  /// Chooses the loop, converts the inputs to arrays (into `arrays`) and gives the map to run.
  private Primitive.Map prepare(Object[] inputs, @Nullable LoopSignature wanted, NDArray[] arrays) {
    if (inputs.length != nin()) {
      throw new TypeError(
          name()
              + "() takes "
              + nin()
              + " positional arguments but "
              + inputs.length
              + " were given");
    }
    ElementType[] types = UfuncTypes.resolve(op, inputs, arrays);
    Loops.Loop loop = wanted == null ? op.loopFor(types) : wanted.loop(op, types);
    if (loop == null) {
      throw UfuncTypes.noLoop(op, inputs, types, wanted != null);
    }
    Device device = device(arrays);
    Expr[] operands = new Expr[inputs.length];
    boolean direct = true;
    for (int i = 0; i < inputs.length; i++) {
      NDArray array = arrays[i];
      if (array == null) {
        array = UfuncTypes.scalar(op, inputs[i], loop.inputs().get(i), arrays);
        arrays[i] = device.equals(Device.CPU) ? array : array.toDevice(device);
        array = arrays[i];
      }
      direct &= array.element() == loop.inputs().get(i) && array.element() == arrays[0].element();
      operands[i] = Expr.cast(new Expr.Arg(i, array.element()), loop.inputs().get(i));
    }
    if (direct) {
      Primitive.Map known = simple[arrays[0].element().ordinal()];
      if (known != null) {
        return known;
      }
    }
    Primitive.Map map = new Primitive.Map(new Expr.Apply(op, List.of(operands), loop.output()));
    if (direct && wanted == null) {
      simple[arrays[0].element().ordinal()] = map; // a benign race: all such maps are equal
    }
    return map;
  }

  private static Device device(@Nullable NDArray[] arrays) {
    for (NDArray array : arrays) {
      if (array != null) {
        return array.device();
      }
    }
    return Ambient.current().device;
  }

  /// Combines along axes: `ufunc.reduce`. Keywords: `axis` (default 0), `dtype`, `out`, `keepdims`,
  /// `initial`, `where`.
  ///
  /// ```java
  /// np.multiply.reduce(new int[] {2, 3, 4}) // 24
  /// ```
  ///
  /// @throws ValueError `zero-size array to reduction operation maximum which has no identity`
  public NDArray reduce(Object array, Keyword.ForReduction... keywords) {
    requireBinary("reduce");
    return new Reducer(op, keywords).reduce(array, 0);
  }

  /// Combines along one axis.
  public NDArray reduce(Object array, int axis) {
    return reduce(array, Kw.axis(axis));
  }

  /// Running results along an axis: `ufunc.accumulate`. Keywords: `axis` (default 0), `dtype`, `out`.
  ///
  /// ```java
  /// np.maximum.accumulate(new int[] {1, 3, 2}) // [1 3 3]
  /// ```
  public NDArray accumulate(Object array, Keyword.ForScan... keywords) {
    requireBinary("accumulate");
    return new Reducer(op, keywords).accumulate(array, 0);
  }

  /// Running results along one axis.
  public NDArray accumulate(Object array, int axis) {
    return accumulate(array, Kw.axis(axis));
  }

  /// Every element of `a` with every element of `b`: `ufunc.outer`, of shape `a.shape + b.shape`.
  /// Keywords: `out`, `where`, `dtype`, `signature`, `casting`, `order`.
  ///
  /// ```java
  /// np.subtract.outer(np.arange(2), np.arange(3))
  /// // [[ 0 -1 -2]
  /// //  [ 1  0 -1]]
  /// ```
  public NDArray outer(Object a, Object b, Keyword.ForUfunc... keywords) {
    requireBinary("outer");
    NDArray second = ArrayLike.of(b);
    NDArray first = ArrayLike.of(a);
    long[] wide = java.util.Arrays.copyOf(first.dims(), first.ndim() + second.ndim());
    java.util.Arrays.fill(wide, first.ndim(), wide.length, 1);
    return callWith(new Object[] {first.reshape(wide), second}, keywords);
  }

  /// Combines in place at index arrays, every one of several at the same element: `ufunc.at` of one
  /// input, such as `np.negative.at(a, index)`.
  public void at(NDArray a, Object indices) {
    if (nin() != 1) {
      throw new ValueError("second operand needed for ufunc");
    }
    Required.argument(a, "a").requireWriteable();
    ErrorState.named(
        "at",
        () -> {
          for (Repetition.Pass pass : Repetition.passes(a, items(indices))) {
            Repetition.write(a, pass, call(Repetition.read(a, pass)));
          }
          return a;
        });
  }

  /// As [#at(NDArray, Object)] of two inputs: `np.add.at(a, index, b)`.
  ///
  /// ```java
  /// NDArray counts = np.zeros(new long[] {3}, np.int64);
  /// np.add.at(counts, new int[] {0, 0, 2}, 1);
  /// counts // [2 0 1]
  /// ```
  public void at(NDArray a, Object indices, Object b) {
    if (nin() != 2) {
      throw new ValueError("second operand provided when ufunc is unary");
    }
    Required.argument(a, "a").requireWriteable();
    Object second =
        UfuncTypes.isExactIn(a.element(), b) ? b : Devices.beside(a, b, ArrayLike.of(b));
    ElementType[] types = UfuncTypes.resolve(op, new Object[] {a, second}, new NDArray[2]);
    Loops.Loop loop = op.loopFor(types);
    boolean inItsType = loop != null && loop.output() == a.element();
    boolean simple = inItsType && loop.inputs().stream().allMatch(type -> type == a.element());
    ErrorState.named(
        simple && hasIndexedLoop(a.element(), b) ? name() : "at",
        () -> {
          if (simple) {
            a.at(items(indices)).combine(op, second);
          } else {
            atOneByOne(a, indices, second);
          }
          return a;
        });
  }

  /// NumPy converts each result, so that a second one at the same element starts from that.
  private void atOneByOne(NDArray a, Object indices, Object second) {
    NDArray line = a.at(items(indices)).fitted(ArrayLike.of(second)).reshape(-1);
    for (Repetition.Pass pass : Repetition.passes(a, items(indices))) {
      Repetition.write(a, pass, call(Repetition.read(a, pass), line.get(pass.occurrences())));
    }
  }

  /// Whether NumPy has a loop just for this, whose faults it tells under the ufunc's name.
  private boolean hasIndexedLoop(ElementType type, Object b) {
    return switch (op) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, FLOOR_DIVIDE -> ArrayLike.of(b).element() == type;
      default -> false;
    };
  }

  private static @Nullable Object[] items(Object indices) {
    return indices instanceof Object[] several ? several : new Object[] {indices};
  }

  /// Combines slices: `ufunc.reduceat`. Entry `i` combines `array[indices[i]:indices[i+1]]`, or is
  /// `array[indices[i]]` where that is empty. Keywords: `axis` (default 0), `dtype`, `out`.
  public NDArray reduceat(Object array, Object indices, Keyword.ForScan... keywords) {
    requireBinary("reduceat");
    NDArray whole = ArrayLike.of(array);
    NDArray starts = Taking.positions(indices, Casting.SAFE, whole);
    if (starts.ndim() == 0) {
      throw new ValueError("object of too small depth for desired array");
    }
    return Segments.reduce(op, whole, starts, keywords);
  }

  private void requireBinary(String method) {
    if (nin() != 2) {
      throw new ValueError(method + " only supported for binary functions");
    }
    if (op == ScalarOp.LDEXP && !method.equals("outer")) {
      throw new TypeError("the resolved dtypes are not compatible with ldexp." + method);
    }
  }

  /// `<ufunc 'add'>`.
  @Override
  public String toString() {
    return "<ufunc '" + name() + "'>";
  }
}
