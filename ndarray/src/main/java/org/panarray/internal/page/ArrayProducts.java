package org.panarray.internal.page;

import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.internal.linear.MatrixProduct;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.ElementType.Casting;

/// Products and diagonals as methods of an array.
public sealed interface ArrayProducts permits NDArray {

  /// `this @ other`: [Np#matmul(Object, Object)].
  default NDArray matmul(NDArray other) {
    return MatrixProduct.matmul((NDArray) this, other);
  }

  /// `this @= other`: the product, written into this array.
  default NDArray matmulAssign(NDArray other) {
    NDArray self = (NDArray) this;
    return MatrixProduct.matmulInto(self, other, self, Casting.SAME_KIND);
  }

  /// [Np#dot(Object, Object)].
  default NDArray dot(Object b) {
    return Np.np.dot(this, b);
  }

  /// [Np#dot(Object, Object, Keyword.Out)].
  default NDArray dot(Object b, Keyword.Out out) {
    return Np.np.dot(this, b, out);
  }

  /// [Np#diagonal]: a view that cannot be written.
  default NDArray diagonal(MatrixKeyword.ForDiagonal... keywords) {
    return Np.np.diagonal(this, keywords);
  }

  /// [Np#trace].
  default NDArray trace(MatrixKeyword.ForTrace... keywords) {
    return Np.np.trace(this, keywords);
  }
}
