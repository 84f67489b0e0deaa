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
import org.panarray.prim.FloatFormat;

/// Narrow floats, which are held on lanes as float32 and rounded after each operation.
public final class NarrowLanes {
  private static final int INFINITE = 0x7f80_0000;

  private NarrowLanes() {}

  static FloatVector toFloat(
      ShortVector narrow, VectorSpecies<Integer> species, FloatFormat format) {
    Vector<Integer> wide = narrow.convertShape(VectorOperators.ZERO_EXTEND_S2I, species, 0);
    return widened((IntVector) wide, format);
  }

  /// The numbers that these bits are.
  private static FloatVector widened(IntVector bits, FloatFormat format) {
    if (format.sharesExponent()) {
      return bits.lanewise(LSHL, 16).reinterpretAsFloats();
    }
    int infinity = format.infinity();
    IntVector sign = bits.lanewise(AND, 0x8000).lanewise(LSHL, 16);
    IntVector size = bits.lanewise(AND, 0x7fff).lanewise(LSHL, format.cut());
    // The multiplication moves the exponent, and makes normal what is subnormal as a narrow float.
    IntVector scaled = size.reinterpretAsFloats().mul(format.scale()).reinterpretAsInts();
    IntVector special = size.lanewise(OR, INFINITE);
    IntVector result = scaled.blend(special, bits.lanewise(AND, infinity).compare(EQ, infinity));
    return result.lanewise(OR, sign).reinterpretAsFloats();
  }

  /// The bits of the nearest narrow floats, ties to even.
  static IntVector bits(FloatVector a, FloatFormat format) {
    int cut = format.cut();
    IntVector all = a.reinterpretAsInts();
    IntVector size = all.lanewise(AND, Integer.MAX_VALUE);
    IntVector odd = size.lanewise(LSHR, cut).lanewise(AND, 1);
    IntVector result = size.add((1 << cut - 1) - 1 - format.rebias()).add(odd).lanewise(LSHR, cut);
    if (!format.sharesExponent()) {
      int last = format.subnormalUnit();
      FloatVector magic = a.broadcast(Float.intBitsToFloat(last));
      IntVector small = size.reinterpretAsFloats().add(magic).reinterpretAsInts().sub(last);
      result = result.blend(small, size.compare(LT, format.normal()));
      result = result.blend(format.infinity(), size.compare(GE, format.tooLarge()));
    }
    result = result.blend(format.nan(), size.compare(GT, INFINITE));
    return result.lanewise(OR, all.lanewise(LSHR, 16).lanewise(AND, 0x8000));
  }

  /// Bits that only infinite and NaN numbers have.
  static IntVector suspicion(IntVector bits, FloatFormat format) {
    int infinity = format.infinity();
    return bits.lanewise(AND, infinity).add(0x8000 - infinity).lanewise(AND, 0x8000);
  }

  static ShortVector narrowed(FloatVector a, VectorSpecies<Short> species, FloatFormat format) {
    return (ShortVector) bits(a, format).convertShape(VectorOperators.I2S, species, 0);
  }

  /// The lanes with the precision of the format.
  static FloatVector round(FloatVector a, FloatFormat format) {
    return widened(bits(a, format), format);
  }
}
