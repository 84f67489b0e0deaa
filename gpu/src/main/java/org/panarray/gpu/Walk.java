package org.panarray.gpu;

import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;
import org.panarray.shape.Shape;

/// Loops over several operands in the form in which kernels take them: sizes outermost first,
/// then the steps of each operand, all in elements. Where an operand begins is not part of it.
///
/// @param dims the sizes of the loops; at least one
/// @param steps of operand `p` and loop `d`: `[p * dims.length + d]`
/// @param offsets where each operand begins
record Walk(long[] dims, long[] steps, long[] offsets) {

  /// The loops over operands of one shape in the order that suits memory, merged where possible.
  static Walk of(Layout... operands) {
    LoopNest nest = LoopNest.of(operands);
    long[] dims = nest.dims();
    long[] steps = new long[operands.length * dims.length];
    for (int p = 0; p < operands.length; p++) {
      System.arraycopy(nest.strides(p), 0, steps, p * dims.length, dims.length);
    }
    return new Walk(dims, steps, nest.offsets());
  }

  /// The loops over operands of one shape in C order of the indices, one for each axis.
  static Walk ofAxes(Shape shape, Layout... operands) {
    int rank = Math.max(1, shape.rank());
    long[] dims = new long[rank];
    dims[0] = 1;
    long[] steps = new long[operands.length * rank];
    long[] offsets = new long[operands.length];
    for (int d = 0; d < shape.rank(); d++) {
      dims[d] = shape.dim(d);
    }
    for (int p = 0; p < operands.length; p++) {
      offsets[p] = operands[p].offset();
      System.arraycopy(operands[p].strides(), 0, steps, p * rank, operands[p].rank());
    }
    return new Walk(dims, steps, offsets);
  }

  int rank() {
    return dims.length;
  }

  int operands() {
    return offsets.length;
  }

  long size() {
    long size = 1;
    for (long dim : dims) {
      size *= dim;
    }
    return size;
  }

  /// Whether 32 bits hold every index and every position relative to the offsets.
  boolean isNarrow() {
    if (size() > Integer.MAX_VALUE) {
      return false;
    }
    for (int p = 0; p < offsets.length; p++) {
      long reach = 0;
      for (int d = 0; d < dims.length; d++) {
        reach += Math.abs(steps[p * dims.length + d]) * Math.max(0, dims[d] - 1);
      }
      if (reach > Integer.MAX_VALUE) {
        return false;
      }
    }
    return true;
  }

  /// The fields of the structure that the kernel reads.
  void put(long[] fields, int at) {
    System.arraycopy(dims, 0, fields, at, dims.length);
    System.arraycopy(steps, 0, fields, at + dims.length, steps.length);
  }

  long[] fields() {
    long[] fields = new long[dims.length + steps.length];
    put(fields, 0);
    return fields;
  }

  /// The C structure of a walk with so many loops and operands.
  static String structure(String name, int rank, int operands) {
    return "struct %s { pa_i64 dim[%d]; pa_i64 step[%d][%d]; };\n"
        .formatted(name, rank, operands, rank);
  }

  /// Statements that turn the number `index` of an element into offsets `names[p]`, for the walk
  /// `walk`. The offset variables must exist and are added to. `wide` chooses 64-bit arithmetic.
  static String decode(String index, String walk, int rank, String[] names, boolean wide) {
    String number = wide ? "pa_u64" : "pa_u32";
    String offset = wide ? "pa_i64" : "int";
    StringBuilder text = new StringBuilder();
    text.append("    %s rest = (%s)(%s);\n".formatted(number, number, index));
    for (int d = rank - 1; d >= 0; d--) {
      String digit = "rest";
      if (d > 0) {
        digit = "d" + d;
        text.append(
            "    const %s n%d = (%s)%s.dim[%d], q%d = rest / n%d, d%d = rest - q%d * n%d;\n"
                .formatted(number, d, number, walk, d, d, d, d, d, d));
      }
      for (int p = 0; p < names.length; p++) {
        text.append(
            "    %s += (%s)%s * (%s)%s.step[%d][%d];\n"
                .formatted(names[p], offset, digit, offset, walk, p, d));
      }
      if (d > 0) {
        text.append("    rest = q%d;\n".formatted(d));
      }
    }
    return text.toString();
  }
}
