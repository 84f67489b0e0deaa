package org.panarray.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.panarray.engine.Operand;
import org.panarray.prim.ElementType;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Matrix products: by cuBLAS where it has the type, else by a kernel that is one dot product for
/// each element.
///
/// Panarray's matrices are row-major and cuBLAS's column-major, so `C = A B` is computed as `C^T =
/// B^T A^T` without moving anything.
final class CudaMatMul {
  private static final MemorySegment ONE = constants();

  private final CudaEngine engine;
  private final CudaMap map;

  /// What the kernel is specialised to.
  record Key(ElementType type, int rank) {}

  /// A matrix as cuBLAS takes it.
  ///
  /// @param operation 0 where rows are contiguous, 1 where columns are
  private record Matrix(Operand operand, int operation, int leading) {}

  CudaMatMul(CudaEngine engine, CudaMap map) {
    this.engine = engine;
    this.map = map;
  }

  void run(Operand a, Operand b, Operand output) {
    if (output.layout().size() == 0) {
      return;
    }
    if (a.layout().dim(-1) == 0) {
      map.fill(0, output);
      return;
    }
    Layout target = output.layout();
    Shape batch = target.shape().range(0, target.rank() - 2);
    Operand left = a.with(batched(a.layout(), batch));
    Operand right = b.with(batched(b.layout(), batch));
    switch (output.type()) {
      case FLOAT32 -> cublas('S', left, right, output, batch);
      case FLOAT64 -> cublas('D', left, right, output, batch);
      case COMPLEX64 -> cublas('C', left, right, output, batch);
      case COMPLEX128 -> cublas('Z', left, right, output, batch);
      default -> kernel(left, right, output);
    }
  }

  /// One of single and of double precision, real or complex: the bytes after it are zero.
  private static MemorySegment constants() {
    MemorySegment one = Arena.global().allocate(48, 16);
    one.set(ValueLayout.JAVA_FLOAT, 0, 1);
    one.set(ValueLayout.JAVA_DOUBLE, 16, 1);
    return one;
  }

  private static Layout batched(Layout matrices, Shape batch) {
    int rank = matrices.rank();
    return matrices.broadcastTo(batch.concat(matrices.shape().range(rank - 2, rank)));
  }

  private void cublas(char type, Operand a, Operand b, Operand output, Shape batch) {
    Matrix left = matrix(a, true);
    Matrix right = matrix(b, true);
    Matrix target = matrix(output, false);
    int rank = output.layout().rank();
    Walk walk =
        Walk.of(
            matrices(target.operand(), batch),
            matrices(right.operand(), batch),
            matrices(left.operand(), batch));
    // The innermost loop over the batch is cuBLAS's own.
    int inner = walk.rank() - 1;
    int count = (int) Math.min(walk.dims()[inner], Integer.MAX_VALUE);
    Cublas.Product product =
        new Cublas.Product(
            right.operation(),
            left.operation(),
            Math.toIntExact(output.layout().dim(rank - 1)),
            Math.toIntExact(output.layout().dim(rank - 2)),
            Math.toIntExact(a.layout().dim(-1)),
            right.leading(),
            left.leading(),
            target.leading(),
            count,
            walk.steps()[walk.rank() + inner],
            walk.steps()[2 * walk.rank() + inner],
            walk.steps()[inner]);
    MemorySegment one = ONE.asSlice(type == 'D' || type == 'Z' ? 16 : 0);
    for (long[] at : outer(walk)) {
      engine
          .cuda()
          .multiply(
              type,
              product,
              one,
              CudaEngine.address(right.operand(), at[1]),
              CudaEngine.address(left.operand(), at[2]),
              CudaEngine.address(target.operand(), at[0]));
    }
    if (target.operand() != output) {
      map.copy(target.operand(), output);
    }
  }

  /// Where the matrices of an operand begin.
  private static Layout matrices(Operand operand, Shape batch) {
    Layout layout = operand.layout();
    long[] strides = Arrays.copyOf(layout.strides(), batch.rank());
    return Layout.of(batch, strides, layout.offset());
  }

  /// The offsets of all operands at each turn of all loops but the innermost.
  private static List<long[]> outer(Walk walk) {
    List<long[]> starts = new ArrayList<>();
    starts.add(walk.offsets());
    for (int d = 0; d < walk.rank() - 1; d++) {
      List<long[]> next = new ArrayList<>();
      for (long[] start : starts) {
        for (long i = 0; i < walk.dims()[d]; i++) {
          long[] at = start.clone();
          for (int p = 0; p < at.length; p++) {
            at[p] += i * walk.steps()[p * walk.rank() + d];
          }
          next.add(at);
        }
      }
      starts = next;
    }
    return starts;
  }

  /// The operand in a form that cuBLAS reads (or, not transposable, writes), copied if need be.
  private Matrix matrix(Operand operand, boolean transposable) {
    Layout layout = operand.layout();
    int rank = layout.rank();
    long rows = layout.dim(rank - 2);
    long columns = layout.dim(rank - 1);
    long rowStep = layout.stride(rank - 2);
    long columnStep = layout.stride(rank - 1);
    boolean forward = true;
    for (int axis = 0; axis < rank - 2; axis++) {
      forward &= layout.stride(axis) >= 0;
    }
    if (forward && (columnStep == 1 || columns == 1) && fits(rowStep, columns, rows)) {
      return new Matrix(operand, 0, leading(rowStep, columns, rows));
    }
    if (forward && transposable && (rowStep == 1 || rows == 1) && fits(columnStep, rows, columns)) {
      return new Matrix(operand, 1, leading(columnStep, rows, columns));
    }
    Layout dense = Layout.contiguous(layout.shape());
    Operand copy =
        transposable ? engine.copyOf(operand, dense) : engine.fresh(operand.type(), dense);
    return new Matrix(copy, 0, Math.toIntExact(Math.max(1, columns)));
  }

  private static boolean fits(long step, long length, long count) {
    return count == 1 || step >= Math.max(1, length) && step <= Integer.MAX_VALUE;
  }

  private static int leading(long step, long length, long count) {
    return Math.toIntExact(count == 1 ? Math.max(1, length) : step);
  }

  private void kernel(Operand a, Operand b, Operand output) {
    Shape shape = output.layout().shape();
    int rank = shape.rank();
    Layout left = spread(a.layout(), shape, rank - 1);
    Layout right = spread(b.layout(), shape, rank - 2);
    Walk walk = Walk.of(output.layout(), left, right);
    Key key = new Key(output.type(), walk.rank());
    CudaKernel kernel = engine.kernels().find(key, () -> source(key));
    long[] fields = new long[6 + walk.fields().length];
    fields[0] = CudaEngine.address(output, walk.offsets()[0]);
    fields[1] = CudaEngine.address(a, walk.offsets()[1]);
    fields[2] = CudaEngine.address(b, walk.offsets()[2]);
    fields[3] = a.layout().stride(rank - 1);
    fields[4] = b.layout().stride(rank - 2);
    fields[5] = a.layout().dim(rank - 1);
    walk.put(fields, 6);
    long n = walk.size();
    engine
        .cuda()
        .launch(
            kernel,
            Math.ceilDiv(n, (long) CudaDevice.BLOCK_THREADS),
            arguments -> arguments.addStructure(fields).add(n));
  }

  /// A factor as the result's shape sees it: still along the axis that it does not have.
  private static Layout spread(Layout factor, Shape shape, int still) {
    long[] strides = factor.strides();
    strides[still] = 0;
    return Layout.of(shape, strides, factor.offset());
  }

  static KernelSource source(Key key) {
    ElementType type = key.type();
    // NumPy adds up halves as floats and rounds once.
    ElementType sum = type.computed();
    List<ElementType> two = List.of(sum, sum);
    String product = ExprPrinter.call(ScalarOp.MULTIPLY, two, List.of("x", "y"), sum);
    String text =
        Walk.structure("NAME_walk", key.rank(), 3)
            + """
            struct NAME_arguments {
              $stored* out;
              const $stored* a;
              const $stored* b;
              pa_i64 step_a, step_b, inner;
              NAME_walk walk;
            };
            extern "C" __global__ void __launch_bounds__(PA_BLOCK) NAME(
                  NAME_arguments m, pa_i64 n) {
              const pa_i64 i = blockIdx.x * (pa_i64)PA_BLOCK + threadIdx.x;
              if (i >= n) return;
              pa_i64 o = 0, oa = 0, ob = 0;
            $decode  $sum total = $zero;
              for (pa_i64 k = 0; k < m.inner; k++, oa += m.step_a, ob += m.step_b) {
                const $value left = m.a[oa], right = m.b[ob];
                const $sum x = $left, y = $right, p = $product;
                total = $add;
              }
              m.out[o] = $result;
            }
            """
                .replace("$stored", CudaType.stored(type))
                .replace("$value", CudaType.value(type))
                .replace("$sum", CudaType.value(sum))
                .replace("$zero", CudaType.literal(0, sum))
                .replace(
                    "$decode",
                    Walk.decode("i", "m.walk", key.rank(), new String[] {"o", "oa", "ob"}, true))
                .replace("$left", CudaType.cast("left", type, sum))
                .replace("$right", CudaType.cast("right", type, sum))
                .replace("$product", product)
                .replace("$add", ExprPrinter.call(ScalarOp.ADD, two, List.of("total", "p"), sum))
                .replace("$result", CudaType.cast("total", sum, type));
    return KernelSource.of("matmul", text);
  }
}
