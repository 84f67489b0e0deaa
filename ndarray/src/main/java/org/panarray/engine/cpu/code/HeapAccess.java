package org.panarray.engine.cpu.code;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Elements of a `byte[]` by byte position, for generated code.
public final class HeapAccess {
  private static final VarHandle SHORTS = view(short[].class);
  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);
  private static final VarHandle FLOATS = view(float[].class);
  private static final VarHandle DOUBLES = view(double[].class);

  private HeapAccess() {}

  private static VarHandle view(Class<?> type) {
    return MethodHandles.byteArrayViewVarHandle(type, ByteOrder.nativeOrder());
  }

  static byte getB(byte[] memory, long at) {
    return memory[(int) at];
  }

  static short getS(byte[] memory, long at) {
    return (short) SHORTS.get(memory, (int) at);
  }

  static int getI(byte[] memory, long at) {
    return (int) INTS.get(memory, (int) at);
  }

  static long getJ(byte[] memory, long at) {
    return (long) LONGS.get(memory, (int) at);
  }

  static float getF(byte[] memory, long at) {
    return (float) FLOATS.get(memory, (int) at);
  }

  static double getD(byte[] memory, long at) {
    return (double) DOUBLES.get(memory, (int) at);
  }

  static void setB(byte[] memory, long at, byte value) {
    memory[(int) at] = value;
  }

  static void setS(byte[] memory, long at, short value) {
    SHORTS.set(memory, (int) at, value);
  }

  static void setI(byte[] memory, long at, int value) {
    INTS.set(memory, (int) at, value);
  }

  static void setJ(byte[] memory, long at, long value) {
    LONGS.set(memory, (int) at, value);
  }

  static void setF(byte[] memory, long at, float value) {
    FLOATS.set(memory, (int) at, value);
  }

  static void setD(byte[] memory, long at, double value) {
    DOUBLES.set(memory, (int) at, value);
  }
}
