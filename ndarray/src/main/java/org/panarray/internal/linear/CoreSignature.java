package org.panarray.internal.linear;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.shape.Shape;

/// A generalized ufunc as its error messages name it, and the checks that NumPy makes of one.
///
/// @param name such as `matmul`
/// @param text the core dimensions, such as `(n?,k),(k,m?)->(n?,m?)`
public record CoreSignature(String name, String text) {
  public static final CoreSignature MATMUL = new CoreSignature("matmul", "(n?,k),(k,m?)->(n?,m?)");
  public static final CoreSignature VECDOT = new CoreSignature("vecdot", "(n),(n)->()");
  public static final CoreSignature MATVEC = new CoreSignature("matvec", "(m,n),(n)->(m)");
  public static final CoreSignature VECMAT = new CoreSignature("vecmat", "(n),(n,m)->(m)");
  public static final CoreSignature SOLVE = new CoreSignature("solve", "(m,m),(m,n)->(m,n)");
  public static final CoreSignature SOLVE_VECTOR = new CoreSignature("solve1", "(m,m),(m)->(m)");

  /// Whether a core dimension may be missing, as `n?`.
  boolean isFlexible() {
    return text.contains("?");
  }

  /// The names of the core dimensions of each input and of the output.
  private List<List<String>> dimensions() {
    return Arrays.stream(text.replace("->", ",").split("(?<=\\)),"))
        .map(part -> part.substring(1, part.length() - 1))
        .map(part -> part.isEmpty() ? List.<String>of() : List.of(part.split(",")))
        .toList();
  }

  /// How many core dimensions an input (0, 1) or the output (2) has.
  int rank(int operand) {
    return dimensions().get(operand).size();
  }

  /// How many core dimensions the inputs and the output of a call have, without those that are
  /// missing.
  int[] ranks(NDArray a, NDArray b, boolean keepdims) {
    int left = Math.min(rank(0), a.ndim());
    int right = Math.min(rank(1), b.ndim());
    int missing = rank(0) - left + rank(1) - right;
    return new int[] {left, right, keepdims ? 1 : rank(2) - missing};
  }

  /// @throws TypeError `matmul: axis can only be used with a single shared core dimension, ...`
  void requireOneDimension() {
    long distinct = dimensions().stream().flatMap(List::stream).distinct().count();
    if (distinct != 1) {
      throw new TypeError(
          name
              + ": axis can only be used with a single shared core dimension, not with the "
              + distinct
              + " distinct ones implied by signature "
              + text
              + ".");
    }
  }

  /// @throws TypeError `matmul does not support keepdims: its signature ... requires ...`
  void requireKeepdims() {
    String odd =
        rank(1) != rank(0)
            ? "input 1 to have " + rank(1)
            : rank(2) != 0 ? "output 0 to have " + rank(2) : null;
    if (odd != null) {
      throw new TypeError(
          name
              + " does not support keepdims: its signature "
              + text
              + " requires "
              + odd
              + " core dimensions, but keepdims can only be used when all inputs have the same"
              + " number of core dimensions and all outputs have no core dimensions.");
    }
  }

  /// An operand has at least the axes of its core.
  ///
  /// @throws ValueError `matmul: Input operand 0 does not have enough dimensions ...`
  public void requireRank(int operand, NDArray array, int least) {
    if (Required.argument(array, "array").ndim() < least) {
      throw new ValueError(
          name
              + ": Input operand "
              + operand
              + " does not have enough dimensions (has "
              + array.ndim()
              + ", gufunc core with signature "
              + text
              + " requires "
              + least
              + ")");
    }
  }

  /// An axis of a core is as long as the same axis of another operand.
  ///
  /// @param kind `Input` or `Output`
  /// @throws ValueError `matmul: Input operand 1 has a mismatch in its core dimension 0, ...`
  public void requireLength(String kind, int operand, int dimension, long length, long expected) {
    if (length != expected) {
      throw new ValueError(
          name
              + ": "
              + kind
              + " operand "
              + operand
              + " has a mismatch in its core dimension "
              + dimension
              + ", with gufunc signature "
              + text
              + " (size "
              + length
              + " is different from "
              + expected
              + ")");
    }
  }

  /// The common shape of what stands before the core dimensions.
  ///
  /// @throws ValueError `operands could not be broadcast together with remapped shapes ...`
  public static Shape batch(Shape a, int coreA, Shape b, int coreB, Shape resultCore) {
    Shape left = a.range(0, a.rank() - coreA);
    Shape right = b.range(0, b.rank() - coreB);
    try {
      return Shape.broadcast(left, right);
    } catch (ValueError e) {
      int rank = Math.max(left.rank(), right.rank());
      throw new ValueError(
          "operands could not be broadcast together with remapped shapes [original->remapped]: "
              + remapped(a, left, resultCore, rank)
              + " "
              + remapped(b, right, resultCore, rank)
              + "  and requested shape "
              + resultCore.compact());
    }
  }

  private static String remapped(Shape whole, Shape batch, Shape resultCore, int rank) {
    StringJoiner axes = new StringJoiner(",", "(", ")");
    Arrays.stream(batch.toArray()).forEach(dim -> axes.add(Long.toString(dim)));
    if (batch.rank() > 0) {
      for (int i = 0; i < resultCore.rank(); i++) {
        axes.add("newaxis");
      }
    }
    boolean alone = batch.rank() == 1 && resultCore.rank() == 0 && rank == 1;
    return whole.compact() + "->" + (alone ? batch.compact() : axes.toString());
  }
}
