package org.panarray.engine;

/// The floating-point faults of IEEE 754 that NumPy reports, as bits of a mask.
public final class FloatFault {
  public static final int DIVIDE = 1;
  public static final int OVERFLOW = 2;
  public static final int UNDERFLOW = 4;
  public static final int INVALID = 8;

  private FloatFault() {}
}
