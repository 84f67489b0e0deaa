package org.panarray.prim;

/// A binary floating-point format of IEEE 754's build: a sign, an exponent whose largest value
/// means infinities and NaN and whose smallest one means subnormal numbers, and a mantissa.
///
/// What there is to know about a float follows from these two numbers, and is asked of them here
/// alone, so that another format is another row of [ElementType]. The formats are constants of this
/// class, and a record, because the just-in-time compiler takes their numbers for constants: a
/// conversion costs as much as one written for its format.
///
/// @param exponentBits at most 8 in a narrow format, whose numbers are all float32 numbers
/// @param mantissaBits without the leading one that is not stored
public record FloatFormat(int exponentBits, int mantissaBits) {
  public static final FloatFormat FLOAT16 = new FloatFormat(5, 10);
  public static final FloatFormat BFLOAT16 = new FloatFormat(8, 7);
  public static final FloatFormat FLOAT32 = new FloatFormat(8, 23);
  public static final FloatFormat FLOAT64 = new FloatFormat(11, 52);

  private static final int FLOAT32_INFINITY = 0x7f80_0000;

  /// Bits of a number.
  public int bits() {
    return 1 + exponentBits + mantissaBits;
  }

  /// Whether numbers are stored in 16 bits and computed as float32.
  public boolean isNarrow() {
    return bits() == 16;
  }

  /// Whether processors have instructions for the conversions.
  boolean isHalf() {
    return exponentBits == 5 && mantissaBits == 10;
  }

  /// What is added to an exponent where it is stored, and the exponent of the largest numbers.
  public int bias() {
    return (1 << exponentBits - 1) - 1;
  }

  /// The distance from 1 to the next larger number.
  public double epsilon() {
    return Math.scalb(1.0, -mantissaBits);
  }

  /// The largest finite number.
  public double largest() {
    return (2 - epsilon()) * Math.scalb(1.0, bias());
  }

  /// The smallest positive number with a full mantissa.
  public double smallestNormal() {
    return Math.scalb(1.0, 1 - bias());
  }

  /// The smallest positive number.
  public double smallestSubnormal() {
    return Math.scalb(1.0, 1 - bias() - mantissaBits);
  }

  /// How many decimal digits a number holds for certain.
  public int decimals() {
    return (int) (mantissaBits * Math.log10(2));
  }

  /// The distance from a finite number to the next one away from zero.
  public double ulp(double value) {
    return Math.max(Math.scalb(1.0, Math.getExponent(value) - mantissaBits), smallestSubnormal());
  }

  /// Whether every number of the other format is one of this.
  public boolean holds(FloatFormat other) {
    return exponentBits >= other.exponentBits && mantissaBits >= other.mantissaBits;
  }

  /// The bits below the sign. As a whole number they are larger for larger numbers, so that the
  /// bits of two floats tell their order; of negative ones it is the other way round.
  public long magnitudeBits() {
    return (1L << bits() - 1) - 1;
  }

  /// The bits of infinity; larger magnitudes are NaN.
  public long infinityBits() {
    return (1L << exponentBits) - 1 << mantissaBits;
  }

  /// The bits of a narrow format's infinity.
  public int infinity() {
    return (int) infinityBits();
  }

  /// The bits of a narrow format's NaN.
  public int nan() {
    return infinity() | 1 << mantissaBits - 1;
  }

  /// Whether the numbers of a narrow format are the upper halves of float32 numbers.
  public boolean sharesExponent() {
    return exponentBits == FLOAT32.exponentBits;
  }

  /// How many bits of its mantissa a float32 loses.
  public int cut() {
    return FLOAT32.mantissaBits - mantissaBits;
  }

  /// What the bits of a float32 have more than those of a narrow format, put in their place.
  public int rebias() {
    return FLOAT32.bias() - bias() << FLOAT32.mantissaBits;
  }

  /// The factor that undoes the [#rebias] as a float32, and makes normal what is subnormal in the
  /// narrow format.
  public float scale() {
    return Float.intBitsToFloat(2 * FLOAT32.bias() - bias() << FLOAT32.mantissaBits);
  }

  /// The bits as a float32 of the smallest number with a full mantissa.
  public int normal() {
    return rebias() + (1 << FLOAT32.mantissaBits);
  }

  /// The bits of the float32 whose last bit is the smallest number of a narrow format: what is
  /// added to it is rounded to subnormal numbers.
  public int subnormalUnit() {
    return FLOAT32.bias() - bias() + cut() + 1 << FLOAT32.mantissaBits;
  }

  /// The bits of the smallest float32 whose exponent a narrow format lacks.
  public int tooLarge() {
    return FLOAT32.bias() + bias() + 1 << FLOAT32.mantissaBits;
  }

  /// The number of a narrow format that these bits are.
  public float toFloat(short bits) {
    if (isHalf()) {
      return Float.float16ToFloat(bits);
    }
    if (sharesExponent()) {
      return Float.intBitsToFloat(bits << 16);
    }
    int size = bits & 0x7fff;
    int wide = size << cut();
    int scaled =
        size >= infinity()
            ? FLOAT32_INFINITY | wide
            : Float.floatToRawIntBits(Float.intBitsToFloat(wide) * scale());
    return Float.intBitsToFloat(scaled | bits >> 15 << 31);
  }

  /// The bits of a narrow format's nearest number, of two the one with the even mantissa.
  public short ofFloat(float value) {
    if (isHalf()) {
      return Float.floatToFloat16(value);
    }
    int all = Float.floatToRawIntBits(value);
    int size = all & Integer.MAX_VALUE;
    int bits;
    if (size > FLOAT32_INFINITY) {
      bits = nan() | size >>> cut() & (1 << mantissaBits) - 1;
    } else if (size >= tooLarge()) {
      bits = infinity();
    } else if (size < normal()) {
      int unit = subnormalUnit();
      float sum = Float.intBitsToFloat(size) + Float.intBitsToFloat(unit);
      bits = Float.floatToRawIntBits(sum) - unit;
    } else {
      int odd = size >>> cut() & 1;
      bits = size - rebias() + (1 << cut() - 1) - 1 + odd >>> cut();
    }
    return (short) (bits | all >>> 16 & 0x8000);
  }

  /// As [#ofFloat] in one rounding, which float32 on the way would make two.
  public short ofDouble(double value) {
    float near = (float) value;
    int bits = Float.floatToRawIntBits(near);
    if (near != value && !Double.isNaN(value) && (bits & 1) == 0) {
      // Round to odd first: the second rounding then sees that something was cut off.
      boolean up = Math.abs(value) > Math.abs((double) near);
      bits += Float.isInfinite(near) ? 0 : up ? 1 : -1;
    }
    return ofFloat(Float.intBitsToFloat(bits));
  }

  /// The nearest number of the format to a float.
  public float round(float value) {
    return isNarrow() ? toFloat(ofFloat(value)) : value;
  }

  /// The nearest number of the format.
  public double nearest(double value) {
    return isNarrow() ? toFloat(ofDouble(value)) : bits() == 32 ? (float) value : value;
  }

  /// What is stored of a result that was computed in double: a narrow format computes in float32,
  /// and so rounds twice.
  public double rounded(double value) {
    return bits() == 64 ? value : round((float) value);
  }
}
