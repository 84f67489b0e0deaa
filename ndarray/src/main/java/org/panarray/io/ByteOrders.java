package org.panarray.io;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/// Brings elements from a file into the form that this machine computes with.
final class ByteOrders {
  static final boolean MACHINE_IS_BIG = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;

  private ByteOrders() {}

  /// Reverses the bytes of elements in foreign order. Bools keep their bytes, as in NumPy.
  static void makeNative(NpyHeader header, MemorySegment data) {
    if (header.bigEndian() != MACHINE_IS_BIG) {
      reverse(data, header.type().realPart().byteSize());
    }
  }

  private static void reverse(MemorySegment data, int width) {
    switch (width) {
      case 2 -> {
        for (long i = 0; i < data.byteSize(); i += 2) {
          short value = data.get(JAVA_SHORT_UNALIGNED, i);
          data.set(JAVA_SHORT_UNALIGNED, i, Short.reverseBytes(value));
        }
      }
      case 4 -> {
        for (long i = 0; i < data.byteSize(); i += 4) {
          int value = data.get(JAVA_INT_UNALIGNED, i);
          data.set(JAVA_INT_UNALIGNED, i, Integer.reverseBytes(value));
        }
      }
      case 8 -> {
        for (long i = 0; i < data.byteSize(); i += 8) {
          long value = data.get(JAVA_LONG_UNALIGNED, i);
          data.set(JAVA_LONG_UNALIGNED, i, Long.reverseBytes(value));
        }
      }
      default -> {}
    }
  }
}
