package org.panarray.prim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.shape.Index;
import org.panarray.shape.Shape;

/// The closed set of things an engine can do to arrays. Everything else is composed of these.
///
/// A primitive holds static parameters only, never arrays, so it can key caches and tapes. Shapes
/// and types of its results follow from those of its inputs: [Inference].
public sealed interface Primitive {

  /// An expression of the elements of the broadcast inputs, one output.
  record Map(Expr expr) implements Primitive {}

  /// An array of the given shape computed from coordinates ([Expr.Index]) and 0-d inputs.
  record Generate(Shape shape, Expr expr) implements Primitive {}

  /// Combines an expression of the broadcast inputs over axes, which disappear from the shape.
  ///
  /// `op` has a loop that takes two values of the expression's type and gives that type. An
  /// operation that is not associative folds from the left in C order. An empty reduction gives the
  /// identity.
  record Reduce(ScalarOp op, Expr element, List<Integer> axes) implements Primitive {
    public Reduce {
      axes = List.copyOf(axes);
    }
  }

  /// Index (int64) of the first largest or smallest element along an axis; the first NaN wins.
  record ArgReduce(boolean largest, int axis) implements Primitive {}

  /// Running results along an axis, of the input's shape.
  record Scan(ScalarOp op, int axis) implements Primitive {}

  /// What moves, orders or contracts whole elements, by code written by hand for each.
  sealed interface Structural extends Primitive {}

  /// Ascending order along an axis, NaN last.
  ///
  /// If there are places, only these need what stands there in that order, with nothing larger
  /// before and nothing smaller behind; how the rest lies is the engine's affair.
  record Sort(int axis, List<Long> places) implements Structural {
    public Sort {
      places = List.copyOf(places);
    }

    public Sort(int axis) {
      this(axis, List.of());
    }
  }

  /// The stable order (int64) that sorts along an axis, NaN last; places are those of [Sort].
  record ArgSort(int axis, List<Long> places) implements Structural {
    public ArgSort {
      places = List.copyOf(places);
    }

    public ArgSort(int axis) {
      this(axis, List.of());
    }
  }

  /// Positions (int64) at which the second input's values keep the first, sorted and 1-d, in order.
  record SearchSorted(boolean right) implements Structural {}

  /// Coordinates of the elements that are not zero, in C order: int64 of shape `(count, rank)`.
  record Nonzero(long count) implements Structural {}

  /// Elements picked by index arrays: inputs are the source, then one int64 array for each of
  /// `axes`, all of one shape. That shape stands at `position` among the source's remaining axes.
  ///
  /// The engine throws [org.panarray.error.IndexError] for an index outside `[-n, n)`.
  record Gather(List<Integer> axes, int position) implements Structural {
    public Gather {
      axes = List.copyOf(axes);
    }
  }

  /// Writes or combines values at the places that [Gather] would read: inputs are the target, the
  /// values (of the gathered shape) and the index arrays; the output is the target after the
  /// writes. With `op` null the last value wins; otherwise every value is combined, as `ufunc.at`
  /// does.
  record Scatter(@Nullable ScalarOp op, List<Integer> axes, int position) implements Structural {
    public Scatter {
      axes = List.copyOf(axes);
    }
  }

  /// The inputs one after another along an axis.
  record Concat(int axis) implements Structural {}

  /// The same elements in fresh memory.
  record Copy(Order order) implements Primitive {}

  /// The same elements in fresh memory of another device, by its name: primitives know no engines.
  record Transfer(String device) implements Primitive {}

  /// Matrix product of the last two axes, broadcast over the others; the inputs have one type.
  record MatMul() implements Structural {}

  /// The discrete Fourier transform along an axis, of `length` elements, times `factor`.
  ///
  /// Real inputs are as complex ones; only [FftKind#REAL] asks for them.
  record Fft(FftKind kind, long length, int axis, double factor) implements Primitive {}

  /// What a Fourier transform takes and gives.
  enum FftKind {
    /// All of the spectrum: element `k` is the sum of `x[j] exp(-2 pi i j k / n)`.
    FORWARD,
    /// The same sum with the opposite sign.
    BACKWARD,
    /// Elements 0 to `n / 2` of the spectrum of a real sequence, which determine the others.
    REAL,
    /// The backward transform, real, of a spectrum of which elements 0 to `n / 2` are given.
    HERMITIAN
  }

  /// A primitive whose result is the same memory seen through another layout.
  sealed interface View extends Primitive {}

  /// The same elements in C order under another shape; only where no copy is needed.
  record Reshape(Shape shape) implements View {}

  /// Axis `i` of the result is axis `axes[i]` of the input.
  record Transpose(List<Integer> axes) implements View {
    public Transpose {
      axes = List.copyOf(axes);
    }
  }

  /// Basic indexing: integers, slices of any step, `...` and `newaxis`.
  record Slice(List<Index> items) implements View {
    public Slice {
      items = List.copyOf(items);
    }
  }

  /// The input repeated, without memory, to the shape.
  record BroadcastTo(Shape shape) implements View {}

  /// Every window of the given lengths along `axes`: an axis of length `n` becomes `n - w + 1`
  /// places, and the windows' own axes come last.
  record Windows(List<Long> lengths, List<Integer> axes) implements View {
    public Windows {
      lengths = List.copyOf(lengths);
      axes = List.copyOf(axes);
    }
  }

  /// The diagonals of two axes, which become the last axis.
  record Diagonal(long offset, int axis1, int axis2) implements View {}

  /// The real or the imaginary parts of a complex array.
  record Part(boolean imaginary) implements View {}

  /// The same bytes as another type; a different size changes the last axis.
  record Bitcast(ElementType type) implements View {}

  /// A linear-algebra factorisation or solution on the last two axes, batched over the others.
  sealed interface Factorization extends Structural {}

  /// `x` of `a @ x = b`; inputs `a` `(..., n, n)` and `b` `(..., n, k)`.
  record Solve() implements Factorization {}

  /// The inverse matrix.
  record Inverse() implements Factorization {}

  /// Sign and natural logarithm of the absolute determinant, and the determinant: three outputs.
  record Determinant() implements Factorization {}

  /// The triangular factor of a positive-definite matrix.
  record Cholesky(boolean upper) implements Factorization {}

  /// NumPy's `qr`: `Q` and `R`, or only `R`, or the raw reflectors `h` and `tau`.
  record Qr(QrMode mode) implements Factorization {}

  enum QrMode {
    REDUCED,
    COMPLETE,
    R,
    RAW
  }

  /// Singular values, with `U` and `Vh` around them where asked: outputs `U, S, Vh` or `S`.
  record Svd(boolean fullMatrices, boolean computeUv) implements Factorization {}

  /// Eigenvalues (ascending) and eigenvectors of a symmetric or Hermitian matrix.
  record Eigh(boolean lower, boolean vectors) implements Factorization {}

  /// Eigenvalues and right eigenvectors of a general matrix, always complex.
  record Eig(boolean vectors) implements Factorization {}

  /// Least squares by singular values: outputs `x`, squared residual sums, rank, singular values.
  record LeastSquares(double rcond) implements Factorization {}
}
