package org.panarray.compat;

import java.util.Arrays;
import org.panarray.prim.FloatFormat;

/// How far an answer may be from NumPy's.
///
/// @param kind `=` exact, `u` units in the last place, `e` relative per element, `r` relative to
///   the largest element
/// @param limit how many ulps, or which fraction
/// @param zeroSignFree whether 0.0 may stand for -0.0
/// @param nonFiniteFree whether one non-finite complex number is as good as another
record Tolerance(char kind, double limit, boolean zeroSignFree, boolean nonFiniteFree) {
  static Tolerance parse(String text) {
    int end = text.length();
    boolean zero = false;
    boolean finite = false;
    while (end > 1 && (text.charAt(end - 1) == 'z' || text.charAt(end - 1) == 'n')) {
      zero |= text.charAt(end - 1) == 'z';
      finite |= text.charAt(end - 1) == 'n';
      end--;
    }
    double limit = end > 1 ? Double.parseDouble(text.substring(1, end)) : 0;
    return new Tolerance(text.charAt(0), limit, zero, finite);
  }

  /// Where the first element stands that is too far off, or -1; the shapes are equal.
  int firstDifference(Block expected, Block actual) {
    if (expected.isWhole()) {
      // mean of ints may be asked for within a fraction; whole numbers are always exact
      return Arrays.mismatch(expected.whole(), actual.whole());
    }
    boolean complex = expected.kind() == 'c';
    double scale = kind == 'r' ? largest(expected) : 0;
    for (int i = 0; i < expected.real().length; i++) {
      boolean near =
          complex
              ? nearComplex(expected, actual, i, scale)
              : near(expected.real()[i], actual.real()[i], scale, expected.code());
      if (!near) {
        return i;
      }
    }
    return -1;
  }

  private static double largest(Block block) {
    double largest = 0;
    for (int i = 0; i < block.real().length; i++) {
      double size =
          block.kind() == 'c'
              ? Math.hypot(block.real()[i], block.imag()[i])
              : Math.abs(block.real()[i]);
      if (Double.isFinite(size)) {
        largest = Math.max(largest, size);
      }
    }
    return largest;
  }

  private boolean nearComplex(Block expected, Block actual, int i, double scale) {
    double er = expected.real()[i];
    double ei = expected.imag()[i];
    double ar = actual.real()[i];
    double ai = actual.imag()[i];
    boolean finite = Double.isFinite(er) && Double.isFinite(ei);
    if (nonFiniteFree && !finite) {
      return !Double.isFinite(ar) || !Double.isFinite(ai);
    }
    if (kind == '=' || kind == 'u' || !finite) {
      String part = expected.code().equals("c8") ? "f4" : "f8";
      return near(er, ar, scale, part) && near(ei, ai, scale, part);
    }
    double bound = limit * (kind == 'r' ? scale : Math.hypot(er, ei));
    return Math.hypot(er - ar, ei - ai) <= bound || er == ar && ei == ai;
  }

  private boolean near(double expected, double actual, double scale, String code) {
    if (Double.isNaN(expected) || Double.isNaN(actual)) {
      return Double.isNaN(expected) && Double.isNaN(actual);
    }
    if (expected == actual) {
      return kind != '='
          || zeroSignFree
          || Double.doubleToRawLongBits(expected) == Double.doubleToRawLongBits(actual);
    }
    if (Double.isInfinite(expected)) {
      return false;
    }
    return switch (kind) {
      case '=' -> false;
      case 'u' -> Math.abs(expected - actual) <= limit * ulp(expected, code);
      case 'e' -> Math.abs(expected - actual) <= limit * Math.abs(expected);
      default -> Math.abs(expected - actual) <= limit * scale;
    };
  }

  private static double ulp(double value, String code) {
    return switch (code) {
      case "f2" -> {
        double size = Math.max(Math.abs(value), 0x1p-14);
        yield Math.scalb(1.0, Math.getExponent(size) - 10);
      }
      case "V2" -> FloatFormat.BFLOAT16.ulp(value);
      case "f4" -> Math.ulp((float) value);
      default -> Math.ulp(value);
    };
  }
}
