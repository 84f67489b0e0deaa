package org.panarray.engine.cpu.code;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.OperatorInstruction;
import java.util.Objects;
import org.panarray.prim.ScalarOp;

/// The instructions that are operations.
public final class Instructions {
  private Instructions() {}

  /// The branch on the sign of a comparison.
  static Opcode branch(ScalarOp comparison) {
    return Opcode.valueOf("IF" + name(comparison));
  }

  /// The instruction for operands of the type that has this letter.
  static OperatorInstruction operator(char type, ScalarOp op) {
    return operator(type, name(op));
  }

  static OperatorInstruction operator(char type, String name) {
    return OperatorInstruction.of(Opcode.valueOf(type + name));
  }

  private static String name(ScalarOp op) {
    return Objects.requireNonNull(op.operator(), () -> op + " is no instruction");
  }
}
