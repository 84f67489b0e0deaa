package org.panarray.engine.cpu.code;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.OR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Float16, which is held on lanes as float32 and rounded after each operation.
public final class HalfLanes {
  private static final int INFINITE = 0x7f80_0000;
  private static final int TOO_LARGE = 127 + 16 << 23;
  private static final int NORMAL = 113 << 23;
  private static final int SUBNORMAL = 127 - 15 + 23 - 10 + 1 << 23;

  private HalfLanes() {}

  static FloatVector toFloat(ShortVector halves, VectorSpecies<Integer> species) {
    Vector<Integer> wide = halves.convertShape(VectorOperators.ZERO_EXTEND_S2I, species, 0);
    IntVector bits = (IntVector) wide;
    IntVector sign = bits.lanewise(AND, 0x8000).lanewise(LSHL, 16);
    IntVector size = bits.lanewise(AND, 0x7fff).lanewise(LSHL, 13);
    // The multiplication moves the exponent, and makes subnormal halves normal.
    IntVector scaled = size.reinterpretAsFloats().mul(0x1p112f).reinterpretAsInts();
    IntVector special = size.lanewise(OR, INFINITE);
    IntVector result = scaled.blend(special, bits.lanewise(AND, 0x7c00).compare(EQ, 0x7c00));
    return result.lanewise(OR, sign).reinterpretAsFloats();
  }

  /// The bits of the nearest halves, ties to even.
  static IntVector bits(FloatVector a) {
    IntVector all = a.reinterpretAsInts();
    IntVector size = all.lanewise(AND, Integer.MAX_VALUE);
    IntVector odd = size.lanewise(LSHR, 13).lanewise(AND, 1);
    IntVector normal = size.add((15 - 127 << 23) + 0xfff).add(odd).lanewise(LSHR, 13);
    FloatVector magic = a.broadcast(Float.intBitsToFloat(SUBNORMAL));
    IntVector small = size.reinterpretAsFloats().add(magic).reinterpretAsInts().sub(SUBNORMAL);
    IntVector result = normal.blend(small, size.compare(LT, NORMAL));
    result = result.blend(0x7c00, size.compare(GE, TOO_LARGE));
    result = result.blend(0x7e00, size.compare(GT, INFINITE));
    return result.lanewise(OR, all.lanewise(LSHR, 16).lanewise(AND, 0x8000));
  }

  /// Bits that only infinite and NaN halves have.
  static IntVector suspicion(IntVector halves) {
    return halves.lanewise(AND, 0x7c00).add(0x400).lanewise(AND, 0x8000);
  }

  static ShortVector toHalf(FloatVector a, VectorSpecies<Short> species) {
    return (ShortVector) bits(a).convertShape(VectorOperators.I2S, species, 0);
  }

  /// The lanes with the precision of float16.
  static FloatVector round(FloatVector a) {
    IntVector bits = bits(a);
    IntVector sign = bits.lanewise(AND, 0x8000).lanewise(LSHL, 16);
    IntVector size = bits.lanewise(AND, 0x7fff).lanewise(LSHL, 13);
    IntVector scaled = size.reinterpretAsFloats().mul(0x1p112f).reinterpretAsInts();
    IntVector special = size.lanewise(OR, INFINITE);
    IntVector result = scaled.blend(special, bits.lanewise(AND, 0x7c00).compare(EQ, 0x7c00));
    return result.lanewise(OR, sign).reinterpretAsFloats();
  }
}
