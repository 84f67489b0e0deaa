package org.panarray.internal.array;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.math.BigInteger;
import org.panarray.Complex;
import org.panarray.NDArray;
import org.panarray.engine.FloatFault;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.error.OverflowError;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;

/// Writes Java values, one after another in C order, into an array of the CPU.
public final class ElementWriter {
  private final Operand target;
  private final MemorySegment memory;
  private final ElementType type;
  private final long first; // where a target without gaps begins, else -1
  private long next;
  private int faults;

  public ElementWriter(NDArray array) {
    this.target = array.operand();
    this.memory = ((CpuBuffer) target.buffer()).segment();
    this.type = array.dtype().element();
    this.first = target.layout().isContiguous() ? target.layout().offset() : -1;
  }

  /// A box, a row of primitives or an array, all of whose elements follow.
  public void append(Object leaf) {
    MemorySegment same = first < 0 ? null : JavaRows.of(leaf, type);
    if (same != null) {
      appendMemory(same);
      return;
    }
    switch (leaf) {
      case NDArray array -> appendArray(array);
      case double[] row -> {
        for (double value : row) {
          writeReal(value);
        }
      }
      case long[] row -> {
        for (long value : row) {
          writeInteger(value);
        }
      }
      case int[] row -> {
        for (int value : row) {
          writeInteger(value);
        }
      }
      case boolean[] row -> {
        for (boolean value : row) {
          writeInteger(value ? 1 : 0);
        }
      }
      case float[] row -> {
        for (float value : row) {
          writeReal(value);
        }
      }
      default -> {
        if (leaf.getClass().isArray()) {
          int length = Array.getLength(leaf);
          for (int i = 0; i < length; i++) {
            appendScalar(Array.get(leaf, i));
          }
        } else {
          appendScalar(leaf);
        }
      }
    }
  }

  private void appendMemory(MemorySegment row) {
    long bytes = row.byteSize();
    MemorySegment.copy(row, 0, memory, (first + next) << type.byteShift(), bytes);
    next += bytes >> type.byteShift();
  }

  private void appendArray(NDArray array) {
    NDArray host = array.toDevice(org.panarray.engine.Device.CPU);
    NDArray converted = Casts.to(host, type);
    Operand source = converted.operand();
    MemorySegment from = ((CpuBuffer) source.buffer()).segment();
    long size = converted.size();
    for (long i = 0; i < size; i++) {
      long offset = source.layout().offsetOfFlat(i);
      MemorySegment.copy(
          from,
          offset << type.byteShift(),
          memory,
          position() << type.byteShift(),
          type.byteSize());
    }
    Reference.reachabilityFence(converted);
  }

  private void appendScalar(Object value) {
    switch (value) {
      case Boolean flag -> writeInteger(flag ? 1 : 0);
      case Double real -> writeReal(real);
      case Float real -> writeReal(real);
      case BigInteger big -> writeBig(big);
      case Character character -> writeInteger(character);
      case Number number -> writeInteger(number.longValue());
      case Complex complex -> writeComplex(complex);
      default ->
          throw new TypeError(
              "an array element of the Java type "
                  + value.getClass().getName()
                  + " is not supported");
    }
  }

  private long position() {
    long flat = next++;
    return first >= 0 ? first + flat : target.layout().offsetOfFlat(flat);
  }

  /// @throws OverflowError `Python integer 300 out of bounds for uint8`, `Python int too large to
  ///   convert to C long`
  private void writeInteger(long value) {
    if (type.isInexact()) {
      writeFloat(value, 0);
      return;
    }
    if (!holds(type, value)) {
      requireFits(BigInteger.valueOf(value));
    }
    ElementAccess.setLong(memory, type, position(), value);
  }

  private void writeBig(BigInteger value) {
    if (type.isInexact()) {
      double real = value.doubleValue();
      if (Double.isInfinite(real)) {
        throw new OverflowError("int too large to convert to float");
      }
      writeFloat(real, 0);
      return;
    }
    requireFits(value);
    ElementAccess.setLong(memory, type, position(), value.longValue());
  }

  private void requireFits(BigInteger exact) {
    if (type.isInexact() || holds(type, exact)) {
      return;
    }
    throw new OverflowError(
        exact.bitLength() > 63
            ? "Python int too large to convert to C long"
            : "Python integer " + exact + " out of bounds for " + type.numpyName());
  }

  /// As [#holds(ElementType, BigInteger)].
  private static boolean holds(ElementType type, long value) {
    int unused = Long.SIZE - 8 * type.byteSize();
    return type.isBool()
        || (type.isUnsigned()
            ? value >= 0 && value << unused >>> unused == value
            : value << unused >> unused == value);
  }

  /// Whether an integer is one of a type of integers; a bool holds each one's truth.
  static boolean holds(ElementType type, BigInteger exact) {
    int width = 8 * type.byteSize();
    return type.isBool()
        || (type.isUnsigned()
            ? exact.signum() >= 0 && exact.bitLength() <= width
            : exact.bitLength() < width);
  }

  private void writeFloat(double real, double imaginary) {
    long at = position();
    ElementAccess.setComplex(memory, type, at, real, imaginary);
    if (type.byteSize() < (type.isComplex() ? 16 : 8) && Double.isFinite(real + imaginary)) {
      double stored = ElementAccess.getReal(memory, type, at);
      if (Double.isInfinite(stored + ElementAccess.getImaginary(memory, type, at))) {
        overflow();
      }
    }
  }

  /// Tells once of the elements that became infinite.
  private void overflow() {
    if (faults == 0) {
      faults = FloatFault.OVERFLOW;
      Faults.report("cast", faults);
    }
  }

  /// @throws ValueError `cannot convert float NaN to integer`
  /// @throws OverflowError `cannot convert float infinity to integer`
  private void writeReal(double value) {
    if (type.isInexact()) {
      writeFloat(value, 0);
    } else if (type.isBool()) {
      ElementAccess.setLong(memory, type, position(), value != 0 ? 1 : 0);
    } else if (Double.isNaN(value)) {
      throw new ValueError("cannot convert float NaN to integer");
    } else if (Double.isInfinite(value)) {
      throw new OverflowError("cannot convert float infinity to integer");
    } else {
      writeBig(new java.math.BigDecimal(value).toBigInteger());
    }
  }

  private void writeComplex(Complex value) {
    if (type.isComplex()) {
      writeFloat(value.real(), value.imag());
    } else if (type.isBool()) {
      writeInteger(value.real() != 0 || value.imag() != 0 ? 1 : 0);
    } else {
      throw new TypeError(
          (type.isFloat()
                  ? "float() argument must be a string or a real number"
                  : "int() argument must be a string, a bytes-like object or a real number")
              + ", not 'complex'");
    }
  }
}
