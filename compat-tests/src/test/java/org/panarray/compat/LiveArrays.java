package org.panarray.compat;

import static org.panarray.Np.np;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.engine.Device;

/// Turns blocks of numbers into arrays of the library, in any layout, and back.
final class LiveArrays {
  private static final Map<String, DType> DTYPES =
      Map.ofEntries(
          Map.entry("b1", DType.BOOL),
          Map.entry("i1", DType.INT8),
          Map.entry("i2", DType.INT16),
          Map.entry("i4", DType.INT32),
          Map.entry("i8", DType.INT64),
          Map.entry("u1", DType.UINT8),
          Map.entry("u2", DType.UINT16),
          Map.entry("u4", DType.UINT32),
          Map.entry("u8", DType.UINT64),
          Map.entry("f2", DType.FLOAT16),
          Map.entry("V2", DType.BFLOAT16),
          Map.entry("f4", DType.FLOAT32),
          Map.entry("f8", DType.FLOAT64),
          Map.entry("c8", DType.COMPLEX64),
          Map.entry("c16", DType.COMPLEX128));

  private static Device device = Device.CPU;

  private LiveArrays() {}

  /// Where the inputs of the replays that follow live.
  static void setDevice(Device where) {
    device = where;
  }

  static Device device() {
    return device;
  }

  static DType dtype(String code) {
    DType dtype = DTYPES.get(code);
    if (dtype == null && (code.startsWith("M8") || code.startsWith("m8"))) {
      return DType.of(code);
    }
    if (dtype == null) {
      throw new IllegalArgumentException("no dtype has the code " + code);
    }
    return dtype;
  }

  static String code(DType dtype) {
    return dtype.str().substring(1);
  }

  /// A new array with the block's values whose memory is laid out as the variant says.
  static NDArray make(Block block, MemoryLayoutVariant variant) {
    long[] shape = block.shape();
    int rank = shape.length;
    if (rank == 0 || block.size() == 0) {
      return contiguous(block);
    }
    return switch (variant) {
      case AS_RECORDED -> contiguous(block);
      case FORTRAN -> {
        long[] stored = new long[rank];
        for (int axis = 0; axis < rank; axis++) {
          stored[axis] = shape[rank - 1 - axis];
        }
        yield contiguous(rearranged(block, stored, i -> i.reversedAxes())).transpose();
      }
      case REVERSED ->
          contiguous(rearranged(block, shape, i -> i.backwards()))
              .get(String.join(", ", Collections.nCopies(rank, "::-1")));
      case STEP_TWO ->
          contiguous(rearranged(block, times(shape, 2, 0), i -> i.halved()))
              .get(String.join(", ", Collections.nCopies(rank, "::2")));
      case OFFSET ->
          contiguous(rearranged(block, times(shape, 1, 3), i -> i.shifted()))
              .get(String.join(", ", Collections.nCopies(rank, "2:-1")));
      case TRANSPOSED_BACK -> {
        long[] stored = new long[rank];
        int[] axes = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
          stored[axis] = shape[(axis + 1) % rank];
          axes[(axis + 1) % rank] = axis;
        }
        yield contiguous(rearranged(block, stored, i -> i.rotated())).transpose(axes);
      }
      case ZERO_STRIDE ->
          allEqual(block)
              ? broadcast(contiguous(rearranged(block, new long[0], i -> 0)), shape)
              : contiguous(block);
    };
  }

  /// By reflection, so that the replay runs before `np.broadcastTo` exists.
  static NDArray broadcast(NDArray array, long[] shape) {
    Environment environment = new Environment(Map.of(), MemoryLayoutVariant.AS_RECORDED);
    Object view =
        new Invocation(environment)
            .call(
                "np.broadcast_to", environment.call(array, Arrays.stream(shape).boxed().toList()));
    return (NDArray) Objects.requireNonNull(view);
  }

  private static boolean allEqual(Block block) {
    for (int i = 1; i < block.size(); i++) {
      if (!block.element(i).equals(block.element(0))) {
        return false;
      }
    }
    return block.size() > 1;
  }

  private static long[] times(long[] shape, long factor, long extra) {
    return Arrays.stream(shape).map(n -> n * factor + extra).toArray();
  }

  /// Where an element of the stored array comes from.
  private interface Source {
    int of(Position position);
  }

  private static Block rearranged(Block block, long[] stored, Source source) {
    int n = (int) Block.size(stored);
    IntUnaryOperator from = i -> source.of(new Position(block.shape(), stored, i));
    long[] whole = new long[block.isWhole() ? n : 0];
    double[] real = new double[block.isWhole() ? 0 : n];
    double[] imag = new double[block.kind() == 'c' ? n : 0];
    for (int i = 0; i < n; i++) {
      int at = from.applyAsInt(i);
      if (at >= 0 && block.isWhole()) {
        whole[i] = block.whole()[at];
      } else if (at >= 0) {
        real[i] = block.real()[at];
        if (imag.length > 0) {
          imag[i] = block.imag()[at];
        }
      }
    }
    return new Block(block.code(), stored, whole, real, imag);
  }

  /// An element of a stored array whose view has the given shape.
  private static final class Position {
    private final long[] shape;
    private final int rank;
    private final long[] index;

    Position(long[] shape, long[] stored, int flat) {
      this.shape = shape;
      this.rank = shape.length;
      this.index = new long[stored.length];
      long left = flat;
      for (int axis = stored.length - 1; axis >= 0; axis--) {
        index[axis] = left % stored[axis];
        left /= stored[axis];
      }
    }

    private int flat(long[] seen) {
      long at = 0;
      for (int axis = 0; axis < rank; axis++) {
        if (seen[axis] < 0 || seen[axis] >= shape[axis]) {
          return -1;
        }
        at = at * shape[axis] + seen[axis];
      }
      return (int) at;
    }

    int reversedAxes() {
      long[] seen = new long[rank];
      for (int axis = 0; axis < rank; axis++) {
        seen[axis] = index[rank - 1 - axis];
      }
      return flat(seen);
    }

    int rotated() {
      long[] seen = new long[rank];
      for (int axis = 0; axis < rank; axis++) {
        seen[(axis + 1) % rank] = index[axis];
      }
      return flat(seen);
    }

    int backwards() {
      long[] seen = index.clone();
      for (int axis = 0; axis < rank; axis++) {
        seen[axis] = shape[axis] - 1 - seen[axis];
      }
      return flat(seen);
    }

    int halved() {
      long[] seen = index.clone();
      for (int axis = 0; axis < rank; axis++) {
        if (seen[axis] % 2 != 0) {
          return -1;
        }
        seen[axis] /= 2;
      }
      return flat(seen);
    }

    int shifted() {
      return flat(Arrays.stream(index).map(i -> i - 2).toArray());
    }
  }

  private static NDArray contiguous(Block block) {
    NDArray flat = np.frombuffer(block.bytes(), dtype(block.code()));
    return flat.reshape(block.shape()).copy().toDevice(device);
  }

  /// The values of an array.
  static Block block(NDArray array) {
    NDArray here = array.toDevice(Device.CPU);
    return Block.ofBytes(code(here.dtype()), here.dims(), here.tobytes());
  }
}
