package org.panarray.internal.array;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panarray.Iinfo;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ScalarOp;

/// Ufuncs that NumPy does not name, or names as one with several results.
public final class ElementFunctions {

  private static final Pattern NAME = Pattern.compile("ufunc '[a-z_]+'|(?<=for ufunc )[a-z_]+$");

  private ElementFunctions() {}

  /// `np.clip`: without a bound a minimum or a maximum. An integer bound that no element of an
  /// integer array can pass is none, so that `-1` may bound a uint8.
  public static NDArray clip(
      Object a, @Nullable Object low, @Nullable Object high, Keyword.ForUfunc... keywords) {
    Object least = low;
    Object most = high;
    if (a instanceof NDArray array && array.dtype().isInteger()) {
      Iinfo limits = new Iinfo(array.dtype());
      least = isInteger(low) && exact(low).compareTo(limits.min()) <= 0 ? null : low;
      most = isInteger(high) && exact(high).compareTo(limits.max()) >= 0 ? null : high;
    }
    if (least == null && most == null) {
      return Elementwise.applyWith(ScalarOp.POSITIVE, new Object[] {a}, keywords);
    }
    if (least == null) {
      return Elementwise.applyWith(ScalarOp.MINIMUM, new Object[] {a, most}, keywords);
    }
    return most == null
        ? Elementwise.applyWith(ScalarOp.MAXIMUM, new Object[] {a, least}, keywords)
        : Elementwise.applyWith(ScalarOp.CLIP, new Object[] {a, least, most}, keywords);
  }

  private static boolean isInteger(@Nullable Object bound) {
    return bound != null && Weak.of(bound) == Weak.INT;
  }

  private static BigInteger exact(Object integer) {
    return new BigInteger(integer.toString());
  }

  /// A ufunc of two results, each by a ufunc of its own, with keywords; `out` has one array or null
  /// for each.
  ///
  /// @throws ValueError `The 'out' tuple must have exactly one entry per ufunc output`
  public static NDArray[] pair(
      String name, ScalarOp first, ScalarOp second, Object[] inputs, Keyword.ForUfunc[] keywords) {
    Keyword.Out out = Keyword.find(Keyword.Out.class, Required.all(keywords, "keywords"));
    if (out != null && out.arrays().length != 2) {
      throw new ValueError("The 'out' tuple must have exactly one entry per ufunc output");
    }
    LoopSignature wanted = LoopSignature.of(name, inputs.length, 2, keywords);
    Object[] kept = out == null ? inputs : apart(inputs, out.arrays());
    NDArray[] results = new NDArray[2];
    // the second decides first whether there is a loop: frexp's exponents have one type
    for (int k = 1; k >= 0; k--) {
      Keyword.ForUfunc[] own = ofResult(k, keywords, wanted);
      ScalarOp op = k == 0 ? first : second;
      int number = k + 1;
      results[k] = named(name, number, () -> Elementwise.applyWith(op, kept, own));
    }
    return results;
  }

  /// The keywords for one of two results.
  private static Keyword.ForUfunc[] ofResult(
      int k, Keyword.ForUfunc[] keywords, @Nullable LoopSignature wanted) {
    List<Keyword.ForUfunc> own = new ArrayList<>();
    for (Keyword.ForUfunc keyword : keywords) {
      switch (keyword) {
        case Keyword.Out(NDArray[] arrays) when arrays[k] == null -> {}
        case Keyword.Out(NDArray[] arrays) -> own.add(Kw.out(arrays[k]));
        case Keyword.Signature _, Keyword.AnyDtype _ -> {}
        default -> own.add(keyword);
      }
    }
    if (wanted != null) {
      own.add(wanted.forOutput(k).keyword());
    }
    return own.toArray(Keyword.ForUfunc[]::new);
  }

  /// The inputs, copied where writing one result would change what the other is made of.
  private static Object[] apart(Object[] inputs, @Nullable NDArray[] out) {
    Object[] kept = inputs.clone();
    for (int i = 0; i < kept.length; i++) {
      for (NDArray target : out) {
        if (kept[i] instanceof NDArray input && target != null && Storing.mayShare(input, target)) {
          kept[i] = input.copy();
        }
      }
    }
    return kept;
  }

  private static <T> T named(String name, int output, Supplier<T> body) {
    try {
      return named(name, body);
    } catch (TypeError e) {
      String text = String.valueOf(e.getMessage());
      throw new TypeError(text.replace(" output from ", " output " + output + " from "));
    }
  }

  /// What the body gives; where the types have no loop, the error names the function that was
  /// called instead of the first of the two ufuncs behind it.
  static <T> T named(String name, Supplier<T> body) {
    try {
      return body.get();
    } catch (TypeError e) {
      String text = String.valueOf(e.getMessage());
      throw new TypeError(
          NAME.matcher(text)
              .replaceFirst(
                  match -> match.group().startsWith("ufunc") ? "ufunc '" + name + "'" : name));
    }
  }
}
