package org.panarray.internal.shaping;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Devices;
import org.panarray.internal.array.ElementRules;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Storing;
import org.panarray.internal.array.UfuncTypes;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Loops;
import org.panarray.prim.ScalarOp;

/// `ufunc.at`: results written back one after the other, so that a position named twice is updated
/// twice.
public final class Updates {
  private static final Keyword.CastingRule UNSAFE = new Keyword.CastingRule(Casting.UNSAFE);

  private Updates() {}

  /// By an operation of one input.
  public static void at(ScalarOp op, NDArray a, Object indices) {
    Storing.requireWriteable(Required.argument(a, "a"), "output array");
    Faults.named(
        "at",
        () -> {
          for (Repetition.Pass pass : Repetition.passes(a, items(indices))) {
            Repetition.write(a, pass, Elementwise.apply(op, Repetition.read(a, pass)));
          }
          return a;
        });
  }

  /// By an operation of two inputs, the second from `b`.
  public static void at(ScalarOp op, NDArray a, Object indices, Object b) {
    Storing.requireWriteable(Required.argument(a, "a"), "output array");
    if (ElementRules.among(a, ArrayLike.of(b)) != null) {
      Faults.named(
          "at",
          () -> {
            atOneByOne(op, a, indices, Devices.beside(a, b, ArrayLike.of(b)));
            return a;
          });
      return;
    }
    Object second =
        UfuncTypes.isExactIn(a.dtype().element(), b) ? b : Devices.beside(a, b, ArrayLike.of(b));
    ElementType[] types = UfuncTypes.resolve(op, new Object[] {a, second}, new NDArray[2]);
    Loops.Loop loop = op.loopFor(types);
    boolean inItsType = loop != null && loop.output() == a.dtype().element();
    boolean simple =
        inItsType && loop.inputs().stream().allMatch(type -> type == a.dtype().element());
    Faults.named(
        simple && hasIndexedLoop(op, a.dtype().element(), b) ? op.numpyName() : "at",
        () -> {
          if (simple) {
            ArrayAccess.arrays().combine(op, a, items(indices), second);
          } else {
            atOneByOne(op, a, indices, second);
          }
          return a;
        });
  }

  /// NumPy converts each result, so that a second one at the same element starts from that.
  private static void atOneByOne(ScalarOp op, NDArray a, Object indices, Object second) {
    NDArray line = ArrayAccess.arrays().fitted(a, items(indices), ArrayLike.of(second)).reshape(-1);
    for (Repetition.Pass pass : Repetition.passes(a, items(indices))) {
      Object[] operands = {Repetition.read(a, pass), line.get(pass.occurrences())};
      Repetition.write(a, pass, Elementwise.applyWith(op, operands, UNSAFE));
    }
  }

  /// Whether NumPy has a loop just for this, whose faults it tells under the ufunc's name.
  private static boolean hasIndexedLoop(ScalarOp op, ElementType type, Object b) {
    return op.hasIndexedLoop() && ArrayLike.of(b).dtype().element() == type;
  }

  private static @Nullable Object[] items(Object indices) {
    return indices instanceof Object[] several ? several : new Object[] {indices};
  }
}
