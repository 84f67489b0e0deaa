package org.panarray.gpu;

import org.panarray.engine.Operand;

/// Copies between two orders of axes by way of tiles. A plain copy would meet one of the two
/// sides an element at a time, a whole cache line for each.
final class CudaTranspose {
  private static final int TILE = 32;

  /// Below this a tile is mostly empty.
  private static final int LEAST = 16;

  private final CudaDevice device;
  private final CudaKernels kernels;

  /// What the kernel is specialised to: the size of an element and the loops around the matrix.
  record Key(int bytes, int rank) {}

  CudaTranspose(CudaDevice device, CudaKernels kernels) {
    this.device = device;
    this.kernels = kernels;
  }

  /// Runs the copy that a walk over the output and the input describes, if tiles suit it.
  boolean run(Walk walk, Operand input, Operand output) {
    int rank = walk.rank();
    int inner = rank - 1;
    long[] steps = walk.steps();
    if (rank < 2 || steps[inner] != 1 || walk.dims()[inner] < LEAST) {
      return false;
    }
    int across = -1;
    for (int d = 0; d < inner; d++) {
      if (steps[rank + d] == 1 && walk.dims()[d] >= LEAST) {
        across = d;
      }
    }
    if (across < 0 || steps[rank + inner] == 1) {
      return false;
    }
    Walk around = around(walk, across);
    long rows = walk.dims()[across];
    long columns = walk.dims()[inner];
    long[] head = {
      CudaEngine.address(output, walk.offsets()[0]),
      CudaEngine.address(input, walk.offsets()[1]),
      rows,
      columns,
      steps[across],
      steps[rank + inner]
    };
    long[] fields = new long[head.length + around.fields().length];
    System.arraycopy(head, 0, fields, 0, head.length);
    around.put(fields, head.length);
    Key key = new Key(output.type().byteSize(), around.rank());
    CudaKernel kernel = kernels.find(key, () -> source(key));
    long tiles = Math.ceilDiv(rows, (long) TILE) * Math.ceilDiv(columns, (long) TILE);
    device.launch(kernel, tiles * around.size(), arguments -> arguments.addStructure(fields));
    return true;
  }

  /// The loops without the innermost and one more.
  private static Walk around(Walk walk, int across) {
    int rank = walk.rank();
    int rest = Math.max(1, rank - 2);
    long[] dims = new long[rest];
    long[] steps = new long[2 * rest];
    dims[0] = 1;
    int count = 0;
    for (int d = 0; d < rank - 1; d++) {
      if (d != across) {
        dims[count] = walk.dims()[d];
        steps[count] = walk.steps()[d];
        steps[rest + count++] = walk.steps()[rank + d];
      }
    }
    return new Walk(dims, steps, new long[2]);
  }

  static KernelSource source(Key key) {
    String text =
        Walk.structure("NAME_walk", key.rank(), 2)
            + """
            struct NAME_arguments {
              $type* out;
              const $type* in;
              pa_i64 rows, columns, out_row, in_column;
              NAME_walk walk;
            };
            extern "C" __global__ void __launch_bounds__(PA_BLOCK) NAME(NAME_arguments a) {
              const pa_i64 across = (a.columns + PA_TILE - 1) / PA_TILE;
              const pa_i64 down = (a.rows + PA_TILE - 1) / PA_TILE;
              const pa_i64 column_tile = blockIdx.x % across;
              const pa_i64 row_tile = blockIdx.x / across % down;
              pa_i64 o = 0, i = 0;
            $decode  pa_transpose(
                  a.out + o, a.in + i, a.rows, a.columns, a.out_row, a.in_column, row_tile,
                    column_tile);
            }
            """
                .replace("$type", CudaType.stored(CudaType.ofSize(key.bytes())))
                .replace(
                    "$decode",
                    Walk.decode(
                        "blockIdx.x / (across * down)",
                        "a.walk",
                        key.rank(),
                        new String[] {"o", "i"},
                        true));
    return KernelSource.of("transpose", text, KernelSource.Part.TRANSPOSE);
  }
}
