package org.panarray.engine.cpu.code;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.OperatorInstruction;
import org.jspecify.annotations.Nullable;
import org.panarray.prim.ScalarOp;

/// The instructions that are operations.
public final class Instructions {
  private Instructions() {}

  /// The branch on the sign of a comparison; null of what is none.
  static @Nullable Opcode branch(ScalarOp op) {
    return switch (op) {
      case EQUAL -> Opcode.IFEQ;
      case NOT_EQUAL -> Opcode.IFNE;
      case LESS -> Opcode.IFLT;
      case LESS_EQUAL -> Opcode.IFLE;
      case GREATER -> Opcode.IFGT;
      case GREATER_EQUAL -> Opcode.IFGE;
      default -> null;
    };
  }

  /// An instruction that is there for a wide and for a narrow type.
  static OperatorInstruction operator(boolean wide, Opcode ofWide, Opcode ofNarrow) {
    return OperatorInstruction.of(wide ? ofWide : ofNarrow);
  }
}
