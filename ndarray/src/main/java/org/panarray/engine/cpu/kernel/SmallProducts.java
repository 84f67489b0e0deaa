package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.IndexWalk;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Stacks of products of tiny real matrices: a call of BLAS for each would cost more than the
/// product.
public final class SmallProducts {
  /// Multiplications per product up to which a loop beats the call.
  private static final long LIMIT = 512;

  private final MemorySegment left;
  private final MemorySegment right;
  private final MemorySegment output;
  private final Layout a;
  private final Layout b;
  private final Layout c;
  private final int rank;

  private SmallProducts(Operand left, Operand right, Operand output, Layout a, Layout b) {
    this.left = ScalarMemory.segment(left);
    this.right = ScalarMemory.segment(right);
    this.output = ScalarMemory.segment(output);
    this.a = a;
    this.b = b;
    c = output.layout();
    rank = c.rank();
  }

  /// Whether these are products to be made here.
  static boolean suits(ElementType type, Layout a, Layout c) {
    boolean real = type == ElementType.FLOAT32 || type == ElementType.FLOAT64;
    return real && a.dim(-1) <= LIMIT && c.dim(-1) * c.dim(-2) * a.dim(-1) <= LIMIT;
  }

  /// All products of the batch; `a` and `b` have its axes in front.
  static void run(Operand left, Operand right, Operand output, Layout a, Layout b, Shape batch) {
    SmallProducts products = new SmallProducts(left, right, output, a, b);
    boolean isDouble = output.type() == ElementType.FLOAT64;
    IndexWalk.forEach(
        batch,
        index -> {
          long x = IndexWalk.offset(a, index);
          long y = IndexWalk.offset(b, index);
          long z = IndexWalk.offset(products.c, index);
          if (isDouble) {
            products.doubles(x, y, z);
          } else {
            products.floats(x, y, z);
          }
        });
  }

  private void doubles(long x, long y, long z) {
    long inner = a.dim(-1);
    long step = a.stride(rank - 1);
    long otherStep = b.stride(rank - 2);
    for (long i = 0; i < c.dim(-2); i++) {
      long row = x + i * a.stride(rank - 2);
      for (long j = 0; j < c.dim(-1); j++) {
        long column = y + j * b.stride(rank - 1);
        double sum = 0;
        for (long k = 0; k < inner; k++) {
          sum +=
              left.get(JAVA_DOUBLE_UNALIGNED, (row + k * step) << 3)
                  * right.get(JAVA_DOUBLE_UNALIGNED, (column + k * otherStep) << 3);
        }
        long place = z + i * c.stride(rank - 2) + j * c.stride(rank - 1);
        output.set(JAVA_DOUBLE_UNALIGNED, place << 3, sum);
      }
    }
  }

  private void floats(long x, long y, long z) {
    long inner = a.dim(-1);
    long step = a.stride(rank - 1);
    long otherStep = b.stride(rank - 2);
    for (long i = 0; i < c.dim(-2); i++) {
      long row = x + i * a.stride(rank - 2);
      for (long j = 0; j < c.dim(-1); j++) {
        long column = y + j * b.stride(rank - 1);
        float sum = 0;
        for (long k = 0; k < inner; k++) {
          sum +=
              left.get(JAVA_FLOAT_UNALIGNED, (row + k * step) << 2)
                  * right.get(JAVA_FLOAT_UNALIGNED, (column + k * otherStep) << 2);
        }
        long place = z + i * c.stride(rank - 2) + j * c.stride(rank - 1);
        output.set(JAVA_FLOAT_UNALIGNED, place << 2, sum);
      }
    }
  }
}
