package org.panarray.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers of bytes as NumPy's `MemoryError` writes them: `8.00 TiB`, `95.4 MiB`, `100. KiB`.
public final class MemorySize {
  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  private static final int STEP = 1024;

  private MemorySize() {}

  /// At least three digits, in the unit that leaves fewer than 1024.
  public static String text(long bytes) {
    if (bytes < STEP) {
      return bytes + " bytes";
    }
    double value = (double) bytes / STEP;
    int unit = 0;
    while (Math.rint(value) >= STEP && unit < UNITS.length - 1) {
      value /= STEP;
      unit++;
    }
    BigDecimal whole = new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN);
    BigDecimal digits = new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_EVEN));
    boolean fraction = digits.compareTo(BigDecimal.valueOf(100)) < 0;
    return (fraction
            ? digits.setScale(3 - digits.precision() + digits.scale()).toPlainString()
            : whole + ".")
        + " "
        + UNITS[unit];
  }
}
