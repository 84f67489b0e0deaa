package org.panarray.engine.cpu.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.MethodTypeDesc;

/// Code for functions of float lanes that treat the sign by itself, in place of a call.
///
/// The just-in-time compiler stops inlining calls of ours, not of the Vector API, in a kernel that
/// has grown to 18,000 nodes, and makes objects of what such a call takes and gives: `tanh` ended
/// in a call of `copysign`, and left 36 bytes of garbage an element for ever. Outside of such
/// formulas the calls are made: a chain of sixty would grow beyond what is compiled at all.
public final class SignCode {
  private final LaneCode lanes;
  private final CodeBuilder code;

  SignCode(LaneCode lanes) {
    this.lanes = lanes;
    this.code = lanes.code;
  }

  private static char whole(char lane) {
    return lane == 'D' ? 'J' : 'I';
  }

  private static long sign(char lane) {
    return lane == 'D' ? Long.MIN_VALUE : Integer.MIN_VALUE;
  }

  /// Replaces the two vectors on the stack by the first with the signs of the second.
  void copysign(char lane) {
    masked(lane, sign(lane));
    int signs = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(signs);
    masked(lane, ~sign(lane));
    code.aload(signs);
    lanes.binary(whole(lane), "OR");
    lanes.reinterpret(whole(lane), lane);
  }

  /// The bits on the stack that are set in a mask.
  private void masked(char lane, long bits) {
    lanes.reinterpret(lane, whole(lane));
    lanes.broadcastLong(whole(lane), bits);
    lanes.binary(whole(lane), "AND");
  }

  /// Rounds the vector on the stack to whole numbers, ties to even, with the sign kept on zero.
  void rint(char lane) {
    int given = code.allocateLocal(TypeKind.REFERENCE);
    int size = code.allocateLocal(TypeKind.REFERENCE);
    int rounded = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(given).aload(given);
    lanes.unary(lane, "ABS");
    code.astore(size).aload(size);
    beyondFractions(lane);
    lanes.binary(lane, "ADD");
    beyondFractions(lane);
    lanes.binary(lane, "SUB");
    code.aload(given);
    withSigns(lane);
    code.astore(rounded).aload(given).aload(rounded).aload(size);
    lanes.operator("LT", LaneTypes.COMPARISON);
    beyondFractions(lane);
    code.invokevirtual(
            LaneTypes.vector(lane),
            "compare",
            MethodTypeDesc.of(LaneTypes.MASK, LaneTypes.COMPARISON, LaneTypes.VECTOR))
        .invokevirtual(
            LaneTypes.vector(lane),
            "blend",
            MethodTypeDesc.of(LaneTypes.vector(lane), LaneTypes.VECTOR, LaneTypes.MASK));
  }

  /// Adds the signs of the vector on the stack to the one below, which has none.
  private void withSigns(char lane) {
    masked(lane, sign(lane));
    int signs = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(signs);
    lanes.reinterpret(lane, whole(lane));
    code.aload(signs);
    lanes.binary(whole(lane), "OR");
    lanes.reinterpret(whole(lane), lane);
  }

  /// Pushes the number from which on every one of the type is whole.
  private void beyondFractions(char lane) {
    lanes.species(lane);
    if (lane == 'D') {
      code.loadConstant(0x1p52);
    } else {
      code.loadConstant(0x1p23f);
    }
    code.invokestatic(
        LaneTypes.vector(lane),
        "broadcast",
        MethodTypeDesc.of(LaneTypes.vector(lane), LaneTypes.SPECIES, LaneTypes.primitive(lane)));
  }
}
