package org.panarray.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A piece of work in Panarray and the same in NumPy.
///
/// @param page the heading of its rows
/// @param numpy Python: an expression, or a statement that writes to `o`
/// @param places dtypes and sizes, such as `float64 100 1e6; int64 int32 1e6; cold float64 1e6`
/// @param tolerance how far results may be apart, measured by the largest element; 0: by rounding
/// @param others whether other libraries are asked, too
/// @param work the same in Panarray
record Operation(
    String page,
    String numpy,
    String places,
    double tolerance,
    boolean others,
    Function<Data, Object> work) {

  /// The work at each of its places.
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String place : places.split("; ")) {
      List<String> dtypes = new ArrayList<>();
      boolean cold = false;
      for (String word : place.split(" ")) {
        if (word.equals("cold")) {
          cold = true;
        } else if (Character.isLetter(word.charAt(0))) {
          dtypes.add(word);
        } else {
          for (String dtype : dtypes) {
            rows.add(new Row(this, dtype, word, cold));
          }
        }
      }
    }
    return rows;
  }

  /// One row of the comparison.
  ///
  /// @param operation what is done
  /// @param dtype to arrays of this type
  /// @param size and of so many elements, as the table writes the number
  /// @param cold whether each call finds its data outside the caches
  record Row(Operation operation, String dtype, String size, boolean cold) {
    /// More than the caches of most processors hold.
    private static final int COLD_BYTES = 96 << 20;

    String title() {
      return operation.numpy + ", " + dtype + ", " + size + (cold ? ", cold" : "");
    }

    /// The data that calls take in turn.
    List<Data> data() {
      int elements = (int) Double.parseDouble(size);
      Data first = new Data(operation.numpy, dtype, elements, 0);
      List<Data> copies = new ArrayList<>(List.of(first));
      if (cold) {
        long number = Math.max(2, COLD_BYTES / first.bytes());
        for (int seed = 1; seed < number; seed++) {
          copies.add(new Data(operation.numpy, dtype, elements, seed));
        }
      }
      return copies;
    }
  }
}
