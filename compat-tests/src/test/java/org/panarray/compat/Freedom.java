package org.panarray.compat;

import static org.panarray.Kw.axis;
import static org.panarray.Kw.keepdims;
import static org.panarray.Np.np;

import java.util.List;
import org.panarray.NDArray;
import org.panarray.result.Eig;
import org.panarray.result.Eigh;
import org.panarray.result.SVD;

/// What mathematics leaves open in a decomposition: the phase of each vector, and the order of the
/// eigenvalues of a general matrix. OpenBLAS's kernels choose as NumPy's do and are held to that;
/// the portable BLAS chooses for itself.
final class Freedom {
  private Freedom() {}

  /// Whether this process computes by the portable BLAS.
  static final boolean TAKEN = "java".equals(System.getProperty("panarray.blas"));

  /// The result with the phases and in the order of what was expected.
  static Object aligned(Case recorded, Literal expected, Object actual) {
    return switch (actual) {
      case Eigh(NDArray values, NDArray vectors) ->
          new Eigh(values, phased(vectors, item(expected, 1)));
      case Eig(NDArray values, NDArray vectors) -> {
        NDArray order = order(values, item(expected, 0));
        NDArray columns = np.takeAlongAxis(vectors, np.expandDims(order, -2), axis(-1));
        yield new Eig(
            np.takeAlongAxis(values, order, axis(-1)), phased(columns, item(expected, 1)));
      }
      case SVD(NDArray u, NDArray s, NDArray vh)
          when expected instanceof Literal.Sequence && u.shape().dim(-1) == vh.shape().dim(-2) -> {
        NDArray back = np.conjugate(np.swapaxes(phases(u, item(expected, 0)), -1, -2));
        yield new SVD(phased(u, item(expected, 0)), s, vh.times(back));
      }
      case NDArray values
          when recorded.call().startsWith("np.linalg.eigvals ")
              && expected instanceof Literal.ArrayAnswer answer ->
          np.takeAlongAxis(values, order(values, array(answer)), axis(-1));
      default -> actual;
    };
  }

  private static NDArray item(Literal expected, int index) {
    List<Literal> items = ((Literal.Sequence) expected).items();
    return array((Literal.ArrayAnswer) items.get(index));
  }

  private static NDArray array(Literal.ArrayAnswer answer) {
    return LiveArrays.make(answer.block(), MemoryLayoutVariant.AS_RECORDED);
  }

  private static NDArray phased(NDArray vectors, NDArray expected) {
    return vectors.times(phases(vectors, expected));
  }

  /// What each column has to be multiplied by.
  private static NDArray phases(NDArray vectors, NDArray expected) {
    NDArray product = np.conjugate(vectors).times(expected);
    NDArray overlap = np.sum(product, axis(-2), keepdims(true));
    return overlap.div(np.abs(overlap));
  }

  /// Where each expected eigenvalue stands among the actual ones.
  private static NDArray order(NDArray values, NDArray expected) {
    NDArray rank = np.argsort(np.argsort(key(expected)));
    return np.takeAlongAxis(np.argsort(key(values)), rank, axis(-1));
  }

  /// Pairs of conjugates have real parts that differ by rounding or not at all.
  private static NDArray key(NDArray values) {
    return np.real(values).plus(np.imag(values).times(0.618));
  }
}
