package org.panarray.engine.interpreter;

import java.util.Arrays;
import java.util.Comparator;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.prim.Scalar;
import org.panarray.shape.Layout;

/// The interpreter's sorting and searching: NumPy's order, in which NaN is last.
public final class OrderInterpreter {
  /// NumPy's order of elements of one type. Zeros of both signs are equal, and so are all NaN; a
  /// complex number goes by its real part, then by its imaginary part, and behind every number
  /// without NaN where it has one.
  static final Comparator<Scalar> ORDER = (a, b) -> precedes(a, b) ? -1 : precedes(b, a) ? 1 : 0;

  private OrderInterpreter() {}

  private static boolean precedes(Scalar a, Scalar b) {
    return switch (a.type().kind()) {
      case BOOL, SIGNED -> a.bits() < b.bits();
      case UNSIGNED -> Long.compareUnsigned(a.bits(), b.bits()) < 0;
      case FLOAT -> before(a.re(), b.re());
      case COMPLEX -> {
        boolean nanA = Double.isNaN(a.im());
        boolean nanB = Double.isNaN(b.im());
        if (a.re() < b.re()) {
          yield !nanA || nanB;
        }
        if (a.re() > b.re()) {
          yield nanB && !nanA;
        }
        boolean sameRe = a.re() == b.re() || (Double.isNaN(a.re()) && Double.isNaN(b.re()));
        yield sameRe ? before(a.im(), b.im()) : Double.isNaN(b.re());
      }
    };
  }

  private static boolean before(double a, double b) {
    return a < b || (Double.isNaN(b) && !Double.isNaN(a));
  }

  static void sort(int axis, Operand input, Operand output) {
    forEachLine(
        axis,
        input,
        (index, line) -> {
          Arrays.sort(line, ORDER);
          for (int k = 0; k < line.length; k++) {
            index[axis] = k;
            ScalarMemory.set(output, Interpreter.offset(output.layout(), index), line[k]);
          }
        });
  }

  static void argSort(int axis, Operand input, Operand output) {
    forEachLine(
        axis,
        input,
        (index, line) -> {
          Integer[] order = new Integer[line.length];
          Arrays.setAll(order, k -> k);
          Arrays.sort(order, (p, q) -> ORDER.compare(line[p], line[q]));
          for (int k = 0; k < line.length; k++) {
            index[axis] = k;
            ScalarMemory.set(
                output,
                Interpreter.offset(output.layout(), index),
                Scalar.ofLong(ElementType.INT64, order[k]));
          }
        });
  }

  static void searchSorted(boolean right, Operand sorted, Operand values, Operand output) {
    Layout layout = sorted.layout();
    Interpreter.forEachIndex(
        values.layout().shape(),
        index -> {
          Scalar value = ScalarMemory.get(values, Interpreter.offset(values.layout(), index));
          long low = 0;
          long high = layout.dim(0);
          while (low < high) {
            long middle = (low + high) >>> 1;
            int order = ORDER.compare(ScalarMemory.get(sorted, layout.offsetOf(middle)), value);
            if (order < 0 || (right && order == 0)) {
              low = middle + 1;
            } else {
              high = middle;
            }
          }
          ScalarMemory.set(
              output,
              Interpreter.offset(output.layout(), index),
              Scalar.ofLong(ElementType.INT64, low));
        });
  }

  @FunctionalInterface
  private interface LineVisitor {
    void visit(long[] index, Scalar[] line);
  }

  private static void forEachLine(int axis, Operand input, LineVisitor visitor) {
    Layout layout = input.layout();
    Scalar[] line = new Scalar[Math.toIntExact(layout.dim(axis))];
    if (layout.size() == 0) {
      return;
    }
    Interpreter.forEachIndex(
        layout.shape().with(axis, 1),
        index -> {
          long[] at = index.clone();
          for (int k = 0; k < line.length; k++) {
            at[axis] = k;
            line[k] = ScalarMemory.get(input, Interpreter.offset(layout, at));
          }
          visitor.visit(at, line);
        });
  }
}
