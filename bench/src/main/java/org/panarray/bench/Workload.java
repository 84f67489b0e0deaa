package org.panarray.bench;

import static org.panarray.Np.np;

import java.util.List;
import java.util.function.Supplier;
import org.panarray.DType;
import org.panarray.NDArray;

/// A piece of work in Panarray and the same in NumPy.
///
/// The arrays are the same on both sides: `x` and `y` are of `default_rng(0).random`, `y` after
/// `x`.
enum Workload {
  ADD_100("add, 100 float64", 100, "np.add(x, y)") {
    @Override
    Supplier<Object> body(NDArray x, NDArray y) {
      return () -> np.add(x, y);
    }
  },
  ADD_1E7("add, 1e7 float64, fresh result", 10_000_000, "np.add(x, y)") {
    @Override
    Supplier<Object> body(NDArray x, NDArray y) {
      return () -> np.add(x, y);
    }
  },
  FUSED_1E7("x*y + x/y - y, 1e7, fused", 10_000_000, "x*y + x/y - y") {
    @Override
    Supplier<Object> body(NDArray x, NDArray y) {
      return () -> np.fuse(() -> x.times(y).plus(x.div(y)).minus(y));
    }
  },
  EXP_1E6("exp, 1e6 float64", 1_000_000, "np.exp(x)") {
    @Override
    Supplier<Object> body(NDArray x, NDArray y) {
      return () -> np.exp(x);
    }
  },
  SUM_1E7("sum, 1e7 float64", 10_000_000, "np.sum(x)") {
    @Override
    Supplier<Object> body(NDArray x, NDArray y) {
      return () -> np.sum(x);
    }
  },
  SUM_AXIS("sum over axis 0, 1000 x 1000", 1_000_000, "m.sum(0)", "m = x.reshape(1000, 1000)") {
    @Override
    Supplier<Object> body(NDArray x, NDArray y) {
      NDArray m = x.reshape(1000, 1000);
      return () -> m.sum(0);
    }
  },
  MATMUL_2000(
      "matmul, 2000 x 2000",
      4_000_000,
      "m @ n",
      "m = x.reshape(2000, 2000); n = y.reshape(2000, 2000)") {
    @Override
    Supplier<Object> body(NDArray x, NDArray y) {
      NDArray m = x.reshape(2000, 2000);
      NDArray n = y.reshape(2000, 2000);
      return () -> m.matmul(n);
    }
  },
  SORT_1E6("sort, 1e6 float64", 1_000_000, "np.sort(x)") {
    @Override
    Supplier<Object> body(NDArray x, NDArray y) {
      return () -> np.sort(x);
    }
  },
  TAKE_1E6("x[index], 1e6 random", 1_000_000, "x[i]", "i = (y * 1000000).astype(np.int64)") {
    @Override
    Supplier<Object> body(NDArray x, NDArray y) {
      NDArray i = y.times(1_000_000).astype(np.int64);
      return () -> x.get(i);
    }
  },
  TRANSPOSED_COPY(
      "copy of a transpose, 1000 x 1000", 1_000_000, "m.T.copy()", "m = x.reshape(1000, 1000)") {
    @Override
    Supplier<Object> body(NDArray x, NDArray y) {
      NDArray m = x.reshape(1000, 1000);
      return () -> m.T().copy();
    }
  },
  FFT_1E5("fft, 1e5 complex128", 100_000, "np.fft.fft(z)", "z = x.astype(complex)") {
    @Override
    Supplier<Object> body(NDArray x, NDArray y) {
      NDArray z = x.astype(np.complex128);
      return () -> np.fft.fft(z);
    }
  },
  FFT_ROWS(
      "fft of rows, 1000 x 256 complex128",
      256_000,
      "np.fft.fft(z)",
      "z = x.reshape(1000, 256).astype(complex)") {
    @Override
    Supplier<Object> body(NDArray x, NDArray y) {
      NDArray z = x.reshape(1000, 256).astype(np.complex128);
      return () -> np.fft.fft(z);
    }
  },
  FFT_PRIME("fft, 10007 complex128", 10_007, "np.fft.fft(z)", "z = x.astype(complex)") {
    @Override
    Supplier<Object> body(NDArray x, NDArray y) {
      NDArray z = x.astype(np.complex128);
      return () -> np.fft.fft(z);
    }
  },
  RFFT_2_20("rfft, 2**20 float64", 1_048_576, "np.fft.rfft(x)") {
    @Override
    Supplier<Object> body(NDArray x, NDArray y) {
      return () -> np.fft.rfft(x);
    }
  };

  private final String title;
  private final int size;
  private final String numpy;
  private final String numpySetup;

  Workload(String title, int size, String numpy) {
    this(title, size, numpy, "");
  }

  Workload(String title, int size, String numpy, String numpySetup) {
    this.title = title;
    this.size = size;
    this.numpy = numpy;
    this.numpySetup = numpySetup;
  }

  /// What is done to the arrays.
  abstract Supplier<Object> body(NDArray x, NDArray y);

  /// The work, with its arrays made.
  Supplier<Object> prepare() {
    var random = np.random.defaultRng(0);
    return body(random.random(size), random.random(size));
  }

  /// The work as the side-by-side runner takes it.
  Case asCase() {
    return new Case(title, size, "float64", numpySetup, numpy, this::body);
  }

  /// One row of a comparison.
  ///
  /// @param title what the table says
  /// @param size how many elements `x` and `y` have
  /// @param dtype their NumPy dtype
  /// @param numpySetup Python that prepares
  /// @param numpy the Python expression that is timed
  /// @param body the same in Panarray
  record Case(String title, int size, String dtype, String numpySetup, String numpy, Body body) {
    Supplier<Object> prepare() {
      var random = np.random.defaultRng(0);
      NDArray x = random.random(size);
      NDArray y = random.random(size);
      if (!dtype.equals("float64")) {
        // as numpy_peer.py: small numbers, and no zero to divide by
        x = x.times(100).plus(1).astype(DType.of(dtype));
        y = y.times(10).plus(1).astype(DType.of(dtype));
      }
      return body.prepare(x, y);
    }
  }

  /// Makes the work from its arrays.
  @FunctionalInterface
  interface Body {
    Supplier<Object> prepare(NDArray x, NDArray y);
  }

  /// The representative ten.
  static List<Case> representative() {
    return java.util.Arrays.stream(values()).map(Workload::asCase).toList();
  }
}
