package org.panarray.engine.factorization;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.FloatFault;
import org.panarray.engine.Operand;
import org.panarray.engine.fault.OperationFaults;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.IndexWalk;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.linalg.LinearAlgebra;
import org.panarray.linalg.LuFactors;
import org.panarray.linalg.StridedMatrix;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Shape;

/// Determinants from LU factors, as NumPy has them: the sign and the logarithm of the absolute
/// value are gathered along the diagonal of U, and the determinant is made of these two.
public final class Determinants {
  private Determinants() {}

  static void run(
      MatrixStack a,
      MatrixStack sign,
      MatrixStack logarithm,
      MatrixStack determinant,
      Shape batch) {
    ElementType type = a.operand().type();
    long n = a.layout().dim(-1);
    CpuBuffer buffer = CpuBuffer.allocatePooled(n * n * type.byteSize());
    MemorySegment memory = buffer.segment();
    StridedMatrix factors = StridedMatrix.columnMajor(memory, n, n, a.kind());
    IndexWalk.forEach(
        batch,
        index -> {
          LuFactors lu = LinearAlgebra.get().lu(a.matrix(index), factors);
          double[] found = fromDiagonal(memory, type, n, lu);
          sign.setComplex(index, found[0], found[1]);
          logarithm.setComplex(index, found[2], 0);
          double absolute = Math.exp(found[2]);
          determinant.setComplex(index, found[0] * absolute, imaginary(type, found[1], absolute));
        });
    buffer.close();
  }

  /// The floating-point faults of a determinant; of other factorisations NumPy tells none.
  public static int faults(Primitive.Factorization primitive, Operand[] outputs) {
    if (!(primitive instanceof Primitive.Determinant)) {
      return 0;
    }
    Operand logarithm = outputs[1];
    Operand determinant = outputs[2];
    int faults = 0;
    for (long i = 0; i < determinant.layout().size(); i++) {
      long place = logarithm.layout().offsetOfFlat(i);
      Scalar exponent = ScalarMemory.get(logarithm, place);
      Scalar value = ScalarMemory.get(determinant, determinant.layout().offsetOfFlat(i));
      if (Double.isNaN(exponent.re()) || Double.isNaN(value.re()) || Double.isNaN(value.im())) {
        faults |= FloatFault.INVALID;
      } else {
        faults |= OperationFaults.of(ScalarOp.EXP, new Scalar[] {exponent}, size(value, exponent));
      }
    }
    return faults;
  }

  private static Scalar size(Scalar value, Scalar exponent) {
    return Scalar.ofDouble(exponent.type(), Math.hypot(value.re(), value.im()));
  }

  private static double imaginary(ElementType type, double sign, double absolute) {
    return type.isComplex() ? sign * absolute : 0;
  }

  /// The sign's real and imaginary part and the logarithm.
  private static double[] fromDiagonal(
      MemorySegment memory, ElementType type, long n, LuFactors lu) {
    if (lu.info() > 0) {
      return new double[] {0, 0, Double.NEGATIVE_INFINITY};
    }
    double real = lu.isOdd() ? -1 : 1;
    double imaginary = 0;
    double logarithm = 0;
    for (long k = 0; k < n; k++) {
      double x = ElementAccess.getReal(memory, type, k * (n + 1));
      if (!type.isComplex()) {
        real = x < 0 ? -real : real;
        logarithm += Math.log(Math.abs(x));
        continue;
      }
      double y = ElementAccess.getImaginary(memory, type, k * (n + 1));
      double absolute = Math.hypot(x, y);
      double turned = (real * x - imaginary * y) / absolute;
      imaginary = (real * y + imaginary * x) / absolute;
      real = turned;
      logarithm += Math.log(absolute);
    }
    return new double[] {real, imaginary, logarithm};
  }
}
