package org.panarray.engine.cpu.code;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;
import org.panarray.prim.ElementType;

/// Code that turns real lanes into integers as the processor does: where Java takes the largest
/// integer, or zero for NaN, it takes the smallest.
final class TruncationCode {
  private final LaneCode lanes;
  private final CodeBuilder code;

  TruncationCode(LaneCode lanes) {
    this.lanes = lanes;
    this.code = lanes.code;
  }

  /// Replaces the lanes on the stack by integers of a type.
  void cast(ElementType from, ElementType to) {
    truncate(from, to);
    narrow(to);
  }

  /// From the kind of lane [LaneTypes#truncated] to that of the type.
  void narrow(ElementType to) {
    char whole = LaneTypes.truncated(to);
    char lane = LaneTypes.lane(to);
    if (lane != whole) {
      lanes.convert("", whole, lane);
    }
  }

  /// Replaces the lanes on the stack by those of the kind [LaneTypes#truncated].
  void truncate(ElementType from, ElementType to) {
    char source = LaneTypes.lane(from);
    char whole = LaneTypes.truncated(to);
    int real = code.allocateLocal(TypeKind.REFERENCE);
    code.dup().astore(real);
    lanes.convert("", source, whole);
    code.loadConstant(smallest(whole)).aload(real);
    lanes.operator("LT", LaneTypes.COMPARISON);
    double limit = -(double) smallest(whole);
    if (source == 'F') {
      code.loadConstant((float) limit);
    } else {
      code.loadConstant(limit);
    }
    code.invokevirtual(
        LaneTypes.vector(source),
        "compare",
        MethodTypeDesc.of(LaneTypes.MASK, LaneTypes.COMPARISON, LaneTypes.primitive(source)));
    lanes.mask("not", 1);
    lanes.castMask(whole);
    lanes.blendLong(whole);
  }

  private static long smallest(char whole) {
    return whole == 'I' ? Integer.MIN_VALUE : Long.MIN_VALUE;
  }

  /// Notes in a local vector the smallest of the integers on the stack, which truncation makes of
  /// what does not fit.
  void suspect(char whole, int gathered) {
    code.aload(gathered);
    lanes.binary(whole, "MIN");
    code.astore(gathered);
  }

  /// Pushes 1 if what was noted is the smallest integer there is.
  void anySuspicion(char whole, int gathered) {
    code.aload(gathered);
    lanes.operator("EQ", LaneTypes.COMPARISON);
    code.loadConstant(smallest(whole))
        .invokevirtual(
            LaneTypes.vector(whole),
            "compare",
            MethodTypeDesc.of(LaneTypes.MASK, LaneTypes.COMPARISON, CD_long))
        .invokevirtual(LaneTypes.MASK, "anyTrue", MethodTypeDesc.of(CD_boolean));
  }
}
