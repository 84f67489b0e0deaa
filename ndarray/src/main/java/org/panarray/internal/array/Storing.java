package org.panarray.internal.array;

import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.engine.Operand;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Writes into arrays that are there: results into `out`, and what `copyto` copies.
public final class Storing {
  private Storing() {}

  /// Writes a result, converted, into an array of its shape, and returns that array.
  ///
  /// @throws TypeError where the casting rule forbids the conversion
  public static NDArray into(String name, NDArray result, NDArray target, Casting casting) {
    requireOutput(name, result.dtype(), target, casting);
    NDArray numbers = beside(result, target.dtype());
    Casts.warnOfLoss(numbers.dtype().element(), target.dtype().storage());
    Expr value = Expr.cast(new Expr.Arg(0, numbers.dtype().element()), target.dtype().storage());
    Dispatch.into(new NDArray[] {Storage.of(target)}, new Primitive.Map(value), numbers);
    return target;
  }

  /// An output can be written and holds results of a type under a casting rule.
  ///
  /// @throws org.panarray.error.ValueError `output array is read-only`
  /// @throws TypeError `Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with
  ///   casting rule 'same_kind'`
  public static void requireOutput(String name, DType type, NDArray target, Casting casting) {
    requireWriteable(target, "output array");
    requireOutput(name, type, target.dtype(), casting);
  }

  public static void requireOutput(String name, ElementType from, ElementType to, Casting casting) {
    requireOutput(name, DType.of(from), DType.of(to), casting);
  }

  private static void requireOutput(String name, DType from, DType to, Casting casting) {
    if (!from.canCast(to, casting)) {
      throw new TypeError(
          "Cannot cast ufunc '"
              + name
              + "' output from "
              + from.repr()
              + " to "
              + to.repr()
              + " with casting rule '"
              + casting.numpyName()
              + "'");
    }
  }

  /// An array as numbers that can be cast to what a dtype stores.
  static NDArray beside(NDArray array, DType dtype) {
    return array.dtype().isNumeric() && dtype.isNumeric()
        ? array
        : Storage.of(Casts.to(array, dtype));
  }

  /// The result itself, or `out` after the result was written to it.
  public static NDArray to(Keyword[] keywords, String name, NDArray result) {
    return to(keywords, name, result, Casting.SAME_KIND);
  }

  /// As [#to(Keyword\[\], String, NDArray)] under another casting rule.
  public static NDArray to(Keyword[] keywords, String name, NDArray result, Casting casting) {
    Keyword.Out out = Keyword.find(Keyword.Out.class, keywords);
    return out == null ? result : into(name, result, out.single(), casting);
  }

  public static void copyto(
      NDArray target, Object source, Casting casting, @Nullable Object where) {
    requireWriteable(target, "assignment destination");
    NDArray value = Devices.beside(target, source, beside(target.dtype(), source));
    Casts.require(value, target.dtype(), casting);
    if (where == null) {
      target.at().set(value);
      return;
    }
    NDArray mask = wide(Casts.mask(where), target.shape());
    NDArray numbers = beside(value, target.dtype());
    Expr chosen =
        Expr.apply(
            ScalarOp.SELECT,
            new Expr.Arg(0, ElementType.BOOL),
            Expr.cast(new Expr.Arg(1, numbers.dtype().element()), target.dtype().storage()),
            new Expr.Arg(2, target.dtype().storage()));
    NDArray stored = Storage.of(target);
    Dispatch.into(
        new NDArray[] {stored},
        new Primitive.Map(chosen),
        mask.toDevice(target.device()),
        numbers.toDevice(target.device()),
        stored);
  }

  private static NDArray wide(NDArray mask, Shape shape) {
    try {
      return Dispatch.apply(new Primitive.BroadcastTo(shape), mask);
    } catch (ValueError e) {
      throw new ValueError(
          "could not broadcast where mask from shape "
              + mask.shape().compact()
              + " into shape "
              + shape.compact());
    }
  }

  /// An array-like to be copied into elements of a type: a Java scalar takes the type it would have
  /// beside such elements.
  ///
  /// @throws org.panarray.error.OverflowError `Python integer 300 out of bounds for uint8`
  private static NDArray beside(DType dtype, Object source) {
    Weak weak = Weak.of(source);
    if (!dtype.isNumeric()) {
      return ArrayLike.of(source, source instanceof NDArray || weak != null ? null : dtype);
    }
    return weak == null
        ? ArrayLike.of(source)
        : ArrayLike.scalar(source, weak.beside(dtype.element()));
  }

  public static boolean mayShare(NDArray a, NDArray b) {
    Operand first = Required.argument(a, "a").operand();
    Operand second = Required.argument(b, "b").operand();
    if (first.buffer() != second.buffer() || a.size() == 0 || b.size() == 0) {
      return false;
    }
    return first.type() == second.type()
        ? Layout.mayOverlap(first.layout(), second.layout())
        : bytesMeet(first, second);
  }

  private static boolean bytesMeet(Operand a, Operand b) {
    long startA = a.layout().minOffset() << a.type().byteShift();
    long endA = (a.layout().maxOffset() + 1) << a.type().byteShift();
    long startB = b.layout().minOffset() << b.type().byteShift();
    long endB = (b.layout().maxOffset() + 1) << b.type().byteShift();
    return startA < endB && startB < endA;
  }

  /// Refuses an array that cannot be written.
  ///
  /// @throws ValueError `put: output array is read-only`, where `what` is `put: output array`
  public static void requireWriteable(NDArray target, String what) {
    if (!ArrayAccess.arrays().isWriteable(Required.argument(target, "target"))) {
      throw new ValueError(what + " is read-only");
    }
  }
}
