package org.panarray.internal.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.Ufunc;
import org.panarray.engine.Device;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Loops;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// A scalar operation applied to the elements of broadcast arrays: what a [Ufunc] does when it is
/// called, and what functions that are made of others call.
///
/// Java primitives and boxes among the inputs are weak Python scalars (NEP 50).
public final class Elementwise {
  private static final Elementwise[] ALL = new Elementwise[ScalarOp.values().length];

  static {
    for (ScalarOp op : ScalarOp.values()) {
      ALL[op.ordinal()] = new Elementwise(op);
    }
  }

  private final ScalarOp op;
  private final Primitive.Map[] simple = new Primitive.Map[ElementType.values().length];

  private Elementwise(ScalarOp op) {
    this.op = op;
  }

  /// Of one input.
  public static NDArray apply(ScalarOp op, Object x) {
    return ALL[op.ordinal()].call(x);
  }

  /// Of two inputs.
  public static NDArray apply(ScalarOp op, Object x1, Object x2) {
    return ALL[op.ordinal()].call(x1, x2);
  }

  /// As the operators `==` and `!=`: where elements cannot be compared, they are not equal.
  public static NDArray equality(ScalarOp op, Object x, Object y) {
    Object[] inputs = read(new Object[] {x, y});
    if (ElementRules.among(inputs) == null) {
      return apply(op, x, y);
    }
    try {
      return apply(op, inputs[0], inputs[1]);
    } catch (TypeError e) {
      NDArray first = ArrayLike.of(inputs[0]);
      Shape shape = Shape.broadcast(first.shape(), ArrayLike.of(inputs[1]).shape());
      Expr same = new Expr.Const(op == ScalarOp.EQUAL ? 0 : 1, ElementType.BOOL);
      return Dispatch.apply(new Primitive.Generate(shape, same)).toDevice(first.device());
    }
  }

  /// With keywords: `out`, `where`, `dtype`, `signature`, `casting`, `order`.
  public static NDArray applyWith(ScalarOp op, Object[] inputs, Keyword.ForUfunc... keywords) {
    return ALL[op.ordinal()].callWith(inputs, keywords);
  }

  private NDArray call(Object x) {
    if (x instanceof NDArray array && array.dtype().isNumeric()) {
      Primitive.Map map = simple[array.dtype().element().ordinal()];
      if (map != null) {
        return Dispatch.apply(map, array);
      }
    }
    return general(new Object[] {x});
  }

  /// Two arrays of one type take the shortest way.
  private NDArray call(Object x1, Object x2) {
    if (x1 instanceof NDArray a
        && x2 instanceof NDArray b
        && a.dtype() == b.dtype()
        && a.dtype().isNumeric()) {
      Primitive.Map map = simple[a.dtype().element().ordinal()];
      if (map != null) {
        return Dispatch.apply(map, a, b);
      }
    }
    return general(new Object[] {x1, x2});
  }

  private NDArray general(Object[] given) {
    Object[] inputs = read(given);
    ElementRules rules = ElementRules.among(inputs);
    if (rules != null) {
      return ofElements(rules, inputs, new Keyword[0]);
    }
    NDArray[] arrays = new NDArray[inputs.length];
    Primitive.Map map = prepare(inputs, null, arrays);
    Primitive.Map shorter = shortened(map, inputs, arrays);
    if (shorter == null) {
      return Dispatch.apply(map, arrays);
    }
    NDArray[] used = used(shorter, arrays);
    return Faults.named(op.numpyName(), () -> Dispatch.apply(shorter, used));
  }

  /// The loop that is simpler because one of the inputs is a Java number, or null.
  private Primitive.@Nullable Map shortened(Primitive.Map map, Object[] inputs, NDArray[] arrays) {
    return switch (op) {
      case POWER -> Powers.shortened(map, inputs[1]);
      case FLOOR_DIVIDE, REMAINDER -> Divisors.shortened(map, inputs[1], arrays[0].size());
      default -> null;
    };
  }

  /// The inputs that the loop reads, which are the first ones.
  private static NDArray[] used(Primitive.Map map, NDArray[] arrays) {
    return Arrays.copyOf(arrays, Expr.inputCount(map.expr()));
  }

  /// With inputs of which some are no numbers.
  private NDArray ofElements(ElementRules rules, Object[] inputs, Keyword[] keywords) {
    LoopSignature wanted = LoopSignature.of(op.numpyName(), op.arity(), 1, keywords);
    Casting casting = casting(keywords);
    ElementLoop loop = rules.loop(op, inputs, wanted);
    NDArray[] arrays = new NDArray[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      NDArray array = ArrayLike.of(inputs[i]);
      DType type = loop.inputs().get(i);
      requireInput(i, inputs.length, array.dtype(), type, casting);
      arrays[i] = Storage.of(Casts.to(array, type));
    }
    Devices.together(arrays);
    return Faults.together(op.numpyName(), () -> finished(loop, arrays, keywords));
  }

  private NDArray finished(ElementLoop loop, NDArray[] storage, Keyword[] keywords) {
    Keyword.Out out = Keyword.find(Keyword.Out.class, keywords);
    Keyword.Where where = Keyword.find(Keyword.Where.class, keywords);
    NDArray mask = where == null ? null : Casts.mask(where.mask()).toDevice(storage[0].device());
    NDArray[] arrays = loop.beforeLast(storage, mask);
    DType output = loop.output();
    DType target = out == null ? output : out.single().dtype();
    boolean direct = target.equals(output) || target.isNumeric() && output.isNumeric();
    if (direct || !output.canCast(target, casting(keywords))) {
      return finished(loop.last(), arrays, output, keywords);
    }
    NDArray result = Storage.as(Dispatch.apply(loop.last(), arrays), output);
    Primitive.Map same = new Primitive.Map(new Expr.Arg(0, target.storage()));
    NDArray[] converted = {Storage.of(Casts.to(result, target))};
    return finished(same, converted, target, keywords);
  }

  /// The inputs with arrays in place of what is neither an array nor a Java scalar.
  private static Object[] read(Object[] inputs) {
    Object[] read = inputs;
    for (int i = 0; i < inputs.length; i++) {
      if (!(inputs[i] instanceof NDArray) && Weak.of(inputs[i]) == null) {
        read = read == inputs ? inputs.clone() : read;
        read[i] = ArrayLike.of(inputs[i]);
      }
    }
    return read;
  }

  private NDArray callWith(Object[] given, Keyword.ForUfunc... keywords) {
    Object[] inputs = read(given);
    ElementRules rules = ElementRules.among(inputs);
    if (rules != null) {
      return ofElements(rules, inputs, keywords);
    }
    LoopSignature wanted = LoopSignature.of(op.numpyName(), op.arity(), 1, keywords);
    NDArray[] arrays = new NDArray[inputs.length];
    Primitive.Map map = prepare(inputs, wanted, arrays);
    checkInputCasts(map, arrays, casting(keywords));
    if (wanted != null && narrows(map, arrays)) {
      map = prepare(arrays.clone(), wanted, arrays);
    }
    DType output = DType.of(map.expr().type());
    Primitive.Map shorter = shortened(map, inputs, arrays);
    if (shorter != null) {
      NDArray[] used = used(shorter, arrays);
      return Faults.named(op.numpyName(), () -> finished(shorter, used, output, keywords));
    }
    return finished(map, arrays, output, keywords);
  }

  private static Casting casting(Keyword[] keywords) {
    Keyword.CastingRule rule = Keyword.find(Keyword.CastingRule.class, keywords);
    return rule == null ? Casting.SAME_KIND : rule.value();
  }

  /// Runs the loop into `out`, under the mask `where`, in an order, as the keywords ask.
  ///
  /// @param output what the result means
  private NDArray finished(Primitive.Map map, NDArray[] arrays, DType output, Keyword[] keywords) {
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    Keyword.Out out = Keyword.find(Keyword.Out.class, keywords);
    Keyword.Where where = Keyword.find(Keyword.Where.class, keywords);
    if (out == null && where == null) {
      NDArray result = Dispatch.apply(map, arrays);
      NDArray ordered =
          order == null
              ? result
              : Dispatch.apply(
                  new Primitive.Copy(ResultOrder.settled(order.value(), arrays)), result);
      return Storage.as(ordered, output);
    }
    Order fresh = order == null ? Order.K : order.value();
    return masked(map, arrays, output, out, where, casting(keywords), fresh);
  }

  private NDArray masked(
      Primitive.Map map,
      NDArray[] arrays,
      DType output,
      Keyword.@Nullable Out out,
      Keyword.@Nullable Where where,
      Casting casting,
      Order order) {
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
      Storing.requireOutput(op.numpyName(), output, out.single(), casting);
      Casts.warnOfLoss(expr.type(), out.single().dtype().storage());
      target = Storage.of(out.single());
    } else {
      Warnings.warn(
          "UserWarning",
          "'where' used without 'out', expect unitialized memory in output. If this is intentional,"
              + " use out=None.");
      Layout layout = ResultOrder.fresh(order, all);
      target = Dispatch.emptyBeside(all.getFirst(), expr.type(), layout);
    }
    requireBroadcast(all, target.shape());
    Expr value = Expr.cast(expr, target.dtype().element());
    if (mask != null) {
      int at = all.size();
      value =
          Expr.apply(
              ScalarOp.SELECT,
              new Expr.Arg(at - 1, ElementType.BOOL),
              value,
              new Expr.Arg(at, target.dtype().element()));
      all.add(target);
    }
    writeBroadcast(target, value, all);
    return out == null ? Storage.as(target, output) : out.single();
  }

  /// The expression with the mask as one more input: an integer power refuses the negative
  /// exponents that it meets, which are those under the mask.
  private Expr onlyWhereComputed(Expr expr, int mask) {
    if (!(expr instanceof Expr.Apply power)
        || power.op() != ScalarOp.POWER
        || !expr.type().isInteger()) {
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
    NDArray[] wide = inputs.toArray(NDArray[]::new);
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
      Shape[] all = Arrays.copyOf(shapes, shapes.length + 1);
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
      if (!arrays[i].dtype().element().canCast(wanted, Casting.SAFE)) {
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
      DType wanted = DType.of(apply.operands().get(i).type());
      requireInput(i, arrays.length, arrays[i].dtype(), wanted, casting);
    }
  }

  private void requireInput(int place, int count, DType from, DType to, Casting casting) {
    if (!from.canCast(to, casting)) {
      throw new TypeError(
          "Cannot cast ufunc '"
              + op.numpyName()
              + "' input"
              + (count > 1 ? " " + place : "")
              + " from "
              + from.repr()
              + " to "
              + to.repr()
              + " with casting rule '"
              + casting.numpyName()
              + "'");
    }
  }

  /// Chooses the loop, converts the inputs to arrays (into `arrays`) and gives the map to run.
  private Primitive.Map prepare(Object[] inputs, @Nullable LoopSignature wanted, NDArray[] arrays) {
    if (inputs.length != op.arity()) {
      throw new TypeError(
          op.numpyName()
              + "() takes "
              + op.arity()
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
      direct &=
          array.dtype().element() == loop.inputs().get(i)
              && array.dtype().element() == arrays[0].dtype().element();
      operands[i] = Expr.cast(new Expr.Arg(i, array.dtype().element()), loop.inputs().get(i));
    }
    if (direct) {
      Primitive.Map known = simple[arrays[0].dtype().element().ordinal()];
      if (known != null) {
        return known;
      }
    }
    Primitive.Map map = new Primitive.Map(new Expr.Apply(op, List.of(operands), loop.output()));
    if (direct && wanted == null) {
      simple[arrays[0].dtype().element().ordinal()] = map; // a benign race: all such maps are equal
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
}
